/** What the tests of payments share. */
import type { AttemptOutcome, PaymentStep } from '@quickmart/contracts/payment/events';
import {
  paymentAttemptEnded,
  paymentAttemptStarted,
  paymentAuthorized,
  paymentCancelRequested,
  paymentCaptured,
  paymentCaptureRequested,
  paymentFailed,
  paymentRefundRequested,
  paymentRequested,
  paymentVoided,
} from '@quickmart/contracts/payment/events';
import type { Answer } from '../src/attempts.ts';
import type { Call } from '../src/providers/provider.ts';

export const paymentId = '019a0000-0000-7000-8000-000000000004';
export const orderId = '019a0000-0000-7000-8000-000000000002';
export const ids = { paymentId, orderId };
export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export const amount = euros(3897);
export const ref = 'ref_1';

export const requested = paymentRequested({
  ...ids,
  customerId: 'customer-17',
  amount,
  paymentMethod: null,
  onDecline: 'cancel',
  provider: 'simulated',
  expiresAt: '2026-01-01T00:05:00.000Z',
});

/** The n-th attempt of a payment, as it is written down. */
export const started = (
  number: number,
  step: PaymentStep,
  more: { key?: string; refundId?: string; amount?: number } = {},
) =>
  paymentAttemptStarted({
    ...ids,
    number,
    step,
    key: more.key ?? `${paymentId}:${step}:${number}`,
    amount: euros(more.amount ?? amount.amount),
    refundId: more.refundId ?? null,
  });
export const ended = (
  number: number,
  step: PaymentStep,
  outcome: AttemptOutcome,
  more: { reason?: string; retryAt?: string; refundId?: string; providerRef?: string | null } = {},
) =>
  paymentAttemptEnded({
    ...ids,
    number,
    step,
    refundId: more.refundId ?? null,
    outcome,
    providerRef: more.providerRef === undefined && outcome === 'succeeded' ? ref : (more.providerRef ?? null),
    reason: more.reason ?? null,
    retryAt: more.retryAt ?? null,
  });

export const yes: Answer = { outcome: 'succeeded', providerRef: ref, reason: null };
export const no = (outcome: Exclude<AttemptOutcome, 'succeeded'>, reason = 'why'): Answer => ({
  outcome,
  providerRef: null,
  reason,
});

export const call = (step: PaymentStep, more: Partial<Call> = {}): Call => ({
  ...ids,
  step,
  key: `${more.paymentId ?? paymentId}:${step}:1`,
  refundId: null,
  amount,
  captured: 0,
  payable: amount.amount,
  customerId: 'customer-17',
  paymentMethod: null,
  methodNumber: 1,
  providerRef: null,
  ...more,
});

// What a payment has been through

export const rf = 'refund-1';

export const authorized = paymentAuthorized({ ...ids, amount, providerRef: ref });
export const captured = paymentCaptured({ ...ids, amount, providerRef: ref, isHeld: false });
export const voided = paymentVoided({ ...ids, amount, providerRef: ref, reason: 'ordered twice' });
export const failed = paymentFailed({ ...ids, amount, providerRef: null, reason: 'declined' });
export const expiredNow = paymentFailed({ ...ids, amount, providerRef: null, reason: 'expired' });
export const shipmentId = '019a0000-0000-7000-8000-0000000000b1';
export const captureWanted = paymentCaptureRequested({ ...ids, amount, shipmentId });
export const captureWantedAgain = paymentCaptureRequested({ ...ids, amount, shipmentId: null });
export const cancelled = paymentCancelRequested({ ...ids, reason: 'ordered twice' });
export const refundOf = (n: number, refundId = rf, reason = 'damaged') =>
  paymentRefundRequested({ ...ids, refundId, amount: euros(n), reason });

export const asking = [requested, started(1, 'authorize')];
export const held = [...asking, ended(1, 'authorize', 'succeeded'), authorized];
export const capturing = [...held, captureWanted, started(2, 'capture')];
export const paid = [...capturing, ended(2, 'capture', 'succeeded'), captured];
export const voiding = [...held, cancelled, started(2, 'void')];
export const refunding = [...paid, refundOf(1000), started(3, 'refund', { refundId: rf, amount: 1000 })];

// When it is asked

export const policy = { attemptsMax: 3, retryBaseMs: 1000, retryCapMs: 60_000 };
export const now = Date.parse('2026-01-01T00:01:00.000Z');
export const later = (ms: number) => new Date(now + ms).toISOString();
/** An answer about another authorization. */
export const other = { ...yes, providerRef: 'ref_2' } as Answer;
