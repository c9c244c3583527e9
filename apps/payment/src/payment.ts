/**
 * A payment: its events and its state. requests.ts has what others may ask of it, which only writes down what is
 * wanted; attempts.ts decides what to ask the provider for, and what to make of its answers.
 */
import type { PaymentEvents, PaymentStep } from '@quickmart/contracts/payment/events';
import type { Money } from '@quickmart/contracts/shapes';
import { aggregate, type Due } from '@quickmart/streams';
import {
  failedAfterAll,
  isGivenBack,
  type Refund,
  refunded,
  requestedAgain,
  settled,
  taken,
} from './refunds.ts';

/** The bank of the customer asks for the money. `lost`: it has taken it. */
export type Dispute = { disputeId: string; amount: number; reason: string; status: 'open' | 'won' | 'lost' };

/** The newest call to the provider. */
export type Attempt = {
  number: number;
  step: PaymentStep;
  refundId: string | null;
  key: string;
  /** A call under this key was made before: what became of it is looked up first. */
  keyUsed: boolean;
  /** How often this step was tried. */
  tries: number;
  status: 'open' | PaymentEvents['PaymentAttemptEndedEvent']['outcome'];
  /** The last end does not count as a try. */
  outage: boolean;
  /** When to try again, UTC ms; null: at once, or never. */
  retryAt: number | null;
  /** Ended, and not to be tried again. */
  over: boolean;
};

export type Payment = {
  paymentId: string;
  orderId: string;
  customerId: string;
  amount: Money;
  paymentMethod: string | null;
  provider: string;
  expiresAt: number;
  status: 'pending' | 'authorized' | 'captured' | 'failed' | 'voided';
  /** What the provider holds of the customer's money: `unknown` from the first call until its answer. */
  hold: 'none' | 'unknown' | 'held' | 'gone';
  wants: { capture: boolean; void: boolean };
  cancelled: boolean;
  /** A void was given up, and that was said: where one is done after all, that is said, too. */
  voidGivenUp: boolean;
  /** All of it so far; the provider may have captured less than the amount. */
  captured: number;
  refunds: readonly Refund[];
  disputes: readonly Dispute[];
  attempt: Attempt | null;
  providerRef: string | null;
  reason: string | null;
  createdAt: number;
  updatedAt: number;
};
/** Null until it is requested. */
export type PaymentState = Payment | null;

export const timerTypes = { expiry: 'expire', retry: 'retry' } as const;

const nothing = { capture: false, void: false };

export const payment = aggregate<PaymentState, PaymentEvents>({
  category: 'payment',
  initial: null,
  revision: 5,
  evolve: {
    PaymentRequestedEvent: (_, { expiresAt, ...data }, { at }) => ({
      ...data,
      expiresAt: Date.parse(expiresAt),
      status: 'pending',
      hold: 'none',
      wants: nothing,

      cancelled: false,
      voidGivenUp: false,
      captured: 0,
      refunds: [],
      disputes: [],
      attempt: null,
      providerRef: null,
      reason: null,
      createdAt: at,
      updatedAt: at,
    }),
    PaymentAuthorizedEvent: (s, _, { at }) => s && { ...s, status: 'authorized', updatedAt: at },
    PaymentFailedEvent: (s, { reason }, { at }) => s && { ...s, status: 'failed', reason, updatedAt: at },
    PaymentCapturedEvent: (s, { amount, providerRef }, { at }) =>
      s && {
        ...s,
        status: 'captured',
        hold: 'gone',
        wants: nothing,
        captured: amount.amount,

        attempt: askedAgain(s, amount.amount),
        providerRef: s.providerRef ?? providerRef,
        updatedAt: at,
      },
    PaymentCaptureFailedEvent: (s, { reason }, { at }) =>
      s && { ...s, wants: { ...s.wants, capture: false }, reason, updatedAt: at },
    PaymentVoidedEvent: (s, { reason }, { at }) =>
      s && {
        ...s,
        status: 'voided',
        hold: 'gone',
        wants: nothing,
        voidGivenUp: false,
        reason,
        updatedAt: at,
      },
    PaymentVoidFailedEvent: (s, { reason }, { at }) =>
      s && { ...s, wants: { ...s.wants, void: false }, voidGivenUp: true, reason, updatedAt: at },
    PaymentRefundedEvent: (s, data, { at }) =>
      s && { ...s, refunds: isGivenBack(s.refunds, data), updatedAt: at },
    PaymentRefundFailedEvent: (s, data, { at }) =>
      s && { ...s, refunds: failedAfterAll(s.refunds, data), reason: data.reason, updatedAt: at },
    PaymentDisputedEvent: (s, { disputeId, amount, reason }, { at }) =>
      s && disputed(s, { disputeId, amount: amount.amount, reason, status: 'open' }, at),
    PaymentDisputeClosedEvent: (s, { disputeId, amount, reason, outcome }, { at }) =>
      s && disputed(s, { disputeId, amount: amount.amount, reason, status: outcome }, at),
    PaymentCaptureRequestedEvent: (s, _, { at }) =>
      s && { ...s, wants: { ...s.wants, capture: true }, attempt: afresh(s), updatedAt: at },
    // Heard after it was thought to be gone: then it may be there.
    PaymentCancelRequestedEvent: (s, { reason }, { at }) => {
      const hold = s?.hold === 'gone' ? 'unknown' : s?.hold;
      const wants = { capture: false, void: true };
      return s && hold
        ? { ...s, cancelled: true, hold, wants, attempt: afresh(s), reason, updatedAt: at }
        : s;
    },
    PaymentRefundRequestedEvent: (s, data, { at }) =>
      s && { ...s, refunds: requestedAgain(s.refunds, data), attempt: afresh(s), updatedAt: at },
    PaymentAttemptStartedEvent: (s, started, { at }) => s && begun(s, started, at),
    PaymentAttemptEndedEvent: (s, ended, { at }) => s && answered(s, ended, at),
    PaymentRetryDueEvent: (s, _, { at }) =>
      s && { ...s, attempt: s.attempt && { ...s.attempt, retryAt: null }, updatedAt: at },
  },
  timers: (state) => ({ expiry: expiryOf(state), retry: retryOf(state) }),
});

/** The end of the wait for an authorization. */
const expiryOf = (s: PaymentState): Due =>
  s?.status === 'pending' ? { dueAt: s.expiresAt, type: timerTypes.expiry } : null;

const retryOf = (s: PaymentState): Due => {
  const attempt = s?.attempt;
  if (!attempt || attempt.retryAt === null) return null;
  return { dueAt: attempt.retryAt, type: timerTypes.retry, data: { number: attempt.number } };
};

/** Asked for again after it was given up: all attempts again. What is not known of the last one stays unknown. */
const afresh = ({ attempt }: Payment): Attempt | null => (attempt?.over ? { ...attempt, tries: 0 } : attempt);

/** A refund at the provider has told that a capture of which nobody knew did happen, but not of how much. */
const askedAgain = (s: Payment, captured: number): Attempt | null =>
  s.attempt?.step === 'capture' && captured < s.amount.amount
    ? { ...s.attempt, tries: 0, over: false }
    : s.attempt;

type Started = PaymentEvents['PaymentAttemptStartedEvent'];
function begun(s: Payment, { number, step, refundId, key, amount }: Started, at: number): Payment {
  const { attempt: last } = s;
  const again = last !== null && isSame(last, { step, refundId });
  const keyUsed = last?.key === key || s.refunds.some((refund) => refund.key === key);
  const tries = again ? last.tries + (isCounted(last) ? 1 : 0) : 1;
  const attempt: Attempt = {
    number,
    step,
    refundId,
    key,
    keyUsed,
    tries,
    status: 'open',
    outage: false,
    retryAt: null,
    over: false,
  };
  const refunds = s.refunds.map((refund) =>
    refund.refundId === refundId ? { ...refund, key, amount: amount.amount } : refund,
  );
  return { ...s, attempt, refunds, hold: step === 'authorize' ? 'unknown' : s.hold, updatedAt: at };
}

/** An authorization ends with its deadline, not with its tries: they only make the next wait longer. */
const isCounted = ({ step, outage }: Attempt): boolean => !outage || step === 'authorize';

type Ended = PaymentEvents['PaymentAttemptEndedEvent'];
function answered(s: Payment, ended: Ended, at: number): Payment {
  const { step, outcome, providerRef, retryAt, outage = false } = ended;
  const ofTry = { retryAt: retryAt === null ? null : Date.parse(retryAt), over: retryAt === null };
  const attempt = s.attempt && { ...s.attempt, status: outcome, outage, ...ofTry };
  const next = { ...s, attempt, providerRef: s.providerRef ?? providerRef, updatedAt: at };
  if (step === 'refund') return { ...s, attempt, refunds: settled(s.refunds, ended), updatedAt: at };
  if (step === 'authorize' && outcome === 'succeeded') return { ...next, hold: 'held' };
  if (step === 'authorize' && outcome === 'declined') return { ...next, hold: 'gone' };
  if (step === 'void' && outcome === 'succeeded') return { ...next, hold: 'gone', wants: nothing };
  return next;
}

function disputed(s: Payment, dispute: Dispute, at: number): Payment {
  const others = s.disputes.filter(({ disputeId }) => disputeId !== dispute.disputeId);
  return { ...s, disputes: [...others, dispute], updatedAt: at };
}

export const isSame = (
  one: { step: PaymentStep; refundId: string | null },
  other: { step: PaymentStep; refundId: string | null },
): boolean => one.step === other.step && one.refundId === other.refundId;

export const money = ({ amount: { currency } }: Payment, amount: number): Money => ({ amount, currency });
export const idsOf = ({ paymentId, orderId }: Payment) => ({ paymentId, orderId });

/** What the customer's bank has taken back, minor units. */
export const lost = ({ disputes }: Pick<Payment, 'disputes'>): number =>
  disputes.reduce((sum, { status, amount }) => (status === 'lost' ? sum + amount : sum), 0);

/** As events say it: only where there is any. */
export const lostBy = (s: Payment) => (lost(s) > 0 ? { lost: money(s, lost(s)) } : {});

/** What can still be given back of `captured`. A refund that may have happened counts as one; `but` is left out. */
export const left = (
  s: Pick<Payment, 'captured' | 'refunds' | 'disputes'>,
  captured = s.captured,
  but?: Refund,
): number => Math.max(0, captured - lost(s) - taken(s.refunds.filter((refund) => refund !== but)));

/** Given back, all of it. */
export const isRefunded = (s: Payment): boolean =>
  s.status === 'captured' && s.captured > 0 && refunded(s.refunds) >= s.captured;
