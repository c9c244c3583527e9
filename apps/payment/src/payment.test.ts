import {
  paymentAuthorized,
  paymentCancelRequested,
  paymentCaptured,
  paymentCaptureFailed,
  paymentCaptureRequested,
  paymentFailed,
  paymentRefunded,
  paymentRefundFailed,
  paymentRefundRequested,
  paymentRetryDue,
  paymentVoided,
  paymentVoidFailed,
} from '@quickmart/contracts/payment';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, expect, test } from 'vitest';
import { type Answer, begin, conclude, hear, retry } from './attempts.ts';
import { type PaymentState, payment } from './payment.ts';
import { attemptsOf, paymentView } from './read-models.ts';
import { cancel, capture, expire, refund, refundReturned, request } from './requests.ts';
import { amount, ended, euros, ids, no, paymentId, ref, requested, started, yes } from './testing.ts';

const { given } = givenWith(registry);
const policy = { attemptsMax: 3, retryBaseMs: 1000, retryCapMs: 60_000 };
const now = Date.parse('2026-01-01T00:01:00.000Z');
const later = (ms: number) => new Date(now + ms).toISOString();
const rf = 'refund-1';

const authorized = paymentAuthorized({ ...ids, amount, providerRef: ref });
const captured = paymentCaptured({ ...ids, amount, providerRef: ref });
const voided = paymentVoided({ ...ids, amount, providerRef: ref, reason: 'ordered twice' });
const failed = paymentFailed({ ...ids, amount, providerRef: null, reason: 'declined' });
const expiredNow = paymentFailed({ ...ids, amount, providerRef: null, reason: 'expired' });
const captureWanted = paymentCaptureRequested(ids);
const cancelled = paymentCancelRequested({ ...ids, reason: 'ordered twice' });
const refundOf = (n: number, refundId = rf, reason = 'damaged') =>
  paymentRefundRequested({ ...ids, refundId, amount: euros(n), reason });

const asking = [requested, started(1, 'authorize')];
const held = [...asking, ended(1, 'authorize', 'succeeded'), authorized];
const capturing = [...held, captureWanted, started(2, 'capture')];
const paid = [...capturing, ended(2, 'capture', 'succeeded'), captured];
const voiding = [...held, cancelled, started(2, 'void')];
const refunding = [...paid, refundOf(1000), started(3, 'refund', { refundId: rf, amount: 1000 })];

const next = (state: PaymentState) => begin(state, now);
const answer = (number: number, what: Answer) => (state: PaymentState) =>
  conclude(state, number, what, policy, now);
const none = given(payment, []);

describe('request', () => {
  test('once', () => {
    none.when((s) => request(s, requested.data)).then([requested]);
    given(payment, asking)
      .when((s) => request(s, requested.data))
      .then([]);
  });
});

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

describe('the deadline', () => {
  test.each([
    ['before the first call', [requested], [expiredNow]],
    [
      'during a call: what it may hold is voided',
      asking,
      [expiredNow, paymentCancelRequested({ ...ids, reason: 'expired' })],
    ],
    ['too late: authorized', held, []],
    ['too late: cancelled', [...asking, cancelled], []],
    ['too late: failed', [...asking, ended(1, 'authorize', 'declined'), failed], []],
  ])('%s', (_, past, events) => {
    given(payment, past).when(expire).then(events);
  });
});

describe('asked for by an order', () => {
  const call = (s: PaymentState) => cancel(s, 'ordered twice', rf);
  const notCalled = paymentVoided({ ...ids, amount, providerRef: null, reason: 'ordered twice' });
  test.each([
    ['a cancellation before the first call', [requested], call, [notCalled]],
    ['a cancellation during the first call', asking, call, [cancelled]],
    ['a cancellation when authorized', held, call, [cancelled]],
    ['a cancellation when captured', paid, call, [refundOf(3897, rf, 'ordered twice')]],
    ['a cancellation when partly refunded', refunding, call, [refundOf(2897, rf, 'ordered twice')]],
    ['a cancellation again', [...held, cancelled], call, []],
    ['a cancellation of a failed payment', [...asking, failed], call, []],
    ['a dispatch', held, capture, [captureWanted]],
    ['a dispatch again', [...held, captureWanted], capture, []],
    [
      'a dispatch of what is not authorized',
      asking,
      capture,
      [paymentCaptureFailed({ ...ids, amount, reason: 'the payment is pending' })],
    ],
    [
      'a dispatch of what is cancelled',
      [...held, cancelled],
      capture,
      [paymentCaptureFailed({ ...ids, amount, reason: 'the payment is cancelled' })],
    ],
    [
      'a return',
      paid,
      (s: PaymentState) => refundReturned(s, rf, euros(1000)),
      [refundOf(1000, rf, 'returned')],
    ],
    ['a return of nothing', paid, (s: PaymentState) => refundReturned(s, rf, euros(0)), []],
    [
      'a return of more than was paid',
      paid,
      (s: PaymentState) => refundReturned(s, rf, euros(3898)),
      [
        paymentRefundFailed({
          ...ids,
          amount: euros(3898),
          reason: '3897 EUR (minor units) are left to refund',
        }),
      ],
    ],
  ])('%s', (_, past, decision, events) => {
    given(payment, past).when(decision).then(events);
  });
  test('of what does not exist: nothing', () => {
    none.when(call).then([]);
    none.when(capture).then([]);
    none.when((s) => refundReturned(s, rf, amount)).then([]);
  });
});

describe('a refund by hand', () => {
  const by = (wanted?: ReturnType<typeof euros>) => (s: PaymentState) => refund(s, rf, 'damaged', wanted);
  test('of a part, or of all that is left', () => {
    given(payment, paid)
      .when(by(euros(1000)))
      .then([refundOf(1000)]);
    given(payment, paid)
      .when(by())
      .then([refundOf(3897)]);
    given(payment, refunding)
      .when((s) => refund(s, 'second', 'damaged'))
      .then([refundOf(2897, 'second')]);
  });
  test.each([
    ['no payment', [], amount, 'not-found'],
    ['nothing captured', held, amount, 'payment-not-refundable'],
    ['nothing left', [...paid, refundOf(3897)], euros(1), 'payment-not-refundable'],
    ['more than is left', refunding, euros(2898), 'refund-too-large'],
    ['nothing', paid, euros(0), 'validation-failed'],
    ['another currency', paid, { amount: 1, currency: 'CHF' }, 'validation-failed'],
  ])('is refused: %s', (_, past, wanted, code) => {
    given(payment, past).when(by(wanted)).refuses(code);
  });
});

test('as it is shown', () => {
  const shown = (past: Parameters<typeof given<PaymentState, never>>[1]) => {
    const { state, version } = given(payment, past as never);
    return paymentView(state, version);
  };
  expect(shown(asking as never)).toEqual({
    ...{ id: ids.paymentId, orderId: ids.orderId, customerId: 'customer-17', status: 'pending', version: 2 },
    ...{
      amount,
      captured: euros(0),
      refunded: euros(0),
      provider: 'simulated',
      providerRef: null,
      reason: null,
    },
    expiresAt: '2026-01-01T00:05:00.000Z',
    ...{ createdAt: '2026-01-01T00:00:01.000Z', updatedAt: '2026-01-01T00:00:02.000Z' },
  });
  const part = [...refunding, ended(3, 'refund', 'succeeded', { refundId: rf, providerRef: 're_1' })];
  expect(shown(part as never)).toMatchObject({
    status: 'captured',
    captured: amount,
    refunded: euros(1000),
    providerRef: ref,
  });
  const rest = [
    refundOf(2897, 'r2'),
    started(4, 'refund', { refundId: 'r2' }),
    ended(4, 'refund', 'succeeded', { refundId: 'r2' }),
  ];
  expect(shown([...part, ...rest] as never)).toMatchObject({ status: 'refunded', refunded: amount });
  expect(() => paymentView(null, 0)).toThrow('no such payment');
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
