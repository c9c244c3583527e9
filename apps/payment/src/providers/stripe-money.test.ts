import { currencyCodes } from '@quickmart/contracts/currencies';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minorUnits, stripeAmount } from './stripe-money.ts';

test.each([
  ['19.99 EUR', 1999, 'EUR', '1999'],
  ['500 JPY: no decimals', 500, 'JPY', '500'],
  ['5 ISK: none by ISO 4217, two at Stripe', 5, 'ISK', '500'],
  ['5 UGX: the same', 5, 'UGX', '500'],
  ['5.120 KWD', 5120, 'KWD', '5120'],
  ['1250.00 MGA: two by ISO 4217, none at Stripe', 125_000, 'MGA', '1250'],
  ['10.45 HUF', 1045, 'HUF', '1045'],
  ['more than a number holds', Number.MAX_SAFE_INTEGER, 'ISK', '900719925474099100'],
])('%s', (_, amount, currency, units) => {
  expect(stripeAmount({ amount, currency })).toBe(units);
});

test.each([
  ['5.124 KWD', 5124, 'KWD', 'amount_not_representable'],
  ['1250.20 MGA', 125_020, 'MGA', 'amount_not_representable'],
  ['a currency that nobody knows', 100, 'ZZZ', 'currency_unknown'],
  ['a name that every object has', 100, 'constructor', 'currency_unknown'],
])('%s cannot be asked for', (_, amount, currency, reason) => {
  expect(() => stripeAmount({ amount, currency })).toThrow(expect.objectContaining({ reason }));
});

test('a currency that is in no table now was asked for as it is, and is told so', () => {
  expect(minorUnits(1999, 'bgn')).toBe(1999);
});

test('what Stripe says of an amount is what it was asked for, in every currency', () => {
  const property = fc.property(fc.constantFrom(...currencyCodes), fc.nat(), (currency, n) => {
    const amount = n * 100; // a whole amount that every currency has
    expect(minorUnits(Number(stripeAmount({ amount, currency })), currency.toLowerCase())).toBe(amount);
  });
  fc.assert(property, { seed: Number(process.env.SEED) });
});
