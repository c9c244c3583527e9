/** The refunds of a payment: what each event makes of the list. Who asked for them is told by `by`. */
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import type { RefundStatus } from './api.ts';

export type Refund = {
  /** The event or the request that asked for it; what the provider calls it, where nobody here did. */
  refundId: string;
  amount: number;
  reason: string;
  status: RefundStatus;
  by: 'shop' | 'provider';
  /** Of its last call, as long as it may have moved money: whatever is called in between, the next try uses it again. */
  key: string | null;
  /** What the provider calls the refund that has succeeded. */
  providerRef: string | null;
  /** Refunds of the provider that have failed for good, also after they had succeeded: what is told of them later is old. */
  failed: readonly string[];
};

const total = (refunds: readonly Refund[]): number => refunds.reduce((sum, { amount }) => sum + amount, 0);
export const refunded = (refunds: readonly Refund[]): number =>
  total(refunds.filter(({ status }) => status === 'succeeded'));
/** Given back, or about to be, or perhaps. */
export const taken = (refunds: readonly Refund[]): number =>
  total(refunds.filter(({ status }) => status !== 'failed'));

type Change = Pick<Refund, 'refundId' | 'amount' | 'reason'> & Partial<Refund>;

/** In its place in the list, or at the end. */
function put(refunds: readonly Refund[], change: Change): Refund[] {
  const none = { status: 'pending', by: 'shop', key: null, providerRef: null, failed: [] } as const;
  const known = refunds.find(({ refundId }) => refundId === change.refundId);
  const next: Refund = { ...none, ...known, ...change };
  return known ? refunds.map((each) => (each === known ? next : each)) : [...refunds, next];
}

export const requestedAgain = (
  refunds: readonly Refund[],
  { refundId, amount, reason }: PaymentEvents['PaymentRefundRequestedEvent'],
): Refund[] => put(refunds, { refundId, amount: amount.amount, reason, status: 'pending' });

/** How a call for a refund ended. */
export function settled(
  refunds: readonly Refund[],
  { refundId, outcome, retryAt, providerRef }: PaymentEvents['PaymentAttemptEndedEvent'],
): Refund[] {
  const end = outcome === 'succeeded' || outcome === 'failed' ? outcome : 'unclear';
  return refunds.map((refund): Refund => {
    if (refund.refundId !== refundId) return refund;
    const status = outcome === 'succeeded' || retryAt === null ? end : refund.status;
    const next = { ...refund, status, key: end === 'unclear' ? refund.key : null };
    if (providerRef === null || end === 'unclear') return next;
    return end === 'succeeded'
      ? { ...next, providerRef }
      : { ...next, failed: [...next.failed, providerRef] };
  });
}

/** An older event does not say which refund it is about: then its call has told already. */
export function isGivenBack(
  refunds: readonly Refund[],
  { refundId, amount, providerRef, reason, by }: PaymentEvents['PaymentRefundedEvent'],
): readonly Refund[] {
  if (refundId === undefined) return refunds;
  const change = { refundId, amount: amount.amount, status: 'succeeded', key: null, providerRef } as const;
  return put(refunds, { ...change, reason, by: by ?? 'shop' });
}

/** Only what the provider tells by itself: how our own calls ended was told by them. */
export function failedAfterAll(
  refunds: readonly Refund[],
  { refundId, amount, reason, refunded, providerRef }: PaymentEvents['PaymentRefundFailedEvent'],
): readonly Refund[] {
  if (refunded === undefined || refundId === undefined) return refunds;
  const known = refunds.find((refund) => refund.refundId === refundId);
  const end = { refundId, status: 'failed', key: null, providerRef: null } as const;
  // The failure may be told before there was anything else to tell.
  if (known === undefined)
    return put(refunds, { ...end, amount: amount.amount, reason, by: 'provider', failed: [refundId] });
  const failed = providerRef === undefined ? known.failed : [...known.failed, providerRef];
  return put(refunds, { ...end, amount: known.amount, reason: known.reason, failed });
}
