/**
 * What to ask the provider for next, and what to make of its answers. Pure: the calls themselves are in work.ts.
 *
 * A call is written down before it is made (PaymentAttemptStarted), so after a crash it is known that money may have
 * moved. A key is used again as long as it is not known what became of it; after a definite failure a new one is
 * used, because providers give the first answer again for a known key.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type AttemptOutcome,
  type PaymentEvents,
  paymentActionRequired,
  paymentAttemptEnded,
  paymentAttemptStarted,
  paymentAuthorized,
  paymentCaptured,
  paymentCaptureFailed,
  paymentDeclined,
  paymentFailed,
  paymentRefunded,
  paymentRefundFailed,
  paymentRetryDue,
  paymentVoided,
  paymentVoidFailed,
} from '@quickmart/contracts/payment/events';
import type { NextAction } from '@quickmart/contracts/payment/next-action';
import type { NewEventOf } from '@quickmart/streams';
import { isSame, upTo } from './attempt.ts';
import { idsOf, lostBy, money } from './payment.ts';
import { refundsOfReductions } from './reductions.ts';
import { refunded } from './refunds.ts';
import { giveBack, nothingLeft } from './requests.ts';
import type { Attempt, Payment, PaymentState } from './state.ts';
import { isUnclear, wanted } from './wanted.ts';

/** What became of a call: the provider's answer, or that there was none. */
export type Answer =
  /**
   * `amount`: minor units that have moved, where the provider says so and it may be less than what was asked for; of a capture,
   * all that is captured so far. `isHeld`: more can be captured.
   */
  | { outcome: 'succeeded'; providerRef: string; reason: null; amount?: number; isHeld?: true }
  /** `outage`: this kind of call has no answer for anybody at the time. */
  | {
      outcome: Exclude<AttemptOutcome, 'succeeded'>;
      providerRef: string | null;
      reason: string;
      /** While it is pending: what the buyer has to do. */
      action?: NextAction;
      outage?: true;
    };
export type RetryPolicy = { attemptsMax: number; retryBaseMs: number; retryCapMs: number };
type Events = NewEventOf<PaymentEvents>[];

/** Writes down the call that is to be made now; none where one is open already, or nothing is due. */
export function begin(state: PaymentState, now: number): Events {
  if (state === null) return [];
  const { attempt } = state;
  const task = wanted(state);
  if (task === null || (attempt?.retryAt != null && isSame(attempt, task))) return [];
  if (task.step === 'authorize' && now >= state.expiresAt) return []; // its timer says so
  const superseded: Events = [];
  if (attempt?.status === 'open') {
    // What became of a refund is learned before anything else is begun: nobody would ask for it again.
    if (isSame(attempt, task) || attempt.step === 'refund') return [];
    superseded.push(ended(state, attempt, lost, null));
  }
  if (task.refundId !== null && task.amount === 0) return [...superseded, nothingLeft(state, task.refundId)];
  const number = (attempt?.number ?? 0) + 1;
  const { step, refundId, amount, key } = task;
  const fresh = `${state.paymentId}:${step}:${number}`;
  const started = {
    ...idsOf(state),
    number,
    step,
    refundId,
    key: key ?? fresh,
    amount: money(state, amount),
  };
  return [...superseded, paymentAttemptStarted(started)];
}

const lost: Answer = {
  outcome: 'unanswered',
  providerRef: null,
  reason: 'the payment was cancelled meanwhile',
};

/** What follows from the answer to attempt `number`. Nothing, where a webhook was faster. */
export function completeAttempt(
  state: PaymentState,
  number: number,
  answer: Answer,
  policy: RetryPolicy,
  now: number,
): Events {
  const attempt = state?.attempt;
  if (!attempt || attempt.number !== number || !isUnclear(attempt)) return [];
  if (attempt.over && answer.outcome !== 'succeeded') return []; // given up, and said so
  const retryAt = retryOf(state, attempt, answer, policy, now);
  const end = ended(state, attempt, answer, retryAt);
  return retryAt === null
    ? [end, ...consequences(state, attempt, answer)]
    : [end, ...actionOf(state, answer)];
}

/** Told once, while it can still help. */
function actionOf(s: Payment, answer: Answer): Events {
  const action = answer.outcome === 'pending' ? answer.action : undefined;
  const { providerRef } = answer;
  if (action === undefined || providerRef === null || isDeepStrictEqual(action, s.action)) return [];
  return [paymentActionRequired({ ...idsOf(s), methodNumber: s.methodNumber, providerRef, ...action })];
}

export const retry = (state: PaymentState, number: number): Events =>
  state?.attempt?.retryAt != null && state.attempt.number === number
    ? [paymentRetryDue({ ...idsOf(state), number })]
    : [];

/** When to try again (UTC ms); null: it is settled, or given up. */
function retryOf(
  s: Payment,
  { step, tries }: Attempt,
  answer: Answer,
  { attemptsMax, retryBaseMs, retryCapMs }: RetryPolicy,
  now: number,
): number | null {
  const { outcome } = answer;
  const outage = outcome !== 'succeeded' && answer.outage === true;
  if (outcome === 'succeeded' || outcome === 'declined') return null;
  if (outage && step !== 'authorize') return now + retryCapMs;
  const dueAt = now + Math.min(retryCapMs, retryBaseMs * 2 ** (tries - 1));
  // An authorization ends with its deadline, or with the void that a cancellation asks for.
  if (step === 'authorize') return s.status === 'pending' && !s.cancelled ? dueAt : null;
  // A cancelled capture is tried again only to learn what became of it.
  if (step === 'capture' && outcome === 'failed' && !s.wants.capture) return null;
  return tries < attemptsMax ? dueAt : null;
}

const iso = (ms: number) => new Date(ms).toISOString();

function ended(s: Payment, { number, step, refundId }: Attempt, answer: Answer, retryAt: number | null) {
  const { outcome, providerRef, reason } = answer;
  return paymentAttemptEnded({
    ...idsOf(s),
    number,
    step,
    refundId,
    outcome,
    providerRef,
    reason,
    retryAt: retryAt === null ? null : iso(retryAt),
    ...(outcome !== 'succeeded' && answer.outage && { outage: true as const }),
  });
}

export const base = (s: Payment) => ({ ...idsOf(s), amount: s.amount });

function consequences(s: Payment, attempt: Attempt, answer: Answer): Events {
  switch (attempt.step) {
    case 'authorize':
      return authorization(s, answer);
    case 'capture':
      return captureOf(s, attempt, answer);
    case 'void':
      return voidOf(s, answer);
    case 'refund':
      return refundOf(s, attempt, answer);
  }
}

function authorization(s: Payment, { outcome, providerRef, reason }: Answer): Events {
  if (s.status !== 'pending') return [];
  if (outcome === 'declined') return [declined(s, providerRef, reason)];
  // Cancelled meanwhile: it is voided, and nobody has to know that it was there.
  if (outcome !== 'succeeded' || s.cancelled) return [];
  return [paymentAuthorized({ ...base(s), providerRef })];
}

/** Where the order waits for another payment method, this is not the end. */
function declined(s: Payment, providerRef: string | null, reason: string) {
  const { methodNumber, onDecline, cancelled } = s;
  return onDecline === 'wait' && !cancelled
    ? paymentDeclined({ ...base(s), providerRef, methodNumber, reason })
    : paymentFailed({ ...base(s), providerRef, reason });
}

function captureOf(s: Payment, attempt: Attempt, answer: Answer): Events {
  const asked = upTo(attempt);
  if (answer.outcome === 'succeeded') {
    const { amount = asked, isHeld } = answer;
    // Where nothing is held any more, what was asked for since this call cannot be captured.
    const least = isHeld ? asked : Math.max(asked, s.due);
    const by = amount < least ? 'provider' : undefined;
    if (amount > s.captured || s.captured >= asked)
      return capturedBy(s, answer.providerRef, { amount, isHeld, by });
  }
  // Done, with nothing more than before: the rest of the authorization is gone. Asked for again, it would be the same.
  const reason = answer.reason ?? 'nothing more is held';
  // After a cancellation the void that follows tells how it ended.
  return s.cancelled ? [] : [paymentCaptureFailed({ ...base(s), reason })];
}

/** All that is captured so far. What is captured of a cancelled payment, or of lines that are cancelled since, is given back. */
export function capturedBy(
  s: Payment,
  providerRef: string,
  {
    amount,
    isHeld = false,
    by,
  }: { amount: number; isHeld?: boolean | undefined; by?: 'provider' | undefined },
): Events {
  const isOver = s.cancelled || s.status === 'failed' || s.status === 'voided';
  // Known before, from a refund at the provider: nobody has looked yet what of it is not to be paid.
  if (amount === s.captured && !isOver) return refundsOfReductions(s);
  if (amount <= s.captured) return [];
  const captured = { ...idsOf(s), amount: money(s, amount), providerRef, isHeld, ...(by && { by }) };
  const refundId = s.captured === 0 ? `${s.paymentId}:cancelled` : `${s.paymentId}:cancelled:${amount}`;
  const next = { ...s, captured: amount };
  // Given back as a whole, nothing is left for cancelled lines; the order, which may not be cancelled, waits to hear that.
  const back = isOver
    ? [...giveBack(s, refundId, s.reason ?? 'cancelled', amount), ...refundsOfReductions(next, 0)]
    : refundsOfReductions(next);
  return [paymentCaptured(captured), ...back];
}

function voidOf(s: Payment, { outcome, providerRef, reason }: Answer): Events {
  if (outcome !== 'succeeded') return [paymentVoidFailed({ ...base(s), reason })];
  // The rest of it, for what nobody will send.
  if (s.captured > 0) return [];
  // Its end was told already, unless the last that was told is that this void was given up.
  if ((s.status === 'failed' || s.status === 'voided') && !s.voidGivenUp) return [];
  return [paymentVoided({ ...base(s), providerRef, reason: s.reason ?? 'cancelled' })];
}

function refundOf(s: Payment, { refundId }: Attempt, { outcome, providerRef, reason }: Answer): Events {
  const refund = s.refunds.find((each) => each.refundId === refundId);
  if (refund === undefined) return [];
  const ids = idsOf(s);
  const amount = money(s, refund.amount);
  if (outcome !== 'succeeded')
    return [paymentRefundFailed({ ...ids, refundId: refund.refundId, amount, reason })];
  const all = money(s, refunded(s.refunds) + refund.amount);
  const { refundId: which, reason: why } = refund;
  const given = { refundId: which, amount, refunded: all, providerRef, reason: why };
  return [paymentRefunded({ ...ids, ...given, ...lostBy(s) })];
}
