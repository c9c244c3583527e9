/** What is decided about an order, in each of its stages. */
import {
  orderApproved,
  orderCancelled,
  orderPaymentRetried,
  orderPaymentSettled,
} from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import {
  asked,
  attention,
  back,
  byCustomer,
  captured,
  completed,
  confirmed,
  delivered,
  dispatched,
  euros,
  except,
  given,
  mug,
  none,
  paid,
  paymentId,
  placed,
  resolved,
  returned,
  shipment,
  shipmentId,
  stages,
  why,
} from '../test/testing.ts';
import { resolveAttention, retryPayment } from './attention.ts';
import { cancel } from './cancelling.ts';
import { order } from './order.ts';
import { takeBack } from './returns.ts';
import { deliver as deliverSome, ship } from './shipping.ts';

const deliver = (state: typeof none.state) => deliverSome(state, {});

describe('cancel', () => {
  const decide = (state: typeof none.state) => cancel(state, why);
  test.each(['reserving', 'paying', 'confirming', 'confirmed'] as const)('an order that is %s', (name) => {
    stages[name].when(decide).then([byCustomer]);
  });
  test.each(except('reserving', 'paying', 'confirming', 'confirmed'))('is refused: %s', (_, it) => {
    it.when(decide).refuses('order-not-cancellable');
  });
  test('is refused where there is no order', () => none.when(decide).refuses('not-found'));
});

describe('ship', () => {
  const decide = (state: typeof none.state) => ship(state, shipment, shipmentId);
  test('a confirmed order', () => stages.confirmed.when(decide).then([dispatched]));
  test.each(except('confirmed'))('is refused: %s', (_, it) => it.when(decide).refuses('order-not-shippable'));
  test('is refused where there is no order', () => none.when(decide).refuses('not-found'));
  test('is refused where all of the money was given back at the provider; a part of it does not matter', () => {
    const givenBack = (amount: number) =>
      orderPaymentSettled({ paymentId, outcome: 'refunded', refunded: euros(amount) });
    given(order, [...paid, captured, givenBack(3897)])
      .when(decide)
      .refuses('order-not-shippable');
    given(order, [...paid, captured, givenBack(1)])
      .when(decide)
      .then([dispatched]);
  });
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
      .then([back(1, 1299, true)]);
  });
  test('some of it, and later the rest', () => {
    const part = (quantity: number) => back(quantity, 1299 * quantity, true);
    const once = [...paid, dispatched, captured, delivered, completed, part(1)];
    expect(given(order, once).state?.stage).toBe('completed');
    given(order, once)
      .when((state) => takeBack(state, { lines: [{ sku: mug.sku, quantity: 3 }], restock: true }))
      .refuses('not-ordered');
    given(order, once)
      .when((state) => takeBack(state, { restock: true }))
      .then([part(2)]);
    const { state } = given(order, [...once, part(2)]);
    expect([state?.stage, state?.returns.length]).toEqual(['returned', 2]);
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
  const oneBack = back(1, 1299);
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
  const capturedPart = orderPaymentSettled({ paymentId, outcome: 'captured', captured: euros(100) });
  test.each([
    ['a cancelled order: a void', [...paid, byCustomer], 'void'],
    ['cancelled while it is asked', [placed, asked, byCustomer], 'void'],
    ['cancelled before it is asked', [placed, byCustomer], null],
    [
      'declined',
      [
        placed,
        asked,
        orderCancelled({ by: 'system', code: 'payment-declined', note: 'declined', unpaid: true }),
      ],
      null,
    ],
    ['a shipped order: a capture', [...paid, dispatched], 'capture'],
    ['shipped, and captured before', [...paid, captured, dispatched], null],
    ['shipped, free of charge', [placed, orderApproved({ paymentId: null }), confirmed, dispatched], null],
    ['a returned order: a refund', stages.returned, 'refund'],
    ['returned, at no price', [...paid, back(3, 0)], null],
    ['cancelled, though captured before: what gives it back', [...paid, captured, byCustomer], 'void'],
    ['captured, though cancelled: the refund that follows', [...paid, byCustomer, captured], 'refund'],
    [
      'returned, and more is captured after it: the refund still',
      [...paid, dispatched, capturedPart, delivered, completed, returned, captured],
      'refund',
    ],
    ['answered', [...paid, byCustomer, orderPaymentSettled({ paymentId, outcome: 'voided' })], null],
    ['seen to by an operator', [...paid, byCustomer, attention, resolved], null],
  ])('%s', (_, events, owed) => {
    expect((Array.isArray(events) ? given(order, events) : events).state?.owed).toBe(owed);
  });
});
