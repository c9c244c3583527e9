import {
  paymentCancelRequested,
  paymentCaptureFailed,
  paymentRefunded,
  paymentRefundFailed,
  paymentRetryDue,
  paymentVoided,
  paymentVoidFailed,
} from '@quickmart/contracts/payment';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, test } from 'vitest';
import { type Answer, begin, conclude, hear, retry } from './attempts.ts';
import { type PaymentState, payment } from './payment.ts';

import { refund } from './requests.ts';
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
  no,
  paid,
  paymentId,
  ref,
  refunding,
  refundOf,
  requested,
  rf,
  started,
  voided,
  voiding,
  yes,
} from './testing.ts';

const { given } = givenWith(registry);
const policy = { attemptsMax: 3, retryBaseMs: 1000, retryCapMs: 60_000 };
const now = Date.parse('2026-01-01T00:01:00.000Z');
const later = (ms: number) => new Date(now + ms).toISOString();
const next = (state: PaymentState) => begin(state, now);
const answer = (number: number, what: Answer) => (state: PaymentState) =>
  conclude(state, number, what, policy, now);

describe('what comes next', () => {
  test.each([
    ['nothing for what does not exist', [], []],
    ['the authorization', [requested], [started(1, 'authorize')]],
    ['nothing while a call is open', asking, []],
    ['nothing once it is authorized', held, []],
    ['the capture', [...held, captureWanted], [started(2, 'capture')]],
    ['the void of an authorization', [...held, cancelled], [started(2, 'void')]],
    ['the void rather than a capture', [...held, captureWanted, cancelled], [started(2, 'void')]],
    ['nothing after a decline', [...asking, ended(1, 'authorize', 'declined'), failed], []],
    ['the refund', [...paid, refundOf(1000)], [started(3, 'refund', { refundId: rf, amount: 1000 })]],
    ['one refund at a time', [...refunding, refundOf(5, 'refund-2')], []],
    [
      'a void instead of the answer to an authorization',
      [...asking, cancelled],
      [
        ended(1, 'authorize', 'unanswered', { reason: 'the payment was cancelled meanwhile' }),
        started(2, 'void'),
      ],
    ],
    ['whether it was captured, before it is given back', [...capturing, cancelled], []],
  ])('%s', (_, past, events) => {
    given(payment, past).when(next).then(events);
  });

  test('no authorization once its time is up', () => {
    given(payment, [requested])
      .when((s) => begin(s, Date.parse('2026-01-01T00:05:00.000Z')))
      .then([]);
  });

  const waiting = ended(2, 'capture', 'unanswered', { retryAt: later(1000) });
  const failing = ended(2, 'capture', 'failed', { retryAt: later(1000) });
  const due = paymentRetryDue({ ...ids, number: 2 });
  test('an unanswered call again under its key, a failed one under a new key, both when it is time', () => {
    given(payment, [...capturing, waiting])
      .when(next)
      .then([]);
    given(payment, [...capturing, waiting, due])
      .when(next)
      .then([started(3, 'capture', { key: `${paymentId}:capture:2` })]);
    given(payment, [...capturing, failing, due])
      .when(next)
      .then([started(3, 'capture')]);
  });

  test('what became of an unanswered capture is asked before a void; a failed one is not repeated', () => {
    given(payment, [...capturing, waiting, cancelled])
      .when(next)
      .then([]);
    given(payment, [...capturing, failing, cancelled])
      .when(next)
      .then([started(3, 'void')]);
  });

  test('a timer that is not for the newest attempt says nothing', () => {
    const state = given(payment, [...capturing, waiting]);
    state.when((s) => retry(s, 2)).then([due]);
    state.when((s) => retry(s, 1)).then([]);
    given(payment, capturing)
      .when((s) => retry(s, 2))
      .then([]);
  });
});

describe('answers', () => {
  const all = paymentRefunded({
    ...{ ...ids, amount: euros(1000), refunded: euros(1000), providerRef: ref, reason: 'damaged' },
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
    const refundFailed = paymentRefundFailed({ ...ids, amount: euros(1000), reason: 'why' });
    given(payment, refunding)
      .when((s) => conclude(s, 3, no('failed'), { ...policy, attemptsMax: 1 }, now))
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

  test('after a void of a failed payment nobody hears of it again', () => {
    const late = [...asking, expiredNow, cancelled, ended(1, 'authorize', 'unanswered'), started(2, 'void')];
    given(payment, late)
      .when(answer(2, yes))
      .then([ended(2, 'void', 'succeeded')]);
  });
});

describe('what the provider says by itself', () => {
  const said = (step: 'authorize' | 'capture' | 'void', what: Answer) => (s: PaymentState) =>
    hear(s, { step, refundId: null, answer: what }, policy, now);
  const other = { ...yes, providerRef: 'ref_2' } as Answer;
  const pending = [...asking, ended(1, 'authorize', 'pending', { retryAt: later(1000) })];
  test.each([
    [
      'the answer to an open call',
      asking,
      said('authorize', yes),
      [ended(1, 'authorize', 'succeeded'), authorized],
    ],
    ['a late answer', pending, said('authorize', yes), [ended(1, 'authorize', 'succeeded'), authorized]],
    ['the same answer again', held, said('authorize', yes), []],
    ['of a payment that nobody knows', [], said('authorize', yes), []],
    [
      'an old authorization of a voided payment',
      [...voiding, ended(2, 'void', 'succeeded'), voided],
      said('authorize', yes),
      [],
    ],
    [
      'a new authorization of a voided payment: it is voided, too',
      [...voiding, ended(2, 'void', 'succeeded'), voided],
      said('authorize', other),
      [paymentCancelRequested({ ...ids, reason: 'authorized too late' })],
    ],
    ['captured after all', held, said('capture', yes), [captured]],
    [
      'voided by the provider',
      held,
      said('void', yes),
      [paymentVoided({ ...ids, amount, providerRef: ref, reason: 'voided by the provider' })],
    ],
    ['voided while it is captured: the capture will tell', capturing, said('void', yes), []],
    ['a decline of what is authorized', held, said('authorize', no('declined')), []],
  ])('%s', (_, past, decision, events) => {
    given(payment, past).when(decision).then(events);
  });

  test('an authorization that is heard of after the void is voided again', () => {
    const late = paymentCancelRequested({ ...ids, reason: 'authorized too late' });
    given(payment, [...voiding, ended(2, 'void', 'succeeded'), voided, late])
      .when(next)
      .then([started(3, 'void')]);
  });
});
