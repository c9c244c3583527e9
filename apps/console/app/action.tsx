import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Form } from './form.tsx';

type ActionProps<Body> = {
  label: string;
  title: string;
  text?: string;
  isDangerous?: boolean;
  /** One of many of its kind: it does not stand out. */
  isPlain?: boolean;
  children?: ReactNode;
  /** What was typed, by the names of the fields. */
  run: (fields: Body) => Promise<unknown>;
};

/** A button whose dialog says what will happen, asks for what is needed, and shows what the API refuses. */
export function Action<Body = Record<string, string>>({
  label,
  title,
  text,
  isDangerous = false,
  isPlain = false,
  children,
  run,
}: ActionProps<Body>) {
  const dialog = useRef<HTMLDialogElement>(null);
  /** As it was when the dialog opened, also when the page behind it changes: it must not ask for the opposite. */
  const [asked, setAsked] = useState<{ label: string; title: string; text: string | undefined }>();
  const heading = useId();
  const close = () => dialog.current?.close();
  useEffect(() => {
    if (asked) dialog.current?.showModal();
  }, [asked]);
  const tone = isDangerous ? 'danger' : 'primary';
  return (
    <>
      <button type="button" className={isPlain ? '' : tone} onClick={() => setAsked({ label, title, text })}>
        {label}
      </button>
      {asked && (
        <dialog ref={dialog} aria-labelledby={heading} onClose={() => setAsked(undefined)}>
          <h2 id={heading}>{asked.title}</h2>
          {asked.text && <p>{asked.text}</p>}
          <Form<Body>
            label={asked.label}
            tone={tone}
            onBack={close}
            send={async (body) => {
              await run(body);
              close();
            }}
          >
            {children}
          </Form>
        </dialog>
      )}
    </>
  );
}
