/** What an order of a run with prices must come to; every way in which it does not is said. */
import type { components } from '@quickmart/client';
import { expect, test } from 'vitest';
import { priceOf, pricesIn } from './prices.ts';

type Order = components['schemas']['Order'];
const gbp = (amount: number) => ({ amount, currency: 'GBP' });

/** Goods of so much, in one line. */
function order(goods: number, changes: { shipping?: number; tax?: number; total?: number } = {}): Order {
  const shipping = changes.shipping ?? (goods >= 5_000 ? 0 : 399);
  const tax = changes.tax ?? Math.round((goods + shipping) / 5);
  const total = changes.total ?? goods + shipping + tax;
  return {
    lines: [{ total: gbp(total - shipping) }],
    subtotal: gbp(goods),
    discounts: [],
    shipping: { amount: gbp(shipping), total: gbp(shipping) },
    tax: [{ amount: gbp(tax) }],
    total: gbp(total),
  } as unknown as Order;
}

test('what adds up has no fault', () => {
  expect(priceOf(order(1_000))).toEqual({ goods: 1_000, shipping: 399, tax: 280, total: 1_679 });
  expect(priceOf(order(5_000))).toEqual({ goods: 5_000, shipping: 0, tax: 1_000, total: 6_000 });
});

test.each<[string, Order, RegExp]>([
  ['a total that is not the sum of its parts', order(1_000, { total: 1_680 }), /its parts come to 1679/],
  ['no tax', order(1_000, { tax: 0 }), /the tax is 0/],
  ['shipping that is free too early', order(1_000, { shipping: 0 }), /shipping is 0/],
  ['shipping that is not free', order(9_000, { shipping: 399 }), /shipping is 399/],
])('%s is said', (_, wrong, words) => {
  const price = priceOf(wrong);
  expect(price.fault).toMatch(words);
  expect(pricesIn([{ price, invoice: { number: '536365' } }]).faults).toMatchObject([{ invoice: '536365' }]);
});
