import {
  paymentCancelRequested,
  paymentCaptured,
  paymentCaptureFailed,
  paymentCaptureRequested,
  paymentDisputeClosed,
  paymentDisputed,
  paymentRefunded,
  paymentRefundFailed,
  paymentVoided,
  paymentVoidFailed,
} from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, test } from 'vitest';
import {
  amount,
  asking,
  cancelled,
  captured,
  captureWanted,
  captureWantedAgain,
  capturing,
  ended,
  euros,
  expiredNow,
  failed,
  held,
  ids,
  now,
  paid,
  ref,
  refunding,
  refundOf,
  requested,
  rf,
  shipmentId,
  started,
  voided,
  voiding,
} from '../test/testing.ts';
import { begin } from './attempts.ts';
import { payment } from './payment.ts';
import { again, cancel, capture, expire, refund, refundReturned, releaseHold, request } from './requests.ts';
import type { PaymentState } from './state.ts';

const { given } = givenWith(registry);
const none = given(payment, []);
const refundedBy = (refundId: string, n: number, all: number, providerRef: string, reason: string) =>
  paymentRefunded({
    ...ids,
    refundId,
    amount: euros(n),
    refunded: euros(all),
    providerRef,
    reason,
  });
const done = [
  ended(3, 'refund', 'succeeded', { refundId: rf, providerRef: 're_1' }),
  refundedBy(rf, 3897, 3897, 're_1', 'damaged'),
];
/** A dispute that the shop has lost. */
const lostDispute = (n: number) => {
  const about = { ...ids, disputeId: 'dp_1', amount: euros(n), reason: 'fraudulent' };
  return [paymentDisputed(about), paymentDisputeClosed({ ...about, outcome: 'lost' })];
};
const nothingLeft = (refundId: string, gone: number) => {
  const { data } = refundedBy(refundId, 0, 0, ref, 'nothing is left to give back');
  return paymentRefunded({ ...data, lost: euros(gone) });
};
const retryAt = '2026-01-01T00:01:01.000Z';

describe('request', () => {
  test('once', () => {
    none.when((s) => request(s, requested.data)).then([requested]);
    given(payment, asking)
      .when((s) => request(s, requested.data))
      .then([]);
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
  const dispatch = (s: PaymentState) => capture(s, { shipmentId, amount: null });
  const notCalled = paymentVoided({ ...ids, amount, providerRef: null, reason: 'ordered twice' });
  test.each([
    ['a cancellation before the first call', [requested], call, [notCalled]],
    ['a cancellation during the first call', asking, call, [cancelled]],
    ['a cancellation when authorized', held, call, [cancelled]],
    ['a cancellation when captured', paid, call, [refundOf(3897, rf, 'ordered twice')]],
    [
      'a cancellation when a part is captured: that is given back, and the rest released',
      [...held, paymentCaptured({ ...captured.data, amount: euros(1000), isHeld: true, by: 'provider' })],
      call,
      [cancelled, refundOf(1000, rf, 'ordered twice')],
    ],
    ['a cancellation when partly refunded', refunding, call, [refundOf(2897, rf, 'ordered twice')]],
    [
      'a cancellation after a dispute that was lost: what is left',
      [...paid, ...lostDispute(3000)],
      call,
      [refundOf(897, rf, 'ordered twice')],
    ],
    [
      'a cancellation where that has taken all: it is said, as the order waits for it',
      [...paid, ...lostDispute(3897)],
      call,
      [nothingLeft(rf, 3897)],
    ],
    ['a cancellation again', [...held, cancelled], call, []],
    ['a cancellation of a failed payment', [...asking, failed], call, []],
    ['a dispatch', held, dispatch, [captureWanted]],
    ['a dispatch again', [...held, captureWanted], dispatch, []],
    [
      'a dispatch of what is not authorized',
      asking,
      dispatch,
      [captureWanted, paymentCaptureFailed({ ...ids, amount, reason: 'the payment is pending' })],
    ],
    [
      'a dispatch of what is cancelled',
      [...held, cancelled],
      dispatch,
      [captureWanted, paymentCaptureFailed({ ...ids, amount, reason: 'the payment is cancelled' })],
    ],
    [
      'a return',
      paid,
      (s: PaymentState) => refundReturned(s, rf, euros(1000)),
      [refundOf(1000, rf, 'returned')],
    ],
    ['a return again', refunding, (s: PaymentState) => refundReturned(s, rf, euros(1000)), []],
    ['a return of nothing', paid, (s: PaymentState) => refundReturned(s, rf, euros(0)), []],
    [
      'a return of more than was paid',
      paid,
      (s: PaymentState) => refundReturned(s, rf, euros(3898)),
      [refundOf(3897, rf, 'returned')],
    ],
    [
      'a return after a refund by hand: what is left',
      refunding,
      (s: PaymentState) => refundReturned(s, 'return', euros(3897)),
      [refundOf(2897, 'return', 'returned')],
    ],
    [
      'a return where nothing is left: it is done with nothing',
      [...paid, refundOf(3897), started(3, 'refund', { refundId: rf }), ...done],
      (s: PaymentState) => refundReturned(s, 'return', euros(1000)),
      [refundedBy('return', 0, 3897, ref, 'nothing is left to give back')],
    ],
    [
      'a return of what was never paid',
      held,
      (s: PaymentState) => refundReturned(s, rf, euros(1000)),
      [
        paymentRefundFailed({
          ...ids,
          refundId: rf,
          amount: euros(1000),
          reason: 'the payment is authorized',
        }),
      ],
    ],
  ])('%s', (_, past, decision, events) => {
    given(payment, past).when(decision).then(events);
  });
  test('of what does not exist: nothing', () => {
    none.when(call).then([]);
    none.when(dispatch).then([]);
    none.when((s) => refundReturned(s, rf, amount)).then([]);
  });
});

describe('several shipments', () => {
  const second = '019a0000-0000-7000-8000-0000000000b2';
  const third = '019a0000-0000-7000-8000-0000000000b3';
  const wanted = (total: number, id = shipmentId) =>
    paymentCaptureRequested({ ...ids, amount: euros(total), shipmentId: id });
  const inDashboard = (total: number, isHeld: boolean) =>
    paymentCaptured({ ...ids, amount: euros(total), providerRef: ref, isHeld, by: 'provider' });
  const send = (id: string, n: number) => (s: PaymentState) =>
    capture(s, { shipmentId: id, amount: euros(n) });

  test('what is refused at once is due, too: asked for again, it is asked for with the rest; told twice, it counts once', () => {
    // A refund at the provider has told of a capture without an answer, but not that more is held.
    const gone = [...held, wanted(1000), inDashboard(100, false)];
    const reason = 'the payment is captured';
    const refused = [wanted(3000, second), paymentCaptureFailed({ ...ids, amount: euros(3000), reason })];
    given(payment, gone).when(send(second, 2000)).then(refused);
    given(payment, [...gone, ...refused])
      .when(send(second, 2000))
      .then([]);
    const retried = { paymentId: ids.paymentId, owed: 'capture', refundId: null, amount } as const;
    given(payment, [...gone, ...refused, inDashboard(1000, true)])
      .when((s) => again(s, retried, 'asked-by'))
      .then([paymentCaptureRequested({ ...ids, amount: euros(3000), shipmentId: null })]);
  });

  test('where somebody has captured more than is due, the next one counts, and the one after it is captured in full', () => {
    const ahead = [...held, wanted(1000), inDashboard(1700, true)];
    given(payment, ahead)
      .when(send(second, 500))
      .then([wanted(1500, second)]);
    const counted = [...ahead, wanted(1500, second)];
    given(payment, counted)
      .when((s) => begin(s, now))
      .then([]);
    given(payment, counted).when(send(second, 500)).then([]);
    given(payment, counted)
      .when(send(third, 1000))
      .then([wanted(2500, third)]);
    given(payment, [...counted, wanted(2500, third)])
      .when((s) => begin(s, now))
      .then([started(2, 'capture', { amount: 800 })]);
  });

  test('where somebody has captured a part and let go of the rest, what is worth more is said to have failed', () => {
    const part = [...held, inDashboard(1700, false)];
    given(payment, part)
      .when(send(shipmentId, 1000))
      .then([wanted(1000)]);
    const reason = 'the payment is captured';
    given(payment, [...part, wanted(1000)])
      .when(send(second, 1000))
      .then([wanted(2000, second), paymentCaptureFailed({ ...ids, amount: euros(2000), reason })]);
  });

  test('where all is captured, nothing is to be done', () => {
    given(payment, [...held, inDashboard(3897, false)])
      .when(send(shipmentId, 1000))
      .then([]);
  });
});

describe('an operator has seen to the money', () => {
  const gaveUp = paymentCaptureFailed({ ...ids, amount, reason: 'expired_card' });
  const notCaptured = [...capturing, ended(2, 'capture', 'failed'), gaveUp];
  const resolved = paymentCancelRequested({ ...ids, reason: 'resolved by an operator' });
  test.each([
    ['after a capture that failed, what is held is released', notCaptured, [resolved]],
    ['once', [...notCaptured, resolved], []],
    ['not while it is tried again', [...notCaptured, captureWanted], []],
    ['nor before it is given up', [...capturing, ended(2, 'capture', 'failed', { retryAt })], []],
    ['nor where it may be captured', [...capturing, ended(2, 'capture', 'unanswered'), gaveUp], []],
    ['nor where it is captured after all', [...notCaptured, captured], []],
    ['nothing where no capture was asked for', held, []],
  ])('%s', (_, past, events) => {
    given(payment, past).when(releaseHold).then(events);
  });
  test('nothing where there is no payment', () => none.when(releaseHold).then([]));
});

describe('asked for again, after it was given up', () => {
  const retry =
    (owed: 'capture' | 'void' | 'refund', refundId: string | null = null) =>
    (s: PaymentState) =>
      again(s, { paymentId: ids.paymentId, owed, refundId, amount: euros(1000) }, 'asked-by');
  const part = (n: number) => paymentCaptureRequested({ ...ids, amount: euros(n), shipmentId });
  const captureGivenUp = [
    ended(2, 'capture', 'failed'),
    paymentCaptureFailed({ ...ids, amount, reason: 'x' }),
  ];
  const voidGivenUp = [ended(2, 'void', 'failed'), paymentVoidFailed({ ...ids, amount, reason: 'x' })];
  const refunded = (outcome: 'failed' | 'unanswered' | 'succeeded') => [
    ...refunding,
    ended(3, 'refund', outcome, { refundId: rf }),
  ];
  const other = [refundOf(5, 'other'), started(4, 'refund', { refundId: 'other', amount: 5 })];
  test.each([
    ['a capture', [...capturing, ...captureGivenUp], retry('capture'), [captureWantedAgain]],
    ['a capture that is under way', capturing, retry('capture'), []],
    ['a capture that is done', paid, retry('capture'), []],
    [
      'a capture of more than could be asked for: that is said, as the order waits for it',
      [...held, paymentCaptured({ ...captured.data, amount: euros(1000), by: 'provider' }), part(1000)],
      retry('capture'),
      [paymentCaptureFailed({ ...ids, amount, reason: 'the payment is captured' })],
    ],
    [
      'a void',
      [...voiding, ...voidGivenUp],
      retry('void'),
      [paymentCancelRequested({ ...ids, reason: 'cancelled' })],
    ],
    ['a void that is under way', voiding, retry('void'), []],
    ['a void that is done', [...voiding, ended(2, 'void', 'succeeded'), voided], retry('void'), []],
    ['a void of what is captured', paid, retry('void'), [refundOf(3897, 'asked-by', 'cancelled')]],
    ['a refund of all', paid, retry('refund'), [refundOf(3897, 'asked-by', 'cancelled')]],
    [
      'a refund of what a lost dispute has taken',
      [...paid, ...lostDispute(3897)],
      retry('void'),
      [nothingLeft('asked-by', 3897)],
    ],
    [
      'a refund of all, where a part may have happened',
      refunded('unanswered'),
      retry('refund'),
      [refundOf(1000), refundOf(2897, 'asked-by', 'cancelled')],
    ],
    ['a refund that failed', refunded('failed'), retry('refund', rf), [refundOf(1000, rf, 'returned')]],
    ['a refund that may have happened', refunded('unanswered'), retry('refund', rf), [refundOf(1000)]],
    [
      'one that may have, before another',
      [...refunded('unanswered'), ...other],
      retry('refund', rf),
      [refundOf(1000)],
    ],
    ['a refund that is under way', refunding, retry('refund', rf), []],
    ['a refund that is done', refunded('succeeded'), retry('refund', rf), []],
    ['a refund that was refused', paid, retry('refund', 'new'), [refundOf(1000, 'new', 'returned')]],
    ['of what does not exist', [], retry('void'), []],
  ])('%s', (_, past, decision, events) => {
    given(payment, past).when(decision).then(events);
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
    ['another currency', paid, { amount: 1, currency: 'CHF' }, 'currencies-mixed'],
  ])('is refused: %s', (_, past, wanted, code) => {
    given(payment, past).when(by(wanted)).refuses(code);
  });
});
