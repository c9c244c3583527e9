/**
 * Read models: what one read has brought, of all partitions, is applied in one transaction by a projector that keeps
 * its checkpoints in the same transaction as the rows. The checkpoint is the truth: reading (re)starts there,
 * whatever the group in Redis says.
 *
 * A batch that fails is taken apart until the bad event stands alone. That one goes to the dead letters, and its
 * aggregate is parked: the projector leaves out its later events, which follow to the dead letters in order. The
 * dead letter is written before the checkpoint moves on: a crash in between repeats both, and the dead letter is there once.
 * Where the lease was lost before, the dead letter was refused: then the checkpoint stays, and both are the next owner's.
 */

import { limits } from '../limits.ts';
import { decodeEvent, type Entry, eventIdOf, parseId } from '../log/entry.ts';
import { LogTruncatedError, OutageError, orOutage, PermanentError } from '../log/errors.ts';
import type { Position, StoredEvent } from '../log/event.ts';
import { createGroup } from '../log/group.ts';
import { keys } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import { type Delivery, describe, eventOf } from './delivery.ts';
import type { Lease } from './membership.ts';
import { backoffMs, sleep } from './retry.ts';
import type { Mode, ModeContext, Prepared } from './subscription.ts';

/** The last applied event of a partition. The id tells whether the log is still the same one. */
export type Checkpoint = { epoch: number; pos: number; eventId: string };

export type Projector = {
  /** What is behind `<service>-read-models` in the name of the group, where several builds keep rows of their own. */
  readonly groupSuffix?: string;
  /** Resolves when there are rows to go on with. Called before a partition is read; it may take long. */
  begin?(log: EventLog, group: string): Promise<void>;
  /** The place up to which a partition is applied; undefined: nothing yet. With several projections: the least. */
  checkpoint(category: string, partition: number): Promise<Checkpoint | undefined>;
  /**
   * Applies events of one category, those of each partition in order, and moves the checkpoints, in one transaction.
   * Events at or below a checkpoint are skipped, those of parked aggregates are left out. Throws {@link OutageError}
   * while the database is down.
   */
  apply(category: string, events: readonly StoredEvent[]): Promise<void>;
  /** Moves the checkpoint past an event that cannot be applied, and parks its aggregate. */
  park(event: UnappliedEvent): Promise<void>;
};

/** An event that cannot be applied; it may not even be readable, so its id may be all that is known for sure. */
export type UnappliedEvent = Position & { eventId: string; aggregateId: string | undefined };

export class Project implements Mode {
  readonly #context: ModeContext;
  readonly #projector: Projector;
  /** Partitions that are neither drained nor lost. */
  readonly #open = new Set<Lease>();
  /** Read and not begun, of all partitions. */
  #queue: Delivery[] = [];
  /** Begun. */
  #batch: Delivery[] = [];
  #step: Promise<number> = Promise.resolve(0);
  #running: Promise<void> | undefined;
  /** Aborted where a partition is given away during the step. */
  #drained = new AbortController();
  #outages = 0;
  /** Aggregates that have dead letters. */
  readonly #parked = new Set<string>();

  constructor(context: ModeContext, projector: Projector) {
    this.#context = context;
    this.#projector = projector;
  }

  /** Sets the group to the checkpoint and clears its pending list: what is after the checkpoint is read anew. */
  async prepare(lease: Lease): Promise<Prepared> {
    await this.drain(lease);
    const { events, category, group } = this.#context;
    await this.#projector.begin?.(events, group);
    const { partition, token } = lease;
    const stream = keys.events(category, partition);
    const checkpoint = await this.#projector.checkpoint(category, partition);
    const from = checkpoint ? `${checkpoint.epoch}-${checkpoint.pos}` : '0';
    if (checkpoint) await this.#sameLog(stream, from, checkpoint);
    await createGroup(events.redis, stream, group, from);
    for (const id of await orOutage(events.redis.smembers(keys.parked(category, group))))
      this.#parked.add(id);
    const leases = keys.leases(category, group);
    await orOutage(events.redis.quickmartRewind(2, leases, stream, group, partition, token, from));
    return { pending: [], from };
  }

  /** A flush, a failover that lost events, a foreign Redis: going on would skip events silently. */
  async #sameLog(stream: string, id: string, checkpoint: Checkpoint): Promise<void> {
    if (checkpoint.eventId === '') return; // an entry that was no event: whoever mended the log has deleted it
    const [entry] = (await orOutage(this.#context.events.redis.xrange(stream, id, id))) as Entry[];
    if (entry && eventIdOf(entry) === checkpoint.eventId) return;
    throw new LogTruncatedError(
      `${stream} has no event ${checkpoint.eventId} at ${id}, up to which the read model is applied: the log is not ` +
        'the one that was read before. Restore Redis; or give up what it has lost: `pnpm qa heal --yes`',
    );
  }

  deliver(deliveries: Delivery[]): void {
    this.#open.add(deliveries[0]!.lease);
    this.#queue.push(...deliveries);
    this.#running ??= this.#run();
  }

  async drain(lease: Lease): Promise<void> {
    this.#open.delete(lease);
    this.#queue = this.#ours(this.#queue);
    this.#drained.abort();
    while (this.#batch.some((delivery) => delivery.lease === lease)) await this.#step;
  }

  /** Those of partitions that are still ours; the others are given up. */
  #ours(deliveries: Delivery[]): Delivery[] {
    return deliveries.filter((delivery) => {
      if (this.#open.has(delivery.lease)) return true;
      this.#context.acknowledger.release(delivery);
      return false;
    });
  }

  async #run(): Promise<void> {
    await Promise.resolve(); // what one read brings is delivered partition by partition
    while (this.#queue.length > 0) {
      this.#batch = this.#queue.splice(0, limits.projectBatch);
      for (let size = this.#batch.length; this.#batch.length > 0; size = await this.#step) {
        this.#step = this.#take(size);
      }
    }
    this.#running = undefined; // in the turn that found nothing left: what is delivered from here on begins anew
  }

  /** Applies the first ones of the batch, and says how many to take next. Never throws. */
  async #take(size: number): Promise<number> {
    this.#drained = new AbortController();
    const part = this.#batch.slice(0, size);
    let next = size;
    try {
      const done = await this.#apply(part);
      this.#batch = this.#batch.slice(done);
      next = done === 0 ? Math.ceil(part.length / 2) : this.#batch.length;
      this.#outages = 0;
    } catch (error) {
      await this.#pause(error);
    }
    this.#batch = this.#ours(this.#batch);
    return next;
  }

  /** How many are done; none, where they have to be taken apart. Throws while something is down. */
  async #apply(part: Delivery[]): Promise<number> {
    const { category, group, logger, acknowledger } = this.#context;
    try {
      const events = part.map((delivery) => decodeEvent(this.#context.events.codec, eventOf(delivery)));
      for (const delivery of part) await this.#follow(delivery);
      if (part.some(({ lease }) => !this.#open.has(lease))) return 0;
      await this.#projector.apply(category, events);
      for (const delivery of part) acknowledger.acknowledge(delivery);
      logger.debug({ group, category, events: events.length }, 'batch projected');
      return part.length;
    } catch (error) {
      if (error instanceof OutageError) throw error;
      return part.length > 1 ? 0 : await this.#failed(part[0]!, error);
    }
  }

  /** An event of an aggregate with dead letters queues up behind them, once however often it is tried. */
  async #follow(delivery: Delivery): Promise<void> {
    const { aggregateId } = eventOf(delivery);
    if (!this.#parked.has(aggregateId)) return;
    if (!(await this.#context.acknowledger.queueUp(delivery, aggregateId))) this.#parked.delete(aggregateId);
  }

  /** Projections are pure, and outages are told apart: trying often would not help, and holds up the others. */
  async #failed(delivery: Delivery, error: unknown): Promise<0 | 1> {
    const { group, logger, acknowledger } = this.#context;
    const fields = { ...describe(delivery), group, err: error };
    if (!(error instanceof PermanentError) && ++delivery.attempts < limits.projectAttempts) {
      logger.warn({ ...fields, attempts: delivery.attempts }, 'event failed, trying again');
      await sleep(
        backoffMs(delivery.attempts, limits.backoffBaseMs, limits.backoffCapMs),
        this.#drained.signal,
      );
      return 0;
    }
    const aggregateId = delivery.raw?.aggregateId;
    await acknowledger.deadLetter(delivery, aggregateId, error);
    if (!this.#open.has(delivery.lease)) return 0;
    if (aggregateId !== undefined) this.#parked.add(aggregateId);
    await this.#projector.park({ ...positionOf(delivery), eventId: eventIdOf(delivery.entry), aggregateId });
    acknowledger.acknowledge(delivery);
    logger.error(fields, 'event moved to the dead letters');
    return 1;
  }

  /** Something is down: nothing is counted. Ends early where a partition is given away meanwhile. */
  async #pause(error: unknown): Promise<void> {
    const { group, logger } = this.#context;
    if (this.#outages++ === 0) logger.warn({ group, err: error }, 'the read model waits for its database');
    const waitMs = backoffMs(this.#outages, limits.backoffBaseMs, limits.outageBackoffCapMs);
    await sleep(limits.backoffBaseMs + waitMs, this.#drained.signal);
  }
}

const positionOf = ({ category, partition, id }: Delivery): Position => ({
  category,
  partition,
  ...parseId(id),
});
