/** What holds for every quote, whatever the basket, the discounts, the taxes and the shipping are. */
import type { Quote } from '@quickmart/contracts/pricing/quote';
import { quoteShape } from '@quickmart/contracts/pricing/quote';
import type { Condition, Effect } from '@quickmart/contracts/pricing/rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coupon, eur, flat, method, now, promotion, taxRate, zone } from '../test/testing.ts';
import { quote } from './quote.ts';
import type { QuoteLine, QuoteRequest, Rules } from './rules.ts';

const skus = ['A', 'B', 'C', 'D'];
const categories = ['tea', 'mugs'];
const classes = ['standard', 'reduced', 'odd'];
const selection = fc.record({
  skus: fc.subarray(skus, { maxLength: 2 }),
  categories: fc.subarray(categories, { maxLength: 1 }),
});
const percent = fc.oneof(
  fc.constantFrom(100, 50, 33.33, 10, 7.5, 0.01),
  fc.double({ min: 0.001, max: 100, noNaN: true }),
);
const amount = fc.oneof(fc.nat(20), fc.nat(20_000), fc.nat(1_000_000_000));
const quantity = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 1_000_000 }));

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({ type: fc.constant('percent' as const), percent, on: selection }),
  fc.record({ type: fc.constant('amount' as const), amount: amount.map(eur), on: selection }),
  fc.record({ type: fc.constant('free-shipping' as const) }),
  fc.record({
    type: fc.constant('buy-x-get-y' as const),
    buy: fc.record({ quantity: fc.integer({ min: 1, max: 4 }), on: selection }),
    get: fc.record({ quantity: fc.integer({ min: 1, max: 4 }), on: selection, percent }),
    timesMax: fc.option(fc.integer({ min: 1, max: 3 })),
  }),
  fc.record({
    type: fc.constant('fixed-price' as const),
    price: amount.map(eur),
    quantity: fc.integer({ min: 1, max: 4 }),
    on: selection,
  }),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ type: fc.constant('subtotal' as const), from: amount.map(eur), on: selection }),
  fc.record({ type: fc.constant('quantity' as const), from: quantity, on: selection }),
  fc.record({ type: fc.constant('first-order' as const) }),
);
const promotions = fc.array(
  fc.record({
    effect,
    conditions: fc.array(condition, { maxLength: 1 }),
    automatic: fc.boolean(),
    stackable: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    priority: fc.integer({ min: -1, max: 1 }),
  }),
  { maxLength: 5 },
);
const line: fc.Arbitrary<QuoteLine> = fc.record({
  sku: fc.constantFrom(...skus),
  quantity,
  unitPrice: amount.map(eur),
  category: fc.constantFrom(null, ...categories),
  taxClass: fc.constantFrom(...classes),
  weight: fc.nat(2000),
});
const rates = fc.array(
  fc.record({
    taxClass: fc.constantFrom(...classes),
    percent: fc.oneof(fc.constantFrom(0, 7, 19, 8.875), percent),
    included: fc.boolean(),
    region: fc.constantFrom(null, 'BY'),
  }),
  { maxLength: 4 },
);
const shippingMethods = fc
  .record({ price: amount, class: fc.constantFrom(null, ...classes), kind: fc.nat(2) })
  .map((one) => {
    const price = eur(one.price);
    const tiers = [
      { from: eur(0), price },
      { from: eur(5000), price: eur(0) },
    ];
    const heavy = [{ upToGrams: 5000, price }];
    const zones = [
      [flat(one.price)],
      [zone({ type: 'by-value', tiers })],
      [zone({ type: 'by-weight', tiers: heavy }, { freeFrom: eur(10_000) })],
    ];
    return [method('post', zones[one.kind]!, one.class)];
  });

const asked = fc
  .record({ lines: fc.array(line, { maxLength: 6 }), promotions, rates, shippingMethods, place: fc.nat(2) })
  .map(({ lines, promotions, rates, shippingMethods, place }): [QuoteRequest, Rules] => {
    const made = promotions.map(({ effect, ...more }, index) => promotion(`p${index}`, effect, more));
    const address = [null, { country: 'DE' }, { country: 'DE', region: 'by' }][place]!;
    const coupons = made.filter(({ automatic }) => !automatic).map(({ id }) => coupon(`CODE-${id}`, id));
    return [
      { currency: 'EUR', lines, address, method: 'post', coupons: coupons.map(({ code }) => code) },
      {
        promotions: made,
        coupons,
        taxRates: rates.map(({ percent, ...more }, index) => taxRate(`r${index}`, 'DE', percent, more)),
        shippingMethods,
        priceLists: [],
      },
    ];
  });

const sum = (list: readonly { amount: { amount: number } }[]) =>
  list.reduce((all, { amount }) => all + amount.amount, 0);
const onTop = (taxes: Quote['tax']) => sum(taxes.filter(({ included }) => !included));
const holds = (property: (made: Quote, request: QuoteRequest, rules: Rules) => void) =>
  fc.assert(
    fc.property(asked, ([request, rules]) => property(quote(request, rules, now), request, rules)),
    { numRuns: 500, seed: Number(process.env.SEED) },
  );

test('every total is the sum of its parts', () => {
  holds(({ lines, subtotal, discounts, shipping, tax, total }) => {
    for (const one of lines) {
      expect(one.lineTotal.amount).toBe(one.unitPrice.amount * one.quantity);
      expect(one.total.amount).toBe(one.lineTotal.amount - sum(one.discounts) + onTop(one.tax));
    }
    const parts = [...lines, ...(shipping ? [shipping] : [])];
    expect(subtotal.amount).toBe(lines.reduce((all, { lineTotal }) => all + lineTotal.amount, 0));
    expect(total.amount).toBe(subtotal.amount - sum(discounts) + (shipping?.amount.amount ?? 0) + onTop(tax));
    expect(total.amount).toBe(parts.reduce((all, part) => all + part.total.amount, 0));
    // By promotion and by rate: what the parts say is what the whole says.
    const offs = parts.flatMap((part) => part.discounts);
    for (const one of discounts)
      expect(one.amount.amount).toBe(sum(offs.filter(({ promotion }) => promotion === one.promotion)));
    for (const one of tax) {
      const own = parts.flatMap((part) => part.tax).filter(({ rate }) => rate === one.rate);
      expect([one.base.amount, one.amount.amount]).toEqual([
        own.reduce((all, { base }) => all + base.amount, 0),
        sum(own),
      ]);
    }
  });
});

test('nothing is below zero, no discount is empty, no line gives more than it has', () => {
  holds(({ lines, discounts, shipping, tax, total }) => {
    expect(discounts.every(({ amount }) => amount.amount > 0)).toBe(true);
    for (const { lineTotal, discounts } of lines)
      expect(sum(discounts)).toBeLessThanOrEqual(lineTotal.amount);
    if (shipping) expect(sum(shipping.discounts)).toBeLessThanOrEqual(shipping.amount.amount);
    expect(tax.every(({ base, amount }) => base.amount >= 0 && amount.amount >= 0)).toBe(true);
    expect(total.amount).toBeGreaterThanOrEqual(0);
  });
});

test('taxes are what their rates say, to a unit for each part that was rounded', () => {
  holds(({ lines, shipping, tax }) => {
    const parts = [...lines.flatMap((one) => one.tax), ...(shipping?.tax ?? [])];
    for (const { base, amount, percent, rate } of tax) {
      const roundings = parts.filter((part) => part.rate === rate).length + 2;
      expect(Math.abs(amount.amount - (base.amount * percent) / 100)).toBeLessThanOrEqual(
        roundings * (1 + percent / 100) + base.amount * 1e-12,
      );
    }
  });
});

test('every code brings a discount or a refusal, and what stands alone stands alone', () => {
  holds(({ discounts, refusals }, { coupons = [] }, { promotions }) => {
    const told = [...discounts, ...refusals].flatMap(({ code }) => (code === undefined ? [] : [code]));
    expect(told.sort()).toEqual([...coupons].sort());
    const alone = promotions.filter(({ stackable }) => !stackable).map(({ id }) => id);
    if (discounts.some(({ promotion }) => alone.includes(promotion))) expect(discounts).toHaveLength(1);
  });
});

test('the order in which rules are given, and rules of others, change nothing; the answer has its shape', () => {
  holds((made, request, rules) => {
    const other = taxRate('other', 'FR', 20);
    const turned = {
      ...rules,
      promotions: [...rules.promotions].reverse(),
      coupons: [...rules.coupons, coupon('OTHER', 'p0')].reverse(),
      taxRates: [other, ...rules.taxRates].reverse(),
    };
    expect(quote(request, turned, now)).toEqual(made);
    expect(quoteShape.parse(made)).toEqual(made);
  });
});
