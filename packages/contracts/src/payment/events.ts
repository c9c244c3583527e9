/**
 * What the payment service publishes: one payment per order, authorized, captured at dispatch, voided or refunded when
 * the order ends.
 *
 * Other services need the first group of events only. The second one is how the service gets there: what it was asked
 * for, and every call to the provider (its ledger).
 */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { id, instant, loggedMoney } from '../shapes.ts';

export type PaymentEvents = EventsOf<typeof import('./events.ts')>;

const ids = { paymentId: id, orderId: id };
const reason = z.string();
/** What the provider calls the payment. */
const providerRef = z.string();

// What has happened to the money

export const paymentRequested = event(
  'PaymentRequestedEvent',
  z.object({
    ...ids,
    customerId: z.string(),
    amount: loggedMoney,
    paymentMethod: z.string().nullable(),
    provider: z.string(),
    expiresAt: instant,
  }),
);
export const paymentAuthorized = event(
  'PaymentAuthorizedEvent',
  z.object({ ...ids, amount: loggedMoney, providerRef }),
);
/**
 * Declined, or not authorized in time. An authorization that arrives after it is voided; that is said where it failed, and
 * where it was done after that.
 */
export const paymentFailed = event(
  'PaymentFailedEvent',
  z.object({ ...ids, amount: loggedMoney, providerRef: providerRef.nullable(), reason }),
);
/** Who moved the money. `provider`: it was done there, in its dashboard or by itself. Absent: this system asked for it. */
const by = z.literal('provider').optional();
/** `amount` is all that is captured so far: mostly the whole, but less where the provider captured a part. */
export const paymentCaptured = event(
  'PaymentCapturedEvent',
  z.object({ ...ids, amount: loggedMoney, providerRef, by }),
);
/** After all attempts. */
export const paymentCaptureFailed = event(
  'PaymentCaptureFailedEvent',
  z.object({ ...ids, amount: loggedMoney, reason }),
);
/** Nothing is held any more, or never was (then without a `providerRef`). */
export const paymentVoided = event(
  'PaymentVoidedEvent',
  z.object({ ...ids, amount: loggedMoney, providerRef: providerRef.nullable(), reason }),
);
export const paymentVoidFailed = event(
  'PaymentVoidFailedEvent',
  z.object({ ...ids, amount: loggedMoney, reason }),
);
/** Which refund: the id of the event that asked for it, or what the provider calls one that nobody here asked for. Absent in older events. */
const refundId = z.string().optional();
/**
 * `amount` is this refund's, `refunded` that of all so far. An order may get less than it asked for: what was left; 0
 * where nothing was. `lost`, where there is any: what lost disputes have taken, which is not given back a second time.
 */
export const paymentRefunded = event(
  'PaymentRefundedEvent',
  z.object({
    ...ids,
    refundId,
    amount: loggedMoney,
    refunded: loggedMoney,
    providerRef,
    reason,
    by,
    lost: loggedMoney.optional(),
  }),
);
/**
 * `refunded` where the provider tells it by itself, mostly of a refund that had succeeded and has come back: what all the
 * others amount to. `providerRef` is then what the provider calls this one.
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
/** The customer's bank asks `amount` back. */
export const paymentDisputed = event(
  'PaymentDisputedEvent',
  z.object({ ...ids, disputeId: z.string(), amount: loggedMoney, reason }),
);
/** `lost`: the bank has taken the money back. */
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
/** `pending`: the provider answers later. `unanswered`: nobody knows whether money moved, until it is looked up. */
export const attemptOutcome = z.enum(['succeeded', 'declined', 'failed', 'pending', 'unanswered']);
export type AttemptOutcome = z.infer<typeof attemptOutcome>;
const number = z.int().min(1);

export const paymentCaptureRequested = event('PaymentCaptureRequestedEvent', z.object(ids));
/** The order ended, or the time to authorize is up: nothing may be held or kept. */
export const paymentCancelRequested = event('PaymentCancelRequestedEvent', z.object({ ...ids, reason }));
export const paymentRefundRequested = event(
  'PaymentRefundRequestedEvent',
  z.object({ ...ids, refundId: z.string(), amount: loggedMoney, reason }),
);
/** Written before the provider is called. `key` is the idempotency key; the same one again is looked up first. */
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
    /** The provider does this kind of call for nobody at the time: the attempt does not count. */
    outage: z.literal(true).optional(),
  }),
);
/** The wait after attempt `number` is over. */
export const paymentRetryDue = event('PaymentRetryDueEvent', z.object({ ...ids, number }));
