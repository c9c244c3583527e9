/** A form: its fields (fields.tsx) become a body (body.ts), and what the API refuses is told at its field. */
import { ProblemError } from '@quickmart/client';
import { createContext, type FormEvent, type ReactNode, useRef, useState } from 'react';
import { bodyOf, controlsOf, isAt } from './body.ts';
import { Problem } from './problem.tsx';

type Fault = { pointer: string; detail: string };
/** What is refused, for the fields. */
export const Faults = createContext<readonly Fault[]>([]);

type FormProps<Body> = {
  /** Of the button. */
  label: string;
  tone?: 'primary' | 'danger';
  children?: ReactNode;
  /** The API says whether it is one. */
  send: (body: Body) => Promise<unknown>;
  /** The other button: nothing is sent. */
  onBack?: () => void;
  /** Somebody types. */
  onInput?: () => void;
};

export function Form<Body>({ label, tone = 'primary', children, send, onBack, onInput }: FormProps<Body>) {
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const faults = faultsOf(error);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await send(bodyOf(event.currentTarget) as Body);
    } catch (refused) {
      setError(refused);
      focusFirst(form.current, faultsOf(refused));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={form} onSubmit={submit} onInput={onInput} noValidate>
      <Faults value={faults}>{children}</Faults>
      {error !== undefined && <Problem error={error} detail={elsewhere(form.current, faults)} />}
      <div className="buttons">
        {onBack && (
          <button type="button" className="quiet" onClick={onBack}>
            Back
          </button>
        )}
        <button type="submit" className={tone} disabled={isBusy}>
          {label}
        </button>
      </div>
    </form>
  );
}

const faultsOf = (error: unknown): readonly Fault[] =>
  error instanceof ProblemError ? (error.problem.errors ?? []) : [];

const controlOf = (form: HTMLFormElement | null, { pointer }: Fault) =>
  form === null ? undefined : controlsOf(form).find(({ name }) => isAt(pointer, name));

function focusFirst(form: HTMLFormElement | null, faults: readonly Fault[]): void {
  const [first] = faults.map((fault) => controlOf(form, fault)).filter((control) => control !== undefined);
  first?.focus();
}

/** What is wrong in a place that has no field. Undefined: all that is wrong is not about places. */
function elsewhere(form: HTMLFormElement | null, faults: readonly Fault[]): string | undefined {
  if (faults.length === 0) return undefined;
  return faults
    .filter((fault) => controlOf(form, fault) === undefined)
    .map(({ pointer, detail }) => `${pointer}: ${detail}`)
    .join('; ');
}
