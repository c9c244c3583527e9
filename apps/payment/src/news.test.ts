/** Single messages of the provider; all orders of them are in news.property.test.ts. */
import {
  paymentCancelRequested,
  paymentCaptured,
  paymentCaptureFailed,
  paymentCaptureRequested,
  paymentReduced,
  paymentRefunded,
  paymentRefundFailed,
} from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, test } from 'vitest';
import {
  amount,
  asking,
  captureWanted,
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

describe('a refund by hand is told before the capture that it is of, after lines were cancelled', () => {
  const [first, second] = ['019a0000-0000-7000-8000-0000000000c1', '019a0000-0000-7000-8000-0000000000c2'];
  const reduced = (cancellationId: string, n: number) =>
    paymentReduced({ ...ids, cancellationId, amount: euros(n) });
  const byHand = (n: number) =>
    told({ step: 'refund', refundId: null, key: null, answer: succeeded('re_by_hand'), amount: n });
  const nothingLeft = (refundId: string, refunded: number) =>
    paymentRefunded({
      ...ids,
      refundId,
      amount: euros(0),
      refunded: euros(refunded),
      providerRef: ref,
      reason: 'nothing is left to give back',
    });
  const noted = (n: number) => [
    paymentCaptured({ ...ids, amount: euros(n), providerRef: ref, isHeld: false, by: 'provider' }),
    paymentRefunded({
      ...ids,
      refundId: 're_by_hand',
      amount: euros(n),
      refunded: euros(n),
      providerRef: 're_by_hand',
      reason: 'refunded at the provider',
      by: 'provider',
    }),
  ];
  const unanswered = ended(2, 'capture', 'unanswered', { reason: 'answer lost', retryAt: later(1000) });

  test('of all: nothing is left for the cancellation, which is said, as the order waits for it', () => {
    given(payment, [...capturing, unanswered, reduced(first, 1000)])
      .when(byHand(3897))
      .then([...noted(3897), nothingLeft(first, 3897)]);
  });

  test('of a part: it is said once it is known that no more was captured', () => {
    const call = started(2, 'capture', { amount: 3000 });
    const asked = [...held, reduced(first, 897), captureWanted, call, unanswered, reduced(second, 1000)];
    given(payment, asked).when(byHand(3000)).then(noted(3000));
    given(payment, [...asked, ...noted(3000)])
      .when((s) => completeAttempt(s, 2, succeeded(ref, 3000), policy, now))
      .then([ended(2, 'capture', 'succeeded'), nothingLeft(second, 3000)]);
  });
});

test('captured after an operator has seen to the money: all is given back, and nothing is left for cancelled lines', () => {
  const cancellationId = '019a0000-0000-7000-8000-0000000000c1';
  const failure = [ended(2, 'capture', 'failed'), paymentCaptureFailed({ ...ids, amount, reason: 'why' })];
  const reduced = paymentReduced({ ...ids, cancellationId, amount: euros(1000) });
  const resolved = paymentCancelRequested({ ...ids, reason: 'resolved by an operator' });
  const byHand = { step: 'capture', refundId: null, key: null, answer: succeeded(ref, 3897) } as const;
  const nothing = { amount: euros(0), refunded: euros(0), reason: 'nothing is left to give back' };
  given(payment, [...capturing, reduced, ...failure, resolved])
    .when(told(byHand))
    .then([
      paymentCaptured({ ...ids, amount, providerRef: ref, isHeld: false, by: 'provider' }),
      refundOf(3897, `${ids.paymentId}:cancelled`, 'resolved by an operator'),
      paymentRefunded({ ...ids, refundId: cancellationId, providerRef: ref, ...nothing }),
    ]);
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

  test('where the provider has captured less than is wanted since the call, and holds no more, that is said', () => {
    const more = [...held, wanted(1000), started(2, 'capture', { amount: 1000 }), wanted(3000)];
    const part = { ...ids, amount: euros(1200), providerRef: ref, isHeld: false, by: 'provider' } as const;
    given(payment, more)
      .when((state) => completeAttempt(state, 2, succeeded(ref, 1200), policy, now))
      .then([ended(2, 'capture', 'succeeded'), paymentCaptured(part)]);
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
