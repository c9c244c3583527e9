/** Single messages of the provider; all orders of them are in news.property.test.ts. */
import {
  paymentCancelRequested,
  paymentCaptured,
  paymentCaptureFailed,
  paymentCaptureRequested,
  paymentRefunded,
  paymentRefundFailed,
} from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, test } from 'vitest';
import {
  amount,
  asking,
  capturing,
  ended,
  euros,
  failed,
  held,
  ids,
  later,
  now,
  policy,
  ref,
  refunding,
  refundOf,
  rf,
  shipmentId,
  started,
} from '../test/testing.ts';
import { begin, completeAttempt } from './attempts.ts';
import { type News, onProviderEvent } from './news.ts';
import { payment } from './payment.ts';
import { notYet, succeeded } from './providers/provider.ts';
import type { PaymentState } from './state.ts';

const { given } = givenWith(registry);
const told = (news: News) => (state: PaymentState) => onProviderEvent(state, news, policy, now);
const about = { step: 'refund', refundId: rf, amount: 1000 } as const;
const firstKey = `${ids.paymentId}:refund:3`;

const givenBack = [
  ...refunding,
  ended(3, 'refund', 'succeeded', { refundId: rf, providerRef: 're_1' }),
  paymentRefunded({
    ...ids,
    refundId: rf,
    amount: euros(1000),
    refunded: euros(1000),
    providerRef: 're_1',
    reason: 'damaged',
  }),
];
const cameBack = paymentRefundFailed({
  ...ids,
  refundId: rf,
  amount: euros(1000),
  refunded: euros(0),
  providerRef: 're_1',
  reason: 'card_closed',
});
/** It has come back, and is asked for once more. */
const asked = [...givenBack, cameBack, refundOf(1000), started(4, 'refund', { refundId: rf, amount: 1000 })];

test('that a refund has succeeded, told after it has come back, is no answer to the call for the next one', () => {
  given(payment, asked)
    .when(told({ ...about, key: firstKey, answer: succeeded('re_1') }))
    .then([]);
});

test('that a refund has come back, told again, says nothing of the call for the next one', () => {
  given(payment, asked)
    .when(told({ ...about, key: firstKey, answer: notYet('failed', 'card_closed', 're_1') }))
    .then([]);
});

test('a refund by hand tells that a capture of which nobody knew did happen: how much it was is asked under the same key', () => {
  const givenUp = [
    ...capturing,
    ended(2, 'capture', 'unanswered', { reason: 'answer lost' }),
    paymentCaptureFailed({ ...ids, amount, reason: 'answer lost' }),
  ];
  const byHand: News = {
    step: 'refund',
    refundId: null,
    key: null,
    answer: succeeded('re_by_hand'),
    amount: 261,
  };
  const told = onProviderEvent(given(payment, givenUp).state, byHand, policy, now);
  const capture = started(3, 'capture', { key: `${ids.paymentId}:capture:2` });
  given(payment, [...givenUp, ...told])
    .when((state) => begin(state, now))
    .then([capture]);
});

describe('captured in parts', () => {
  const wanted = (total: number) => paymentCaptureRequested({ ...ids, amount: euros(total), shipmentId });
  const capturedUpTo = (total: number, isHeld: boolean) =>
    paymentCaptured({ ...ids, amount: euros(total), providerRef: ref, isHeld });
  const first = [
    ...held,
    wanted(1000),
    started(2, 'capture', { amount: 1000 }),
    ended(2, 'capture', 'succeeded'),
    capturedUpTo(1000, true),
  ];
  const second = [...first, wanted(3000), started(3, 'capture', { amount: 2000 })];
  const captureNews = (total: number, isHeld = true): News => ({
    step: 'capture',
    refundId: null,
    key: null,
    answer: succeeded(ref, total, isHeld),
  });

  test('what is told of the first part is no answer to the call for the second', () => {
    given(payment, second)
      .when(told(captureNews(1000)))
      .then([]);
    const unanswered = ended(3, 'capture', 'unanswered', { retryAt: later(1000) });
    given(payment, [...second, unanswered])
      .when(told(captureNews(1000)))
      .then([]);
  });

  test('what is told of the second part is the answer to its call', () => {
    given(payment, second)
      .when(told(captureNews(3000)))
      .then([ended(3, 'capture', 'succeeded'), capturedUpTo(3000, true)]);
  });

  test('the end of a refund that is under way is learned before the next part is captured', () => {
    const refund = [refundOf(1000), started(3, 'refund', { refundId: rf, amount: 1000 })];
    given(payment, [...first, ...refund, wanted(3000)])
      .when((state) => begin(state, now))
      .then([]);
  });

  test('where the provider holds no more of it, the capture has failed, and is not made again', () => {
    const gone = (state: PaymentState) => completeAttempt(state, 3, succeeded(ref, 1000), policy, now);
    const failure = [
      ended(3, 'capture', 'succeeded'),
      paymentCaptureFailed({ ...ids, amount, reason: 'nothing more is held' }),
    ];
    given(payment, second).when(gone).then(failure);
    given(payment, [...second, ...failure])
      .when((state) => begin(state, now))
      .then([]);
  });
});

test('an authorization after the decline that has ended the payment is voided', () => {
  const declined = [...asking, ended(1, 'authorize', 'declined', { providerRef: ref }), failed];
  const authorizedAfterAll = told({ step: 'authorize', refundId: null, key: null, answer: succeeded(ref) });
  const late = paymentCancelRequested({ ...ids, reason: 'authorized too late' });
  given(payment, declined).when(authorizedAfterAll).then([late]);
  given(payment, [...declined, late])
    .when(authorizedAfterAll)
    .then([]);
});
