/** The few pieces that all pages are made of. */
import { ProblemError } from '@quickmart/client';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ended } from './session.ts';

export const Card = ({
  title,
  aside,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}) => (
  <section className="card">
    {(title || aside) && (
      <header>
        {title && <h2>{title}</h2>}
        {aside}
      </header>
    )}
    {children}
  </section>
);

export const Page = ({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) => {
  useEffect(() => {
    document.title = `${title} · QuickMart`;
  }, [title]);
  return (
    <main id="content" tabIndex={-1}>
      <div className="page-head">
        <h1>{title}</h1>
        {aside}
      </div>
      {children}
    </main>
  );
};

const tones: Record<string, string> = {
  pending: 'wait',
  confirmed: 'good',
  shipped: 'good',
  completed: 'done',
  cancelled: 'off',
  returned: 'off',
  attention: 'bad',
};
export const Status = ({ of }: { of: string }) => (
  <span className={`status ${tones[of] ?? 'off'}`}>{of}</span>
);

export const Empty = ({ children }: { children: ReactNode }) => <p className="empty">{children}</p>;
export const Loading = () => (
  <p className="empty" role="status">
    Loading …
  </p>
);

/** What may be wider than the screen; it has to be reached by the keyboard. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
  <section className="scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);

export const Json = ({ of }: { of: unknown }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
  <pre tabIndex={0}>{JSON.stringify(of, null, 2)}</pre>
);

/** What went wrong, in the words of the API. */
export function Problem({ error }: { error: unknown }) {
  useEffect(() => {
    if (error instanceof ProblemError && error.status === 401) ended();
  }, [error]);
  const isProblem = error instanceof ProblemError;
  const said = isProblem ? error.problem : undefined;
  return (
    <div className="problem" role="alert">
      <strong>{said?.title ?? 'The shop cannot be reached'}</strong>
      {said?.detail && <span>{said.detail}</span>}
      {!isProblem && <span>{String(error)}</span>}
    </div>
  );
}

type FieldProps = {
  label: string;
  name: string;
  type?: string;
  value?: string;
  required?: boolean;
  autoComplete?: string;
  autoFocus?: boolean;
};
export function Field({ label, name, type = 'text', value, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type={type} defaultValue={value} {...rest} />
    </div>
  );
}

export function Choice({
  label,
  name,
  options,
}: {
  label: string;
  name: string;
  options: readonly string[];
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name}>
        {options.map((one) => (
          <option key={one} value={one}>
            {one.replaceAll('-', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
}

type ActionProps = {
  label: string;
  title: string;
  text: string;
  isDangerous?: boolean;
  /** One of many of its kind: it does not stand out. */
  isPlain?: boolean;
  children?: ReactNode;
  /** What was typed, by the names of the fields. */
  run: (fields: Record<string, string>) => Promise<unknown>;
};

/** A button whose dialog says what will happen, asks for what is needed, and shows what the API refuses. */
export function Action({
  label,
  title,
  text,
  isDangerous = false,
  isPlain = false,
  children,
  run,
}: ActionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const heading = useId();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setBusy(true);
    setError(undefined);
    try {
      await run(fields);
      dialog.current?.close();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const tone = isDangerous ? 'danger' : 'primary';
  return (
    <>
      <button type="button" className={isPlain ? '' : tone} onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={heading} onClose={() => setError(undefined)}>
        <form onSubmit={submit}>
          <h2 id={heading}>{title}</h2>
          <p>{text}</p>
          {children}
          {error !== undefined && <Problem error={error} />}
          <div className="buttons">
            <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
              Back
            </button>
            <button type="submit" className={tone} disabled={isBusy}>
              {label}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
