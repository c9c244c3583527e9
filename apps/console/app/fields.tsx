/** Fields of forms: each is named by the place of its value in the body. */
import { type ReactNode, useContext, useId, useState } from 'react';
import { isAt, type Kind, type WhenEmpty } from './body.ts';
import { Faults } from './form.tsx';
import { amountOf, localMoment, type Money } from './show.ts';

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

/** Without words, the value has them. */
export type OptionList = readonly (string | readonly [value: string, words: string])[];
export const Options = ({ of }: { of: OptionList }) =>
  of.map((option) => {
    const [value, words] = typeof option === 'string' ? [option, option.replaceAll('-', ' ')] : option;
    return (
      <option key={value} value={value}>
        {words}
      </option>
    );
  });

type ChoiceProps = LabelledProps & {
  options: OptionList;
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
        <Options of={options} />
      </select>
    )}
  </Labelled>
);

export const Check = ({ label, name, value = false }: { label: string; name: string; value?: boolean }) => (
  <label className="check">
    <input type="checkbox" name={name} data-kind="flag" defaultChecked={value} /> {label}
  </label>
);
