/** Whatever the pricing service would refuse of a rule is refused in a file, too: with its place and the reason. */
import { expect, test } from 'vitest';
import { quoteFiles, tenPercent, week } from '../../test/quoted.ts';

const { quoted } = quoteFiles();

const [de, flat] = [
  { country: 'DE', name: 'VAT', percent: 19, included: true },
  { type: 'flat', price: { amount: 490, currency: 'EUR' } },
];
test.each([
  ['promotions: [', /flow collection|Flow sequence/i],
  ['surprise: 1', /\/: .*surprise/],
  [
    { promotions: [{ name: 'x', effect: { type: 'percent', percent: 0 } }] },
    /\/promotions\/0\/effect\/percent: /,
  ],
  [
    { promotions: [{ ...tenPercent, startsAt: '2026-12-02T00:00:00Z', endsAt: '2026-12-01T00:00:00Z' }] },
    /\/promotions\/0\/endsAt: it must be after 2026-12-02/,
  ],
  [
    { promotions: [{ ...tenPercent, automatic: true, coupons: [{ code: 'TEN' }] }] },
    /\/promotions\/0\/coupons: the promotion is given without a code/,
  ],
  [
    { promotions: [{ ...tenPercent, coupons: [{ code: 'TEN', usesMax: 1, usesPerCustomerMax: 2 }] }] },
    /\/promotions\/0\/coupons\/0\/usesPerCustomerMax: it is more than 1/,
  ],
  [
    {
      promotions: [
        { ...tenPercent, coupons: [{ code: 'TEN' }] },
        { ...tenPercent, coupons: [{ code: 'ten' }] },
      ],
    },
    /\/promotions\/1\/coupons\/0\/code: the same stands at \/promotions\/0\/coupons\/0\/code/,
  ],
  [{ taxRates: [de, { ...de, percent: 20 }] }, /\/taxRates\/1: the same stands at \/taxRates\/0/],
  [{ shippingMethods: [{ key: 'post', name: 'Post', zones: [] }] }, /\/shippingMethods\/0\/zones: /],
  [
    { shippingMethods: [{ key: 'post', name: 'Post', zones: [{ rate: flat }, { rate: flat }] }] },
    /\/shippingMethods\/0\/zones\/1: zone 0 has all of its addresses/,
  ],
  [
    {
      priceLists: [
        { key: 'sale', name: 'Sale', currency: 'EUR', prices: [{ sku: 'A', price: 9, compareAt: 9 }] },
      ],
    },
    /\/priceLists\/0\/prices\/0\/compareAt: it is crossed out/,
  ],
])('wrong rules are named with file, place and reason: %j', async (rules, words) => {
  const { code, err } = await quoted(week, rules);
  expect([code, err]).toEqual([2, expect.stringMatching(words)]);
  expect(err).toMatch(/rules-\d+\.yaml: /);
});
