/** What is known of a payment. */
import type { OnDecline } from '@quickmart/contracts/order/placing';
import type { PaymentEvents, PaymentStep } from '@quickmart/contracts/payment/events';
import type { NextAction } from '@quickmart/contracts/payment/next-action';
import type { Money } from '@quickmart/contracts/shapes';
import type { Refund } from './refunds.ts';

/** The newest call to the provider. */
export type Attempt = {
  number: number;
  step: PaymentStep;
  refundId: string | null;
  key: string;
  /** Of this call, and what was captured before it, in minor units. */
  amount: number;
  before: number;
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

/** The bank of the customer asks for the money. `lost`: it has taken it. */
export type Dispute = { disputeId: string; amount: number; reason: string; status: 'open' | 'won' | 'lost' };

export type Reduction = { cancellationId: string; amount: number };

export type Payment = {
  paymentId: string;
  orderId: string;
  customerId: string;
  amount: Money;
  paymentMethod: string | null;
  /** Which one that is: after a decline there may be another. */
  methodNumber: number;
  onDecline: OnDecline;
  provider: string;
  expiresAt: number;
  status: 'pending' | 'authorized' | 'captured' | 'failed' | 'voided';
  /** What the buyer has to do, while it is pending. */
  action: NextAction | null;
  /** What the provider holds of the customer's money: `unknown` from the first call with a payment method until its answer. */
  hold: 'none' | 'unknown' | 'held' | 'gone';
  wants: { capture: boolean; void: boolean };
  cancelled: boolean;
  /** A void was given up, and that was said: where one is done after all, that is said, too. */
  voidGivenUp: boolean;
  /** What is to be captured for what was sent so far. */
  due: number;
  shipmentIds: readonly string[];
  /** What is not to be paid any more, by the cancellations of lines. */
  reductions: readonly Reduction[];
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

export const nothing = { capture: false, void: false };
