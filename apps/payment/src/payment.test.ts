import { paymentRetryDue } from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import { shownState } from '@quickmart/service';
import { givenWith } from '@quickmart/streams/given';
import { expect, test } from 'vitest';
import {
  amount,
  asking,
  captureWanted,
  ended,
  euros,
  held,
  ids,
  paymentId,
  ref,
  refunding,
  refundOf,
  rf,
  started,
} from '../test/testing.ts';
import { payment } from './payment.ts';
import { attemptsOf, paymentList, paymentView } from './read-models.ts';
import type { PaymentState } from './state.ts';

const { given } = givenWith(registry);

test('as it is shown', () => {
  const shown = (past: Parameters<typeof given<PaymentState, never>>[1]) => {
    const { state, version } = given(payment, past as never);
    return paymentView(shownState(paymentList, state, paymentId, version));
  };
  expect(shown(asking as never)).toEqual({
    id: ids.paymentId,
    orderId: ids.orderId,
    customerId: 'customer-17',
    status: 'pending',
    version: 2,

    amount,
    captured: euros(0),
    refunded: euros(0),
    refundable: euros(0),
    refunds: [],
    disputes: [],
    provider: 'simulated',
    providerRef: null,
    reason: null,
    expiresAt: '2026-01-01T00:05:00.000Z',
    createdAt: '2026-01-01T00:00:01.000Z',
    updatedAt: '2026-01-01T00:00:02.000Z',
  });
  const part = [...refunding, ended(3, 'refund', 'succeeded', { refundId: rf, providerRef: 're_1' })];
  expect(shown(part as never)).toMatchObject({
    status: 'captured',
    captured: amount,
    refunded: euros(1000),
    refundable: euros(2897),
    refunds: [{ id: rf, amount: euros(1000), status: 'succeeded', reason: 'damaged', by: 'shop' }],
    providerRef: ref,
  });
  const rest = [
    refundOf(2897, 'r2'),
    started(4, 'refund', { refundId: 'r2', amount: 2897 }),
    ended(4, 'refund', 'succeeded', { refundId: 'r2' }),
  ];
  expect(shown([...part, ...rest] as never)).toMatchObject({ status: 'refunded', refunded: amount });
  expect(paymentList.rowOf(null, paymentId, 0)).toBeUndefined();
});

// Timers in Redis have these names: what is waited for under another one would not be cancelled.
test('the timers that follow from what it waits for', () => {
  const timersAfter = (past: unknown[]) => payment.timers?.(given(payment, past as never).state);
  const expiry = { dueAt: Date.parse('2026-01-01T00:05:00.000Z'), type: 'expire' };
  expect(timersAfter([])).toEqual({ expiry: null, retry: null });
  expect(timersAfter(asking)).toEqual({ expiry, retry: null });
  const retryAt = '2026-01-01T00:01:00.000Z';
  const waiting = [...asking, ended(1, 'authorize', 'pending', { retryAt })];
  const retry = { dueAt: Date.parse(retryAt), type: 'retry', data: { number: 1 } };
  expect(timersAfter(waiting)).toEqual({ expiry, retry });
  expect(timersAfter([...waiting, paymentRetryDue({ ...ids, number: 1 })])).toEqual({ expiry, retry: null });
  expect(timersAfter([...waiting, started(2, 'authorize')])).toEqual({ expiry, retry: null });
  expect(timersAfter(held)).toEqual({ expiry: null, retry: null });
  const failing = [...held, captureWanted, started(2, 'capture'), ended(2, 'capture', 'failed', { retryAt })];
  expect(timersAfter(failing)).toEqual({ expiry: null, retry: { ...retry, data: { number: 2 } } });
});

test('the calls as they are shown', () => {
  const events = [...held, captureWanted, started(2, 'capture')].map((event, i) => ({
    ...event,
    at: 1000 * i,
  }));
  const both = attemptsOf(events as never);
  const shared = { amount, refundId: null, reason: null, retryAt: null };
  const at = (s: number) => `1970-01-01T00:00:0${s}.000Z`;
  expect(both).toEqual([
    {
      ...shared,
      number: 1,
      step: 'authorize',
      key: `${paymentId}:authorize:1`,
      outcome: 'succeeded',
      providerRef: ref,
      startedAt: at(1),
      endedAt: at(2),
    },
    {
      ...shared,
      number: 2,
      step: 'capture',
      key: `${paymentId}:capture:2`,
      outcome: null,
      providerRef: null,
      startedAt: at(5),
      endedAt: null,
    },
  ]);
});
