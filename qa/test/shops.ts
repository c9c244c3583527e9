/** Shops with random rules, and the orders that they take: as events, with the quote that each order carries. */
import {
  couponsIssued,
  promotionCreated,
  shippingMethodSet,
  taxRateSet,
} from '@quickmart/contracts/pricing/events';
import { noRules, type Promotion, type QuoteRequest, quote, type Rules } from '@quickmart/pricing';
import type { StoredEvent } from '@quickmart/streams';
import fc from 'fast-check';
import { taxRules } from '../../apps/pricing/src/rules.ts';
import { Book } from '../src/quote/book.ts';
import type { Placed } from '../src/quote/placed.ts';
import { Quoting, type Terms } from '../src/quote/quoting.ts';
import { Uses, useBy, useOf } from '../src/quote/uses.ts';

export const begin = Date.UTC(2026, 10, 20, 22);
export const eur = (amount: number) => ({ amount, currency: 'EUR' });
export const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const eventOf = (category: string, aggregateId: string, at: number, made: object): StoredEvent =>
  ({
    category,
    partition: 0,
    epoch: 1,
    pos: 1,
    eventId: aggregateId,
    aggregateId,
    version: 1,
    at,
    meta: { correlationId: aggregateId },
    ...made,
  }) as StoredEvent;
export const placedAt = (order: string, at: number, data: Placed) =>
  eventOf('order', order, at, { eventType: 'OrderPlacedEvent', schema: 1, data });

export const germany = { country: 'DE', region: null, postalCode: '10115' };
export const quoting = (more: Partial<Terms> = {}) =>
  new Quoting({ book: new Book(), openAddress: async () => germany, cancelled: new Set(), ...more });

export const all = { skus: [], categories: [] };
export const always = { startsAt: null, endsAt: null };
export const line = fc.record({
  sku: fc.constantFrom('A', 'B', 'C'),
  quantity: fc.integer({ min: 1, max: 1000 }),
  amount: fc.nat(1_000_000),
});
export const basket = fc.array(line, { minLength: 1, maxLength: 4 });
export const linesOf = (lines: readonly { sku: string; quantity: number; amount: number }[]) =>
  lines.map(({ sku, quantity, amount }, index) => ({
    productId: id(index),
    sku,
    name: sku,
    quantity,
    unitPrice: eur(amount),
    priceList: null,
  }));

/** Without anything that rules add. */
export function plainly(lines: Parameters<typeof linesOf>[0]): Placed {
  const total = eur(lines.reduce((sum, { quantity, amount }) => sum + quantity * amount, 0));
  return {
    customerId: id(90),
    lines: linesOf(lines),
    subtotal: total,
    discounts: [],
    shipping: null,
    tax: [],
    total,
    addresses: { shipping: null },
  };
}

export type Shop = Pick<Rules, 'promotions' | 'coupons' | 'taxRates' | 'shippingMethods'>;
export const effect: fc.Arbitrary<Promotion['effect']> = fc.oneof(
  fc.record({
    type: fc.constant('percent' as const),
    percent: fc.constantFrom(10, 33.33, 100),
    on: fc.constant(all),
  }),
  fc.record({
    type: fc.constant('amount' as const),
    amount: fc.integer({ min: 1, max: 5000 }).map(eur),
    on: fc.constant(all),
  }),
  fc.constant({ type: 'free-shipping' as const }),
);
export const shop: fc.Arbitrary<Shop> = fc
  .record({
    promotions: fc.array(
      fc.record({
        effect,
        automatic: fc.boolean(),
        isFirst: fc.boolean(),
        usesMax: fc.option(fc.constantFrom(1, 2)),
      }),
      { maxLength: 4 },
    ),
    percents: fc.array(fc.constantFrom(7, 19, 8.875), { maxLength: 2 }),
    included: fc.boolean(),
    price: fc.nat(900),
  })
  .map(({ promotions, percents, included, price }) => ({
    promotions: promotions.map(({ effect, automatic, isFirst }, n) => ({
      id: id(50 + n),
      name: `p${n}`,
      effect,
      automatic,
      stackable: true,
      priority: n % 2,
      active: true,
      ...always,
      conditions: isFirst ? [{ type: 'first-order' as const }] : [],
    })),
    coupons: promotions.flatMap(({ automatic, usesMax }, n) => {
      if (automatic) return [];
      const limits = { usesMax, usesPerCustomerMax: usesMax === 2 ? 1 : null, uses: 0, usesOfCustomer: 0 };
      return [{ code: `Code-${n}`, promotion: id(50 + n), disabled: false, ...limits, ...always }];
    }),
    taxRates: percents.map((percent, n) => {
      const rate = { country: 'DE', region: null, taxClass: 'standard', name: `t${n}`, percent, included };
      return { ...rate, ...always, id: taxRules.idOf({ ...rate, ...always }) };
    }),
    shippingMethods: [
      {
        key: 'post',
        name: 'Post',
        taxClass: null,
        zones: [{ countries: [], regions: [], postalCodes: [], rate: { type: 'flat', price: eur(price) } }],
      },
    ],
  }));

export const eventsOf = ({ promotions, coupons, taxRates, shippingMethods }: Shop): StoredEvent[] => [
  ...promotions.map(({ id, active: _, ...rule }) =>
    eventOf('pricing', id, begin, promotionCreated({ ...rule, ...always } as never)),
  ),
  ...coupons.map(({ code, promotion, usesMax, usesPerCustomerMax }, n) => {
    const terms = { usesMax, usesPerCustomerMax, ...always };
    return eventOf(
      'pricing',
      id(70 + n),
      begin,
      couponsIssued({ promotionId: promotion, codes: [code], ...terms }),
    );
  }),
  ...taxRates.map(({ id, ...rate }) => eventOf('pricing', id, begin, taxRateSet({ ...rate, ...always }))),
  ...shippingMethods.map((method) => eventOf('pricing', id(80), begin, shippingMethodSet(method as never))),
];

export type Asked = {
  lines: Parameters<typeof linesOf>[0];
  customer: number;
  codes: boolean;
  cancels: boolean;
  goes: boolean;
};
export const asked: fc.Arbitrary<Asked> = fc.record({
  lines: basket,
  customer: fc.nat(2),
  codes: fc.boolean(),
  cancels: fc.boolean(),
  goes: fc.boolean(),
});

/** As the order service places them: nothing may be refused, and a use counts until its order is cancelled. */
export function placedBy(
  rules: Shop,
  orders: readonly Asked[],
): { events: StoredEvent[]; cancelled: Set<string> } {
  const [uses, standing, cancelled] = [new Uses(), new Map<string, number>(), new Set<string>()];
  const events = orders.flatMap(({ lines, customer: n, codes, cancels, goes }, index): StoredEvent[] => {
    const [order, customer, at] = [id(100 + index), id(90 + n), begin + 1 + index * 7_000_000];
    const request: QuoteRequest = {
      currency: 'EUR',
      lines: linesOf(lines),
      coupons: codes ? rules.coupons.map(({ code }) => code.toUpperCase()) : [],
      address: goes ? germany : null,
      method: goes ? 'post' : null,
      customer: { id: customer, groups: [], firstOrder: (standing.get(customer) ?? 0) === 0 },
    };
    const coupons = rules.coupons.map((one) => ({
      ...one,
      uses: uses.count(useOf(one.code)),
      usesOfCustomer: uses.count(useBy(one.code, customer)),
    }));
    const made = quote(request, { ...noRules, ...rules, coupons }, at);
    if (made.refusals.length > 0) return [];
    const names = made.discounts.flatMap(({ code }) => (code ? [useOf(code), useBy(code, customer)] : []));
    uses.take(order, names, cancels);
    const address = goes ? { country: 'sealed', region: null, postalCode: 'sealed' } : null;
    const placed = placedAt(order, at, {
      ...made,
      customerId: customer,
      lines: made.lines.map((line) => ({ ...line, productId: line.productId!, name: line.name! })),
      shipping: made.shipping ?? null,
      addresses: { shipping: address },
    });
    if (!cancels) standing.set(customer, (standing.get(customer) ?? 0) + 1);
    if (!cancels) return [placed];
    cancelled.add(order);
    uses.giveBack(order);
    const data = { reason: 'x', by: 'customer' };
    return [placed, eventOf('order', order, at + 1, { eventType: 'OrderCancelledEvent', schema: 1, data })];
  });
  return { events, cancelled };
}
