/** What is refused, and the words for it. */
import type { Condition } from '@quickmart/contracts/pricing/rules';
import { expect, test } from 'vitest';
import {
  byCode,
  category,
  coupon,
  eur,
  everything,
  flat,
  line,
  method,
  now,
  only,
  rules,
} from '../test/testing.ts';
import { quote } from './quote.ts';
import type { Coupon, Promotion, QuoteRequest } from './rules.ts';
import { QuoteTooLargeError } from './totals.ts';

const ten = { type: 'percent' as const, percent: 10, on: everything };
const [soon, past] = [Date.UTC(2026, 11), Date.UTC(2026, 10)];
const [soonText, pastText] = ['2026-12-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'];
const asked: QuoteRequest = {
  currency: 'EUR',
  lines: [line('A', 2, 1000, { category: 'tea' })],
  coupons: ['x'],
};

/** The refusal of the coupon X; undefined where it is given. */
function refusal(of: {
  coupon?: Partial<Coupon>;
  promotion?: Partial<Promotion>;
  request?: Partial<QuoteRequest>;
}) {
  const made = quote(
    { ...asked, ...of.request },
    rules({ promotions: [byCode('p', ten, of.promotion)], coupons: [coupon('X', 'p', of.coupon)] }),
    now,
  );
  expect(made.discounts.length + made.refusals.length).toBe(1);
  return made.refusals[0];
}
const customer = { id: 'c', groups: [], firstOrder: false };

test.each([
  ['coupon-disabled', 'it was taken back', { coupon: { disabled: true } }],
  ['coupon-not-started', `it starts at ${soonText}`, { coupon: { startsAt: soon } }],
  ['coupon-ended', `it ended at ${pastText}`, { coupon: { endsAt: past } }],
  ['coupon-used-up', 'it was used 100 times of 100', { coupon: { usesMax: 100, uses: 100 } }],
  [
    'coupon-used-by-customer',
    'the customer has used it once of 1',
    { coupon: { usesPerCustomerMax: 1, usesOfCustomer: 1 }, request: { customer } },
  ],
  [
    'customer-unknown',
    'it has a limit per customer: log in to use it',
    { coupon: { usesPerCustomerMax: 1 } },
  ],
  ['coupon-unknown', 'there is no such code', { request: { coupons: ['y'] } }],
  ['promotion-inactive', 'its promotion is not active', { promotion: { active: false } }],
  ['promotion-inactive', 'its promotion is not active', { coupon: { promotion: 'gone' } }],
  ['promotion-not-started', `its promotion starts at ${soonText}`, { promotion: { startsAt: soon } }],
  ['promotion-ended', `its promotion ended at ${pastText}`, { promotion: { endsAt: past } }],
  [
    'nothing-to-discount',
    'there is nothing in the basket that it reduces (10 % of 0.00 EUR)',
    { promotion: { effect: { ...ten, on: only('B') } } },
  ],
  [
    'nothing-to-discount',
    'there is nothing in the basket that it reduces (it is in USD)',
    {
      promotion: {
        effect: { type: 'amount' as const, amount: { amount: 1, currency: 'USD' }, on: everything },
      },
    },
  ],
])('%s: %s', (reason, detail, of) => {
  expect(refusal(of)).toMatchObject({ reason, detail });
});

test('limits that are not reached, and times that have begun, are no hindrance', () => {
  const within = { usesMax: 100, uses: 99, usesPerCustomerMax: 2, usesOfCustomer: 1 };
  expect(
    refusal({ coupon: { ...within, startsAt: past, endsAt: soon }, request: { customer } }),
  ).toBeUndefined();
});

const unmet = (condition: Condition, request: Partial<QuoteRequest> = {}) =>
  refusal({ promotion: { conditions: [condition] }, request })?.detail;
const wholesale = { customer: { id: 'c', groups: ['wholesale'], firstOrder: true } };

test('each condition says what it needs', () => {
  expect(unmet({ type: 'subtotal', from: eur(2000), on: everything })).toBeUndefined();
  expect(unmet({ type: 'subtotal', from: eur(2001), on: everything })).toBe('it needs 20.01 EUR');
  expect(unmet({ type: 'subtotal', from: eur(1), on: only('B') })).toBe('it needs 0.01 EUR of B');
  expect(unmet({ type: 'subtotal', from: { amount: 1, currency: 'USD' }, on: everything })).toBe(
    'it needs a subtotal in USD',
  );
  expect(unmet({ type: 'quantity', from: 2, on: category('tea') })).toBeUndefined();
  expect(unmet({ type: 'quantity', from: 3, on: category('tea') })).toBe('it needs 3 units of tea');
  expect(unmet({ type: 'sku', anyOf: ['A', 'B'] })).toBeUndefined();
  expect(unmet({ type: 'sku', anyOf: ['B', 'C'] })).toBe('it needs one of B, C');
  expect(unmet({ type: 'category', anyOf: ['tea'] })).toBeUndefined();
  expect(unmet({ type: 'category', anyOf: ['mugs'] })).toBe('it needs a product of mugs');
  expect(unmet({ type: 'customer-group', anyOf: ['wholesale'] }, wholesale)).toBeUndefined();
  expect(unmet({ type: 'customer-group', anyOf: ['wholesale'] })).toBe('it is for customers of wholesale');
  expect(unmet({ type: 'first-order' }, wholesale)).toBeUndefined();
  expect(unmet({ type: 'first-order' })).toBe('it is for the first order of a customer');
  expect(unmet({ type: 'channel', anyOf: ['app'] }, { channel: 'app' })).toBeUndefined();
  expect(unmet({ type: 'channel', anyOf: ['app'] })).toBe('it is for orders by app');
});

test('a period has days and hours, by the clock of the shop, and may go past midnight', () => {
  const at = (iso: string, period: Partial<Extract<Condition, { type: 'period' }>>) => {
    const condition = {
      type: 'period' as const,
      weekdays: [],
      from: '00:00',
      until: null,
      utcOffsetMinutes: 0,
    };
    const shop = {
      promotions: [byCode('p', ten, { conditions: [{ ...condition, ...period }] })],
      coupons: [coupon('X', 'p')],
    };
    return quote(asked, rules(shop), Date.parse(iso)).refusals[0]?.detail;
  };
  // 2026-11-20 is a Friday.
  const happyHour = { weekdays: [5], from: '17:00', until: '19:00' };
  expect(at('2026-11-20T17:00:00Z', happyHour)).toBeUndefined();
  expect(at('2026-11-20T19:00:00Z', happyHour)).toBe('it is given on Friday from 17:00 until 19:00');
  expect(at('2026-11-21T17:00:00Z', happyHour)).toBeDefined();
  expect(at('2026-11-20T16:30:00Z', { ...happyHour, utcOffsetMinutes: 60 })).toBeUndefined();
  const night = { weekdays: [5], from: '22:00', until: '02:00' };
  expect(at('2026-11-20T23:00:00Z', night)).toBeUndefined();
  expect(at('2026-11-21T01:59:59Z', night)).toBeUndefined();
  expect(at('2026-11-20T01:00:00Z', night)).toBeDefined();
  expect(at('2026-11-21T23:00:00Z', night)).toBeDefined();
});

test('two codes of one promotion bring it once', () => {
  const shop = { promotions: [byCode('p', ten)], coupons: [coupon('X', 'p'), coupon('Y', 'p')] };
  const made = quote({ ...asked, coupons: ['x', 'X', 'y'] }, rules(shop), now);
  expect(made.discounts).toMatchObject([{ code: 'X', amount: { amount: 200 } }]);
  expect(made.refusals).toEqual([
    { reason: 'promotion-applied', detail: 'X has brought the same', code: 'Y' },
  ]);
});

test('lines without a price in the currency, methods that do not go there', () => {
  const dollars = { sku: 'D', quantity: 1, unitPrice: { amount: 1, currency: 'USD' } };
  const post = method('post', [flat(500, { countries: ['DE'] })]);
  const ask = (request: Partial<QuoteRequest>) =>
    quote({ ...asked, coupons: [], ...request }, rules({ shippingMethods: [post] }), now);
  const mixed = ask({ lines: [...asked.lines, dollars] });
  expect(mixed.refusals).toEqual([{ reason: 'price-missing', detail: 'it has no price in EUR', sku: 'D' }]);
  expect(mixed.total).toEqual(eur(2000));
  const away = { method: 'post', address: { country: 'CH' } };
  expect(ask(away).refusals).toEqual([
    { reason: 'method-unavailable', detail: 'post does not go to CH', method: 'post' },
  ]);
  expect(ask({ ...away, method: 'ship' }).refusals).toMatchObject([
    { reason: 'method-unknown', method: 'ship' },
  ]);
  expect(ask({ method: 'post' }).refusals).toMatchObject([{ reason: 'address-missing' }]);
  const open = ask({ address: { country: 'DE' } });
  expect(open).not.toHaveProperty('shipping');
  expect(open).toMatchObject({
    methods: [{ method: 'post', amount: { amount: 500 } }],
    refusals: [],
  });
});

test('a total that cannot be kept exactly is no quote', () => {
  const lines = Array.from({ length: 10 }, (_, index) => line(`S${index}`, 1_000_000, 1_000_000_000));
  expect(() => quote({ currency: 'EUR', lines }, rules({}), now)).toThrow(QuoteTooLargeError);
});
