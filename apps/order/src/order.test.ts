import {
  orderApproved,
  orderAttentionRequired,
  orderAttentionResolved,
  orderCancelled,
  orderCompleted,
  orderConfirmed,
  orderPaymentRequested,
  orderPaymentRetried,
  orderPaymentSettled,
  orderPlaced,
  orderReturned,
  shipmentDelivered,
  shipmentDispatched,
} from '@quickmart/contracts/order';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, expect, test } from 'vitest';
import {
  cancel,
  deliver,
  order,
  orderView,
  place,
  resolveAttention,
  retryPayment,
  ship,
  takeBack,
} from './order.ts';

const { given } = givenWith(registry);
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const productId = '019a0000-0000-7000-8000-000000000001';
const paymentId = '019a0000-0000-7000-8000-0000000000a1';
const mug = { productId, sku: 'MUG-BLUE-350', name: 'Blue mug', quantity: 3 };
const input = {
  customerId: 'customer-17',
  lines: [{ ...mug, unitPrice: euros(1299), lineTotal: euros(3897) }],
  total: euros(3897),
};
const placed = orderPlaced(input);
const asked = orderPaymentRequested({
  ...{ paymentId, customerId: 'customer-17', amount: euros(3897), paymentMethod: null },
  expiresAt: '2026-01-01T00:05:00.000Z',
});
const approved = orderApproved({ paymentId });
const confirmed = orderConfirmed({});
const shortages = [{ productId, sku: mug.sku, requested: 3, available: 2 }];
const short = orderCancelled({ reason: 'shortage', by: 'inventory', shortages });
const byCustomer = orderCancelled({ reason: 'ordered twice', by: 'customer' });
const shipment = { carrier: 'DHL', tracking: '0034' };
const dispatched = shipmentDispatched(shipment);
const delivered = shipmentDelivered({});
const completed = orderCompleted({});
const captured = orderPaymentSettled({ paymentId, outcome: 'captured' });
const whole = { productId, sku: mug.sku, quantity: 3 };
const returned = orderReturned({ lines: [whole], restock: false, refund: euros(3897) });
const attention = orderAttentionRequired({ reason: 'the capture failed: card_expired' });
const resolved = orderAttentionResolved({ note: 'paid by bank transfer' });

const paid = [placed, asked, approved, confirmed];
const none = given(order, []);
const stages = {
  reserving: given(order, [placed]),
  paying: given(order, [placed, asked]),
  confirming: given(order, [placed, asked, approved]),
  confirmed: given(order, paid),
  shipped: given(order, [...paid, dispatched]),
  captured: given(order, [...paid, dispatched, captured]),
  delivered: given(order, [...paid, dispatched, delivered]),
  completed: given(order, [...paid, dispatched, captured, delivered, completed]),
  cancelled: given(order, [placed, short]),
  returned: given(order, [...paid, dispatched, captured, delivered, completed, returned]),
};
type Name = keyof typeof stages;
const except = (...names: Name[]) =>
  (Object.keys(stages) as Name[])
    .filter((name) => !names.includes(name))
    .map((name) => [name, stages[name]] as const);

test('place', () => {
  none.when(() => place(input)).then([placed]);
  none
    .when(() => place({ ...input, paymentMethod: 'pm_card_visa' }))
    .then([orderPlaced({ ...input, paymentMethod: 'pm_card_visa' })]);
});

describe('cancel', () => {
  const decide = (state: typeof none.state) => cancel(state, 'ordered twice');
  test.each(['reserving', 'paying', 'confirming', 'confirmed'] as const)('an order that is %s', (name) => {
    stages[name].when(decide).then([byCustomer]);
  });
  test.each(except('reserving', 'paying', 'confirming', 'confirmed'))('is refused: %s', (_, it) => {
    it.when(decide).refuses('order-not-cancellable');
  });
  test('is refused where there is no order', () => none.when(decide).refuses('not-found'));
});

describe('ship', () => {
  const decide = (state: typeof none.state) => ship(state, shipment);
  test('a confirmed order', () => stages.confirmed.when(decide).then([dispatched]));
  test.each(except('confirmed'))('is refused: %s', (_, it) => it.when(decide).refuses('order-not-shippable'));
  test('is refused where there is no order', () => none.when(decide).refuses('not-found'));
});

describe('deliver', () => {
  test('completes an order that is paid', () => stages.captured.when(deliver).then([delivered, completed]));
  test('leaves an order open until the money is there', () => stages.shipped.when(deliver).then([delivered]));
  test('completes an order that cost nothing', () => {
    const free = [placed, orderApproved({ paymentId: null }), confirmed, dispatched];
    given(order, free).when(deliver).then([delivered, completed]);
  });
  test('completes an order whose payment an operator has seen to', () => {
    given(order, [...paid, dispatched, attention, resolved])
      .when(deliver)
      .then([delivered, completed]);
  });
  test('is noted while an operator has not', () => {
    given(order, [...paid, dispatched, attention])
      .when(deliver)
      .then([delivered]);
  });
  test.each(except('shipped', 'captured'))('is refused: %s', (_, it) => {
    it.when(deliver).refuses('order-not-deliverable');
  });
});

describe('take back', () => {
  const decide = (state: typeof none.state) => takeBack(state, { restock: false });
  test('the whole order', () => stages.completed.when(decide).then([returned]));
  test('some of it, for its price', () => {
    const one = [{ sku: mug.sku, quantity: 1 }];
    stages.completed
      .when((state) => takeBack(state, { lines: one, restock: true }))
      .then([orderReturned({ lines: [{ ...whole, quantity: 1 }], restock: true, refund: euros(1299) })]);
  });
  test.each(except('completed'))('is refused: %s', (_, it) =>
    it.when(decide).refuses('order-not-returnable'),
  );
  test('is refused while something else needs attention: its end would hide the failure of this', () => {
    given(order, [...paid, dispatched, attention, delivered, captured, completed])
      .when(decide)
      .refuses('order-not-returnable');
  });
});

describe('retry the payment', () => {
  const again = (owed: 'capture' | 'void' | 'refund', refundId: string | null = null, price = 3897) =>
    orderPaymentRetried({ paymentId, owed, refundId, amount: euros(price) });
  const oneBack = orderReturned({ lines: [{ ...whole, quantity: 1 }], restock: false, refund: euros(1299) });
  const refundId = '00000000-0000-7000-8000-000000000000';
  test.each([
    ['a capture', [...paid, dispatched, attention], again('capture')],
    ['a capture of what has arrived', [...paid, dispatched, delivered, attention], again('capture')],
    ['a void', [...paid, byCustomer, attention], again('void')],
    [
      'a refund',
      [...paid, dispatched, captured, delivered, completed, oneBack, attention],
      again('refund', refundId, 1299),
    ],
    ['a refund after a cancellation', [...paid, byCustomer, captured, attention], again('refund')],
  ])('%s; the order waits for it again', (_, past, expected) => {
    const asking = given(order, past);
    asking.when(retryPayment).then([expected]);
    const waiting = given(order, [...past, expected]).state;
    expect([waiting?.attention, waiting?.owed]).toEqual([null, asking.state?.owed]);
  });
  test.each(except())('is refused: %s', (_, it) => it.when(retryPayment).refuses('order-needs-no-attention'));
  test('is refused where the payment service has nothing left to do', () => {
    const gone = orderPaymentSettled({ paymentId, outcome: 'voided' });
    given(order, [...paid, dispatched, gone, attention])
      .when(retryPayment)
      .refuses('order-needs-no-attention');
  });
});

describe('resolve', () => {
  const decide = (state: typeof none.state) => resolveAttention(state, 'paid by bank transfer');
  test('what needs attention', () => {
    given(order, [...paid, dispatched, attention])
      .when(decide)
      .then([resolved]);
    given(order, [...paid, byCustomer, attention])
      .when(decide)
      .then([resolved]);
  });
  test('completes what has arrived', () => {
    given(order, [...paid, dispatched, delivered, attention])
      .when(decide)
      .then([resolved, completed]);
  });
  test.each(except())('is refused: %s', (_, it) => it.when(decide).refuses('order-needs-no-attention'));
  test('once', () => {
    given(order, [...paid, dispatched, attention, resolved])
      .when(decide)
      .refuses('order-needs-no-attention');
  });
});

describe('what the payment service owes an answer to', () => {
  test.each([
    ['a cancelled order: a void', [...paid, byCustomer], 'void'],
    ['cancelled while it is asked', [placed, asked, byCustomer], 'void'],
    ['cancelled before it is asked', [placed, byCustomer], null],
    ['declined', [placed, asked, orderCancelled({ reason: 'declined', by: 'payment' })], null],
    ['a shipped order: a capture', [...paid, dispatched], 'capture'],
    ['shipped, and captured before', [...paid, captured, dispatched], null],
    ['shipped, free of charge', [placed, orderApproved({ paymentId: null }), confirmed, dispatched], null],
    ['a returned order: a refund', stages.returned, 'refund'],
    [
      'returned, at no price',
      [...paid, orderReturned({ lines: [whole], restock: false, refund: euros(0) })],
      null,
    ],
    ['cancelled, though captured before: what gives it back', [...paid, captured, byCustomer], 'void'],
    ['captured, though cancelled: the refund that follows', [...paid, byCustomer, captured], 'refund'],
    ['answered', [...paid, byCustomer, orderPaymentSettled({ paymentId, outcome: 'voided' })], null],
    ['seen to by an operator', [...paid, byCustomer, attention, resolved], null],
  ])('%s', (_, events, owed) => {
    expect((Array.isArray(events) ? given(order, events) : events).state?.owed).toBe(owed);
  });
});

describe('the order as it is shown', () => {
  const shown = ({ state, version }: typeof none) => orderView(state, version);
  const base = { id: '00000000-0000-7000-8000-000000000000', ...input, placedAt: '2026-01-01T00:00:01.000Z' };

  test('pending, confirmed', () => {
    const { reserving } = stages;
    expect(shown(reserving)).toEqual({ ...base, status: 'pending', version: 1, updatedAt: base.placedAt });
    expect(shown(stages.confirmed)).toEqual({
      ...{ ...base, status: 'confirmed', version: 4, updatedAt: '2026-01-01T00:00:04.000Z' },
      payment: { id: paymentId, status: 'authorized' },
    });
  });

  test.each([
    ...(['reserving', 'paying', 'confirming'] as const).map((name) => [name, 'pending'] as const),
    ...([
      ['shipped', 'shipped'],
      ['delivered', 'shipped'],
      ['completed', 'completed'],
    ] as const),
    ...([
      ['cancelled', 'cancelled'],
      ['returned', 'returned'],
    ] as const),
  ])('%s is %s', (name, status) => expect(shown(stages[name]).status).toBe(status));

  test('cancelled, with the reason, and the shortages only where there are some', () => {
    const updatedAt = '2026-01-01T00:00:02.000Z';
    const cancelled = { ...base, status: 'cancelled', version: 2, updatedAt };
    expect(shown(given(order, [placed, short]))).toEqual({ ...cancelled, reason: 'shortage', shortages });
    expect(shown(given(order, [placed, byCustomer]))).toEqual({ ...cancelled, reason: 'ordered twice' });
    expect(() => orderView(null, 0)).toThrow('there is no such order');
  });

  test('shipment, payment and return', () => {
    const dispatchedAt = '2026-01-01T00:00:05.000Z';
    expect(shown(stages.returned)).toMatchObject({
      shipment: { ...shipment, dispatchedAt, deliveredAt: '2026-01-01T00:00:07.000Z' },
      payment: { id: paymentId, status: 'captured' },
      returned: { lines: [whole], restock: false, refund: euros(3897) },
    });
  });

  test('what needs attention, until it is resolved', () => {
    const open = [...paid, dispatched, attention];
    const since = '2026-01-01T00:00:06.000Z';
    expect(shown(given(order, open))).toMatchObject({
      status: 'attention',
      attention: { reason: 'the capture failed: card_expired', since },
    });
    const after = shown(given(order, [...open, resolved]));
    expect([after.status, after.attention]).toEqual(['shipped', undefined]);
  });

  test('never how the customer pays', () => {
    const secret = given(order, [orderPlaced({ ...input, paymentMethod: 'pm_card_visa' })]);
    expect(secret.state?.paymentMethod).toBe('pm_card_visa');
    expect(JSON.stringify(shown(secret))).not.toContain('pm_card_visa');
  });

  test('events before the placing come to nothing', () => {
    const [, ...rest] = [
      ...paid,
      dispatched,
      captured,
      delivered,
      completed,
      returned,
      attention,
      resolved,
      short,
    ];
    expect(given(order, rest).state).toBeNull();
  });
});
