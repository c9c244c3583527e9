import { type ReactNode, useState } from 'react';
import { Form } from './form.tsx';

type EditProps<Item, Body> = {
  item: Item;
  /** `version`: for `If-Match`. */
  save: (body: Body, version: string) => Promise<unknown>;
  children: (item: Item) => ReactNode;
};

/** A form over what is there. It follows changes until somebody types; then they are told of them, and keep what they have typed. */
export function Edit<Item extends { version: number }, Body>({
  item,
  save,
  children,
}: EditProps<Item, Body>) {
  const [typedOn, setTypedOn] = useState<Item>();
  const shown = typedOn ?? item;
  return (
    <>
      {item.version !== shown.version && (
        <p className="problem" role="status">
          It has been changed since you began to type.
          <button type="button" onClick={() => setTypedOn(undefined)}>
            Show it as it is now
          </button>
        </p>
      )}
      <Form<Body>
        key={shown.version}
        label="Save"
        onInput={() => setTypedOn(shown)}
        send={async (body) => {
          await save(body, `"${shown.version}"`);
          setTypedOn(undefined);
        }}
      >
        {children(shown)}
      </Form>
    </>
  );
}
