import {
  paymentCancelRequested,
  paymentCaptured,
  paymentRetryDue,
  paymentVoided,
} from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { describe, expect, test } from 'vitest';
import {
  amount,
  asking,
  authorized,
  cancelled,
  captured,
  captureWanted,
  capturing,
  ended,
  failed,
  held,
  ids,
  later,
  no,
  now,
  other,
  paid,
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
import { type Answer, begin, retry } from './attempts.ts';
import { onProviderEvent } from './news.ts';
import { payment } from './payment.ts';
import type { PaymentState } from './state.ts';

const { given } = givenWith(registry);
const next = (state: PaymentState) => begin(state, now);

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

  test('a refund that may have happened, asked for again after another one, goes under its own key and is looked up', () => {
    const unclear = [...refunding, ended(3, 'refund', 'unanswered', { refundId: rf })];
    const second = [
      ...[refundOf(5, 'other'), started(4, 'refund', { refundId: 'other', amount: 5 })],
      ended(4, 'refund', 'succeeded', { refundId: 'other' }),
    ];
    const key = `${paymentId}:refund:3`;
    const again = started(5, 'refund', { refundId: rf, amount: 1000, key });
    given(payment, [...unclear, ...second, refundOf(1000)])
      .when(next)
      .then([again]);
    const { state } = given(payment, [...unclear, ...second, refundOf(1000), again]);
    expect(state?.attempt?.keyUsed).toBe(true);
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

describe('what the provider says by itself', () => {
  const said = (step: 'authorize' | 'capture' | 'void', what: Answer) => (s: PaymentState) =>
    onProviderEvent(s, { step, refundId: null, key: null, answer: what }, policy, now);
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
    [
      'captured at the provider',
      held,
      said('capture', yes),
      [paymentCaptured({ ...captured.data, by: 'provider' })],
    ],
    ['captured after all', [...capturing, ended(2, 'capture', 'failed')], said('capture', yes), [captured]],
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

  test('that an earlier call failed says nothing of the one that is open', () => {
    const failing = ended(3, 'refund', 'failed', { refundId: rf, retryAt: later(1000) });
    const due = paymentRetryDue({ ...ids, number: 3 });
    const fourth = started(4, 'refund', { refundId: rf, amount: 1000 });
    const state = given(payment, [...refunding, failing, due, fourth]);
    const failed = (number: number) => (s: PaymentState) =>
      onProviderEvent(
        s,
        { step: 'refund', refundId: rf, key: `${paymentId}:refund:${number}`, answer: no('failed') },
        policy,
        now,
      );
    state.when(failed(3)).then([]);
    state
      .when(failed(4))
      .then([ended(4, 'refund', 'failed', { refundId: rf, reason: 'why', retryAt: later(2000) })]);
  });

  test('an authorization that is heard of after the void is voided again', () => {
    const late = paymentCancelRequested({ ...ids, reason: 'authorized too late' });
    given(payment, [...voiding, ended(2, 'void', 'succeeded'), voided, late])
      .when(next)
      .then([started(3, 'void')]);
  });
});
