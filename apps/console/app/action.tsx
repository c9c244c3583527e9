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
  const [isOpen, setOpen] = useState(false);
  const heading = useId();
  const close = () => dialog.current?.close();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  const tone = isDangerous ? 'danger' : 'primary';
  return (
    <>
      <button type="button" className={isPlain ? '' : tone} onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen && (
        <dialog ref={dialog} aria-labelledby={heading} onClose={() => setOpen(false)}>
          <h2 id={heading}>{title}</h2>
          {text && <p>{text}</p>}
          <Form<Body>
            label={label}
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
