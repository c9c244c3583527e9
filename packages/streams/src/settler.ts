/**
 * Knows what a subscription has read and not settled, and settles it: acknowledge, count a failed attempt, or move
 * to the dead letters. Acknowledgements are gathered and sent together; one that fails is sent again, never lost.
 */
import type { Delivery } from './delivery.ts';
import { orOutage } from './errors.ts';
import type { Log } from './event.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import { backoffMs, sleep } from './retry.ts';
import type { RedisClient, Scripts } from './scripts.ts';

export class Settler {
  readonly #redis: RedisClient & Scripts;
  readonly #category: string;
  readonly #group: string;
  readonly #consumer: string;
  readonly #log: Log;
  readonly #signal: AbortSignal;
  readonly #unsettled = new Map<string, Delivery>();
  #acks: Delivery[] = [];
  #flushing: Promise<void> | undefined;
  #waiting: (() => void)[] = [];

  constructor(options: {
    redis: RedisClient & Scripts;
    category: string;
    group: string;
    consumer: string;
    log: Log;
    /** Aborted when the grace period of a stop is over: unsent acknowledgements stay pending in Redis. */
    signal: AbortSignal;
  }) {
    this.#redis = options.redis;
    this.#category = options.category;
    this.#group = options.group;
    this.#consumer = options.consumer;
    this.#log = options.log;
    this.#signal = options.signal;
  }

  get unsettled(): number {
    return this.#unsettled.size;
  }

  /** True for an entry that was not held before: after a reconnect Redis repeats what we still work on. */
  hold(delivery: Delivery): boolean {
    const key = keyOf(delivery);
    if (this.#unsettled.has(key)) return false;
    this.#unsettled.set(key, delivery);
    return true;
  }

  /** Forgets an entry that was never begun: Redis keeps it pending and hands it out again. */
  release(delivery: Delivery): void {
    this.#unsettled.delete(keyOf(delivery));
    this.#notify();
  }

  /** Resolves when there is room for more, or when nothing more is wanted. */
  async room(signal: AbortSignal): Promise<void> {
    while (this.#unsettled.size >= limits.unsettledEntries && !signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  ack(delivery: Delivery): void {
    this.#acks.push(delivery);
    this.#flushing ??= this.#flush();
  }

  /** All acknowledgements that were given are with Redis. */
  async flushed(): Promise<void> {
    await this.#flushing;
  }

  async #flush(): Promise<void> {
    await Promise.resolve();
    for (let failures = 0; this.#acks.length > 0 && !this.#signal.aborted; ) {
      const acks = this.#acks;
      this.#acks = [];
      try {
        await this.#send(acks);
        failures = 0;
        for (const delivery of acks) this.#unsettled.delete(keyOf(delivery));
        this.#notify();
      } catch (error) {
        if (failures++ === 0)
          this.#log.warn({ err: error, group: this.#group }, 'acknowledgements wait for Redis');
        this.#acks = [...acks, ...this.#acks];
        const capMs = limits.outageBackoffCapMs;
        await sleep(backoffMs(failures, limits.backoffBaseMs, capMs) + limits.backoffBaseMs, this.#signal);
      }
    }
    this.#flushing = undefined;
  }

  async #send(acks: Delivery[]): Promise<void> {
    const byPartition = Map.groupBy(acks, ({ partition }) => partition);
    await Promise.all(
      [...byPartition].map(([partition, deliveries]) =>
        this.#redis.xack(
          keys.events(this.#category, partition),
          this.#group,
          ...deliveries.map(({ id }) => id),
        ),
      ),
    );
  }

  /** Writes the number of failed attempts into the pending list, where a crash does not reset it. */
  async countAttempt(delivery: Delivery): Promise<void> {
    const stream = keys.events(this.#category, delivery.partition);
    const count = delivery.attempts + 1; // Redis counts deliveries: the first one is no failure.
    const claim = [
      stream,
      this.#group,
      this.#consumer,
      0,
      delivery.id,
      'RETRYCOUNT',
      count,
      'JUSTID',
    ] as const;
    await orOutage(this.#redis.call('XCLAIM', ...claim));
  }

  /** To the dead letters, with everything that is needed to understand and to repeat it; acknowledged in one step. */
  async bury(delivery: Delivery, error: unknown): Promise<void> {
    const { category, partition, id, entry, attempts } = delivery;
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const short = (text: string) => Buffer.from(text).subarray(0, limits.errorTextBytes).toString();
    const letter: Record<string, string | number> = {
      group: this.#group,
      position: `${category}.${partition}@${id}`,
      attempts,
      failedAt: Date.now(),
      errorClass: name,
      errorMessage: short(message),
      errorStack: short(stack ?? ''),
    };
    const streams = [keys.events(category, partition), keys.dead(category, this.#group)];
    const fields = [...entry[1], ...Object.entries(letter).flat()];
    await orOutage(this.#redis.quickmartDeadLetter(2, ...streams, this.#group, id, ...fields));
    this.release(delivery);
  }

  #notify(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

const keyOf = ({ partition, id }: Delivery): string => `${partition}@${id}`;
