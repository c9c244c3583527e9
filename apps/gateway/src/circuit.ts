/**
 * A circuit per service: one that cannot be reached several times in a row is not asked for a while, so that nobody waits
 * for what does not come. Then one request at a time tries whether it is back. An answer is an answer, whatever it says.
 */
import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
  isBrokenCircuitError,
} from 'cockatiel';
import type { Logger } from 'pino';
import { limits } from './limits.ts';

type Unreachable = { wasSent: boolean; isLate?: boolean; cause?: unknown };

/** It cannot be reached. `isLate`: in time. `wasSent`: the request may have arrived, so what became of it is not known. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  readonly wasSent: boolean;
  readonly isLate: boolean;

  constructor(reason: string, { wasSent, isLate = false, cause }: Unreachable) {
    super(reason, { cause });
    this.wasSent = wasSent;
    this.isLate = isLate;
  }
}

export type Circuit = {
  /** @throws UnreachableError, also where it is open. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  isOpen(): boolean;
};

export function circuitOf(service: string, logger: Logger): Circuit {
  const breaker = circuitBreaker(handleType(UnreachableError), {
    halfOpenAfter: limits.circuitOpenMs,
    breaker: new ConsecutiveBreaker(limits.circuitFailures),
  });
  breaker.onBreak(() => logger.warn({ of: service }, 'a service does not answer'));
  breaker.onReset(() => logger.info({ of: service }, 'a service answers again'));
  return {
    isOpen: () => breaker.state === CircuitState.Open,
    run: async (work) => {
      try {
        return await breaker.execute(work);
      } catch (error) {
        if (isBrokenCircuitError(error))
          throw new UnreachableError('it did not answer before', { wasSent: false });
        throw error;
      }
    },
  };
}
