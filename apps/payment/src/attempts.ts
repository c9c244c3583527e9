/**
 * What to ask the provider for next, and what to make of its answers. Pure: the calls themselves are in work.ts.
 *
 * A call is written down before it is made (PaymentAttemptStarted), so after a crash it is known that money may have
 * moved. A key is used again as long as it is not known what became of it; after a definite failure a new one is
 * used, because providers give the first answer again for a known key.
 */
import {
  type AttemptOutcome,
  type PaymentEvents,
  type PaymentStep,
  paymentAttemptEnded,
  paymentAttemptStarted,
  paymentAuthorized,
  paymentCancelRequested,
  paymentCaptured,
  paymentCaptureFailed,
  paymentFailed,
  paymentRefunded,
  paymentRefundFailed,
  paymentRetryDue,
  paymentVoided,
  paymentVoidFailed,
} from '@quickmart/contracts/payment';
import type { NewEventOf } from '@quickmart/streams';
import { type Attempt, idsOf, isSame, money, type Payment, type PaymentState, refunded } from './payment.ts';
import { giveBack } from './requests.ts';

/** What became of a call: the provider's answer, or that there was none. */
export type Answer =
  | { outcome: 'succeeded'; providerRef: string; reason: null }
  | { outcome: Exclude<AttemptOutcome, 'succeeded'>; providerRef: string | null; reason: string };
export type RetryPolicy = { attemptsMax: number; retryBaseMs: number; retryCapMs: number };
type Events = NewEventOf<PaymentEvents>[];
type Task = { step: PaymentStep; refundId: string | null; amount: number; key: string | null };

/** Nobody knows yet what became of it. */
const isUnclear = ({ status }: Attempt): boolean =>
  status === 'open' || status === 'pending' || status === 'unanswered';

/** The step that is wanted most, also while it waits for its retry, with the key of a call that may have done it; null where nothing is left to do. */
function wanted(s: Payment): Task | null {
  const { status, hold, wants, attempt, amount } = s;
  const whole = (step: PaymentStep) => {
    const key = attempt?.step === step && isUnclear(attempt) ? attempt.key : null;
    return { step, refundId: null, amount: amount.amount, key };
  };
  // Whether money was captured has to be known before anything is given back.
  if (status === 'authorized' && attempt?.step === 'capture' && isUnclear(attempt) && !attempt.over)
    return whole('capture');
  if (wants.void && (hold === 'unknown' || hold === 'held')) return whole('void');
  if (status === 'pending' && !s.cancelled && hold !== 'gone') return whole('authorize');
  if (wants.capture && status === 'authorized') return whole('capture');
  const refund = s.refunds.find((each) => each.status === 'pending');
  return refund ? { ...refund, step: 'refund' } : null;
}

/** Writes down the call that is to be made now; none where one is open already, or nothing is due. */
export function begin(state: PaymentState, now: number): Events {
  if (state === null) return [];
  const { attempt } = state;
  const task = wanted(state);
  if (task === null || (attempt?.waiting && isSame(attempt, task))) return [];
  if (task.step === 'authorize' && now >= state.expiresAt) return []; // its timer says so
  const superseded: Events = [];
  if (attempt?.status === 'open') {
    if (isSame(attempt, task)) return [];
    superseded.push(ended(state, attempt, lost, null));
  }
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
export function conclude(
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
  return retryAt === null ? [end, ...consequences(state, attempt, answer)] : [end];
}

/** What the provider says by itself: the answer to a call, or something nobody has asked for. `key`: of the call, where it says so. */
export type News = { step: PaymentStep; refundId: string | null; key: string | null; answer: Answer };
export function hear(state: PaymentState, news: News, policy: RetryPolicy, now: number): Events {
  if (state === null) return [];
  const { attempt, status } = state;
  const { step, key, answer } = news;
  // A failure is told again and again, and says nothing of a later call; success and decline are final.
  const isOfCall = answer.outcome !== 'failed' || key === attempt?.key;
  if (attempt && isSame(attempt, news) && isUnclear(attempt) && isOfCall)
    return conclude(state, attempt.number, answer, policy, now);
  if (answer.outcome !== 'succeeded') return [];
  const { providerRef } = answer;
  const known = providerRef === state.providerRef;
  if (step === 'authorize' && (status === 'failed' || status === 'voided') && !known)
    return [paymentCancelRequested({ ...idsOf(state), reason: 'authorized too late' })];
  if (step === 'capture' && status === 'authorized')
    return [paymentCaptured({ ...base(state), providerRef }), ...givenBack(state)];
  if (step === 'void' && status === 'authorized' && !state.wants.capture)
    return [paymentVoided({ ...base(state), providerRef, reason: 'voided by the provider' })];
  return [];
}

export const retry = (state: PaymentState, number: number): Events =>
  state?.attempt?.waiting && state.attempt.number === number
    ? [paymentRetryDue({ ...idsOf(state), number })]
    : [];

/** When to try again (UTC ms); null: it is settled, or given up. */
function retryOf(
  s: Payment,
  { step, tries }: Attempt,
  { outcome }: Answer,
  { attemptsMax, retryBaseMs, retryCapMs }: RetryPolicy,
  now: number,
): number | null {
  if (outcome === 'succeeded' || outcome === 'declined') return null;
  const dueAt = now + Math.min(retryCapMs, retryBaseMs * 2 ** (tries - 1));
  // An authorization ends with its deadline, or with the void that a cancellation asks for.
  if (step === 'authorize') return s.status === 'pending' && !s.cancelled ? dueAt : null;
  // A cancelled capture is tried again only to learn what became of it.
  if (step === 'capture' && outcome === 'failed' && !s.wants.capture) return null;
  return tries < attemptsMax ? dueAt : null;
}

const iso = (ms: number) => new Date(ms).toISOString();

function ended(s: Payment, { number, step, refundId }: Attempt, answer: Answer, retryAt: number | null) {
  const until = retryAt === null ? null : iso(retryAt);
  return paymentAttemptEnded({ ...idsOf(s), number, step, refundId, ...answer, retryAt: until });
}

const base = (s: Payment) => ({ ...idsOf(s), amount: s.amount });

function consequences(s: Payment, attempt: Attempt, answer: Answer): Events {
  switch (attempt.step) {
    case 'authorize':
      return authorization(s, answer);
    case 'capture':
      return captureOf(s, answer);
    case 'void':
      return voidOf(s, answer);
    case 'refund':
      return refundOf(s, attempt, answer);
  }
}

function authorization(s: Payment, { outcome, providerRef, reason }: Answer): Events {
  if (s.status !== 'pending') return [];
  if (outcome === 'declined') return [paymentFailed({ ...base(s), providerRef, reason })];
  // Cancelled meanwhile: it is voided, and nobody has to hear that it was there.
  if (outcome !== 'succeeded' || s.cancelled) return [];
  return [paymentAuthorized({ ...base(s), providerRef })];
}

function captureOf(s: Payment, { outcome, providerRef, reason }: Answer): Events {
  if (outcome === 'succeeded') return [paymentCaptured({ ...base(s), providerRef }), ...givenBack(s)];
  // After a cancellation the void that follows tells how it ended.
  return s.cancelled ? [] : [paymentCaptureFailed({ ...base(s), reason })];
}

/** Cancelled while the capture was under way. */
const givenBack = (s: Payment): Events =>
  s.cancelled ? giveBack(s, `${s.paymentId}:cancelled`, s.reason ?? 'cancelled') : [];

function voidOf(s: Payment, { outcome, providerRef, reason }: Answer): Events {
  if (outcome !== 'succeeded') return [paymentVoidFailed({ ...base(s), reason })];
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
  const all = money(s, refunded(s) + refund.amount);
  const { refundId: which, reason: why } = refund;
  return [paymentRefunded({ ...ids, refundId: which, amount, refunded: all, providerRef, reason: why })];
}
