/** Any number of the same fields: each can be taken out, and one more added. */
import { type ReactNode, useRef, useState } from 'react';

export function Several<Item>({
  label,
  add,
  name,
  items,
  isSent = false,
  children,
}: {
  label: string;
  add: string;
  name: string;
  items: readonly Item[];
  /** Also where there is none. */
  isSent?: boolean;
  children: (name: string, item: Item | undefined) => ReactNode;
}) {
  const next = useRef(items.length);
  const [all, setAll] = useState(() =>
    items.map((item, key): { key: number; item?: Item } => ({ key, item })),
  );
  return (
    <fieldset>
      <legend>{label}</legend>
      {isSent && all.length === 0 && <input type="hidden" name={name} data-kind="words" />}
      {all.map(({ key, item }, nth) => (
        <div key={key} className="one">
          {children(`${name}/${nth}`, item)}
          <button
            type="button"
            className="quiet"
            aria-label={`Remove ${nth + 1} of ${label.toLowerCase()}`}
            onClick={() => setAll(all.filter((one) => one.key !== key))}
          >
            Remove
          </button>
        </div>
      ))}
      <button type="button" onClick={() => setAll([...all, { key: next.current++ }])}>
        {add}
      </button>
    </fieldset>
  );
}
