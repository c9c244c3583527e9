/**
 * The calls to the provider, one at a time per payment: every event that may have something follow from it comes
 * here, in the order of the payment's events.
 *
 * What is to be called is written down before the call. Whoever finds such a call without an end, after a crash, asks
 * the provider what became of it, and makes it again, under the same key, only where the provider knows nothing.
 */
import {
  clock,
  type EventStore,
  type HandlerContext,
  PermanentError,
  type StoredEvent,
} from '@quickmart/streams';
import { type Answer, begin, completeAttempt, type RetryPolicy } from './attempts.ts';
import { type Called, unseen } from './called.ts';
import { payable, payment } from './payment.ts';
import {
  type Call,
  type Provider,
  RefusedError,
  UnansweredError,
  UnavailableError,
} from './providers/provider.ts';
import type { Payment } from './state.ts';

export type WorkOptions = { store: EventStore; provider: Provider; retry: RetryPolicy; called?: Called };

/** @throws OutageError while the provider is down: then this payment waits, and nothing is counted. */
export async function work(
  { store, provider, retry, called = unseen }: WorkOptions,
  event: StoredEvent,
  { signal }: HandlerContext,
): Promise<void> {
  const { aggregateId: paymentId, meta, eventId } = event;
  // No idempotency key: both decisions look at the state, and so have their effect once.
  const command = () => ({ meta: { ...meta, causationId: eventId }, at: clock.now() });
  const begun = await store.decide(payment, paymentId, (state) => begin(state, clock.now()), command());
  const { state } = begun;
  if (state?.attempt?.status !== 'open') return;
  const { number, keyUsed } = state.attempt;
  const found = begun.events.length === 0;
  const call = callOf(state, provider);
  const answer = await called({ provider: provider.name, step: call.step }, () =>
    ask(provider, call, found || keyUsed, signal),
  );
  await store.decide(
    payment,
    paymentId,
    (now) => completeAttempt(now, number, answer, retry, clock.now()),
    command(),
  );
}

async function ask(provider: Provider, call: Call, lookUp: boolean, signal: AbortSignal): Promise<Answer> {
  try {
    const known = lookUp ? await provider.find(call, signal) : undefined;
    return known ?? (await provider[call.step](call, signal));
  } catch (error) {
    // Refused: only looking up throws this. What became of the call stays unknown.
    if (!(error instanceof UnansweredError || error instanceof RefusedError)) throw error;
    const answer = { outcome: 'unanswered', providerRef: null, reason: error.message } as const;
    return error instanceof UnavailableError ? { ...answer, outage: true } : answer;
  }
}

function callOf(state: Payment, provider: Provider): Call {
  const { attempt, paymentId, orderId, customerId, paymentMethod, methodNumber, providerRef } = state;
  if (attempt === null) throw new Error(`payment ${paymentId} has no open call`);
  if (state.provider !== provider.name)
    throw new PermanentError(
      `payment ${paymentId} is with ${state.provider}, this service uses ${provider.name}`,
    );
  const { key, step, refundId } = attempt;
  const amount = { ...state.amount, amount: attempt.amount };
  const about = { amount, captured: attempt.before, payable: payable(state), providerRef };
  return { key, step, refundId, ...about, paymentId, orderId, customerId, paymentMethod, methodNumber };
}
