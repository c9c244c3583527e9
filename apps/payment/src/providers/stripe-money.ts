/**
 * Amounts as Stripe counts them. Mostly that is the minor unit of ISO 4217; the exceptions are Stripe's own:
 * https://docs.stripe.com/currencies#zero-decimal, #three-decimal and #special-cases
 */
import { decimalsOf } from '@quickmart/contracts/currencies';
import { RefusedError } from './provider.ts';

const exceptions: Readonly<Record<string, { decimals: number; multipleOf: number } | undefined>> = {
  // Whole units only, but written with two decimals that are always 00: 5 ISK is 500.
  ISK: { decimals: 2, multipleOf: 100 },
  UGX: { decimals: 2, multipleOf: 100 },
  // ISO 4217 has two decimals (a fifth of it is the smallest coin), Stripe has none.
  MGA: { decimals: 0, multipleOf: 1 },
};

function unitOf(currency: string): { decimals: number; iso: number; multipleOf: number } {
  const iso = decimalsOf(currency);
  if (iso === undefined) throw new RefusedError('currency_unknown');
  // The card networks do not take the third decimal: it has to be 0.
  const usual = { decimals: iso, multipleOf: iso === 3 ? 10 : 1 };
  return { ...((Object.hasOwn(exceptions, currency) ? exceptions[currency] : undefined) ?? usual), iso };
}

/**
 * What Stripe is to be asked for. Nothing is rounded: the customer has agreed to this amount, and no other one.
 *
 * @throws RefusedError `amount_not_representable` where Stripe has no such amount (1.234 KWD), `currency_unknown`.
 */
export function stripeAmount({ amount, currency }: { amount: number; currency: string }): string {
  const { decimals, iso, multipleOf } = unitOf(currency);
  const scale = 10n ** BigInt(Math.abs(decimals - iso));
  const exact = BigInt(amount);
  if (decimals < iso && exact % scale !== 0n) throw new RefusedError('amount_not_representable');
  const units = decimals < iso ? exact / scale : exact * scale;
  if (units % BigInt(multipleOf) !== 0n) throw new RefusedError('amount_not_representable');
  return String(units);
}

/**
 * The other way: minor units of ISO 4217. What Stripe says in parts of a minor unit is cut off (0.50 ISK: none). A currency that
 * is not in the table was asked for before there was one, or before it was gone: in the unit that Stripe says.
 */
export function minorUnits(units: number, code: string): number {
  const currency = code.toUpperCase();
  if (decimalsOf(currency) === undefined) return units;
  const { decimals, iso } = unitOf(currency);
  const scale = 10 ** Math.abs(decimals - iso);
  return decimals < iso ? units * scale : Math.floor(units / scale);
}
