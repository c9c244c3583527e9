/**
 * Read models: batches of one partition in order, applied by a projector that keeps its own checkpoint in the same
 * transaction as the rows. The checkpoint is the truth: reading (re)starts there, whatever the group in Redis says.
 */
import { type Delivery, describe } from './delivery.ts';
import { decodeEvent, type Entry, eventIdOf, parseId, rawEvent } from './entry.ts';
import { LogTruncatedError, OutageError, orOutage, PermanentError } from './errors.ts';
import type { Position, StoredEvent } from './event.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { Lease } from './membership.ts';
import { createGroup } from './react.ts';
import { backoffMs, sleep } from './retry.ts';
import type { Mode, ModeContext } from './subscription.ts';

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
  readonly #context: ModeContext;
  readonly #projector: Projector;
  readonly #queues = new Map<Lease, Delivery[]>();
  readonly #running = new Map<Lease, Promise<void>>();

  constructor(context: ModeContext, projector: Projector) {
    this.#context = context;
    this.#projector = projector;
  }

  /** Sets the group to the checkpoint and clears its pending list: what is after the checkpoint is read anew. */
  async prepare(lease: Lease): Promise<Delivery[]> {
    await this.drain(lease);
    const { events, category, group } = this.#context;
    const { partition, token } = lease;
    const stream = keys.events(category, partition);
    const checkpoint = await this.#projector.checkpoint(category, partition);
    const from = checkpoint ? `${checkpoint.epoch}-${checkpoint.pos}` : '0';
    if (checkpoint) await this.#sameLog(stream, from, checkpoint);
    await createGroup(events.redis, stream, group, from);
    const leases = keys.leases(category, group);
    await orOutage(events.redis.quickmartRewind(2, leases, stream, group, partition, token, from));
    return [];
  }

  /** A flush, a failover that lost events, a foreign Redis: going on would skip events silently. */
  async #sameLog(stream: string, id: string, checkpoint: Checkpoint): Promise<void> {
    const [entry] = (await orOutage(this.#context.events.redis.xrange(stream, id, id))) as Entry[];
    if (entry && eventIdOf(entry) === checkpoint.eventId) return;
    throw new LogTruncatedError(
      `${stream} has no event ${checkpoint.eventId} at ${id}, up to which the read model is applied: the log is not ` +
        'the one that was read before. Restore Redis, or delete the read model so that it is built anew',
    );
  }

  deliver(deliveries: Delivery[]): void {
    const { lease } = deliveries[0]!;
    const queue = this.#queues.get(lease) ?? [];
    this.#queues.set(lease, queue);
    queue.push(...deliveries);
    if (this.#running.has(lease)) return;
    const run = this.#applyAll(lease, queue).finally(() => this.#running.delete(lease));
    this.#running.set(lease, run);
  }

  async drain(lease: Lease): Promise<void> {
    for (const delivery of this.#queues.get(lease)?.splice(0) ?? []) this.#context.settler.release(delivery);
    this.#queues.delete(lease);
    await this.#running.get(lease);
  }

  /** Never throws: what cannot be settled now is tried again, or left to the next owner. */
  async #applyAll(lease: Lease, queue: Delivery[]): Promise<void> {
    while (queue.length > 0 && !lease.signal.aborted) {
      const batch = queue.slice(0, limits.projectBatch);
      const settled = await this.#apply(batch);
      for (const delivery of batch.slice(0, settled)) this.#context.settler.ack(delivery);
      queue.splice(0, settled);
    }
  }

  /** How many of the batch are done. A batch that fails is taken apart, so that one bad event stands alone. */
  async #apply(batch: Delivery[]): Promise<number> {
    const { category, group, log } = this.#context;
    const { partition, lease } = batch[0]!;
    try {
      const events = batch.map((delivery) => this.#decode(delivery));
      await this.#surviveOutages(batch[0]!, () => this.#projector.apply(category, partition, events));
      log.debug({ group, partition, events: events.length }, 'batch projected');
      return batch.length;
    } catch (error) {
      if (lease.signal.aborted || this.#isDrained(lease)) return 0;
      if (batch.length > 1) return await this.#apply(batch.slice(0, Math.ceil(batch.length / 2)));
      return await this.#failed(batch[0]!, error);
    }
  }

  #isDrained = (lease: Lease) => !this.#queues.has(lease);

  #decode({ category, partition, entry }: Delivery): StoredEvent {
    return decodeEvent(this.#context.events.codec, rawEvent(category, partition, entry));
  }

  async #failed(delivery: Delivery, error: unknown): Promise<0 | 1> {
    const { group, log, settler } = this.#context;
    delivery.attempts++;
    const fields = { ...describe(undefined, delivery), group, attempts: delivery.attempts, err: error };
    if (error instanceof PermanentError || delivery.attempts >= limits.attemptsMax) {
      await this.#surviveOutages(delivery, async () => {
        await this.#projector.skip(skipped(delivery));
        await settler.bury(delivery, undefined, error);
      });
      log.error(fields, 'event moved to the dead letters');
      return 1;
    }
    log.warn(fields, 'event failed, trying again');
    await sleep(
      backoffMs(delivery.attempts, limits.backoffBaseMs, limits.backoffCapMs),
      delivery.lease.signal,
    );
    return 0;
  }

  /** The database or Redis is down: wait, however long it takes, and count nothing. Throws when it is not ours any more. */
  async #surviveOutages({ lease }: Delivery, work: () => Promise<void>): Promise<void> {
    const { group, log } = this.#context;
    for (let outages = 0; ; outages++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof OutageError) || lease.signal.aborted || this.#isDrained(lease)) throw error;
        if (outages === 0) log.warn({ group, err: error }, 'the read model waits for its database');
        const waitMs = backoffMs(outages + 1, limits.backoffBaseMs, limits.outageBackoffCapMs);
        await sleep(limits.backoffBaseMs + waitMs, lease.signal);
      }
    }
  }
}

const skipped = ({ category, partition, id, entry }: Delivery): SkippedEvent => ({
  category,
  partition,
  ...parseId(id),
  eventId: eventIdOf(entry),
});
