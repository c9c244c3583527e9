/**
 * When each order got its final decision, seen from outside: the events of the orders are read from the log as they come.
 * So a time from POST to final has in it that the event was written and that somebody else has got it.
 */
import { keys, limits, type RedisClient, rawEvent } from '@quickmart/streams';

export type Decision = { confirmed: boolean; at: number };
const finals = new Map([
  ['OrderConfirmedEvent', true],
  ['OrderCancelledEvent', false],
]);

export class Decisions {
  readonly made = new Map<string, Decision>();
  readonly #redis: RedisClient;
  readonly #last = new Map(
    Array.from({ length: limits.partitions }, (_, n) => [keys.events('order', n), '0-0']),
  );
  #waiting: { count: number; resolve: () => void } | undefined;
  #stopped = false;

  constructor(redis: RedisClient) {
    this.#redis = redis;
  }

  async read(): Promise<void> {
    while (!this.#stopped) {
      const streams = [...this.#last.keys()];
      const answer = await this.#redis.xread('BLOCK', 100, 'STREAMS', ...streams, ...this.#last.values());
      const at = performance.now();
      for (const [stream, entries] of answer ?? []) {
        for (const entry of entries) this.#see(rawEvent('order', 0, entry as [string, string[]]), at);
        this.#last.set(stream, entries.at(-1)![0]);
      }
      if (this.#waiting && this.made.size >= this.#waiting.count) this.#waiting.resolve();
    }
  }

  /** Resolves when so many orders are decided, or the time is up. */
  async reached(count: number, withinMs: number): Promise<void> {
    if (this.made.size >= count) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, withinMs);
    this.#waiting = { count, resolve };
    await promise;
    clearTimeout(timer);
    this.#waiting = undefined;
  }

  stop(): void {
    this.#stopped = true;
  }

  #see({ eventType, aggregateId }: { eventType: string; aggregateId: string }, at: number): void {
    const confirmed = finals.get(eventType);
    if (confirmed !== undefined && !this.made.has(aggregateId)) this.made.set(aggregateId, { confirmed, at });
  }
}
