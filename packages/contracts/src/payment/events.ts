/**
 * What the payment service publishes: one payment per order, authorized, captured at dispatch, voided or refunded when
 * the order ends.
 *
 * Other services need the first group of events only. The second group is the service's own ledger: what it was asked to do,
 * and every call to the provider.
 */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { onDecline } from '../order/placing.ts';
import { copiedCustomerId, typedReason } from '../personal.ts';
import { id, instant, loggedMoney } from '../shapes.ts';
import { nextAction } from './next-action.ts';

export type PaymentEvents = EventsOf<typeof import('./events.ts')>;

const ids = { paymentId: id, orderId: id };
const reason = z.string();
/** The provider's id of the payment. */
const providerRef = z.string();

// What has happened to the money

const requested = z.object({
  ...ids,
  customerId: z.string(),
  amount: loggedMoney,
  paymentMethod: z.string().nullable(),
  provider: z.string(),
  expiresAt: instant,
});
const requested2 = requested.extend({ customerId: copiedCustomerId });
export const paymentRequested = event('PaymentRequestedEvent', requested) //
  .version(2, requested2, (old) => old)
  .version(3, requested2.extend({ onDecline }), (old) => ({ ...old, onDecline: 'cancel' as const }));
export const paymentAuthorized = event(
  'PaymentAuthorizedEvent',
  z.object({ ...ids, amount: loggedMoney, providerRef }),
);
/** Which of the payment methods of a payment, counted from 1. */
const methodNumber = z.int().min(1);
const actionRequired = nextAction.extend({ ...ids, providerRef });
/** The bank wants the buyer to do something before it authorizes (3-D Secure). Without it, the payment fails at its end. */
export const paymentActionRequired = event('PaymentActionRequiredEvent', actionRequired) //
  .version(2, actionRequired.extend({ methodNumber }), (old) => ({ ...old, methodNumber: 1 }));
/** This payment method was declined; `reason` is the provider's code. The payment waits for another one until its end. */
export const paymentDeclined = event(
  'PaymentDeclinedEvent',
  z.object({ ...ids, amount: loggedMoney, providerRef: providerRef.nullable(), methodNumber, reason }),
);
/** The payment was declined for good, or not authorized in time. An authorization that arrives later is voided. */
export const paymentFailed = event(
  'PaymentFailedEvent',
  z.object({ ...ids, amount: loggedMoney, providerRef: providerRef.nullable(), reason }),
);
/** `provider` if the money was moved in the provider's dashboard or by the provider itself. Absent if this system asked for it. */
const by = z.literal('provider').optional();
const captured = z.object({ ...ids, amount: loggedMoney, providerRef, by });
/**
 * `amount` is the total that is captured so far. `isHeld`: the provider still holds the rest, so that more can be captured. `by`
 * is `provider` if the provider captured less than was asked for, or without being asked.
 */
export const paymentCaptured = event('PaymentCapturedEvent', captured) //
  .version(2, captured.extend({ isHeld: z.boolean() }), (old) => ({ ...old, isHeld: false }));
/** All attempts to capture have failed; or nothing is held that could be captured, which is said at once, after the request. */
export const paymentCaptureFailed = event(
  'PaymentCaptureFailedEvent',
  z.object({ ...ids, amount: loggedMoney, reason }),
);
const voided = z.object({ ...ids, amount: loggedMoney, providerRef: providerRef.nullable(), reason });
/** The provider holds no money. `providerRef` is null if it never did. */
export const paymentVoided = event('PaymentVoidedEvent', voided) //
  .version(2, voided.extend({ reason: typedReason }), (old) => old);
export const paymentVoidFailed = event(
  'PaymentVoidFailedEvent',
  z.object({ ...ids, amount: loggedMoney, reason }),
);
/** The id of the event that asked for the refund, or the provider's id of a refund that nobody here asked for. Absent in older events. */
const refundId = z.string().optional();
const refunded = z.object({
  ...ids,
  refundId,
  amount: loggedMoney,
  refunded: loggedMoney,
  providerRef,
  reason,
  by,
  lost: loggedMoney.optional(),
});
/**
 * `amount` is that of this refund, `refunded` the total of all refunds so far. A refund may be less than was asked for: never
 * more than what is left, which can be 0. `lost` is what lost disputes took, which is not refunded as well.
 */
export const paymentRefunded = event('PaymentRefundedEvent', refunded) //
  .version(2, refunded.extend({ reason: typedReason }), (old) => old);
/**
 * If the provider reports a failure by itself, mostly of a refund that had succeeded, `refunded` is the total of all other
 * refunds, and `providerRef` the provider's id of this one.
 */
export const paymentRefundFailed = event(
  'PaymentRefundFailedEvent',
  z.object({
    ...ids,
    refundId,
    amount: loggedMoney,
    refunded: loggedMoney.optional(),
    providerRef: providerRef.optional(),
    reason,
  }),
);
/** The customer's bank asks for `amount` back. */
export const paymentDisputed = event(
  'PaymentDisputedEvent',
  z.object({ ...ids, disputeId: z.string(), amount: loggedMoney, reason }),
);
/** If the dispute is `lost`, the bank has taken the money back. */
export const paymentDisputeClosed = event(
  'PaymentDisputeClosedEvent',
  z.object({
    ...ids,
    disputeId: z.string(),
    amount: loggedMoney,
    outcome: z.enum(['won', 'lost']),
    reason,
  }),
);

// How it gets there

export const paymentStep = z.enum(['authorize', 'capture', 'void', 'refund']);
export type PaymentStep = z.infer<typeof paymentStep>;
/** `pending`: the provider answers later. `unanswered`: it is not known whether money moved until the call is looked up. */
export const attemptOutcome = z.enum(['succeeded', 'declined', 'failed', 'pending', 'unanswered']);
export type AttemptOutcome = z.infer<typeof attemptOutcome>;
const number = z.int().min(1);

/** After a decline there is another payment method: the same payment is to be authorized by it. */
export const paymentMethodChanged = event(
  'PaymentMethodChangedEvent',
  z.object({ ...ids, methodNumber, paymentMethod: z.string() }),
);
/**
 * Goods have left. `amount` is the total to be captured for all that has left so far: all that is to be paid, if the provider
 * captures only once. Null in older events, with the same meaning. `shipmentId` is null if an operator wants another attempt.
 */
export const paymentCaptureRequested = event('PaymentCaptureRequestedEvent', z.object(ids)) //
  .version(2, z.object({ ...ids, amount: loggedMoney.nullable(), shipmentId: id.nullable() }), (old) => ({
    ...old,
    amount: null,
    shipmentId: null,
  }));
/** Lines of the order are cancelled: `amount` less is to be paid. What of it is captured is refunded, by a refund with the id of the cancellation. */
export const paymentReduced = event(
  'PaymentReducedEvent',
  z.object({ ...ids, cancellationId: id, amount: loggedMoney }),
);
/** The order ended, or was not authorized in time. Whatever is held must be voided, whatever is captured refunded. */
export const paymentCancelRequested = event('PaymentCancelRequestedEvent', z.object({ ...ids, reason })) //
  .version(2, z.object({ ...ids, reason: typedReason }), (old) => old);
const refund = z.object({ ...ids, refundId: z.string(), amount: loggedMoney, reason });
export const paymentRefundRequested = event('PaymentRefundRequestedEvent', refund) //
  .version(2, refund.extend({ reason: typedReason }), (old) => old);
/** Written before the provider is called. `key` is the idempotency key. A call with a key that was used before is looked up first. */
export const paymentAttemptStarted = event(
  'PaymentAttemptStartedEvent',
  z.object({
    ...ids,
    number,
    step: paymentStep,
    key: z.string(),
    amount: loggedMoney,
    refundId: z.string().nullable(),
  }),
);
export const paymentAttemptEnded = event(
  'PaymentAttemptEndedEvent',
  z.object({
    ...ids,
    number,
    step: paymentStep,
    refundId: z.string().nullable(),
    outcome: attemptOutcome,
    providerRef: providerRef.nullable(),
    reason: reason.nullable(),
    retryAt: instant.nullable(),
    /** The provider fails this kind of call for everybody at the moment. The attempt does not count. */
    outage: z.literal(true).optional(),
  }),
);
/** It is time for the next attempt after attempt `number`. */
export const paymentRetryDue = event('PaymentRetryDueEvent', z.object({ ...ids, number }));
