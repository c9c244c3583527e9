/** Forms: fields by the places of their values in the body (body.ts), and what the API refuses, at its field. */
import { ProblemError } from '@quickmart/client';
import { createContext, type FormEvent, type ReactNode, useContext, useId, useRef, useState } from 'react';
import { bodyOf, controlsOf, isAt, type Kind, type WhenEmpty } from './body.ts';
import { Problem } from './problem.tsx';
import { amountOf, localMoment, type Money } from './show.ts';

type Fault = { pointer: string; detail: string };
const Faults = createContext<readonly Fault[]>([]);

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

type LabelledProps = { label: string; name: string; hint?: string | undefined };
type ControlProps = {
  id: string;
  name: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
};

/** A field with its label, its hint, and what is wrong with it. */
function Labelled({
  label,
  name,
  hint,
  children,
}: LabelledProps & { children: (props: ControlProps) => ReactNode }) {
  const id = useId();
  const faults = useContext(Faults).filter(({ pointer }) => isAt(pointer, name));
  const isWrong = faults.length > 0;
  const about = [hint && `${id}-hint`, isWrong && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        name,
        'aria-invalid': isWrong || undefined,
        'aria-describedby': about || undefined,
      })}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {isWrong && (
        <p id={`${id}-fault`} className="fault">
          {faults.map(({ pointer, detail }) => inside(pointer, name) + detail).join('; ')}
        </p>
      )}
    </div>
  );
}

/** Of a place in a field: which one. */
const inside = (pointer: string, name: string): string => {
  const rest = pointer.slice(name.length + 2);
  return rest === '' || rest === 'amount' ? '' : `${rest}: `;
};

type FieldProps = LabelledProps & {
  type?: string;
  kind?: Kind;
  empty?: WhenEmpty;
  value?: string | number | null | undefined;
  required?: boolean;
  autoComplete?: string;
  inputMode?: 'numeric' | 'decimal';
  autoFocus?: boolean;
  /** What may be meant; anything else can be typed, too. */
  suggestions?: readonly string[];
};
export const Field = ({ label, name, hint, kind, empty, value, suggestions, ...rest }: FieldProps) => (
  <Labelled label={label} name={name} hint={hint}>
    {(props) => (
      <>
        <input
          {...props}
          {...rest}
          data-kind={kind}
          data-empty={empty}
          defaultValue={value ?? ''}
          list={suggestions && `${props.id}-list`}
        />
        {suggestions && (
          <datalist id={`${props.id}-list`}>
            {suggestions.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        )}
      </>
    )}
  </Labelled>
);

/** Several lines. */
export const Area = ({
  rows = 3,
  kind,
  empty,
  value,
  ...labelled
}: LabelledProps & { rows?: number; kind?: Kind; empty?: WhenEmpty; value?: string }) => (
  <Labelled {...labelled}>
    {(props) => <textarea {...props} rows={rows} data-kind={kind} data-empty={empty} defaultValue={value} />}
  </Labelled>
);

/** Left out where no amount is typed. */
export function MoneyField({ value, ...labelled }: LabelledProps & { value?: Money | undefined }) {
  const [currency, setCurrency] = useState(value?.currency ?? 'EUR');
  return (
    <Labelled {...labelled}>
      {(props) => (
        <div className="money">
          <input
            {...props}
            inputMode="decimal"
            data-kind="money"
            data-currency={currency}
            defaultValue={value === undefined ? '' : amountOf(value)}
          />
          <input
            aria-label={`${labelled.label}: currency`}
            value={currency}
            maxLength={3}
            onChange={({ target }) => setCurrency(target.value.toUpperCase())}
          />
        </div>
      )}
    </Labelled>
  );
}

/** A time of the clock here; null where none is given. */
export const MomentField = ({
  value,
  ...labelled
}: LabelledProps & { value?: string | null | undefined }) => (
  <Field {...labelled} type="datetime-local" kind="moment" empty="null" value={localMoment(value)} />
);

type ChoiceProps = LabelledProps & {
  options: readonly (string | readonly [value: string, words: string])[];
  value?: string | null | undefined;
  empty?: WhenEmpty;
  onChange?: (value: string) => void;
};
export const Choice = ({ options, value, empty, onChange, ...labelled }: ChoiceProps) => (
  <Labelled {...labelled}>
    {(props) => (
      <select
        {...props}
        data-empty={empty}
        defaultValue={value ?? undefined}
        onChange={({ target }) => onChange?.(target.value)}
      >
        {options.map((option) => {
          const [value, words] = typeof option === 'string' ? [option, option.replaceAll('-', ' ')] : option;
          return (
            <option key={value} value={value}>
              {words}
            </option>
          );
        })}
      </select>
    )}
  </Labelled>
);

export const Check = ({ label, name, value = false }: { label: string; name: string; value?: boolean }) => (
  <label className="check">
    <input type="checkbox" name={name} data-kind="flag" defaultChecked={value} /> {label}
  </label>
);

/** Any number of the same: each can be taken out, and one more added. */
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
