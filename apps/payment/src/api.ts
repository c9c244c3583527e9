/** Requests and responses of the payment service. */
import { attemptOutcome, paymentStep } from '@quickmart/contracts/payment/events';
import { nextAction } from '@quickmart/contracts/payment/next-action';
import { examples, id, instant, money, text, version } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { limits } from './limits.ts';

const paymentId = '019a0000-0000-7000-8000-000000000004';
const reason = z.string();
const typed = reason.nullable().meta({ description: 'Null: the customer was erased' });
/** The provider's id of the payment. */
const providerRef = z.string();

const number = z.int().min(1);

/**
 * Payment methods that the simulated provider knows. It approves any other one, and none. A failing method with a number at
 * its end, such as `sim_capture_fails_2`, fails that many times only.
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
  /** The bank asks the buyer; how that ends is told by webhook. */
  action: 'sim_action',
  /** The answer comes at once, and once more by webhook. */
  twice: 'sim_twice',
  /** It captures once: all of it. */
  captureOnce: 'sim_capture_once',
  captureFails: 'sim_capture_fails',
  voidFails: 'sim_void_fails',
  refundFails: 'sim_refund_fails',
} as const;

// Requests

const refundAmount = money
  .extend({ amount: money.shape.amount.min(1) })
  .meta({ id: 'RefundAmount', example: { amount: 1299, currency: 'EUR' } });
/** What is said where nobody has typed a reason. */
export const refundedByHand = 'refunded by hand';
/** Without an amount: all that is left. */
export const refundPayment = z
  .strictObject({
    amount: refundAmount.optional(),
    reason: text(limits.reasonLength, 1).default(refundedByHand),
  })
  .meta({ id: 'NewRefund', example: { amount: { amount: 1299, currency: 'EUR' }, reason: 'damaged' } });

const eventObject = { id: 'pi_1', object: 'payment_intent', metadata: { payment_id: paymentId } };
const providerEventData = z
  .looseObject({ object: z.looseObject({}) })
  .meta({ id: 'ProviderEventData', example: { object: eventObject } });

/** An event of a provider, in Stripe's shape: an id, a type, and the object that it is about. */
export const providerEvent = z
  .looseObject({
    id: text(limits.providerEventIdLength, 1),
    type: z.string().min(1),
    data: providerEventData,
  })
  .meta({
    id: 'ProviderEvent',
    example: {
      id: 'evt_1',
      type: 'payment_intent.amount_capturable_updated',
      data: { object: eventObject },
    },
  });
export type ProviderEvent = z.infer<typeof providerEvent>;

// Responses

export const paymentStatus = z.enum([
  'pending',
  'action-required',
  'declined',
  'authorized',
  'captured',
  'refunded',
  'failed',
  'voided',
]);
export type PaymentStatus = z.infer<typeof paymentStatus>;

/** `unclear`: it is not known whether the money was refunded, and nobody asks any more. */
const refundStatus = z.enum(['pending', 'succeeded', 'failed', 'unclear']);
export type RefundStatus = z.infer<typeof refundStatus>;
const paymentRefund = z
  .object({
    id: z.string(),
    amount: money,
    status: refundStatus,
    reason: typed,
    by: z.enum(['shop', 'provider']),
  })
  .meta({
    id: 'PaymentRefund',
    example: {
      id: examples.event,
      amount: { amount: 1299, currency: 'EUR' },
      status: 'succeeded',
      reason: 'returned',
      by: 'shop',
    },
  });
export const disputeStatus = z.enum(['open', 'won', 'lost']);
export type DisputeStatus = z.infer<typeof disputeStatus>;
const paymentDispute = z.object({ id: z.string(), amount: money, status: disputeStatus, reason }).meta({
  id: 'PaymentDispute',
  example: {
    id: 'dp_1',
    amount: { amount: 3897, currency: 'EUR' },
    status: 'open',
    reason: 'fraudulent',
  },
});

export const payment = z
  .object({
    id,
    orderId: id,
    customerId: z.string().nullable().meta({ description: 'Null: the customer was erased' }),
    amount: money,
    status: paymentStatus.meta({
      description: '`declined`: it waits for another payment method; `reason` is the code of the provider',
    }),
    nextAction: nextAction.optional(),
    captured: money,
    refunded: money,
    refundable: money,
    refunds: z.array(paymentRefund).meta({
      description:
        'Whoever asked for them, oldest first. `refunded` is what they have given back, `refundable` what is left',
    }),
    disputes: z.array(paymentDispute).meta({ description: 'What customers asked back through their bank' }),
    provider: z.string(),
    providerRef: providerRef.nullable(),
    reason: reason.nullable().meta({ description: 'Why it failed or ended, or what failed last' }),
    expiresAt: instant,
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Payment',
    example: {
      id: paymentId,
      orderId: examples.order,
      customerId: 'customer-17',
      amount: { amount: 3897, currency: 'EUR' },
      status: 'captured',
      captured: { amount: 3897, currency: 'EUR' },
      refunded: { amount: 0, currency: 'EUR' },
      refundable: { amount: 3897, currency: 'EUR' },
      refunds: [],
      disputes: [],
      provider: 'stripe',
      providerRef: 'pi_1',
      reason: null,
      expiresAt: examples.at,
      version: 7,
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type Payment = z.infer<typeof payment>;

/** One call to the provider. `outcome` is null while it is under way. */
const paymentAttempt = z
  .object({
    number,
    step: paymentStep,
    key: z.string(),
    amount: money,
    refundId: z.string().nullable(),
    outcome: attemptOutcome.nullable(),
    providerRef: providerRef.nullable(),
    reason: reason.nullable(),
    startedAt: instant,
    endedAt: instant.nullable(),
    retryAt: instant.nullable(),
  })
  .meta({
    id: 'PaymentAttempt',
    example: {
      number: 1,
      step: 'authorize',
      key: `${paymentId}:authorize:1`,
      refundId: null,
      amount: { amount: 3897, currency: 'EUR' },
      outcome: 'succeeded',
      providerRef: 'pi_1',
      reason: null,
      startedAt: examples.at,
      endedAt: examples.at,
      retryAt: null,
    },
  });
export type PaymentAttempt = z.infer<typeof paymentAttempt>;
export const paymentAttempts = z
  .object({ data: z.array(paymentAttempt) })
  .meta({ id: 'PaymentAttempts', example: { data: [paymentAttempt.meta()?.example] } });
