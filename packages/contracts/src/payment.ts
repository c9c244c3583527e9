/**
 * The payment service: one payment per order, authorized, captured at dispatch, voided or refunded when the order ends.
 *
 * Other services need the first group of events only. The second one is how the service gets there: what it was asked
 * for, and every call to the provider (its ledger).
 */
import { z } from 'zod';
import { type EventsOf, event } from './event.ts';
import { id, instant, money } from './shapes.ts';

const ids = { paymentId: id, orderId: id };
const reason = z.string();
/** What the provider calls the payment. */
const providerRef = z.string();

// What has happened to the money

export const paymentRequested = event(
  'PaymentRequestedEvent',
  1,
  z.object({
    ...{ ...ids, customerId: z.string(), amount: money, paymentMethod: z.string().nullable() },
    ...{ provider: z.string(), expiresAt: instant },
  }),
);
export const paymentAuthorized = event(
  'PaymentAuthorizedEvent',
  1,
  z.object({ ...ids, amount: money, providerRef }),
);
/** Declined, or not authorized in time. An authorization that arrives after it is voided without a further event here. */
export const paymentFailed = event(
  'PaymentFailedEvent',
  1,
  z.object({ ...ids, amount: money, providerRef: providerRef.nullable(), reason }),
);
export const paymentCaptured = event(
  'PaymentCapturedEvent',
  1,
  z.object({ ...ids, amount: money, providerRef }),
);
/** After all attempts. */
export const paymentCaptureFailed = event(
  'PaymentCaptureFailedEvent',
  1,
  z.object({ ...ids, amount: money, reason }),
);
/** Nothing is held any more, or never was (then without a `providerRef`). */
export const paymentVoided = event(
  'PaymentVoidedEvent',
  1,
  z.object({ ...ids, amount: money, providerRef: providerRef.nullable(), reason }),
);
export const paymentVoidFailed = event(
  'PaymentVoidFailedEvent',
  1,
  z.object({ ...ids, amount: money, reason }),
);
/** `amount` is this refund's, `refunded` that of all so far. */
export const paymentRefunded = event(
  'PaymentRefundedEvent',
  1,
  z.object({ ...ids, amount: money, refunded: money, providerRef, reason }),
);
export const paymentRefundFailed = event(
  'PaymentRefundFailedEvent',
  1,
  z.object({ ...ids, amount: money, reason }),
);

// How it gets there

export const paymentStep = z.enum(['authorize', 'capture', 'void', 'refund']);
export type PaymentStep = z.infer<typeof paymentStep>;
/** `pending`: the provider answers later. `unanswered`: nobody knows whether money moved, until it is looked up. */
export const attemptOutcome = z.enum(['succeeded', 'declined', 'failed', 'pending', 'unanswered']);
export type AttemptOutcome = z.infer<typeof attemptOutcome>;
const number = z.int().min(1);

export const paymentCaptureRequested = event('PaymentCaptureRequestedEvent', 1, z.object(ids));
/** The order ended, or the time to authorize is up: nothing may be held or kept. */
export const paymentCancelRequested = event('PaymentCancelRequestedEvent', 1, z.object({ ...ids, reason }));
export const paymentRefundRequested = event(
  'PaymentRefundRequestedEvent',
  1,
  z.object({ ...ids, refundId: z.string(), amount: money, reason }),
);
/** Written before the provider is called. `key` is the idempotency key; the same one again is looked up first. */
export const paymentAttemptStarted = event(
  'PaymentAttemptStartedEvent',
  1,
  z.object({
    ...{ ...ids, number, step: paymentStep, key: z.string(), amount: money },
    refundId: z.string().nullable(),
  }),
);
export const paymentAttemptEnded = event(
  'PaymentAttemptEndedEvent',
  1,
  z.object({
    ...{ ...ids, number, step: paymentStep, outcome: attemptOutcome },
    ...{ providerRef: providerRef.nullable(), reason: reason.nullable(), retryAt: instant.nullable() },
  }),
);
/** The wait after attempt `number` is over. */
export const paymentRetryDue = event('PaymentRetryDueEvent', 1, z.object({ ...ids, number }));

export const paymentEvents = [
  ...[paymentRequested, paymentAuthorized, paymentFailed, paymentCaptured, paymentCaptureFailed],
  ...[paymentVoided, paymentVoidFailed, paymentRefunded, paymentRefundFailed],
  ...[paymentCaptureRequested, paymentCancelRequested, paymentRefundRequested],
  ...[paymentAttemptStarted, paymentAttemptEnded, paymentRetryDue],
] as const;
export type PaymentEvents = EventsOf<typeof paymentEvents>;
