/** What an order says about its money, whatever the rules of the shop are. */
import { orderPlaced } from '@quickmart/contracts/order/events';
import { registry } from '@quickmart/contracts/registry';
import type { Money } from '@quickmart/contracts/shapes';
import { noRules, type Rules } from '@quickmart/pricing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Basket, priced } from './priced.ts';
import { choose, countsOf, linesOf, paidFor, returnableOf, unitsOf } from './quantities.ts';
import type { Placed } from './state.ts';

const now = Date.UTC(2026, 10, 29);
const eur = (amount: number): Money => ({ amount, currency: 'EUR' });
const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const everything = { skus: [], categories: [] };
const always = { startsAt: null, endsAt: null };
const known = {
  number: 'QM-2026-000001',
  customerId: uuid(9),
  email: null,
  addresses: { shipping: null, billing: null },
  locale: null,
  metadata: {},
  paymentMethod: null,
  onDecline: 'cancel' as const,
};

const lines = fc.uniqueArray(
  fc.record({ n: fc.nat(4), quantity: fc.integer({ min: 1, max: 9 }), amount: fc.nat(20_000) }),
  { minLength: 1, maxLength: 4, selector: ({ n }) => n },
);
const percent = fc.constantFrom(5, 12.5, 33.33, 100);
const rules = fc.record({
  promotions: fc.array(
    fc.oneof(
      fc.record({ type: fc.constant('percent' as const), percent, on: fc.constant(everything) }),
      fc.record({
        type: fc.constant('amount' as const),
        amount: fc.integer({ min: 1, max: 5000 }).map(eur),
        on: fc.constant(everything),
      }),
      fc.record({ type: fc.constant('free-shipping' as const) }),
    ),
    { maxLength: 3 },
  ),
  taxes: fc.array(fc.record({ percent: fc.constantFrom(7, 8.875, 19), included: fc.boolean() }), {
    maxLength: 2,
  }),
  shipping: fc.option(fc.nat(2000)),
});

function basketOf(bought: { n: number; quantity: number; amount: number }[], of: Generated): Basket {
  const { promotions, taxes, shipping } = of;
  const method = shipping === null ? null : 'post';
  const zone = { countries: [], regions: [], postalCodes: [] };
  const made: Rules = {
    ...noRules,
    promotions: promotions.map((effect, n) => ({
      ...always,
      id: `p${n}`,
      name: `P${n}`,
      effect,
      conditions: [],
      automatic: true,
      stackable: true,
      priority: n,
      active: true,
    })),
    taxRates: taxes.map((tax, n) => ({
      ...tax,
      ...always,
      id: `t${n}`,
      country: 'DE',
      region: null,
      taxClass: 'standard',
      name: `T${n}`,
    })),
    shippingMethods: [
      {
        key: 'post',
        name: 'Post',
        taxClass: null,
        zones: [{ ...zone, rate: { type: 'flat', price: eur(shipping ?? 0) } }],
      },
    ],
  };
  const request = {
    currency: 'EUR',
    address: { country: 'DE' },
    method,
    lines: bought.map(({ n, quantity, amount }) => ({
      productId: uuid(n),
      sku: `P${n}`,
      name: `P ${n}`,
      quantity,
      unitPrice: eur(amount),
    })),
  };
  return { request, rules: made };
}
type Generated = typeof rules extends fc.Arbitrary<infer T> ? T : never;
const sum = (all: readonly { amount: Money }[]) =>
  all.reduce((total, { amount }) => total + amount.amount, 0);

const seed = Number(process.env.SEED);

test('its total is the sum of its parts, in both ways, and its event can be written', () => {
  fc.assert(
    fc.property(lines, rules, (bought, of) => {
      const placed = priced(basketOf(bought, of), known, now);
      const onTop = placed.tax.filter(({ included }) => !included);
      const { subtotal, discounts, shipping, total } = placed;
      expect(subtotal.amount - sum(discounts) + (shipping?.amount.amount ?? 0) + sum(onTop)).toBe(
        total.amount,
      );
      const paid = placed.lines.reduce((all, line) => all + line.total.amount, shipping?.total.amount ?? 0);
      expect(paid).toBe(total.amount);
      const { eventType, schema, data } = orderPlaced(placed);
      const written = JSON.parse(JSON.stringify(data));
      expect(registry.decode(eventType, schema, written)).toEqual(written);
    }),
    { seed },
  );
});

test('what comes back one by one is worth what was paid for it', () => {
  fc.assert(
    fc.property(lines, rules, (bought, of) => {
      const placed = priced(basketOf(bought, of), known, now);
      const nothing = { cancellations: [], shipments: [], returns: [] };
      const plain = { lines: placed.lines, ...nothing };
      const whole = {
        lines: unitsOf(plain, null),
        status: 'delivered',
      } as unknown as Placed['shipments'][number];
      const returns: Placed['returns'][number][] = [];
      const order = { ...plain, shipments: [whole], returns };
      let refunded = 0;
      for (const { sku, quantity } of placed.lines)
        for (let unit = 0; unit < quantity; unit++) {
          const one = { most: returnableOf, words: () => '' };
          const { chosen } = choose(countsOf(order), [{ sku, quantity: 1 }], one, 'not-ordered');
          refunded += paidFor(order, chosen);
          returns.push({ lines: linesOf(chosen) } as Placed['returns'][number]);
        }
      expect(refunded).toBe(placed.lines.reduce((all, { total }) => all + total.amount, 0));
    }),
    { seed },
  );
});
