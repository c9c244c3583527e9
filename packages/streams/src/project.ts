/**
 * Read models: batches of one partition in order, applied by a projector that keeps its own checkpoint in the same
 * transaction as the rows. The checkpoint is the truth: reading (re)starts there, whatever the group in Redis says.
 */
import { type Delivery, describe } from './delivery.ts';
import { decodeEvent, type Entry, parseId, rawEvent } from './entry.ts';
import { LogTruncatedError, OutageError, PermanentError } from './errors.ts';
import type { Log, Position, StoredEvent } from './event.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { EventLog } from './log.ts';
import { unlessGroupExists } from './react.ts';
import { backoffMs, sleep } from './retry.ts';
import type { Settler } from './settler.ts';
import type { Mode } from './subscription.ts';

/** The last applied event of a partition. The id tells whether the log is still the same one. */
export type Checkpoint = { epoch: number; pos: number; eventId: string };

export type Projector = {
  /** The place up to which a partition is applied; undefined: nothing yet. With several projections: the least. */
  checkpoint(category: string, partition: number): Promise<Checkpoint | undefined>;
  /**
   * Applies events of one partition, in order, and moves the checkpoint, in one transaction; events at or below a
   * checkpoint are skipped. Throws {@link OutageError} while the database is down.
   */
  apply(category: string, partition: number, events: readonly StoredEvent[]): Promise<void>;
  /** Moves the checkpoint past an event that was dead-lettered. */
  skip(event: SkippedEvent): Promise<void>;
};

/** An event that cannot be applied; it may not even be readable, so its id is all that is known for sure. */
export type SkippedEvent = Position & { eventId: string };

export class Project implements Mode {
  readonly #events: EventLog;
  readonly #category: string;
  readonly #group: string;
  readonly #projector: Projector;
  readonly #settler: Settler;
  readonly #log: Log;
  readonly #stopping = new AbortController();
  readonly #queues = new Map<number, Delivery[]>();
  readonly #running = new Map<number, Promise<void>>();

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    projector: Projector;
    settler: Settler;
    log: Log;
  }) {
    this.#events = options.events;
    this.#category = options.category;
    this.#group = options.group;
    this.#projector = options.projector;
    this.#settler = options.settler;
    this.#log = options.log;
  }

  /** Sets the group to the checkpoint and clears its pending list: what is after the checkpoint is read anew. */
  async prepare(partition: number): Promise<Delivery[]> {
    for (const delivery of this.#queues.get(partition)?.splice(0) ?? []) this.#settler.release(delivery);
    await this.#running.get(partition);
    const { redis } = this.#events;
    const stream = keys.events(this.#category, partition);
    const checkpoint = await this.#projector.checkpoint(this.#category, partition);
    const from = checkpoint ? `${checkpoint.epoch}-${checkpoint.pos}` : '0';
    if (checkpoint) await this.#sameLog(stream, from, checkpoint);
    await redis.xgroup('CREATE', stream, this.#group, from, 'MKSTREAM').catch(unlessGroupExists);
    await redis.xgroup('SETID', stream, this.#group, from);
    for (;;) {
      const pending = (await redis.xpending(stream, this.#group, '-', '+', limits.readCount)) as [
        id: string,
      ][];
      if (pending.length === 0) return [];
      await redis.xack(stream, this.#group, ...pending.map(([id]) => id));
    }
  }

  /** A flush, a failover that lost events, a foreign Redis: going on would skip events silently. */
  async #sameLog(stream: string, id: string, checkpoint: Checkpoint): Promise<void> {
    const [entry] = (await this.#events.redis.xrange(stream, id, id)) as Entry[];
    if (entry && eventIdOf(entry) === checkpoint.eventId) return;
    throw new LogTruncatedError(
      `${stream} has no event ${checkpoint.eventId} at ${id}, up to which the read model is applied: the log is not ` +
        'the one that was read before. Restore Redis, or delete the read model so that it is built anew',
    );
  }

  deliver(deliveries: Delivery[]): void {
    const { partition } = deliveries[0]!;
    const queue = this.#queues.get(partition) ?? [];
    this.#queues.set(partition, queue);
    queue.push(...deliveries);
    if (!this.#running.has(partition)) {
      const run = this.#drain(partition, queue).finally(() => this.#running.delete(partition));
      this.#running.set(partition, run);
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running.values());
  }

  /** Never throws: what cannot be settled now is tried again, or left to the next start. */
  async #drain(partition: number, queue: Delivery[]): Promise<void> {
    while (queue.length > 0 && !this.#stopping.signal.aborted) {
      const batch = queue.slice(0, limits.projectBatch);
      const settled = await this.#apply(partition, batch);
      for (const delivery of batch.slice(0, settled)) this.#settler.ack(delivery);
      queue.splice(0, settled);
    }
  }

  /** How many of the batch are done. A batch that fails is taken apart, so that one bad event stands alone. */
  async #apply(partition: number, batch: Delivery[]): Promise<number> {
    try {
      const events = batch.map((delivery) => this.#decode(delivery));
      await this.#surviveOutages(() => this.#projector.apply(this.#category, partition, events));
      this.#log.debug({ group: this.#group, partition, events: events.length }, 'batch projected');
      return batch.length;
    } catch (error) {
      if (this.#stopping.signal.aborted) return 0;
      if (batch.length > 1) return await this.#apply(partition, batch.slice(0, Math.ceil(batch.length / 2)));
      return await this.#failed(batch[0]!, error);
    }
  }

  #decode({ category, partition, entry }: Delivery): StoredEvent {
    return decodeEvent(this.#events.codec, rawEvent(category, partition, entry));
  }

  async #failed(delivery: Delivery, error: unknown): Promise<0 | 1> {
    delivery.attempts++;
    const fields = {
      ...describe(undefined, delivery),
      group: this.#group,
      attempts: delivery.attempts,
      err: error,
    };
    if (error instanceof PermanentError || delivery.attempts >= limits.attemptsMax) {
      await this.#surviveOutages(async () => {
        await this.#projector.skip(skipped(delivery));
        await this.#settler.bury(delivery, error);
      });
      this.#log.error(fields, 'event moved to the dead letters');
      return 1;
    }
    this.#log.warn(fields, 'event failed, trying again');
    await sleep(
      backoffMs(delivery.attempts, limits.backoffBaseMs, limits.backoffCapMs),
      this.#stopping.signal,
    );
    return 0;
  }

  /** The database or Redis is down: wait, however long it takes, and count nothing. Throws when stopped meanwhile. */
  async #surviveOutages(work: () => Promise<void>): Promise<void> {
    for (let outages = 0; ; outages++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof OutageError) || this.#stopping.signal.aborted) throw error;
        if (outages === 0)
          this.#log.warn({ group: this.#group, err: error }, 'the read model waits for its database');
        const pauseMs = backoffMs(outages + 1, limits.backoffBaseMs, limits.outageBackoffCapMs);
        await sleep(limits.backoffBaseMs + pauseMs, this.#stopping.signal);
      }
    }
  }
}

/** Of an entry that may not be an event. */
const eventIdOf = ([, fields]: Entry): string => (fields[0] === 'eventId' ? (fields[1] ?? '') : '');

const skipped = ({ category, partition, id, entry }: Delivery): SkippedEvent => ({
  category,
  partition,
  ...parseId(id),
  eventId: eventIdOf(entry),
});
