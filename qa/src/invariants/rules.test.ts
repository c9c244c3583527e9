/** Each rule: kept by what is right, broken by what is not. */
import {
  inventoryCreated,
  stockAdjusted,
  stockAllocated,
  stockCommitted,
  stockDeallocated,
  stockReservationConfirmed,
  stockReservationExpired,
  stockReservationReleased,
  stockReserved,
  stockRestocked,
  stockWithdrawn,
} from '@quickmart/contracts/inventory/events';
import {
  orderAttentionRequired,
  orderCancelled,
  orderCompleted,
  orderConfirmed,
  orderPaymentRequested,
  orderPaymentSettled,
  orderPlaced,
  orderReturned,
  plainOrder,
  shipmentDelivered,
  shipmentDispatched,
} from '@quickmart/contracts/order/events';
import {
  paymentAuthorized,
  paymentCaptured,
  paymentRefunded,
  paymentRefundRequested,
  paymentRequested,
  paymentVoided,
} from '@quickmart/contracts/payment/events';
import type { NewEvent, StoredEvent } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { Books } from './books.ts';
import { brokenRules } from './rules.ts';
import { Unread } from './unread.ts';

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const [mug, orderId, paymentId] = [uuid(1), uuid(2), uuid(3)];
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const lines = [{ productId: mug, sku: 'MUG', quantity: 3 }];
const ids = { paymentId, orderId, amount: euros(15), providerRef: 'pi_1' };
const money = { name: 'Mug', unitPrice: euros(5), lineTotal: euros(15) };

const stock = (...events: NewEvent[]) =>
  [
    'inventory',
    mug,
    inventoryCreated({ ...lines[0]!, quantity: 100, sourceEventId: null }),
    ...events,
  ] as const;
const took = stockAllocated({ orderId, quantity: 3, reserved: 3 });
const gave = stockDeallocated({ orderId, quantity: 3, reserved: 0 });
const sent = stockWithdrawn({ orderId, quantity: 3, onHand: 97, reserved: 0 });
const held = (...events: NewEvent[]) =>
  [
    'inventory',
    orderId,
    stockReserved({ orderId, lines, expiresAt: '2026-01-01T00:00:00.000Z' }),
    ...events,
  ] as const;
const kept = stockReservationConfirmed({ orderId, lines });
const order = (...events: NewEvent[]) =>
  [
    ...[
      'order',
      orderId,
      orderPlaced(
        plainOrder({
          customerId: 'c',
          lines: [{ ...lines[0]!, ...money }],
          total: euros(15),
          paymentMethod: null,
        }),
      ),
    ],
    orderPaymentRequested({
      paymentId,
      customerId: 'c',
      amount: euros(15),
      paymentMethod: null,
      onDecline: 'cancel',
      expiresAt: '2026-01-01T00:00:00.000Z',
    }),
    ...events,
  ] as [string, string, ...NewEvent[]];
const payment = (...events: NewEvent[]) => ['payment', paymentId, ...events] as const;
const cancelled = orderCancelled({ by: 'customer', code: 'customer-request', note: 'x' });
const dispatched = shipmentDispatched({
  shipmentId: null,
  lines: null,
  capture: null,
  carrier: 'DHL',
  tracking: '1',
});
const confirmed = orderConfirmed({});
const requested = paymentRequested({
  paymentId,
  orderId,
  customerId: 'c',
  amount: euros(15),
  paymentMethod: null,
  onDecline: 'cancel',
  provider: 'simulated',
  expiresAt: '2026-01-01T00:00:00.000Z',
});
const added = (delta: number, onHand: number) =>
  stockAdjusted({ delta, onHand, reason: 'restock', reference: orderId });
const authorized = paymentAuthorized(ids);
const captured = paymentCaptured({ ...ids, isHeld: false });

type Story = readonly (readonly [category: string, id: string, ...events: NewEvent[]])[];

/** Everything has happened at 0, everything is known at 1. */
function brokenBy(story: Story, { before = 1, timers = [] as string[] } = {}): string[] {
  const books = new Books();
  for (const [category, aggregateId, ...events] of story)
    for (const event of events)
      books.add({ ...event, category, aggregateId, at: 0 } as unknown as StoredEvent);
  const set = new Set(timers);
  return [
    ...new Set(
      brokenRules(books, before, { orders: set, reservations: set, retries: set }).map(({ rule }) => rule),
    ),
  ];
}

test.each<[string, Story, string[]?]>([
  ['nothing', []],
  ['pending', [stock(took), held(), order()], [orderId]],
  ['confirmed', [stock(took), held(kept), order(confirmed), payment(authorized)]],
  [
    'sent, paid, delivered',
    [
      ...[
        stock(took, sent),
        held(kept, stockCommitted({ orderId, lines, shipmentId: null })),
        payment(authorized, captured),
      ],
      order(confirmed, dispatched, shipmentDelivered({ shipmentId: null }), orderCompleted({})),
    ],
  ],
  [
    'cancelled and voided',
    [
      ...[
        stock(took, gave),
        held(stockReservationReleased({ orderId, lines, reason: 'x' })),
        order(cancelled),
      ],
      payment(authorized, paymentVoided({ ...ids, reason: 'x' })),
    ],
  ],
  [
    'cancelled and refunded',
    [
      ...[
        stock(took, gave),
        held(stockReservationExpired({ orderId, lines, reason: 'x' })),
        order(cancelled),
      ],
      payment(authorized, captured, paymentRefunded({ ...ids, refunded: euros(15), reason: 'x' })),
    ],
  ],
  [
    'kept money that an operator sees to',
    [order(cancelled, orderAttentionRequired({ reason: 'x' })), payment(captured)],
  ],
])('right: %s', (_, story, timers = []) => {
  expect(brokenBy(story, { timers })).toEqual([]);
});

const completed = [confirmed, dispatched, shipmentDelivered({ shipmentId: null }), orderCompleted({})];
const whole = [
  stock(took, sent),
  held(kept, stockCommitted({ orderId, lines, shipmentId: null })),
  payment(authorized, captured),
] as const;
const back = (quantity: number, restock = true) =>
  orderReturned({
    lines: [{ ...lines[0]!, quantity }],
    restock,
    refund: euros(5 * quantity),
    shipmentId: null,
  });
const refund = (amount: number, refunded: number) =>
  paymentRefunded({ ...ids, amount: euros(amount), refunded: euros(refunded), reason: 'x' });
const shelf = (...quantities: number[]) =>
  quantities.map((quantity) => stockRestocked({ orderId, lines: [{ ...lines[0]!, quantity }] }));
const one = { refundId: 'r', amount: euros(1), refunded: euros(1) };
const sentAgain = shipmentDispatched({
  shipmentId: orderId,
  lines: [{ ...lines[0]!, quantity: 1 }],
  capture: euros(5),
  carrier: null,
  tracking: null,
});
const knows = (captured: number, refunded: number) =>
  orderPaymentSettled({
    paymentId,
    outcome: 'refunded',
    captured: euros(captured),
    refunded: euros(refunded),
  });

test('right: parts come back, one after the other, and are paid back', () => {
  const story: Story = [
    stock(took, sent, ...[98, 100].map((n, i) => added(i + 1, n))),
    held(kept, stockCommitted({ orderId, lines, shipmentId: null }), ...shelf(1, 2)),
    payment(authorized, captured, refund(5, 5), refund(10, 15)),
    order(...completed, back(1), back(2), knows(15, 15)),
  ];
  expect(brokenBy(story)).toEqual([]);
});

test.each<[rule: string, what: string, Story]>([
  [
    'returned ≤ shipped ≤ ordered − cancelled, restocked ≤ returned',
    'more than was sent',
    [...whole, order(...completed, back(2), back(2))],
  ],
  [
    'returned ≤ shipped ≤ ordered − cancelled, restocked ≤ returned',
    'not sent',
    [stock(took), held(kept), order(confirmed, back(1))],
  ],
  [
    'returned ≤ shipped ≤ ordered − cancelled, restocked ≤ returned',
    'more on the shelf than came back',
    [
      ...[stock(took, sent), held(kept, stockCommitted({ orderId, lines, shipmentId: null }), ...shelf(3))],
      ...[payment(authorized, captured), order(...completed, back(1))],
    ],
  ],
  [
    'every cent of a refund has a reason',
    'nobody has asked for it',
    [payment(authorized, captured, paymentRefunded({ ...ids, ...one, reason: 'x' }))],
  ],
  [
    'every cent of a refund has a reason',
    'more than was asked for',
    [
      payment(
        ...[
          authorized,
          captured,
          paymentRefundRequested({ ...ids, refundId: 'r', amount: euros(1), reason: 'x' }),
        ],
        paymentRefunded({ ...ids, refundId: 'r', amount: euros(2), refunded: euros(2), reason: 'x' }),
      ),
    ],
  ],
  [
    'returned ≤ shipped ≤ ordered − cancelled, restocked ≤ returned',
    'more sent than ordered',
    [order(confirmed, dispatched, sentAgain)],
  ],
  [
    'refunded ≤ captured ≤ authorized',
    'too much given back',
    [payment(authorized, captured, refund(16, 16))],
  ],
  [
    'refunded ≤ captured ≤ authorized',
    'too much captured',
    [payment(requested, authorized, paymentCaptured({ ...ids, amount: euros(16), isHeld: false }))],
  ],
  [
    'an order knows what became of its money',
    'not noted',
    [...whole.slice(0, 2), payment(authorized, captured, refund(5, 5)), order(...completed, knows(15, 4))],
  ],
])('broken: %s: %s', (rule, _, story) => {
  expect(brokenBy(story)).toContain(rule);
});

const dip = stockAdjusted({ delta: -98, onHand: 2, reason: 'count', reference: null });
const wrong = stockAllocated({ orderId, quantity: 3, reserved: 5 });
test.each<[rule: string, what: string, Story, string[]?]>([
  ['on hand ≥ reserved ≥ 0', 'more reserved than there is', [stock(took, dip), held(), order()], [orderId]],
  ['on hand ≥ reserved ≥ 0', 'a level that does not add up', [stock(wrong), held(), order()], [orderId]],
  ['Σ reserved = Σ open reservations', 'a leak', [stock(took)]],
  ['Σ reserved = Σ open reservations', 'a promise of nothing', [stock(), held(), order()], [orderId]],
  ['an order ends once', 'cancelled twice', [order(cancelled, cancelled)]],
  ['every order ends', 'without a timer', [order()]],
  ['every hold ends', 'without a timer', [stock(took), held(), order(orderConfirmed({}))]],
  ['no reservation without a live order', 'cancelled', [stock(took), held(), order(cancelled)], [orderId]],
  ['no reservation without a live order', 'no order', [stock(took), held()], [orderId]],
  [
    'what is confirmed is reserved, what is sent is committed',
    'not confirmed',
    [stock(took), held(), order(confirmed)],
  ],
  [
    'what is confirmed is reserved, what is sent is committed',
    'nothing reserved',
    [stock(), order(confirmed)],
  ],
  [
    'what is confirmed is reserved, what is sent is committed',
    'not committed',
    [stock(took), held(kept), order(confirmed, dispatched), payment(captured)],
  ],
  ['no money of a cancelled order is kept', 'captured', [order(cancelled), payment(authorized, captured)]],
  ['no money of a cancelled order is kept', 'authorized', [order(cancelled), payment(authorized)]],
  [
    'what was sent is paid for',
    'not captured',
    [stock(took), order(confirmed, dispatched), payment(authorized)],
  ],
])('broken: %s: %s', (rule, _, story, timers = []) => {
  expect(brokenBy(story, { timers })).toContain(rule);
});

test('what is set aside and what was ordered are said where they differ', () => {
  const less = stockReserved({
    orderId,
    lines: [{ ...lines[0]!, quantity: 2 }],
    expiresAt: '2026-01-01T00:00:00.000Z',
  });
  const books = new Books();
  const story: Story = [['inventory', orderId, less, kept], [...order(confirmed)]];
  for (const [category, aggregateId, ...events] of story)
    for (const event of events)
      books.add({ ...event, category, aggregateId, at: 0 } as unknown as StoredEvent);
  const none = new Set<string>();
  const broken = brokenRules(books, 1, { orders: none, reservations: none, retries: none });
  expect(broken.map(({ what }) => what)).toContainEqual(
    expect.stringContaining(`3 of product ${mug} ordered, 2 set aside`),
  );
});

test.each([
  ['a void', [order(cancelled), payment(authorized)]],
  [
    'a capture',
    [
      stock(took, sent),
      held(kept, stockCommitted({ orderId, lines, shipmentId: null })),
      order(confirmed, dispatched),
      payment(authorized),
    ],
  ],
])('%s that is tried again is waited for, however long', (_, story) => {
  expect(brokenBy(story)).toHaveLength(1);
  expect(brokenBy(story, { timers: [paymentId] })).toEqual([]);
});

test('what has just happened may not be known everywhere yet; sums hold at every moment', () => {
  const story = [stock(took), held(), order(cancelled), payment(authorized)];
  expect(brokenBy(story, { before: 0 })).toEqual([]);
  expect(brokenBy([payment(requested, authorized, captured, refund(16, 16))], { before: 0 })).toEqual([]);
  expect(brokenBy([stock(took)], { before: 0 })).toEqual(['Σ reserved = Σ open reservations']);
});

test('what a payment with an unreadable event adds up to is not known: it breaks no rule', () => {
  const [books, unread] = [new Books(), new Unread()];
  // That of the capture is the one that nobody can read.
  for (const event of [requested, authorized, refund(5, 5)])
    books.add({ ...event, category: 'payment', aggregateId: paymentId, at: 0 } as unknown as StoredEvent);
  unread.add('payment', paymentId, 'payment/3@1-9');
  const none = new Set<string>();
  const broken = brokenRules(books, 1, { orders: none, reservations: none, retries: none });
  expect(broken.map(({ rule }) => rule)).toEqual(['refunded ≤ captured ≤ authorized']);
  expect(unread.sort(broken, books).broken).toEqual([]);
});
