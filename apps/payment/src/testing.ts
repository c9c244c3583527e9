/** What the tests of payments share. */
import type { AttemptOutcome, PaymentStep } from '@quickmart/contracts/payment';
import { paymentAttemptEnded, paymentAttemptStarted, paymentRequested } from '@quickmart/contracts/payment';
import type { Answer } from './attempts.ts';
import type { Call } from './providers/provider.ts';

export const paymentId = '019a0000-0000-7000-8000-000000000004';
export const orderId = '019a0000-0000-7000-8000-000000000002';
export const ids = { paymentId, orderId };
export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export const amount = euros(3897);
export const ref = 'ref_1';

export const requested = paymentRequested({
  ...{ ...ids, customerId: 'customer-17', amount, paymentMethod: null, provider: 'simulated' },
  expiresAt: '2026-01-01T00:05:00.000Z',
});

/** The n-th attempt of a payment, as it is written down. */
export const started = (
  number: number,
  step: PaymentStep,
  more: { key?: string; refundId?: string; amount?: number } = {},
) =>
  paymentAttemptStarted({
    ...{ ...ids, number, step, key: more.key ?? `${paymentId}:${step}:${number}` },
    ...{ amount: euros(more.amount ?? amount.amount), refundId: more.refundId ?? null },
  });
export const ended = (
  number: number,
  step: PaymentStep,
  outcome: AttemptOutcome,
  more: { reason?: string; retryAt?: string; refundId?: string; providerRef?: string | null } = {},
) =>
  paymentAttemptEnded({
    ...{ ...ids, number, step, refundId: more.refundId ?? null, outcome },
    providerRef: more.providerRef === undefined && outcome === 'succeeded' ? ref : (more.providerRef ?? null),
    ...{ reason: more.reason ?? null, retryAt: more.retryAt ?? null },
  });

export const yes: Answer = { outcome: 'succeeded', providerRef: ref, reason: null };
export const no = (outcome: Exclude<AttemptOutcome, 'succeeded'>, reason = 'why'): Answer => ({
  outcome,
  providerRef: null,
  reason,
});

export const call = (step: PaymentStep, more: Partial<Call> = {}): Call => ({
  ...{ ...ids, step, key: `${more.paymentId ?? paymentId}:${step}:1`, refundId: null, amount },
  ...{ customerId: 'customer-17', paymentMethod: null, providerRef: null, ...more },
});
