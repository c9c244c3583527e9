/** What follows from the provider's answers to our calls: the other half of the tests of attempts.ts. */
import {
  type PaymentEvents,
  type PaymentStep,
  paymentCancelRequested,
  paymentCaptureFailed,
  paymentRefunded,
  paymentRefundFailed,
  paymentRetryDue,
  paymentVoidFailed,
} from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import type { NewEventOf } from '@quickmart/streams';
import { givenWith } from '@quickmart/streams/given';
import { describe, test } from 'vitest';
import {
  amount,
  asking,
  authorized,
  cancelled,
  captured,
  captureWanted,
  capturing,
  ended,
  euros,
  expiredNow,
  failed,
  held,
  ids,
  later,
  no,
  now,
  other,
  paymentId,
  policy,
  ref,
  refunding,
  refundOf,
  requested,
  rf,
  started,
  voided,
  voiding,
  yes,
} from '../test/testing.ts';
import { type Answer, begin, completeAttempt } from './attempts.ts';
import { onProviderEvent } from './news.ts';
import { payment } from './payment.ts';
import { refund } from './requests.ts';
import type { PaymentState } from './state.ts';

const { given } = givenWith(registry);
const next = (state: PaymentState) => begin(state, now);
const answer = (number: number, what: Answer) => (state: PaymentState) =>
  completeAttempt(state, number, what, policy, now);

describe('answers', () => {
  const all = paymentRefunded({
    ...ids,
    refundId: rf,
    amount: euros(1000),
    refunded: euros(1000),
    providerRef: ref,
    reason: 'damaged',
  });
  test.each([
    ['authorized', asking, 1, yes, [ended(1, 'authorize', 'succeeded'), authorized]],
    [
      'declined',
      asking,
      1,
      no('declined', 'declined'),
      [ended(1, 'authorize', 'declined', { reason: 'declined' }), failed],
    ],
    ['captured', capturing, 2, yes, [ended(2, 'capture', 'succeeded'), captured]],
    ['voided', voiding, 2, yes, [ended(2, 'void', 'succeeded'), voided]],
    ['refunded', refunding, 3, yes, [ended(3, 'refund', 'succeeded', { refundId: rf }), all]],
    [
      'authorized, but cancelled: the void follows',
      [...asking, cancelled],
      1,
      yes,
      [ended(1, 'authorize', 'succeeded')],
    ],
    [
      'authorized, but expired',
      [...asking, expiredNow, cancelled],
      1,
      yes,
      [ended(1, 'authorize', 'succeeded')],
    ],
    [
      'captured, but cancelled: all is given back',
      [...capturing, cancelled],
      2,
      yes,
      [ended(2, 'capture', 'succeeded'), captured, refundOf(3897, `${paymentId}:cancelled`, 'ordered twice')],
    ],
    ['of an attempt that ended already', held, 1, yes, []],
    ['of an older attempt', capturing, 1, no('declined'), []],
  ])('%s', (_, past, number, what, events) => {
    given(payment, past).when(answer(number, what)).then(events);
  });

  test('no answer, a pending one, a failure: again, later and later', () => {
    const again = (
      step: 'authorize' | 'capture',
      number: number,
      outcome: 'unanswered' | 'pending' | 'failed',
      ms: number,
    ) => ended(number, step, outcome, { reason: 'why', retryAt: later(ms) });
    given(payment, asking)
      .when(answer(1, no('unanswered')))
      .then([again('authorize', 1, 'unanswered', 1000)]);
    given(payment, asking)
      .when(answer(1, no('pending')))
      .then([again('authorize', 1, 'pending', 1000)]);
    const once = [...capturing, again('capture', 2, 'failed', 1000), started(3, 'capture')];
    given(payment, once)
      .when(answer(3, no('failed')))
      .then([again('capture', 3, 'failed', 2000)]);
    const many = Array.from({ length: 9 }, (_, i) => [
      started(i + 1, 'authorize', { key: 'k' }),
      again('authorize', i + 1, 'unanswered', 1),
    ]);
    given(payment, [requested, ...many.flat(), started(10, 'authorize', { key: 'k' })])
      .when(answer(10, no('unanswered')))
      .then([again('authorize', 10, 'unanswered', 60_000)]);
  });

  const two = (step: 'capture' | 'void', first: number) =>
    [first, first + 1].flatMap((n) => [
      ended(n, step, 'failed', { retryAt: later(1) }),
      started(n + 1, step),
    ]);
  test('given up after all attempts, and said', () => {
    given(payment, [...capturing, ...two('capture', 2)])
      .when(answer(4, no('failed')))
      .then([
        ended(4, 'capture', 'failed', { reason: 'why' }),
        paymentCaptureFailed({ ...ids, amount, reason: 'why' }),
      ]);
    given(payment, [...voiding, ...two('void', 2)])
      .when(answer(4, no('unanswered')))
      .then([
        ended(4, 'void', 'unanswered', { reason: 'why' }),
        paymentVoidFailed({ ...ids, amount, reason: 'why' }),
      ]);
    const refundFailed = paymentRefundFailed({ ...ids, refundId: rf, amount: euros(1000), reason: 'why' });
    given(payment, refunding)
      .when((s) => completeAttempt(s, 3, no('failed'), { ...policy, attemptsMax: 1 }, now))
      .then([ended(3, 'refund', 'failed', { refundId: rf, reason: 'why' }), refundFailed]);
  });

  test('a refund that failed can be asked for again, one that may have happened counts', () => {
    const over = (outcome: 'failed' | 'unanswered') =>
      given(payment, [...refunding, ended(3, 'refund', outcome, { refundId: rf })]);
    over('failed')
      .when((s) => refund(s, 'again', 'damaged'))
      .then([refundOf(3897, 'again')]);
    over('unanswered')
      .when((s) => refund(s, 'again', 'damaged'))
      .then([refundOf(2897, 'again')]);
  });

  const late = [...asking, expiredNow, cancelled, ended(1, 'authorize', 'unanswered'), started(2, 'void')];
  test('after a void of a failed payment nobody hears of it again', () => {
    given(payment, late)
      .when(answer(2, yes))
      .then([ended(2, 'void', 'succeeded')]);
  });

  test('a void of a failed payment that was given up is told when it is done after all', () => {
    const givenUp = [ended(2, 'void', 'failed'), paymentVoidFailed({ ...ids, amount, reason: 'why' })];
    given(payment, [...late, ...givenUp, cancelled, started(3, 'void')])
      .when(answer(3, yes))
      .then([ended(3, 'void', 'succeeded'), voided]);
    given(payment, [
      ...late,
      ...givenUp,
      cancelled,
      started(3, 'void'),
      ended(3, 'void', 'succeeded'),
      voided,
    ])
      .when((s) =>
        onProviderEvent(s, { step: 'authorize', refundId: null, key: null, answer: other }, policy, now),
      )
      .then([paymentCancelRequested({ ...ids, reason: 'authorized too late' })]);
  });

  test('what is asked for again after it was given up has all its attempts again, an unclear one under its key', () => {
    const key = `${paymentId}:capture:2`;
    const givenUp = (outcome: 'failed' | 'unanswered') => [
      ...[...capturing, ...two('capture', 2), ended(4, 'capture', outcome)],
      ...[paymentCaptureFailed({ ...ids, amount, reason: 'why' }), captureWanted],
    ];
    given(payment, givenUp('failed'))
      .when(next)
      .then([started(5, 'capture')]);
    given(payment, givenUp('unanswered'))
      .when(next)
      .then([started(5, 'capture', { key: `${paymentId}:capture:4` })]);
    given(payment, [...givenUp('failed'), started(5, 'capture', { key })])
      .when(answer(5, no('failed')))
      .then([ended(5, 'capture', 'failed', { reason: 'why', retryAt: later(1000) })]);
  });
});

describe('while the provider answers no call of this kind', () => {
  const away = { ...no('unanswered'), outage: true } as Answer;
  const waited = (number: number, step: PaymentStep, ms: number, refundId?: string) => {
    const end = ended(number, step, 'unanswered', {
      reason: 'why',
      retryAt: later(ms),
      ...(refundId && { refundId }),
    });
    return { ...end, data: { ...end.data, outage: true as const } };
  };
  const due = (number: number) => paymentRetryDue({ ...ids, number });
  const key = `${paymentId}:authorize:1`;

  test('an authorization is tried at longer and longer intervals, until its deadline', () => {
    const once = [...asking, waited(1, 'authorize', 1000), due(1), started(2, 'authorize', { key })];
    given(payment, once)
      .when(answer(2, away))
      .then([waited(2, 'authorize', 2000)]);
    const twice = [...once, waited(2, 'authorize', 2000), due(2), started(3, 'authorize', { key })];
    given(payment, twice)
      .when(answer(3, away))
      .then([waited(3, 'authorize', 4000)]);
  });

  test('a refund waits as long as it takes, and none of it counts', () => {
    let past: NewEventOf<PaymentEvents>[] = refunding;
    for (let number = 3; number < 9; number++) {
      given(payment, past)
        .when(answer(number, away))
        .then([waited(number, 'refund', 60_000, rf)]);
      const again = { refundId: rf, amount: 1000, key: `${paymentId}:refund:3` };
      past = [
        ...past,
        waited(number, 'refund', 60_000, rf),
        due(number),
        started(number + 1, 'refund', again),
      ];
    }
  });
});
