/** Each rule about prices and coupons: kept by what is right, broken by what is not. */
import {
  couponRedeemed,
  couponReleased,
  firstOrderReleased,
  firstOrderTaken,
  orderCancelled,
  orderPlaced,
  plainOrder,
  type RedemptionEvents,
} from '@quickmart/contracts/order/events';
import { couponsIssued } from '@quickmart/contracts/pricing/events';
import type { NewEvent, StoredEvent } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { Books } from './books.ts';
import { priceRules } from './price-rules.ts';

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const orderId = uuid(2);
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const line = {
  productId: uuid(1),
  sku: 'MUG',
  name: 'Mug',
  quantity: 3,
  unitPrice: euros(5),
  lineTotal: euros(15),
};
const cancelled = orderCancelled({ by: 'customer', code: 'customer-request', note: 'x' });

type Story = readonly (readonly [category: string, id: string, ...events: NewEvent[]])[];
/** Everything has happened at 0, everything is known at 1. */
function brokenBy(story: Story): string[] {
  const books = new Books();
  for (const [category, aggregateId, ...events] of story)
    for (const event of events)
      books.add({ ...event, category, aggregateId, at: 0 } as unknown as StoredEvent);
  return Object.entries(priceRules).flatMap(([rule, check]) =>
    [...check(books, 1)].length > 0 ? [rule] : [],
  );
}

const code = 'TEN';
type Use = (use: RedemptionEvents['CouponRedeemedEvent']) => NewEvent;
const use = (per: 'code' | 'customer', ...events: Use[]) =>
  ['order', `${code}-${per}`, ...events.map((event) => event({ code, orderId, per }))] as const;
const off = { promotion: uuid(7), code: 'ten', amount: euros(5) };
const plain = plainOrder({
  customerId: 'c',
  lines: [line],
  total: euros(15),
  paymentMethod: null,
});
const [plainLine] = plain.lines;
const reduced = {
  ...plain,
  lines: [{ ...plainLine!, discounts: [off], total: euros(10) }],
  discounts: [{ ...off, name: 'Ten', why: 'x' }],
  total: euros(10),
};
const carrying = (...events: NewEvent[]) => ['order', orderId, orderPlaced(reduced), ...events] as const;
const limited = (usesMax: number | null, usesPerCustomerMax: number | null) =>
  [
    'pricing',
    uuid(8),
    couponsIssued({ promotionId: uuid(7), codes: [code], usesMax, usesPerCustomerMax, ...always }),
  ] as const;
const always = { startsAt: null, endsAt: null };
const both = [use('code', couponRedeemed), use('customer', couponRedeemed)] as const;
const other = (customerId: string) =>
  ['order', uuid(5), orderPlaced({ ...reduced, customerId }), cancelled] as const;
const stale = (per: 'code' | 'customer') =>
  ['order', `${code}-${per}`, couponRedeemed({ code, orderId: uuid(5), per })] as const;
const [miscounted, limit] = ['uses of a coupon = live orders that carry it', 'uses of a coupon ≤ its limits'];

const first = { ...plain, isFirst: true };
const customer = (...events: NewEvent[]) => ['order', 'first', ...events] as const;
const isFirst = 'a customer has one first order, and it is not cancelled';

test.each<[what: string, Story]>([
  [
    'the first order of a customer',
    [['order', orderId, orderPlaced(first)], customer(firstOrderTaken({ orderId }))],
  ],
  [
    'cancelled, and the next one is the first',
    [
      ['order', orderId, orderPlaced(first), cancelled],
      ['order', uuid(5), orderPlaced(first)],
      customer(
        firstOrderTaken({ orderId }),
        firstOrderReleased({ orderId }),
        firstOrderTaken({ orderId: uuid(5) }),
      ),
    ],
  ],
  ['an order with a coupon', [carrying(), ...both, limited(1, 1)]],
  [
    'cancelled, and given back',
    [
      carrying(cancelled),
      use('code', couponRedeemed, couponReleased),
      use('customer', couponRedeemed, couponReleased),
    ],
  ],
])('right: %s', (_, story) => {
  expect(brokenBy(story)).toEqual([]);
});

test.each<[rule: string, what: string, Story]>([
  [
    'total = Σ parts',
    'a discount that no line has',
    [['order', orderId, orderPlaced({ ...reduced, lines: plain.lines })]],
  ],
  [
    'total = Σ parts',
    'a total of its own',
    [['order', orderId, orderPlaced({ ...plain, total: euros(14) })]],
  ],
  [
    'total = Σ parts',
    'lines that are not its subtotal',
    [['order', orderId, orderPlaced({ ...plain, subtotal: euros(14), total: euros(14) })]],
  ],
  [miscounted!, 'a discount without a use', [carrying()]],
  [miscounted!, 'one of the customer is missing', [carrying(), both[0]]],
  [miscounted!, 'a use without an order', [...both]],
  [miscounted!, 'not given back', [carrying(cancelled), ...both]],
  [
    miscounted!,
    'given back, and the order stands',
    [carrying(), use('code', couponRedeemed, couponReleased), both[1]],
  ],
  [miscounted!, 'a use by an order without the code', [['order', orderId, orderPlaced(plain)], ...both]],
  [isFirst, 'priced so, and not counted', [['order', orderId, orderPlaced(first)]]],
  [
    isFirst,
    'counted, and cancelled',
    [['order', orderId, orderPlaced(first), cancelled], customer(firstOrderTaken({ orderId }))],
  ],
  [
    isFirst,
    'two at once',
    [
      ['order', orderId, orderPlaced(first)],
      ['order', uuid(5), orderPlaced(first)],
      customer(firstOrderTaken({ orderId }), firstOrderTaken({ orderId: uuid(5) })),
    ],
  ],
  [limit!, 'once too often', [carrying(), ...both, other('c'), stale('code'), limited(1, null)]],
  [
    limit!,
    'once too often for a customer',
    [carrying(), ...both, other('c'), stale('customer'), limited(null, 1)],
  ],
  [limit!, 'two customers as one', [carrying(), ...both, other('d'), stale('customer')]],
])('broken: %s: %s', (rule, _, story) => {
  expect(brokenBy(story)).toContain(rule);
});
