/** What an order of a run with prices must come to. */
import type { components } from '@quickmart/client';
import { expect, test } from 'vitest';
import { faultOf } from './prices.ts';

type Order = components['schemas']['Order'];
const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const right = {
  lines: [{ lineTotal: gbp(1_000), total: gbp(1_200) }],
  subtotal: gbp(1_000),
  discounts: [],
  shipping: { amount: gbp(399), total: gbp(479) },
  tax: [{ amount: gbp(280), included: false }],
  total: gbp(1_679),
};

test.each<[string, object, RegExp | undefined]>([
  ['the sum of its parts', {}, undefined],
  ['another total', { total: gbp(1_680) }, /^1680 in all; its parts come to 1679/],
  ['no tax', { tax: [] }, /no tax/],
  ['no shipping', { shipping: undefined }, /no shipping/],
])('%s', (_, wrong, words) => {
  const fault = faultOf({ ...right, ...wrong } as unknown as Order);
  expect(fault).toEqual(words && expect.stringMatching(words));
});
