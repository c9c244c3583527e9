/**
 * What the provider tells by itself: the answer to a call, or something that nobody here has asked for, as a refund in
 * its dashboard. The ledger follows it. Messages come in any order, and more than once: what is told of one refund or
 * dispute only ever goes on (under way, succeeded, failed after all), what is captured only grows, and all else is old.
 */
import {
  type PaymentEvents,
  type PaymentStep,
  paymentAuthorized,
  paymentCancelRequested,
  paymentCaptured,
  paymentDisputeClosed,
  paymentDisputed,
  paymentRefunded,
  paymentRefundFailed,
  paymentVoided,
} from '@quickmart/contracts/payment/events';
import type { NewEventOf } from '@quickmart/streams';
import { isSame, upTo } from './attempt.ts';
import { type Answer, base, capturedBy, completeAttempt, type RetryPolicy } from './attempts.ts';
import { idsOf, lostBy, money, payable } from './payment.ts';
import { refundsOfReductions } from './reductions.ts';
import { isGivenBack, type Refund, refunded } from './refunds.ts';
import type { Attempt, Payment, PaymentState } from './state.ts';
import { isUnclear } from './wanted.ts';

/** `key`: of the call, where the provider says so, as `methodNumber`. `amount`: of the refund, minor units. */
export type CallNews = {
  step: PaymentStep;
  refundId: string | null;
  key: string | null;
  methodNumber?: number | undefined;
  answer: Answer;
  amount?: number;
};
export type DisputeNews = {
  dispute: { id: string; amount: number; status: 'open' | 'won' | 'lost'; reason: string };
};
export type News = CallNews | DisputeNews;
type Events = NewEventOf<PaymentEvents>[];

export function onProviderEvent(state: PaymentState, news: News, policy: RetryPolicy, now: number): Events {
  if (state === null) return [];
  if ('dispute' in news) return ofDispute(state, news.dispute);
  const { attempt } = state;
  const { answer } = news;
  if (news.step === 'refund' && isOver(state, answer.providerRef)) return [];
  if (isOfAnother(state, news)) return [];
  if (attempt && isSame(attempt, news) && isUnclear(attempt) && isOfCall(attempt, news))
    return completeAttempt(state, attempt.number, answer, policy, now);
  if (news.step === 'refund') return ofRefund(state, news);
  return answer.outcome === 'succeeded' ? unasked[news.step](state, answer, policy, now) : [];
}

/**
 * A failure is told again and again, and says nothing of a later call. A capture is told with its total: with less than this call makes it,
 * an earlier part is meant, unless no more can follow. All other success, and a decline, is final.
 */
function isOfCall(attempt: Attempt, { step, key, answer }: CallNews): boolean {
  if (answer.outcome === 'failed') return key === attempt.key;
  if (step !== 'capture' || answer.outcome !== 'succeeded') return true;
  const { amount = upTo(attempt), isHeld = false } = answer;
  return amount >= upTo(attempt) || (amount > attempt.before && !isHeld);
}

/** The payment method that was declined is not the one that is tried now. What is authorized is so for the whole payment. */
const isOfAnother = (s: Payment, { step, methodNumber = s.methodNumber, answer }: CallNews): boolean =>
  step === 'authorize' && answer.outcome === 'declined' && methodNumber !== s.methodNumber;

/** This refund of the provider has failed for good: what is told of it later is old, also where the next one is under way. */
const isOver = ({ refunds }: Payment, providerRef: string | null): boolean =>
  providerRef !== null && refunds.some(({ failed }) => failed.includes(providerRef));

type Succeeded = Extract<Answer, { outcome: 'succeeded' }>;
type Unasked = (s: Payment, answer: Succeeded, policy: RetryPolicy, now: number) => Events;
const unasked: Record<Exclude<PaymentStep, 'refund'>, Unasked> = {
  authorize(s, { providerRef }) {
    const isOver = s.status === 'failed' || s.status === 'voided';
    // A void is final, so what is told of the same authorization is old; a buyer whose payment was declined may have tried it again.
    const wasDeclined =
      s.hold === 'gone' && s.attempt?.step === 'authorize' && s.attempt.status === 'declined';
    if (!isOver || (providerRef === s.providerRef && !wasDeclined)) return [];
    return [paymentCancelRequested({ ...idsOf(s), reason: 'authorized too late' })];
  },
  capture(s, answer, policy, now) {
    const { providerRef, amount = payable(s), isHeld } = answer;
    // Late, but what we had asked for.
    const isOurs = s.attempt?.step === 'capture' && amount === s.due;
    return [
      ...authorizedFirst(s, answer, policy, now),
      ...capturedBy(s, providerRef, { amount, isHeld, by: isOurs ? undefined : 'provider' }),
    ];
  },
  void(s, { providerRef }) {
    if (s.status !== 'authorized' || s.wants.capture) return [];
    return [paymentVoided({ ...base(s), providerRef, reason: 'voided by the provider' })];
  },
};

/** What is captured was authorized: that may be told later. */
function authorizedFirst(s: Payment, answer: Succeeded, policy: RetryPolicy, now: number): Events {
  if (s.status !== 'pending') return [];
  const { attempt } = s;
  if (attempt?.step === 'authorize' && isUnclear(attempt))
    return completeAttempt(s, attempt.number, answer, policy, now);
  return s.cancelled ? [] : [paymentAuthorized({ ...base(s), providerRef: answer.providerRef })];
}

function ofRefund(s: Payment, { refundId, answer, amount }: CallNews): Events {
  const ref = answer.providerRef;
  if (ref === null) return [];
  const known = knownRefund(s, refundId, ref);
  if (answer.outcome === 'failed') return refundCameBack(s, known, ref, amount, answer.reason);
  if (answer.outcome !== 'succeeded' || known?.status === 'succeeded') return [];
  const given = amount ?? known?.amount ?? 0;
  if (given === 0) return [];
  const all = refunded(s.refunds) + given;
  // What was given back was captured: that may be told later. So may it be that another refund has come back: the sum of
  // them says nothing of what was captured.
  const first = given > s.captured ? [captureOf(s, given)] : [];
  const by = known?.by === 'shop' ? {} : ({ by: 'provider' } as const);
  const back = paymentRefunded({
    ...idsOf(s),
    refundId: known?.refundId ?? ref,
    providerRef: ref,
    amount: money(s, given),
    refunded: money(s, all),
    reason: known?.reason ?? 'refunded at the provider',
    ...by,
    ...lostBy(s),
  });
  // All of it is captured, and given back: nobody asks any more how the capture ended.
  const isWhole = first.length > 0 && given >= s.amount.amount && !s.cancelled;
  const next = { ...s, captured: given, refunds: isGivenBack(s.refunds, back.data) };
  return [...first, back, ...(isWhole ? refundsOfReductions(next) : [])];
}

const captureOf = (s: Payment, amount: number) =>
  paymentCaptured({
    ...idsOf(s),
    amount: money(s, amount),
    providerRef: s.providerRef ?? '',
    isHeld: false,
    by: 'provider',
  });

/** By the id that it was asked for under, else by the provider's. A second one under the same id is one of its own. */
function knownRefund({ refunds }: Payment, refundId: string | null, ref: string): Refund | undefined {
  const asked = refunds.find((refund) => refund.refundId === refundId);
  const isAnother = asked?.status === 'succeeded' && asked.providerRef !== null && asked.providerRef !== ref;
  if (asked !== undefined && (!isAnother || asked.failed.includes(ref))) return asked;
  return refunds.find((one) => one.refundId === ref || one.providerRef === ref || one.failed.includes(ref));
}

/** It had succeeded, or nobody knew; or it is told before anything else of it was. */
function refundCameBack(
  s: Payment,
  known: Refund | undefined,
  providerRef: string,
  amount: number | undefined,
  reason: string,
): Events {
  const had = known?.status === 'succeeded' && (known.providerRef ?? providerRef) === providerRef;
  if (known !== undefined && !had && known.status !== 'unclear') return [];
  const value = known?.amount ?? amount ?? 0;
  const rest = refunded(s.refunds) - (had ? value : 0);
  return [
    paymentRefundFailed({
      ...idsOf(s),
      refundId: known?.refundId ?? providerRef,
      amount: money(s, value),
      refunded: money(s, rest),
      providerRef,
      reason,
    }),
  ];
}

function ofDispute(s: Payment, { id: disputeId, amount, status, reason }: DisputeNews['dispute']): Events {
  const known = s.disputes.find((dispute) => dispute.disputeId === disputeId);
  if (known !== undefined && (known.status !== 'open' || status === 'open')) return [];
  const about = { ...idsOf(s), disputeId, amount: money(s, known?.amount ?? amount), reason };
  const opened = known === undefined ? [paymentDisputed(about)] : [];
  return status === 'open' ? opened : [...opened, paymentDisputeClosed({ ...about, outcome: status })];
}
