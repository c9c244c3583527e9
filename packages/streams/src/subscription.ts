/**
 * Reads one category for one group: recovers what is pending, then reads what is new, and hands both to a mode
 * (react or project). Any failure leads back to the recovery, so that nothing that Redis has handed out is lost
 * between two connections.
 *
 * One process per group reads all partitions for now; leases over several come with the membership.
 */
import type { Delivery } from './delivery.ts';
import type { Entry } from './entry.ts';
import { LogTruncatedError } from './errors.ts';
import type { Log } from './event.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { EventLog } from './log.ts';
import { backoffMs, sleep } from './retry.ts';
import { blockingClient, type RedisClient } from './scripts.ts';
import type { Settler } from './settler.ts';

export type Mode = {
  /** Makes the group ready to read a partition after what is done, and gives back what is to be repeated first. */
  prepare(partition: number): Promise<Delivery[]>;
  /** Takes entries of one partition, in order. */
  deliver(deliveries: Delivery[]): void;
  /** Begins nothing more; resolves when what runs has ended. */
  stop(): Promise<void>;
};

export type SubscriptionStatus = {
  category: string;
  group: string;
  unsettled: number;
  /** Why nothing is read at the moment, if so. */
  failure: string | undefined;
};

export class Subscription {
  readonly category: string;
  readonly group: string;
  readonly #events: EventLog;
  readonly #consumer: string;
  readonly #mode: Mode;
  readonly #settler: Settler;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  #reader: RedisClient | undefined;
  #running: Promise<void> | undefined;
  #failure: Error | undefined;

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    consumer: string;
    mode: Mode;
    settler: Settler;
    log: Log;
  }) {
    this.#events = options.events;
    this.category = options.category;
    this.group = options.group;
    this.#consumer = options.consumer;
    this.#mode = options.mode;
    this.#settler = options.settler;
    this.#log = options.log;
  }

  start(): void {
    this.#running = this.#run(this.#stopping.signal);
  }

  /** Stops reading, lets the mode finish what runs, and sends the last acknowledgements. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#reader?.disconnect();
    await this.#running;
    await this.#mode.stop();
    await this.#settler.flushed();
  }

  assertHealthy(): void {
    if (this.#failure instanceof LogTruncatedError) throw this.#failure;
  }

  status(): SubscriptionStatus {
    const { category, group } = this;
    return { category, group, unsettled: this.#settler.unsettled, failure: this.#failure?.message };
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 0, ready = false; !signal.aborted; ) {
      try {
        if (!ready) await this.#recover(signal);
        ready = true;
        if (this.#failure) this.#log.info(this.#fields(), 'reading again');
        this.#failure = undefined;
        failures = 0;
        await this.#settler.room(signal);
        if (!signal.aborted) await this.#readNew(signal);
      } catch (error) {
        ready = false;
        if (signal.aborted) return;
        this.#fail(error as Error);
        failures++;
        const pauseMs =
          limits.backoffBaseMs + backoffMs(failures, limits.backoffBaseMs, limits.outageBackoffCapMs);
        await sleep(pauseMs, signal);
      }
    }
  }

  /** Said once per outage, not per attempt. */
  #fail(error: Error): void {
    if (this.#failure?.message !== error.message) {
      const level = error instanceof LogTruncatedError ? 'error' : 'warn';
      this.#log[level]({ ...this.#fields(), err: error }, 'reading stopped, trying again');
    }
    this.#failure = error;
    this.#reader?.disconnect();
    this.#reader = undefined;
  }

  async #recover(signal: AbortSignal): Promise<void> {
    const partitions = await this.#events.partitions(this.category);
    this.#reader = blockingClient(this.#events.redis);
    for (let partition = 0; partition < partitions && !signal.aborted; partition++) {
      this.#hand(await this.#mode.prepare(partition));
    }
  }

  #hand(deliveries: Delivery[]): void {
    const held = deliveries.filter((delivery) => this.#settler.hold(delivery));
    if (held.length > 0) this.#mode.deliver(held);
  }

  async #readNew(signal: AbortSignal): Promise<void> {
    const partitions = await this.#events.partitions(this.category);
    const streams = Array.from({ length: partitions }, (_, p) => keys.events(this.category, p));
    const answer = await watched(
      this.#reader!.xreadgroup(
        ...([
          'GROUP',
          this.group,
          this.#consumer,
          'COUNT',
          limits.readCount,
          'BLOCK',
          limits.blockMs,
        ] as const),
        ...(['STREAMS', ...streams, ...streams.map(() => '>')] as const),
      ),
      signal,
    );
    for (const [stream, entries] of (answer ?? []) as [string, Entry[]][]) {
      const partition = streams.indexOf(stream);
      this.#hand(entries.map((entry) => delivered(this.category, partition, entry, 0)));
    }
  }

  #fields() {
    return { category: this.category, group: this.group };
  }
}

export const delivered = (category: string, partition: number, entry: Entry, attempts: number): Delivery => ({
  category,
  partition,
  id: entry[0],
  entry,
  attempts,
});

/** A blocked read whose connection died half-way would never answer: past the watchdog it counts as failed. */
async function watched<Answer>(command: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  const done = new AbortController();
  const late = sleep(limits.blockWatchdogMs, AbortSignal.any([done.signal, signal])).then(() => {
    throw new Error(`no answer to a blocked read in ${limits.blockWatchdogMs} ms`);
  });
  late.catch(() => {});
  command.catch(() => {});
  try {
    return await Promise.race([command, late]);
  } finally {
    done.abort();
  }
}
