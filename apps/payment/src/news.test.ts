/** Single messages of the provider; all orders of them are in news.property.test.ts. */
import {
  paymentCaptureFailed,
  paymentRefunded,
  paymentRefundFailed,
} from '@quickmart/contracts/payment/events';
import { registry } from '@quickmart/contracts/registry';
import { givenWith } from '@quickmart/streams/given';
import { test } from 'vitest';
import {
  amount,
  capturing,
  ended,
  euros,
  ids,
  now,
  policy,
  refunding,
  refundOf,
  rf,
  started,
} from '../test/testing.ts';
import { begin } from './attempts.ts';
import { hear, type News } from './news.ts';
import { payment } from './payment.ts';
import { notYet, succeeded } from './providers/provider.ts';
import type { PaymentState } from './state.ts';

const { given } = givenWith(registry);
const told = (news: News) => (state: PaymentState) => hear(state, news, policy, now);
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
  const told = hear(given(payment, givenUp).state, byHand, policy, now);
  const capture = started(3, 'capture', { key: `${ids.paymentId}:capture:2` });
  given(payment, [...givenUp, ...told])
    .when((state) => begin(state, now))
    .then([capture]);
});
