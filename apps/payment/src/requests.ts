/**
 * What others ask of a payment. It is only written down: attempts.ts says when the provider is asked. All of it can
 * be asked again without a second effect.
 */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import {
  type PaymentEvents,
  paymentCancelRequested,
  paymentCaptureFailed,
  paymentCaptureRequested,
  paymentFailed,
  paymentMethodChanged,
  paymentRefunded,
  paymentRefundFailed,
  paymentRefundRequested,
  paymentRequested,
  paymentVoided,
} from '@quickmart/contracts/payment/events';
import type { Money } from '@quickmart/contracts/shapes';
import type { NewEventOf } from '@quickmart/streams';
import { idsOf, isDeclined, left, lost, lostBy, mayCapture, money, payable } from './payment.ts';
import { refuse } from './problems.ts';
import { type Refund, refunded } from './refunds.ts';
import type { Payment, PaymentState } from './state.ts';

type Events = NewEventOf<PaymentEvents>[];

export const request = (state: PaymentState, input: PaymentEvents['PaymentRequestedEvent']) =>
  state === null ? [paymentRequested(input)] : [];

/** After a decline, by another payment method. As often as that is told, once. */
export function changeMethod(
  state: PaymentState,
  { methodNumber, paymentMethod }: OrderEvents['OrderPaymentMethodGivenEvent'],
): Events {
  if (state === null || state.cancelled || !isDeclined(state) || methodNumber <= state.methodNumber)
    return [];
  return [paymentMethodChanged({ ...idsOf(state), methodNumber, paymentMethod })];
}

/** `amount` is what is to be captured for it; null: all. */
export type Dispatch = { shipmentId: string; amount: Money | null };

/** Goods have left. As often as that is told, once. */
export function capture(state: PaymentState, { shipmentId, amount }: Dispatch): Events {
  if (state === null || state.shipmentIds.includes(shipmentId)) return [];
  const all = payable(state);
  if (state.captured >= all) return [];
  const total = amount === null ? all : Math.min(all, state.due + amount.amount);
  if (total === state.due && (state.captured >= total || state.wants.capture)) return [];
  const asked = captureRequested(state, total, shipmentId);
  // Captured already, by the provider: what is due is written down, as the next shipment adds to it.
  if (state.captured >= total || canCapture(state)) return [asked];
  return [asked, captureRefused(state, total)];
}

const canCapture = (s: Payment): boolean => mayCapture(s) && !s.cancelled && !s.wants.void;

const captureRequested = (s: Payment, total: number, shipmentId: string | null) =>
  paymentCaptureRequested({ ...idsOf(s), amount: money(s, total), shipmentId });

/** The money cannot be captured any more: somebody has to look. */
function captureRefused(s: Payment, total: number) {
  const reason = `the payment is ${s.cancelled ? 'cancelled' : s.status}`;
  return paymentCaptureFailed({ ...idsOf(s), amount: money(s, total), reason });
}

/** The order has ended: nothing stays held, nothing stays captured. */
export function cancel(state: PaymentState, reason: string, refundId: string) {
  if (state === null) return [];
  const ids = idsOf(state);
  if (state.status === 'captured') {
    // The provider has captured a part by itself, and holds the rest.
    const release = state.hold === 'held' && !state.cancelled;
    const asked = release ? [paymentCancelRequested({ ...ids, reason })] : [];
    return [...asked, ...giveBack(state, refundId, reason)];
  }
  if (state.status === 'failed' || state.status === 'voided' || state.cancelled) return [];
  if (state.hold !== 'none') return [paymentCancelRequested({ ...ids, reason })];
  return [paymentVoided({ ...ids, amount: state.amount, providerRef: null, reason })];
}

/**
 * An operator has seen to the money of goods that have left: what a failed capture has left held is released. Where a capture
 * is still tried, or nobody knows what became of it, it stays.
 */
export function releaseHold(state: PaymentState) {
  if (state?.status !== 'authorized' || state.cancelled || state.wants.capture) return [];
  if (state.attempt?.step !== 'capture' || state.attempt.status !== 'failed') return [];
  return [paymentCancelRequested({ ...idsOf(state), reason: 'resolved by an operator' })];
}

/** All that is left of what is captured. Where a lost dispute has taken it, that is said: the order waits for it. */
export function giveBack(state: Payment, refundId: string, reason: string, captured = state.captured) {
  const all = left(state, captured);
  if (all === 0) return lost(state) > 0 ? [nothingLeft(state, refundId)] : [];
  const amount = money(state, all);
  return [paymentRefundRequested({ ...idsOf(state), refundId, amount, reason })];
}

/** The time to authorize is up. What may be held, or may come to be held by a late answer, is voided. */
export function expire(state: PaymentState) {
  if (state?.status !== 'pending' || state.cancelled) return [];
  const ids = idsOf(state);
  const { amount, providerRef } = state;
  const reason = isDeclined(state) ? (state.reason ?? 'declined') : 'expired';
  const failed = paymentFailed({ ...ids, amount, providerRef, reason });
  return state.hold === 'none' ? [failed] : [failed, paymentCancelRequested({ ...ids, reason: 'expired' })];
}

/** Asked for by hand. Without an amount: all that is left. */
export function refund(state: PaymentState, refundId: string, reason: string, amount?: Money) {
  const found = state ?? refuse('not-found', 'there is no such payment');
  const most = found.status === 'captured' ? left(found) : 0;
  if (most === 0)
    refuse('payment-not-refundable', `the payment is ${found.status}, nothing is left to refund`);
  const wanted = amount ?? money(found, most);
  const { currency } = found.amount;
  if (wanted.currency !== currency) refuse('currencies-mixed', `the payment is in ${currency}`);
  if (wanted.amount > most)
    refuse('refund-too-large', `${most} ${currency} (minor units) are left to refund`);
  return [paymentRefundRequested({ ...idsOf(found), refundId, amount: wanted, reason })];
}

/**
 * Asked for by an order. Something may have been given back before, as goodwill or at the provider: then this is what is
 * left, be it nothing. Where nothing was ever paid, that is said: there is nobody to refuse it to.
 */
export function refundReturned(state: PaymentState, refundId: string, amount: Money) {
  if (state === null || amount.amount === 0) return [];
  const known = state.refunds.find((each) => each.refundId === refundId);
  if (known && known.status !== 'failed') return [];
  const ids = { ...idsOf(state), refundId };
  if (state.status !== 'captured')
    return [paymentRefundFailed({ ...ids, amount, reason: `the payment is ${state.status}` })];
  const wanted = money(state, Math.min(amount.amount, left(state)));
  if (wanted.amount === 0) return [nothingLeft(state, refundId)];
  return [paymentRefundRequested({ ...ids, amount: wanted, reason: 'returned' })];
}

/** Everything was given back in other ways: this refund is done with nothing. */
export function nothingLeft(s: Payment, refundId: string) {
  const all = money(s, refunded(s.refunds));
  const why = { providerRef: s.providerRef ?? '', reason: 'nothing is left to give back' };
  return paymentRefunded({
    ...idsOf(s),
    refundId,
    amount: money(s, 0),
    refunded: all,
    ...why,
    ...lostBy(s),
  });
}

type Retried = OrderEvents['OrderPaymentRetriedEvent'];

/** What was given up is asked for again; nothing where it is done, or under way. */
export function again(state: PaymentState, { owed, refundId, amount }: Retried, eventId: string) {
  if (state === null) return [];
  if (owed === 'capture') return captureAgain(state);
  if (owed === 'refund' && refundId !== null) return refundAgain(state, refundId, amount);
  if (state.status === 'captured') return [...unclear(state), ...giveBack(state, eventId, 'cancelled')];
  if (state.wants.void || (state.hold !== 'unknown' && state.hold !== 'held')) return [];
  return [paymentCancelRequested({ ...idsOf(state), reason: 'cancelled' })];
}

/** Where all is captured that could be asked for, and the order waits for more, that is said. */
function captureAgain(state: Payment): Events {
  const [total, all] = [state.due || payable(state), payable(state)];
  if (state.captured >= all || (state.wants.capture && state.due >= total)) return [];
  if (state.captured >= total) return [captureRefused(state, all)];
  return [canCapture(state) ? captureRequested(state, total, null) : captureRefused(state, total)];
}

/** The same refund; where its last call may have moved money, that call again (see {@link Refund.key}). */
function refundAgain(state: Payment, refundId: string, amount: Money) {
  const known = state.refunds.find((refund) => refund.refundId === refundId);
  if (known?.status === 'succeeded' || known?.status === 'pending') return [];
  if (known?.status !== 'unclear') return refundReturned(state, refundId, amount);
  return [sameAgain(state, known)];
}

/** Refunds that may have happened, those calls again. */
const unclear = (state: Payment) =>
  state.refunds.filter(({ status }) => status === 'unclear').map((known) => sameAgain(state, known));

const sameAgain = (state: Payment, { refundId, amount, reason }: Refund) =>
  paymentRefundRequested({ ...idsOf(state), refundId, amount: money(state, amount), reason });
