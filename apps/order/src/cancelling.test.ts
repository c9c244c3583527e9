/** Lines that are cancelled before they are sent. */
import {
  orderAttentionResolved,
  orderCancelled,
  orderLinesCancelled,
  orderPaymentSettled,
} from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import {
  arrived,
  attention,
  captured,
  completed,
  euros,
  except,
  given,
  mug,
  none,
  paid,
  paymentId,
  sent,
  shipmentId,
  stages,
  whole,
} from '../test/testing.ts';
import { retryPayment } from './attention.ts';
import { cancelLines } from './cancelling.ts';
import { answers } from './fulfilment.ts';
import { order } from './order.ts';
import { ship } from './shipping.ts';
import type { OrderState, Placed } from './state.ts';

const why = { by: 'staff', code: 'out-of-stock', note: null } as const;
const some = (quantity: number) => (state: OrderState) =>
  cancelLines(state, { by: 'staff', code: 'out-of-stock', lines: [{ sku: mug.sku, quantity }] });
const gone = (quantity: number, amount: number) =>
  orderLinesCancelled({ ...why, lines: [{ ...whole, quantity }], amount: euros(amount) });
/** What given() calls every event. */
const id = '00000000-0000-7000-8000-000000000000';

describe('cancel lines', () => {
  test('of a confirmed order, and of what is left of a shipped one', () => {
    stages.confirmed.when(some(1)).then([gone(1, 1299)]);
    given(order, [...paid, sent(shipmentId, 1, 1299)])
      .when(some(1))
      .then([gone(1, 1299)]);
  });
  test('all of them: the order is cancelled, also by the last of several', () => {
    stages.confirmed.when(some(3)).then([orderCancelled(why)]);
    given(order, [...paid, gone(1, 1299)])
      .when(some(2))
      .then([orderCancelled(why)]);
  });
  test('no more than is left', () => {
    given(order, [...paid, gone(1, 1299), sent(shipmentId, 1, 1299)])
      .when(some(2))
      .refuses('not-left');
  });
  test('what is left is sent for what is left of the price', () => {
    given(order, [...paid, gone(1, 1299)])
      .when((state) => ship(state, { shipmentId, carrier: 'DHL', tracking: '0034' }, id))
      .then([sent(shipmentId, 2, 2598)]);
  });
  test('the last open ones: what has arrived completes the order', () => {
    const paidFor = { ...captured, data: { ...captured.data, captured: euros(1299) } };
    given(order, [...paid, sent(shipmentId, 1, 1299), paidFor, arrived(shipmentId)])
      .when(some(2))
      .then([gone(2, 2598), completed]);
  });
  test.each(except('confirmed', 'shipped', 'captured'))('is refused: %s', (_, it) => {
    it.when(some(1)).refuses('lines-not-cancellable');
  });
  test('is refused while something else needs attention, and where there is no order', () => {
    given(order, [...paid, attention])
      .when(some(1))
      .refuses('lines-not-cancellable');
    none.when(some(1)).refuses('not-found');
  });
});

describe('what was captured for cancelled lines', () => {
  const first = sent(shipmentId, 1, 1299);
  const refund = (all: number, amount = all) =>
    orderPaymentSettled({
      paymentId,
      outcome: 'refunded',
      refundId: id,
      refunded: euros(all),
      amount: euros(amount),
    });
  test('is owed, where the provider has captured all at the first shipment', () => {
    const past = [...paid, first, captured, gone(1, 1299)];
    expect(given(order, past).state).toMatchObject({ owed: 'refund', cancellations: [{ owed: true }] });
    expect(given(order, [...past, refund(1299)]).state).toMatchObject({
      owed: null,
      cancellations: [{ owed: false, refunded: euros(1299) }],
    });
  });
  test('is not owed any more where nothing is left of it, be that told before it is known to be owed', () => {
    const past = [...paid, first, gone(1, 1299)];
    const nothing = { paymentId, orderId: id, refundId: id, providerRef: 'x', reason: 'nothing is left' };
    const told = { ...nothing, amount: euros(0), refunded: euros(0) };
    const noted = answers.PaymentRefundedEvent(given(order, past).state as Placed, told);
    expect(noted).toEqual([refund(0)]);
    expect(given(order, [...past, ...noted, captured]).state).toMatchObject({ owed: null });
  });
  test('is owed, where it is captured later than it is cancelled', () => {
    const past = [...paid, first, gone(1, 1299)];
    expect(given(order, past).state).toMatchObject({ owed: 'capture', cancellations: [{ refunded: null }] });
    expect(given(order, [...past, captured]).state).toMatchObject({ owed: 'refund' });
  });
  test('is not owed where only what was sent is captured', () => {
    const part = { ...captured, data: { ...captured.data, captured: euros(1299) } };
    expect(given(order, [...paid, first, part, gone(1, 1299)]).state).toMatchObject({ owed: null });
  });
  test('is not owed again by a later cancellation, where an operator has seen to it', () => {
    const seenTo = [attention, orderAttentionResolved({ note: 'paid back by bank transfer' })];
    const { state } = given(order, [...paid, first, captured, gone(1, 1299), ...seenTo, gone(1, 1299)]);
    expect(state?.cancellations.map(({ owed }) => owed)).toEqual([false, true]);
  });
  test('asks for an operator where it cannot be refunded, who can have it tried again', () => {
    const past = [...paid, first, captured, gone(1, 1299)];
    const failed = { paymentId, orderId: id, refundId: id, amount: euros(1299), reason: 'closed' };
    const asked = answers.PaymentRefundFailedEvent(given(order, past).state as Placed, failed);
    expect(asked).toMatchObject([{ eventType: 'OrderAttentionRequiredEvent' }]);
    const { state } = given(order, [...past, ...asked]);
    expect(retryPayment(state)).toMatchObject([
      { data: { owed: 'refund', refundId: id, amount: euros(1299) } },
    ]);
  });
});
