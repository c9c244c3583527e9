/**
 * The payment service: one payment per order, authorized, captured at dispatch, voided or refunded when the order ends.
 *
 * Other services need the first group of events only. The second one is how the service gets there: what it was asked
 * for, and every call to the provider (its ledger).
 */
import { z } from 'zod';
import { type EventsOf, event } from './event.ts';
import { limits } from './limits.ts';
import { examples, id, instant, loggedMoney, money, page, text, version } from './shapes.ts';

const ids = { paymentId: id, orderId: id };
const reason = z.string();
/** What the provider calls the payment. */
const providerRef = z.string();

// What has happened to the money

export const paymentRequested = event(
  'PaymentRequestedEvent',
  1,
  z.object({
    ...{ ...ids, customerId: z.string(), amount: loggedMoney, paymentMethod: z.string().nullable() },
    ...{ provider: z.string(), expiresAt: instant },
  }),
);
export const paymentAuthorized = event(
  'PaymentAuthorizedEvent',
  1,
  z.object({ ...ids, amount: loggedMoney, providerRef }),
);
/**
 * Declined, or not authorized in time. An authorization that arrives after it is voided; that is said where it failed, and
 * where it was done after that.
 */
export const paymentFailed = event(
  'PaymentFailedEvent',
  1,
  z.object({ ...ids, amount: loggedMoney, providerRef: providerRef.nullable(), reason }),
);
/** Who moved the money. `provider`: it was done there, in its dashboard or by itself. Absent: this system asked for it. */
const by = z.literal('provider').optional();
/** `amount` is all that is captured so far: mostly the whole, but less where the provider captured a part. */
export const paymentCaptured = event(
  'PaymentCapturedEvent',
  1,
  z.object({ ...ids, amount: loggedMoney, providerRef, by }),
);
/** After all attempts. */
export const paymentCaptureFailed = event(
  'PaymentCaptureFailedEvent',
  1,
  z.object({ ...ids, amount: loggedMoney, reason }),
);
/** Nothing is held any more, or never was (then without a `providerRef`). */
export const paymentVoided = event(
  'PaymentVoidedEvent',
  1,
  z.object({ ...ids, amount: loggedMoney, providerRef: providerRef.nullable(), reason }),
);
export const paymentVoidFailed = event(
  'PaymentVoidFailedEvent',
  1,
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
  1,
  z.object({
    ...{ ...ids, refundId, amount: loggedMoney, refunded: loggedMoney, providerRef, reason, by },
    lost: loggedMoney.optional(),
  }),
);
/**
 * `refunded` where the provider tells it by itself, mostly of a refund that had succeeded and has come back: what all the
 * others amount to. `providerRef` is then what the provider calls this one.
 */
export const paymentRefundFailed = event(
  'PaymentRefundFailedEvent',
  1,
  z.object({
    ...{ ...ids, refundId, amount: loggedMoney, refunded: loggedMoney.optional() },
    ...{ providerRef: providerRef.optional(), reason },
  }),
);
/** The customer's bank asks `amount` back. */
export const paymentDisputed = event(
  'PaymentDisputedEvent',
  1,
  z.object({ ...ids, disputeId: z.string(), amount: loggedMoney, reason }),
);
/** `lost`: the bank has taken the money back. */
export const paymentDisputeClosed = event(
  'PaymentDisputeClosedEvent',
  1,
  z.object({
    ...{ ...ids, disputeId: z.string(), amount: loggedMoney, outcome: z.enum(['won', 'lost']) },
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

export const paymentCaptureRequested = event('PaymentCaptureRequestedEvent', 1, z.object(ids));
/** The order ended, or the time to authorize is up: nothing may be held or kept. */
export const paymentCancelRequested = event('PaymentCancelRequestedEvent', 1, z.object({ ...ids, reason }));
export const paymentRefundRequested = event(
  'PaymentRefundRequestedEvent',
  1,
  z.object({ ...ids, refundId: z.string(), amount: loggedMoney, reason }),
);
/** Written before the provider is called. `key` is the idempotency key; the same one again is looked up first. */
export const paymentAttemptStarted = event(
  'PaymentAttemptStartedEvent',
  1,
  z.object({
    ...{ ...ids, number, step: paymentStep, key: z.string(), amount: loggedMoney },
    refundId: z.string().nullable(),
  }),
);
export const paymentAttemptEnded = event(
  'PaymentAttemptEndedEvent',
  1,
  z.object({
    ...{ ...ids, number, step: paymentStep, refundId: z.string().nullable(), outcome: attemptOutcome },
    ...{ providerRef: providerRef.nullable(), reason: reason.nullable(), retryAt: instant.nullable() },
    /** The provider does this kind of call for nobody at the time: the attempt does not count. */
    outage: z.literal(true).optional(),
  }),
);
/** The wait after attempt `number` is over. */
export const paymentRetryDue = event('PaymentRetryDueEvent', 1, z.object({ ...ids, number }));

export const paymentEvents = [
  ...[paymentRequested, paymentAuthorized, paymentFailed, paymentCaptured, paymentCaptureFailed],
  ...[paymentVoided, paymentVoidFailed, paymentRefunded, paymentRefundFailed],
  ...[paymentDisputed, paymentDisputeClosed],
  ...[paymentCaptureRequested, paymentCancelRequested, paymentRefundRequested],
  ...[paymentAttemptStarted, paymentAttemptEnded, paymentRetryDue],
] as const;
export type PaymentEvents = EventsOf<typeof paymentEvents>;

/**
 * Payment methods that the simulated provider knows; any other one, or none, is approved. With `_2` and so on at its
 * end, a method that fails does so that many times only.
 */
export const simulated = {
  approve: 'sim_approve',
  decline: 'sim_decline',
  /** It authorizes, but the answer is lost. */
  timeout: 'sim_timeout',
  /** The request is lost, every time. */
  lost: 'sim_lost',
  /** The answer comes later, by webhook. */
  late: 'sim_late',
  lateDecline: 'sim_late_decline',
  /** The answer comes at once, and once more by webhook. */
  twice: 'sim_twice',
  captureFails: 'sim_capture_fails',
  voidFails: 'sim_void_fails',
  refundFails: 'sim_refund_fails',
} as const;

// Requests

const refundAmount = money
  .extend({ amount: money.shape.amount.min(1) })
  .meta({ id: 'RefundAmount', example: { amount: 1299, currency: 'EUR' } });
/** Without an amount: all that is left. */
export const refundPayment = z
  .strictObject({
    amount: refundAmount.optional(),
    reason: text(limits.reasonLength, 1).default('refunded by hand'),
  })
  .meta({ id: 'NewRefund', example: { amount: { amount: 1299, currency: 'EUR' }, reason: 'damaged' } });
export type RefundPayment = z.infer<typeof refundPayment>;

const eventObject = { id: 'pi_1', object: 'payment_intent', metadata: { payment_id: examples.payment } };
const providerEventData = z
  .looseObject({ object: z.looseObject({}) })
  .meta({ id: 'ProviderEventData', example: { object: eventObject } });

/** Stripe's shape: what a provider tells about has an id, a type and the object that it is about. */
export const providerEvent = z
  .looseObject({
    id: text(limits.providerEventIdLength, 1),
    type: z.string().min(1),
    data: providerEventData,
  })
  .meta({
    id: 'ProviderEvent',
    example: {
      ...{ id: 'evt_1', type: 'payment_intent.amount_capturable_updated' },
      data: { object: eventObject },
    },
  });
export type ProviderEvent = z.infer<typeof providerEvent>;

// Responses

export const paymentStatus = z.enum(['pending', 'authorized', 'captured', 'refunded', 'failed', 'voided']);
export type PaymentStatus = z.infer<typeof paymentStatus>;

/** `unclear`: nobody knows whether the money was given back, and nobody asks any more. */
export const refundStatus = z.enum(['pending', 'succeeded', 'failed', 'unclear']);
export type RefundStatus = z.infer<typeof refundStatus>;
export const paymentRefund = z
  .object({ id: z.string(), amount: money, status: refundStatus, reason, by: z.enum(['shop', 'provider']) })
  .meta({
    id: 'PaymentRefund',
    example: {
      ...{ id: examples.event, amount: { amount: 1299, currency: 'EUR' }, status: 'succeeded' },
      ...{ reason: 'returned', by: 'shop' },
    },
  });
export const paymentDispute = z
  .object({ id: z.string(), amount: money, status: z.enum(['open', 'won', 'lost']), reason })
  .meta({
    id: 'PaymentDispute',
    example: {
      ...{ id: 'dp_1', amount: { amount: 3897, currency: 'EUR' }, status: 'open', reason: 'fraudulent' },
    },
  });

export const payment = z
  .object({
    ...{ id, orderId: id, customerId: z.string(), amount: money, status: paymentStatus },
    ...{ captured: money, refunded: money, refundable: money },
    refunds: z.array(paymentRefund).meta({
      description:
        'Whoever asked for them, oldest first. `refunded` is what they have given back, `refundable` what is left',
    }),
    disputes: z.array(paymentDispute).meta({ description: 'What customers asked back through their bank' }),
    ...{ provider: z.string(), providerRef: providerRef.nullable() },
    reason: reason.nullable().meta({ description: 'Why it failed or ended, or what failed last' }),
    ...{ expiresAt: instant, version, createdAt: instant, updatedAt: instant },
  })
  .meta({
    id: 'Payment',
    example: {
      ...{ id: examples.payment, orderId: examples.order, customerId: 'customer-17' },
      ...{ amount: { amount: 3897, currency: 'EUR' }, status: 'captured' },
      ...{ captured: { amount: 3897, currency: 'EUR' }, refunded: { amount: 0, currency: 'EUR' } },
      ...{ refundable: { amount: 3897, currency: 'EUR' }, refunds: [], disputes: [] },
      ...{ provider: 'stripe', providerRef: 'pi_1', reason: null, expiresAt: examples.at, version: 7 },
      ...{ createdAt: examples.at, updatedAt: examples.at },
    },
  });
export type Payment = z.infer<typeof payment>;
export const paymentPage = page(payment).meta({ id: 'PaymentPage' });

/** One call to the provider. `outcome` is null while it is under way. */
export const paymentAttempt = z
  .object({
    ...{ number, step: paymentStep, key: z.string(), amount: money, refundId: z.string().nullable() },
    ...{ outcome: attemptOutcome.nullable(), providerRef: providerRef.nullable(), reason: reason.nullable() },
    ...{ startedAt: instant, endedAt: instant.nullable(), retryAt: instant.nullable() },
  })
  .meta({
    id: 'PaymentAttempt',
    example: {
      ...{ number: 1, step: 'authorize', key: `${examples.payment}:authorize:1`, refundId: null },
      ...{
        amount: { amount: 3897, currency: 'EUR' },
        outcome: 'succeeded',
        providerRef: 'pi_1',
        reason: null,
      },
      ...{ startedAt: examples.at, endedAt: examples.at, retryAt: null },
    },
  });
export type PaymentAttempt = z.infer<typeof paymentAttempt>;
export const paymentAttempts = z
  .object({ data: z.array(paymentAttempt) })
  .meta({ id: 'PaymentAttempts', example: { data: [paymentAttempt.meta()?.example] } });
