/** What pages are made of: what is loaded, forms, money, and the totals of a cart or an order. */
import type { components } from '@quickmart/client';
import type { FC, PropsWithChildren } from 'hono/jsx';
import { useEffect, useState } from 'hono/jsx/dom';
import { said } from './visitor.ts';

type Money = components['schemas']['Money'];
type Price = Pick<components['schemas']['Quote'], 'subtotal' | 'discounts' | 'shipping' | 'tax' | 'total'>;

/** Amounts are in minor units; how many of them are one, the currency says. */
export function amount({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export const when = (time: string): string =>
  new Date(time).toLocaleString('en-IE', { dateStyle: 'medium', timeStyle: 'short' });

export const go = (path: string): void => {
  location.hash = path;
};

/** The outcome of `load`, anew whenever `key` changes. Nothing until it is there; an error is said. */
export function useLoaded<Value>(load: () => Promise<Value>, key: unknown) {
  const [value, setValue] = useState<Value | undefined>(undefined);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (loaded: Value | undefined, problem: string | null) => {
      if (!isCurrent) return;
      setValue(() => loaded);
      setError(problem);
    };
    load().then(
      (loaded) => show(loaded, null),
      (cause) => show(undefined, said(cause)),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return { value, setValue, error };
}

export const Problem: FC<{ text: string | null }> = ({ text }) => (
  <p class="problem" role="alert" hidden={text === null}>
    {text}
  </p>
);

export const Waiting: FC<{ error: string | null }> = ({ error }) =>
  error === null ? (
    <p class="quiet" role="status">
      Loading…
    </p>
  ) : (
    <Problem text={error} />
  );

type FormProps = PropsWithChildren<{
  label: string;
  /** Of one field, beside others on a page. */
  inline?: boolean;
  send: (fields: Record<string, string>) => Promise<void>;
}>;

/** Sends its fields once at a time, and says what is wrong with them. */
export const Form: FC<FormProps> = ({ label, inline, send, children }) => {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    setBusy(true);
    try {
      await send(Object.fromEntries(new FormData(form)) as Record<string, string>);
      setError(null);
      if (inline) form.reset();
    } catch (cause) {
      setError(said(cause));
    }
    setBusy(false);
  };
  return (
    <form class={inline ? 'inline' : ''} onSubmit={(event: Event) => void submit(event)}>
      {children}
      <Problem text={error} />
      <button type="submit" class={inline ? '' : 'primary'} disabled={isBusy}>
        {label}
      </button>
    </form>
  );
};

type FieldProps = {
  name: string;
  label: string;
  type?: string;
  value?: string;
  optional?: boolean;
  autocomplete?: string;
};
export const Field: FC<FieldProps> = ({ name, label, type = 'text', value = '', optional, autocomplete }) => (
  <label>
    {label}
    <input name={name} type={type} value={value} required={!optional} autocomplete={autocomplete} />
  </label>
);

/** In a real shop the payment provider's own form stands here, and gives this token. */
export const CardField: FC<{ optional?: boolean }> = ({ optional }) => (
  <Field name="paymentMethod" label="Card (token)" optional={optional ?? false} />
);

/** What it costs, and why. */
export const Totals: FC<{ price: Price }> = ({ price: { subtotal, discounts, shipping, tax, total } }) => (
  <dl class="totals">
    <dt>Subtotal</dt>
    <dd>{amount(subtotal)}</dd>
    {discounts.map((discount) => (
      <>
        <dt>{discount.name}</dt>
        <dd>−{amount(discount.amount)}</dd>
      </>
    ))}
    {shipping && (
      <>
        <dt>Shipping: {shipping.name}</dt>
        <dd>{amount(shipping.amount)}</dd>
      </>
    )}
    {tax.map(({ name, percent, amount: of, included }) => (
      <>
        <dt>
          {included ? 'including' : 'plus'} {percent} % {name}
        </dt>
        <dd>{amount(of)}</dd>
      </>
    ))}
    <dt class="total">Total</dt>
    <dd class="total">{amount(total)}</dd>
  </dl>
);

/** There are no pictures: a colour of its own for each product. */
export const Picture: FC<{ of: { sku: string; name: string } }> = ({ of: { sku, name } }) => {
  const hue = [...sku].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 360, 7);
  return (
    <div class="picture" aria-hidden="true" style={`--hue: ${hue}`}>
      {name.slice(0, 1)}
    </div>
  );
};
