/**
 * Waits for new entries on a connection of its own, with a blocked XREAD, which takes nothing out of any group. The read
 * that does take them is sent right behind it. So Redis runs that one as soon as something is there, without another round
 * trip, and it checks the lease at that moment.
 */

import type { Redis } from 'ioredis';
import { limits } from '../limits.ts';
import { blockingClient, isOver } from '../log/connect/blocking.ts';
import { OutageError, orOutage } from '../log/errors.ts';
import { inOneWrite, type RedisClient, type Scripts } from '../log/scripts.ts';

export class Waiter {
  readonly #redis: RedisClient;
  #client: (Redis & Scripts) | undefined;

  constructor(redis: RedisClient) {
    this.#redis = redis;
  }

  /**
   * Reads when one of the streams has an entry after its id, or when the time of a block is over; `atOnce`: without waiting.
   * Undefined where the signal came first: whether the read has happened is unknown then.
   */
  async read<Result>(
    lastIds: ReadonlyMap<string, string>,
    read: (client: RedisClient & Scripts) => Promise<Result>,
    woken: AbortSignal,
    { atOnce }: { atOnce: boolean },
  ): Promise<Result | undefined> {
    if (woken.aborted) return undefined;
    const [first = ''] = lastIds.keys();
    this.#client ??= blockingClient(this.#redis, first);
    const client = this.#client;
    try {
      if (atOnce) return await watched(read(client), woken);
      inOneWrite(client);
      const block = ['COUNT', 1, 'BLOCK', limits.blockMs, 'STREAMS'] as const;
      const blocked = orOutage(client.xread(...block, ...lastIds.keys(), ...lastIds.values()));
      return await watched(
        Promise.all([read(client), blocked]).then(([result]) => result),
        woken,
      );
    } catch (error) {
      if (isOver(client, error)) this.close();
      throw error;
    } finally {
      if (woken.aborted) this.close();
    }
  }

  /** The next wait makes a new connection. */
  close(): void {
    this.#client?.disconnect();
    this.#client = undefined;
  }
}

/** A blocked read whose connection died half-way would never answer: past the watchdog it counts as failed. */
async function watched<Result>(command: Promise<Result>, woken: AbortSignal): Promise<Result | undefined> {
  const { promise: ended, resolve, reject } = Promise.withResolvers<undefined>();
  const wake = () => resolve(undefined);
  const timer = setTimeout(() => {
    const cause = new Error(`no answer to a blocked read in ${limits.blockWatchdogMs} ms`);
    reject(new OutageError('Redis is not available', { cause }));
  }, limits.blockWatchdogMs);
  woken.addEventListener('abort', wake);
  try {
    return await Promise.race([command, ended]);
  } finally {
    clearTimeout(timer);
    woken.removeEventListener('abort', wake);
  }
}
