/**
 * A payment: its events and its state. requests.ts has what others may ask of it, which only writes down what is
 * wanted; attempts.ts decides what to ask the provider for, and what to make of its answers.
 */
import type { AttemptOutcome, PaymentEvents, PaymentStep } from '@quickmart/contracts/payment';
import type { Money } from '@quickmart/contracts/shapes';
import { aggregate } from '@quickmart/streams';

/** `unclear`: nobody knows whether the money was given back, and nobody asks any more. */
type RefundStatus = 'pending' | 'succeeded' | 'failed' | 'unclear';
export type Refund = {
  refundId: string;
  amount: number;
  reason: string;
  status: RefundStatus;
  /** Of its last call, as long as it may have moved money: whatever is called in between, the next try uses it again. */
  key: string | null;
};

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
  status: 'open' | AttemptOutcome;
  /** A timer says when to try again. */
  waiting: boolean;
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
  refunds: readonly Refund[];
  attempt: Attempt | null;
  providerRef: string | null;
  reason: string | null;
  createdAt: number;
  updatedAt: number;
};
/** Null until it is requested. */
export type PaymentState = Payment | null;

const nothing = { capture: false, void: false };

export const payment = aggregate<PaymentState, PaymentEvents>({
  category: 'payment',
  initial: null,
  evolve: {
    PaymentRequestedEvent: (_, { expiresAt, ...data }, { at }) => ({
      ...{ ...data, expiresAt: Date.parse(expiresAt), status: 'pending', hold: 'none', wants: nothing },
      ...{
        cancelled: false,
        voidGivenUp: false,
        refunds: [],
        attempt: null,
        providerRef: null,
        reason: null,
      },
      ...{ createdAt: at, updatedAt: at },
    }),
    PaymentAuthorizedEvent: (s, _, { at }) => s && { ...s, status: 'authorized', updatedAt: at },
    PaymentFailedEvent: (s, { reason }, { at }) => s && { ...s, status: 'failed', reason, updatedAt: at },
    PaymentCapturedEvent: (s, _, { at }) =>
      s && { ...s, status: 'captured', hold: 'gone', wants: nothing, updatedAt: at },
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
    PaymentRefundedEvent: (s, _, { at }) => s && { ...s, updatedAt: at },
    PaymentRefundFailedEvent: (s, { reason }, { at }) => s && { ...s, reason, updatedAt: at },
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
    PaymentRefundRequestedEvent: (s, { refundId, amount, reason }, { at }) => {
      const key = s?.refunds.find((each) => each.refundId === refundId)?.key ?? null;
      const refund = { refundId, amount: amount.amount, reason, status: 'pending' as const, key };
      const others = s?.refunds.filter((each) => each.refundId !== refundId) ?? [];
      return s && { ...s, refunds: [...others, refund], attempt: afresh(s), updatedAt: at };
    },
    PaymentAttemptStartedEvent: (s, started, { at }) => s && begun(s, started, at),
    PaymentAttemptEndedEvent: (s, ended, { at }) => s && answered(s, ended, at),
    PaymentRetryDueEvent: (s, _, { at }) =>
      s && { ...s, attempt: s.attempt && { ...s.attempt, waiting: false }, updatedAt: at },
  },
});

/** Asked for again after it was given up: all attempts again. What is not known of the last one stays unknown. */
const afresh = ({ attempt }: Payment): Attempt | null => (attempt?.over ? { ...attempt, tries: 0 } : attempt);

type Started = PaymentEvents['PaymentAttemptStartedEvent'];
function begun(s: Payment, { number, step, refundId, key }: Started, at: number): Payment {
  const { attempt: last } = s;
  const again = last !== null && isSame(last, { step, refundId });
  const keyUsed = last?.key === key || s.refunds.some((refund) => refund.key === key);
  const attempt: Attempt = {
    ...{ number, step, refundId, key, keyUsed, tries: again ? last.tries + 1 : 1 },
    ...{ status: 'open', waiting: false, over: false },
  };
  const refunds = s.refunds.map((refund) => (refund.refundId === refundId ? { ...refund, key } : refund));
  return { ...s, attempt, refunds, hold: step === 'authorize' ? 'unknown' : s.hold, updatedAt: at };
}

type Ended = PaymentEvents['PaymentAttemptEndedEvent'];
function answered(s: Payment, { step, refundId, outcome, providerRef, retryAt }: Ended, at: number): Payment {
  const waiting = retryAt !== null;
  const over = !waiting;
  const attempt = s.attempt && { ...s.attempt, status: outcome, waiting, over };
  const next = { ...s, attempt, providerRef: s.providerRef ?? providerRef, updatedAt: at };
  if (step === 'refund')
    return { ...s, attempt, refunds: settled(s, refundId, outcome, retryAt), updatedAt: at };
  if (step === 'authorize' && outcome === 'succeeded') return { ...next, hold: 'held' };
  if (step === 'authorize' && outcome === 'declined') return { ...next, hold: 'gone' };
  if (step === 'void' && outcome === 'succeeded') return { ...next, hold: 'gone', wants: nothing };
  return next;
}

function settled(s: Payment, refundId: string | null, outcome: AttemptOutcome, retryAt: string | null) {
  const end = outcome === 'succeeded' || outcome === 'failed' ? outcome : 'unclear';
  return s.refunds.map((refund): Refund => {
    if (refund.refundId !== refundId) return refund;
    const status = outcome === 'succeeded' || retryAt === null ? end : refund.status;
    return { ...refund, status, key: end === 'unclear' ? refund.key : null };
  });
}

export const isSame = (
  one: { step: PaymentStep; refundId: string | null },
  other: { step: PaymentStep; refundId: string | null },
): boolean => one.step === other.step && one.refundId === other.refundId;

export const money = ({ amount: { currency } }: Payment, amount: number): Money => ({ amount, currency });
export const idsOf = ({ paymentId, orderId }: Payment) => ({ paymentId, orderId });

const sum = (refunds: readonly Refund[]) => refunds.reduce((total, { amount }) => total + amount, 0);
export const captured = (s: Payment): number => (s.status === 'captured' ? s.amount.amount : 0);
export const refunded = (s: Payment): number => sum(s.refunds.filter(({ status }) => status === 'succeeded'));
/** Of what was paid, or is about to be. A refund that may have happened counts as one. */
export const left = (s: Payment): number =>
  s.amount.amount - sum(s.refunds.filter(({ status }) => status !== 'failed'));
