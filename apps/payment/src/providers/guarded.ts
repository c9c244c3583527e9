/**
 * A provider behind a time-out and circuit breakers, one for each kind of call.
 *
 * One call without an answer is that payment's trouble: it waits, the others go on. Several in a row open the circuit of
 * that kind of call. Where other kinds are answered, only who needs this one waits (UnavailableError). Where none is, the
 * provider is down, which is an outage: all payments wait, and one at a time tries again. A refusal is an answer.
 */
import { type Logger, OutageError } from '@quickmart/streams';
import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
  isTaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel';
import { limits } from '../limits.ts';
import {
  type Call,
  KeyRefusedError,
  type Provider,
  RefusedError,
  UnansweredError,
  UnavailableError,
} from './provider.ts';

export type GuardOptions = {
  timeoutMs: number;
  breakerFailures: number;
  breakerOpenMs: number;
  logger: Logger;
};

type Ask<Result> = (signal: AbortSignal) => Promise<Result>;
/** `failingSince`: of the first call in a row that had no answer, ms; null where the last one had one. */
type Circuit = { breaker: CircuitBreakerPolicy; failingSince: number | null; answeredAt: number };

export function guarded(provider: Provider, options: GuardOptions): Provider {
  const { timeoutMs, logger } = options;
  const circuits = new Map<string, Circuit>();
  const limit = timeout(timeoutMs, TimeoutStrategy.Aggressive);
  let refusedKey: string | null = null;

  function circuitOf(kind: string): Circuit {
    const known = circuits.get(kind);
    if (known) return known;
    const circuit = {
      breaker: breakerOf(kind, provider.name, options),
      failingSince: null,
      answeredAt: Number.NEGATIVE_INFINITY,
    };
    circuits.set(kind, circuit);
    return circuit;
  }

  async function inTime<Result>(call: Ask<Result>, signal: AbortSignal): Promise<Result> {
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

  function note(circuit: Circuit, error?: unknown): void {
    const now = performance.now();
    if (isFailure(error)) circuit.failingSince ??= now;
    else if (error === undefined || error instanceof RefusedError)
      Object.assign(circuit, { failingSince: null, answeredAt: now });
    else return;
    const isRefused = error instanceof KeyRefusedError;
    if (isRefused && refusedKey === null) logger.error({ provider: provider.name }, error.message);
    if (isRefused || !isFailure(error)) refusedKey = isRefused ? error.message : null;
  }

  async function run<Result>(kind: string, call: Ask<Result>, signal: AbortSignal): Promise<Result> {
    const circuit = circuitOf(kind);
    const isOpen = circuit.breaker.state !== CircuitState.Closed;
    try {
      const result = await circuit.breaker.execute(() => inTime(call, signal));
      note(circuit);
      return result;
    } catch (cause) {
      note(circuit, cause);
      // The one call that tries whether it is over says nothing about its payment.
      if (!isBrokenCircuitError(cause) && !(isOpen && isFailure(cause))) throw cause;
      if (othersAnswer(circuit))
        throw new UnavailableError(`${provider.name}: no ${kind} at the time`, { cause });
      throw new OutageError(refusedKey ?? `${provider.name} is down`, { cause });
    }
  }

  /** Another kind of call was answered since this one is not, or just before. */
  function othersAnswer({ failingSince }: Circuit): boolean {
    const since = Math.min(failingSince ?? 0, performance.now() - limits.breakerOthersMs);
    return [...circuits.values()].some((other) => other.failingSince === null && other.answeredAt > since);
  }

  const guard =
    <Result>(kind: (call: Call) => string, operation: (call: Call, signal: AbortSignal) => Promise<Result>) =>
    (call: Call, signal: AbortSignal) =>
      run(kind(call), (inner) => operation(call, inner), signal);
  const byStep = ({ step }: Call) => step;

  return {
    name: provider.name,
    webhooks: {
      ...provider.webhooks,
      read: (event, signal) => inTime((s) => provider.webhooks.read(event, s), signal),
    },
    probe: (signal) => run('probe', provider.probe, signal),
    trouble: () => refusedKey ?? provider.trouble(),
    authorize: guard(byStep, provider.authorize),
    capture: guard(byStep, provider.capture),
    void: guard(byStep, provider.void),
    refund: guard(byStep, provider.refund),
    find: guard(({ step }) => `look-up of a ${step}`, provider.find),
  };
}

/** No answer at all. What is answered, with whatever, is none. */
const isFailure = (error: unknown): error is Error =>
  error instanceof OutageError || (error instanceof UnansweredError && error.isOutage);

function breakerOf(kind: string, provider: string, { breakerFailures, breakerOpenMs, logger }: GuardOptions) {
  const breaker = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: breakerOpenMs,
    breaker: new ConsecutiveBreaker(breakerFailures),
  });
  breaker.onBreak(() => logger.warn({ provider, kind }, 'the payment provider does not answer'));
  breaker.onReset(() => logger.info({ provider, kind }, 'the payment provider answers again'));
  return breaker;
}
