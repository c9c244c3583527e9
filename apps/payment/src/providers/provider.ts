/**
 * What a payment provider has to do for us. Each is checked by the same suite (provider.contract.ts).
 *
 * - A call under a key that was used before has no second effect.
 * - After a decline the same payment can be authorized by another payment method: `methodNumber` says which one it is.
 * - A void is final: an authorization that is still under way never takes hold after it. To void what was never
 *   authorized succeeds.
 * - A time-out leaves open whether money moved: `find` says what became of the call under its key.
 */
import type { PaymentStep } from '@quickmart/contracts/payment/events';
import type { NextAction } from '@quickmart/contracts/payment/next-action';
import { cut, type Money } from '@quickmart/contracts/shapes';
import { OutageError } from '@quickmart/streams';
import type { ProviderEvent } from '../api.ts';
import type { Answer } from '../attempts.ts';
import { limits } from '../limits.ts';
import type { News } from '../news.ts';

/**
 * `amount`: of this step. `captured`: what was captured before it; `payable`: what is to be captured in all, in minor units.
 * `providerRef` is null until the provider has given the payment a name.
 */
export type Call = {
  key: string;
  step: PaymentStep;
  refundId: string | null;
  amount: Money;
  captured: number;
  payable: number;
  paymentId: string;
  orderId: string;
  customerId: string;
  paymentMethod: string | null;
  /** Counted from 1. */
  methodNumber: number;
  providerRef: string | null;
};

/** After this capture nothing more is to be captured. */
export const isLast = ({ amount, captured, payable }: Call): boolean => captured + amount.amount >= payable;

export type Operation = (call: Call, signal: AbortSignal) => Promise<Answer>;

export type Provider = {
  readonly name: string;
  /** Succeeded, declined or pending. */
  authorize: Operation;
  /**
   * `amount` of the call, or all that is payable where it can be captured only once. Answers with all that is captured so far. With
   * the last part, what is still held is released. Succeeded, failed or pending, like the others.
   */
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
    /** Undefined where the event is of no interest. Where it says too little, the provider is asked for the rest. */
    read(event: ProviderEvent, signal: AbortSignal): Promise<Told | undefined>;
  };
  /** Asks for something small, to learn whether the key is taken. Moves no money. */
  probe(signal: AbortSignal): Promise<unknown>;
  /** Why nobody can pay at the time, for whoever runs the shop; null where nothing is known. */
  trouble(): string | null;
};
/** In the order in which it is to be taken note of. */
export type Told = { paymentId: string; news: readonly News[] };

/**
 * Sent, but not answered, or not in a way that tells anything: money may have moved. `isOutage`: no answer at all, or that
 * the provider is broken; false where it is there, and has its reasons not to answer this call now.
 */
export class UnansweredError extends Error {
  override readonly name: string = 'UnansweredError';
  readonly isOutage: boolean;
  constructor(message: string, { isOutage = true, ...options }: ErrorOptions & { isOutage?: boolean } = {}) {
    super(message, options);
    this.isOutage = isOutage;
  }
}

/** This kind of call is answered for nobody at the time, others are: only who needs this one waits. */
export class UnavailableError extends UnansweredError {
  override readonly name = 'UnavailableError';
}

/** The provider does not know who is asking: until somebody mends the key, nothing can be paid. */
export class KeyRefusedError extends OutageError {}

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

/** `amount`: minor units that have moved, where the provider says so; `isHeld`: more can be captured. */
export const succeeded = (providerRef: string, amount?: number, isHeld = false): Answer => ({
  outcome: 'succeeded',
  providerRef,
  reason: null,
  ...(amount !== undefined && { amount }),
  ...(isHeld && { isHeld }),
});
export const notYet = (
  outcome: 'declined' | 'failed' | 'pending',
  reason: string,
  providerRef: string | null = null,
  action?: NextAction,
): Answer => ({
  outcome,
  providerRef,
  reason: words(reason),
  ...(action && { action }),
});

/** A provider's own words, as every store keeps them. */
export const words = (text: string): string =>
  cut(text.replaceAll('\0', '').toWellFormed(), limits.reasonLength);
