import { expect, test } from 'vitest';
import { currencyCodes, decimalsOf } from './currencies.ts';
import { registry } from './registry.ts';
import { money, price } from './shapes.ts';

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['ISK', 0],
  ['UGX', 0],
  ['KWD', 3],
  ['CLF', 4],
  ['MGA', 2],
  ['ZZZ', undefined],
  ['XAU', undefined],
  ['eur', undefined],
  ['constructor', undefined],
])('%s has %s decimals', (code, digits) => {
  expect(decimalsOf(code)).toBe(digits);
});

test('each code stands in the table once', () => {
  expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
  for (const code of currencyCodes) expect(code).toMatch(/^[A-Z]{3}$/);
});

test.each([
  'ZZZ', // there is none
  'XAU', // gold: it has no minor unit
  'XXX', // no currency
  'DEM', // gone
  'EUr',
])('%s is refused wherever money comes in', (currency) => {
  const of = { amount: 1999, currency };
  for (const shape of [money, price]) {
    const { error } = shape.safeParse(of);
    expect(error?.issues.map(({ path, message }) => [path.at(-1), message])).toEqual([
      ['currency', 'must be a currency code of ISO 4217, such as EUR'],
    ]);
  }
});

test('an event that was written before there was a table is still read', () => {
  const changed = { oldPrice: { amount: 1, currency: 'ZZZ' }, newPrice: { amount: 2, currency: 'DEM' } };
  expect(registry.decode('ProductPriceChangedEvent', 1, changed)).toEqual(changed);
});
