/** What keeps a subscription from its work. It is logged once per reason, and once when it works again. */

import { limits } from '../limits.ts';
import { isRedisOutage, isWriteRefusal, NotReadyError, OutageError } from '../log/errors.ts';
import type { Logger } from '../log/event.ts';

type Messages = { stopped: string; again: string };

export class Failures {
  readonly #logger: Logger;
  readonly #fields: { category: string; group: string };
  readonly #messages: Messages;
  /** By what has failed: the heartbeat, a read, a partition. */
  readonly #current = new Map<unknown, Error>();
  /** Reasons that were logged since the last time all was well. */
  readonly #said = new Set<string>();
  /** Undefined: no heartbeats are sent, as in a process that only answers requests. */
  #heartbeatAt: number | undefined;

  constructor(logger: Logger, fields: { category: string; group: string }, messages: Messages) {
    this.#logger = logger;
    this.#fields = fields;
    this.#messages = messages;
  }

  /** From now on heartbeats are sent. */
  begin(): void {
    this.#heartbeatAt = performance.now();
  }

  get first(): Error | undefined {
    return this.#current.values().next().value;
  }

  /** Since the last heartbeat. */
  get #silentMs(): number {
    return this.#heartbeatAt === undefined ? 0 : performance.now() - this.#heartbeatAt;
  }

  fail(source: unknown, error: Error): void {
    this.#current.set(source, error);
    const reason = reasonOf(error);
    // An outage is logged by what waits for Redis. A heartbeat on another connection that is late is no outage yet.
    const isEarly = source === 'heartbeat' && this.#silentMs < limits.leaseMs;
    if (this.#said.has(reason) || (isEarly && reason === outage)) return;
    this.#said.add(reason);
    this.#logger.warn({ ...this.#fields, err: error }, this.#messages.stopped);
  }

  passed(source: unknown): void {
    this.#current.delete(source);
  }

  /** A heartbeat was answered: the leases of this process are renewed. It may have none. */
  heartbeat(): void {
    this.#heartbeatAt = performance.now();
    this.passed('heartbeat');
  }

  /** Some work was done. All is well where nothing else fails. */
  working(): void {
    if (this.#said.size === 0 || this.#current.size > 0) return;
    this.#said.clear();
    this.#logger.info(this.#fields, this.#messages.again);
  }

  /** Throws what does not pass by itself. An outage passes; but one that lasts longer than a lease costs all leases. */
  assertReady(): void {
    const lasting = [...this.#current.values()].find((error) => isLasting(error));
    const silentMs = this.#silentMs;
    const error = lasting ?? (silentMs > limits.leaseMs ? this.first : undefined);
    const { category, group } = this.#fields;
    if (error) throw new NotReadyError(`${category} ${group}: ${wordsOf(error)}`, { cause: error });
    if (silentMs > limits.leaseMs)
      throw new NotReadyError(`${category} ${group}: no partition can be kept, Redis does not answer`);
  }
}

const outage = 'outage';

const isLasting = (error: Error): boolean => !isOutage(error) || isWriteRefusal(error);

const isOutage = (error: Error): boolean => error instanceof OutageError || isRedisOutage(error);

/** All outages are one reason. A Redis that is full is another one: it does not come back by itself. */
const reasonOf = (error: Error): string => {
  if (!isOutage(error)) return wordsOf(error);
  return isWriteRefusal(error) && !/\bREADONLY\b/.test(error.message) ? 'writes refused' : outage;
};

/** Without the name of the script that met it: several scripts meet the same trouble. */
const wordsOf = ({ message }: Error): string => message.replace(/ script: [0-9a-f]{40}.*$/, '');
