/** Waits for new entries on a connection of its own, with a blocked XREAD: it takes nothing out of any group. */
import { OutageError, orOutage } from './errors.ts';
import { limits } from './limits.ts';
import { sleep } from './retry.ts';
import { blockingClient, type RedisClient } from './scripts.ts';

export class Waiter {
  readonly #redis: RedisClient;
  #client: RedisClient | undefined;

  constructor(redis: RedisClient) {
    this.#redis = redis;
  }

  /** Until one of the streams has an entry after its id, the time of a block is over, or the signal. */
  async wait(lastIds: ReadonlyMap<string, string>, woken: AbortSignal): Promise<void> {
    if (woken.aborted) return;
    if (lastIds.size === 0) return await sleep(limits.blockMs, woken);
    this.#client ??= blockingClient(this.#redis);
    const read = ['COUNT', 1, 'BLOCK', limits.blockMs, 'STREAMS'] as const;
    const answer = this.#client.xread(...read, ...lastIds.keys(), ...lastIds.values());
    await watched(orOutage(answer), woken);
    // It may still block, for streams that are not the ones any more.
    if (woken.aborted) this.close();
  }

  /** The next wait makes a new connection. */
  close(): void {
    this.#client?.disconnect();
    this.#client = undefined;
  }
}

/** A blocked read whose connection died half-way would never answer: past the watchdog it counts as failed. */
async function watched(command: Promise<unknown>, woken: AbortSignal): Promise<void> {
  const done = new AbortController();
  command.catch(() => {});
  const late = sleep(limits.blockWatchdogMs, AbortSignal.any([done.signal, woken])).then(() => {
    if (!done.signal.aborted && !woken.aborted) {
      const cause = new Error(`no answer to a blocked read in ${limits.blockWatchdogMs} ms`);
      throw new OutageError('Redis is not available', { cause });
    }
  });
  try {
    await Promise.race([command, late]);
  } finally {
    done.abort();
  }
}
