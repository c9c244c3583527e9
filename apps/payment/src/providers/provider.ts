/**
 * What a payment provider has to do for us. Each is checked by the same suite (provider.contract.ts).
 *
 * - A call under a key that was used before has no second effect.
 * - A void is final: an authorization that is still under way never takes hold after it. To void what was never
 *   authorized succeeds.
 * - A time-out leaves open whether money moved: `find` says what became of the call under its key.
 */
import { limits } from '@quickmart/contracts/limits';
import type { PaymentStep, ProviderEvent } from '@quickmart/contracts/payment';
import { cut, type Money } from '@quickmart/contracts/shapes';
import type { Answer, News } from '../attempts.ts';

/** `amount`: of this step. `providerRef` is null until the provider has given the payment a name. */
export type Call = {
  key: string;
  step: PaymentStep;
  refundId: string | null;
  amount: Money;
  paymentId: string;
  orderId: string;
  customerId: string;
  paymentMethod: string | null;
  providerRef: string | null;
};

export type Operation = (call: Call, signal: AbortSignal) => Promise<Answer>;

export type Provider = {
  readonly name: string;
  /** Succeeded, declined or pending. */
  authorize: Operation;
  /** All of it. Succeeded, failed or pending, like the others. */
  capture: Operation;
  void: Operation;
  refund: Operation;
  /** What became of the call; undefined where it has had no effect, so that it can be made again. */
  find(call: Call, signal: AbortSignal): Promise<Answer | undefined>;
  /** How the provider tells by itself; the scheme of the signature is the same for all (signature.ts). */
  readonly webhooks: {
    /** The header with the signature. */
    header: string;
    secret: string;
    /** Undefined where the event is of no interest. */
    read(event: ProviderEvent): { paymentId: string; news: News } | undefined;
  };
};

/** Sent, but not answered, or not in a way that tells anything: money may have moved. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
}

/** The provider has looked at this call, and will not do it. Asked again in the same way, it says the same. */
export class RefusedError extends Error {
  override readonly name: string = 'RefusedError';
  readonly reason: string;
  /** What the provider calls the payment, where it says so. */
  readonly providerRef: string | null;
  constructor(reason: string, providerRef: string | null = null) {
    super(`refused: ${reason}`);
    this.reason = reason;
    this.providerRef = providerRef;
  }
}

export const succeeded = (providerRef: string): Answer => ({
  outcome: 'succeeded',
  providerRef,
  reason: null,
});
export const notYet = (
  outcome: 'declined' | 'failed' | 'pending',
  reason: string,
  providerRef: string | null = null,
): Answer => ({
  outcome,
  providerRef,
  reason: words(reason),
});

/** A provider's own words, as every store keeps them. */
const words = (text: string): string => cut(text.replaceAll('\0', '').toWellFormed(), limits.reasonLength);
