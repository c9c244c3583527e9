/**
 * A circuit per service: one that cannot be reached several times in a row is not asked for a while, so that nobody waits
 * for what does not come. Then one request at a time tries whether it is back. An answer is an answer, whatever it says.
 */
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

export class Circuit {
  readonly #service: string;
  readonly #logger: Logger;
  /** In a row. */
  #failures = 0;
  #nextTryAt = 0;
  #isTrying = false;

  constructor(service: string, logger: Logger) {
    this.#service = service;
    this.#logger = logger;
  }

  get isOpen(): boolean {
    return this.#failures >= limits.circuitFailures;
  }

  /** @throws UnreachableError, also where it is open. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const isTrial = this.isOpen;
    if (isTrial) this.#try();
    try {
      const result = await work();
      if (this.#failures > 0) this.#answered();
      return result;
    } catch (error) {
      if (error instanceof UnreachableError) this.#failed();
      throw error;
    } finally {
      if (isTrial) this.#isTrying = false;
    }
  }

  #try(): void {
    if (this.#isTrying || performance.now() < this.#nextTryAt)
      throw new UnreachableError('it did not answer before', { wasSent: false });
    this.#isTrying = true;
  }

  #answered(): void {
    if (this.isOpen) this.#logger.info({ of: this.#service }, 'a service answers again');
    this.#failures = 0;
  }

  #failed(): void {
    this.#failures++;
    this.#nextTryAt = performance.now() + limits.circuitOpenMs;
    if (this.#failures === limits.circuitFailures)
      this.#logger.warn({ of: this.#service }, 'a service does not answer');
  }
}
