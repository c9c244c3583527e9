import {
  paymentCancelRequested,
  paymentCaptureFailed,
  paymentRefundFailed,
  paymentVoided,
} from '@quickmart/contracts/payment';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, test } from 'vitest';

import { type PaymentState, payment } from './payment.ts';

import { cancel, capture, expire, refund, refundReturned, request } from './requests.ts';
import {
  amount,
  asking,
  cancelled,
  captureWanted,
  ended,
  euros,
  expiredNow,
  failed,
  held,
  ids,
  paid,
  refunding,
  refundOf,
  requested,
  rf,
} from './testing.ts';

const { given } = givenWith(registry);
const none = given(payment, []);

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
    ['another currency', paid, { amount: 1, currency: 'CHF' }, 'currencies-mixed'],
  ])('is refused: %s', (_, past, wanted, code) => {
    given(payment, past).when(by(wanted)).refuses(code);
  });
});
