/** What is known of the categories of a log. A category is created when it is asked for first. */
import { randomUUID } from 'node:crypto';
import { clock } from './clock.ts';
import { LogBlockedError, LogDamagedError, orOutage } from './errors.ts';
import { keyFormat, keys } from './keys.ts';
import type { SameLog } from './same-log.ts';
import type { RedisClient, Scripts } from './scripts.ts';

/** How many partitions a category gets when it is created. */
export type PartitionsOf = (category: string) => number;

/** What Redis answered last. A category that was created anew has another mark. */
export type Category = { partitions: number; mark: string };

export class Categories {
  readonly #redis: RedisClient & Scripts;
  readonly #same: SameLog;
  readonly #partitionsWanted: PartitionsOf;
  readonly #known = new Map<string, Promise<Category>>();

  constructor(redis: RedisClient & Scripts, same: SameLog, partitionsWanted: PartitionsOf) {
    this.#redis = redis;
    this.#same = same;
    this.#partitionsWanted = partitionsWanted;
  }

  get(name: string): Promise<Category> {
    void clock.follow(this.#redis);
    const known = this.#known.get(name);
    if (known) return known;
    const asked = this.#create(name);
    this.#known.set(name, asked);
    asked.catch(() => this.#known.delete(name));
    return asked;
  }

  /** For a category that is gone (FLUSHALL), or was created anew since it was asked for. */
  forget(name: string): void {
    this.#known.delete(name);
    this.#same.invalidate();
  }

  /** Forgets those that have another mark by now. */
  async check(): Promise<void> {
    for (const [name, known] of this.#known) {
      const mark = await orOutage(this.#redis.hget(keys.head(name), 'mark'));
      if (mark !== (await known).mark) this.forget(name);
    }
  }

  async #create(name: string): Promise<Category> {
    await clock.follow(this.#redis);
    const streams = eventStreams(name, this.#partitionsWanted(name));
    const args = [keys.head(name), ...streams, keyFormat, randomUUID()];
    const created = this.#redis.quickmartCreate(streams.length + 1, ...args);
    const [partitions, mark] = (await orOutage(created).catch((error: Error) => {
      // It concerns the whole category: every write to it has to wait.
      if (error instanceof LogDamagedError) throw new LogBlockedError(error.message, { cause: error });
      throw error;
    })) as [number, string];
    return { partitions, mark };
  }
}

export const eventStreams = (category: string, partitions: number): string[] =>
  Array.from({ length: partitions }, (_, partition) => keys.events(category, partition));
