/**
 * A payment: its events and its state. requests.ts has what others may ask of it, which only writes down what is
 * wanted; attempts.ts decides what to ask the provider for, and what to make of its answers.
 */
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import type { Money } from '@quickmart/contracts/shapes';
import { aggregate, type Due } from '@quickmart/streams';
import { afresh, answered, askedAgain, begun } from './attempt.ts';
import { failedAfterAll, isGivenBack, type Refund, refunded, requestedAgain, taken } from './refunds.ts';
import { type Dispute, nothing, type Payment, type PaymentState, type Reduction } from './state.ts';

export const timerTypes = { expiry: 'expire', retry: 'retry' } as const;

export const payment = aggregate<PaymentState, PaymentEvents>({
  category: 'payment',
  initial: null,
  revision: 8,
  evolve: {
    PaymentRequestedEvent: (_, { expiresAt, ...data }, { at }) => ({
      ...data,
      methodNumber: 1,
      expiresAt: Date.parse(expiresAt),
      status: 'pending',
      action: null,
      hold: 'none',
      wants: nothing,
      cancelled: false,
      voidGivenUp: false,
      due: 0,
      shipmentIds: [],
      reductions: [],
      captured: 0,
      refunds: [],
      disputes: [],
      attempt: null,
      providerRef: null,
      reason: null,
      createdAt: at,
      updatedAt: at,
    }),
    PaymentActionRequiredEvent: (s, { type, url, clientSecret, providerRef }, { at }) =>
      s && {
        ...s,
        action: { type, url, clientSecret },
        providerRef: s.providerRef ?? providerRef,
        updatedAt: at,
      },
    PaymentAuthorizedEvent: (s, _, { at }) =>
      s && { ...s, status: 'authorized', action: null, updatedAt: at },
    PaymentDeclinedEvent: (s, { reason }, { at }) => s && { ...s, action: null, reason, updatedAt: at },
    // Unknown, and not none: the provider knows of the payment.
    PaymentMethodChangedEvent: (s, { methodNumber, paymentMethod }, { at }) =>
      s && {
        ...s,
        methodNumber,
        paymentMethod,
        hold: 'unknown',
        reason: null,
        attempt: afresh(s),
        updatedAt: at,
      },
    PaymentFailedEvent: (s, { reason }, { at }) =>
      s && { ...s, status: 'failed', action: null, reason, updatedAt: at },
    PaymentCapturedEvent: (s, { amount, providerRef, isHeld }, { at }) =>
      s && {
        ...s,
        status: 'captured',
        hold: isHeld ? 'held' : 'gone',
        wants: { capture: isHeld && s.wants.capture && amount.amount < s.due, void: isHeld && s.wants.void },
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
        action: null,
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
    PaymentCaptureRequestedEvent: (s, { amount, shipmentId }, { at }) => {
      if (s === null) return null;
      const due = amount?.amount ?? payable(s);
      return {
        ...s,
        wants: { ...s.wants, capture: due > s.captured },
        due,
        shipmentIds: shipmentId === null ? s.shipmentIds : [...s.shipmentIds, shipmentId],
        attempt: afresh(s),
        updatedAt: at,
      };
    },
    PaymentReducedEvent: (s, { cancellationId, amount }, { at }) =>
      s && { ...reduced(s, { cancellationId, amount: amount.amount }), updatedAt: at },
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

/** What is still held for what nobody will send is released. */
function reduced(s: Payment, reduction: Reduction): Payment {
  const next = { ...s, reductions: [...s.reductions, reduction] };
  const isAll = s.hold === 'held' && s.captured > 0 && s.captured >= payable(next);
  const wants = isAll ? { capture: false, void: true } : s.wants;
  return { ...next, due: Math.min(s.due, payable(next)), wants };
}

function disputed(s: Payment, dispute: Dispute, at: number): Payment {
  const others = s.disputes.filter(({ disputeId }) => disputeId !== dispute.disputeId);
  return { ...s, disputes: [...others, dispute], updatedAt: at };
}

/** The payment method was declined, and there may be another one. */
export const isDeclined = ({ status, hold }: Pick<Payment, 'status' | 'hold'>): boolean =>
  status === 'pending' && hold === 'gone';

/** What is to be paid in all. */
export const payable = ({ amount, reductions }: Pick<Payment, 'amount' | 'reductions'>): number =>
  reductions.reduce((left, reduction) => left - reduction.amount, amount.amount);

/** Something is held, of which more can be captured. */
export const mayCapture = ({ status, hold }: Payment): boolean =>
  status === 'authorized' || (status === 'captured' && hold === 'held');

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
