/**
 * A provider behind a time-out and a circuit breaker.
 *
 * One call without an answer is that payment's trouble: it waits, the others go on. Several in a row open the
 * circuit. Then the provider is down, which is an outage: all payments wait, and one at a time tries again.
 */
import type { Log } from '@quickmart/streams';
import { OutageError } from '@quickmart/streams';
import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
  isBrokenCircuitError,
  isTaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel';
import { type Call, type Provider, UnansweredError } from './provider.ts';

export type GuardOptions = { timeoutMs: number; breakerFailures: number; breakerOpenMs: number; log: Log };

export function guarded(provider: Provider, options: GuardOptions): Provider {
  const { timeoutMs, breakerFailures, breakerOpenMs, log } = options;
  const breaker = circuitBreaker(handleType(UnansweredError).orType(OutageError), {
    halfOpenAfter: breakerOpenMs,
    breaker: new ConsecutiveBreaker(breakerFailures),
  });
  breaker.onBreak(() => log.warn({ provider: provider.name }, 'the payment provider is down'));
  breaker.onReset(() => log.info({ provider: provider.name }, 'the payment provider is up again'));
  const limit = timeout(timeoutMs, TimeoutStrategy.Aggressive);

  async function inTime<Result>(call: (signal: AbortSignal) => Promise<Result>, signal: AbortSignal) {
    try {
      return await limit.execute((context) => call(context.signal), signal);
    } catch (cause) {
      // Given up by the caller: that says nothing about the provider.
      if (signal.aborted) throw signal.reason;
      if (isTaskCancelledError(cause))
        throw new UnansweredError(`no answer within ${timeoutMs} ms`, { cause });
      throw cause;
    }
  }
  async function run<Result>(call: (signal: AbortSignal) => Promise<Result>, signal: AbortSignal) {
    try {
      return await breaker.execute(() => inTime(call, signal));
    } catch (cause) {
      if (isBrokenCircuitError(cause)) throw new OutageError(`${provider.name} is down`, { cause });
      throw cause;
    }
  }
  const guard =
    <Result>(operation: (call: Call, signal: AbortSignal) => Promise<Result>) =>
    (call: Call, signal: AbortSignal) =>
      run((inner) => operation(call, inner), signal);

  return {
    name: provider.name,
    webhooks: provider.webhooks,
    authorize: guard(provider.authorize),
    capture: guard(provider.capture),
    void: guard(provider.void),
    refund: guard(provider.refund),
    find: guard(provider.find),
  };
}
