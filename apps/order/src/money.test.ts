/** What becomes of the money of an order: given back, in parts, come back; captured in part. */
import {
  orderAttentionRequired,
  orderAttentionResolved,
  orderPaymentSettled,
} from '@quickmart/contracts/order/events';
import { describe, expect, test } from 'vitest';
import {
  answer,
  attention,
  byCustomer,
  completed,
  delivered,
  dispatched,
  done,
  givenBack,
  happens,
  mine,
  paid,
  pasts,
  paymentId,
  refundFailed,
  returned,
  sent,
  settled,
} from '../test/saga.ts';
import { euros, given } from '../test/testing.ts';
import { order } from './order.ts';

describe('a refund', () => {
  const returning = [...done, returned];
  const by = (refundId: string, amount = 15, all = amount) =>
    answer('PaymentRefundedEvent', {
      ...happens.PaymentRefundedEvent,
      refundId,
      amount: euros(amount),
      refunded: euros(all),
    });
  const failedBy = (refundId: string, refunded?: number) =>
    answer('PaymentRefundFailedEvent', {
      ...happens.PaymentRefundFailedEvent,
      refundId,
      ...(refunded !== undefined && { refunded: euros(refunded) }),
    });
  const handBack = (all: number) =>
    orderPaymentSettled({ paymentId, outcome: 'refunded', refunded: euros(all) });

  test('by hand, while the one for the return is owed, is noted, and is not the one for the return', () => {
    given(order, returning)
      .when(by('by hand', 1))
      .then([handBack(1)]);
    const { state } = given(order, [...returning, handBack(1)]);
    expect([state?.owed, state?.payment?.status, state?.payment?.refunded]).toEqual([
      'refund',
      'captured',
      euros(1),
    ]);
    given(order, returning).when(failedBy('by hand')).then([]);
  });
  test('for the return is known by the event that asked for it', () => {
    given(order, returning)
      .when(by(mine))
      .then([givenBack(mine)]);
    given(order, returning).when(failedBy(mine)).then(refundFailed);
  });
  test('for the return is what was left, also where that was nothing', () => {
    const goodwill = [...done, handBack(15), returned];
    given(order, goodwill)
      .when(by(mine, 0, 15))
      .then([givenBack(mine, 0, 15)]);
    const { state } = given(order, [...goodwill, givenBack(mine, 0, 15)]);
    expect([state?.owed, state?.returns[0]?.refunded, state?.payment?.status]).toEqual([
      null,
      euros(0),
      'refunded',
    ]);
  });
  test.each([
    ['of all', 0, 15],
    ['of a part: the rest was given back', 10, 5],
    ['of a part, of which more is to come', 4, 5],
  ])('of a cancelled order where a dispute was lost %s', (_, back, gone) => {
    const cancelled = [...paid, settled('captured'), byCustomer];
    const data = { ...happens.PaymentRefundedEvent, refundId: 'back', amount: euros(back) };
    const told = answer('PaymentRefundedEvent', { ...data, refunded: euros(back), lost: euros(gone) });
    const all = { refunded: euros(back), lost: euros(gone) };
    const noted = orderPaymentSettled({ paymentId, outcome: 'refunded', ...all });
    given(order, cancelled).when(told).then([noted]);
    const { state } = given(order, [...cancelled, noted]);
    expect(state?.owed).toBe(back + gone === 15 ? null : 'void');
    given(order, [...cancelled, noted])
      .when(told)
      .then([]);
  });
  test('of a cancelled order after an operator has seen to it: nothing is owed again', () => {
    const seenTo = [attention('the refund failed: api_error'), orderAttentionResolved({ note: 'paid back' })];
    const { state } = given(order, [...paid, settled('captured'), byCustomer, ...seenTo, handBack(5)]);
    expect([state?.owed, state?.payment?.refunded]).toEqual([null, euros(5)]);
  });
  test('of a part leaves the order captured', () => {
    const { state } = given(order, [...done, handBack(1)]);
    expect([state?.stage, state?.payment]).toMatchObject([
      'completed',
      { status: 'captured', authorized: euros(15), captured: euros(15), refunded: euros(1) },
    ]);
  });
  test('that has come back is owed again, and an operator is told', () => {
    const settledOnce = [...returning, givenBack(mine)];
    const noted = orderPaymentSettled({ paymentId, outcome: 'failed', refunded: euros(0), refundId: mine });
    const asked = attention('a refund of 15 EUR (minor units) has come back: api_error');
    given(order, settledOnce).when(failedBy(mine, 0)).then([noted, asked]);
    const { state } = given(order, [...settledOnce, noted, asked]);
    expect([state?.owed, state?.payment?.status, state?.payment?.refunded]).toEqual([
      'refund',
      'captured',
      euros(0),
    ]);
    given(order, [...settledOnce, noted, asked])
      .when(failedBy(mine, 0))
      .then([]);
  });
  test('of an order whose log is older, for a return of a part: the rest was not given back', () => {
    const part = returning.map((event) =>
      event.eventType === 'OrderReturnedEvent'
        ? { ...event, data: { ...event.data, refund: euros(5) } }
        : event,
    );
    const old = orderPaymentSettled({ paymentId, outcome: 'refunded' });
    const { state } = given(order, [...part, old] as typeof returning);
    expect(state?.payment).toMatchObject({ status: 'captured', refunded: euros(5) });
  });
  test('of an order whose log is older: without amounts it was of all, and is of the return', () => {
    const old = orderPaymentSettled({ paymentId, outcome: 'refunded' });
    const { state } = given(order, [...returning, old]);
    expect([state?.owed, state?.payment?.status, state?.payment?.refunded]).toEqual([
      null,
      'refunded',
      euros(15),
    ]);
    given(order, returning)
      .when(answer('PaymentRefundedEvent')) // does not say which refund it is
      .then([givenBack(mine)]);
  });
});

describe('a capture of a part', () => {
  const part = answer('PaymentCapturedEvent', {
    ...happens.PaymentCapturedEvent,
    amount: euros(1),
    by: 'provider',
  });
  const noted = orderPaymentSettled({ paymentId, outcome: 'captured', captured: euros(1) });
  const reason = 'only 1 EUR (minor units) of 15 were captured';
  const asked = orderAttentionRequired({ reason, about: 'amount' });
  test.each(['confirmed', 'shipped', 'delivered'] as const)('asks for an operator: %s', (past) => {
    given(order, pasts[past]).when(part).then([noted, asked]);
    given(order, [...pasts[past], noted, asked])
      .when(part)
      .then([]);
  });
  test('is all that there is to capture', () => {
    expect(given(order, [...paid, noted, asked, dispatched]).state?.owed).toBeNull();
  });
  test('may be followed by the rest', () => {
    given(order, [...sent, noted, asked, delivered])
      .when(answer('PaymentCapturedEvent'))
      .then([settled('captured'), completed]);
  });
});
