/**
 * Read models: a projector applies what one read has brought, of all partitions, in one transaction. The checkpoints are in
 * the same transaction as the rows. They are the truth: reading starts at the checkpoint, whatever the group in Redis says.
 *
 * A batch that fails is taken apart until the bad event stands alone. This event goes to the dead letters, and its aggregate
 * is parked: the projector leaves out its later events, and they follow to the dead letters in order.
 *
 * The dead letter is written before the checkpoint moves on. A crash in between repeats both, and the dead letter is there
 * once. Where the lease was lost before, Redis refuses the dead letter. Then the checkpoint stays, for the next owner.
 */

import { conventions } from '../conventions.ts';
import { limits } from '../limits.ts';
import { type Entry, eventIdOf, parseId } from '../log/entry.ts';
import { LogTruncatedError, OutageError, orOutage } from '../log/errors.ts';
import type { Position, StoredEvent } from '../log/event.ts';
import { createGroup } from '../log/group.ts';
import { keys } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import { observed } from '../observer.ts';
import { inSpans, SpanKind } from '../tracing.ts';
import { type Delivery, eventOf } from './delivery.ts';
import type { Lease } from './membership.ts';
import type { Mode, ModeContext, Prepared } from './mode.ts';
import { type Attempt, elsewhere, handled, type Outcome } from './pipeline/attempt.ts';
import {
  afterAttempts,
  deadLetter,
  fieldsOf,
  outage,
  type Recovery,
  recover,
  retry,
} from './pipeline/failures.ts';
import { backoffMs, sleep } from './retry.ts';
import { aboutEvent, consumed } from './spans.ts';

/** The last applied event of a partition. The id tells whether the log is still the same one. */
export type Checkpoint = { epoch: number; pos: number; eventId: string };

export type Projector = {
  /** Follows `<service>-read-models` in the name of the group, where several builds have rows of their own. */
  readonly groupSuffix?: string;
  /** Called before a partition is read. Resolves when the tables are there, which may take long. */
  begin?(log: EventLog, group: string): Promise<void>;
  /** Up to where a partition is applied, by all projections. Undefined: nothing yet. */
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

/** An event that cannot be applied. It may not even be readable: then its id may be all that is known of it. */
export type UnappliedEvent = Position & { eventId: string; aggregateId: string | undefined };

export class Project implements Mode {
  readonly #context: ModeContext;
  readonly #projector: Projector;
  /** Partitions that are ours, and are not being handed over. */
  readonly #open = new Set<Lease>();
  /** Events that were read and have not begun, of all partitions. */
  #queue: Delivery[] = [];
  /** Events that have begun. */
  #batch: Delivery[] = [];
  #step: Promise<number> = Promise.resolve(0);
  #running: Promise<void> | undefined;
  /** Aborted where a partition is given away during the step. */
  #drained = new AbortController();
  #outages = 0;
  /** Aggregates that have dead letters. */
  readonly #parked = new Set<string>();
  /** See pipeline/attempt.ts. */
  readonly #alone: (attempt: Attempt) => Promise<Outcome>;
  readonly #together: (part: readonly Delivery[]) => Promise<Outcome>;

  constructor(context: ModeContext, projector: Projector) {
    this.#context = context;
    this.#projector = projector;
    this.#alone = this.#pipeline();
    this.#together = recover((part: readonly Delivery[]) => this.#apply(part), apart, outage);
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

  /** After a flush, a failover that lost events, or with another Redis, going on would skip events silently. */
  async #sameLog(stream: string, id: string, checkpoint: Checkpoint): Promise<void> {
    if (checkpoint.eventId === '') return; // the entry was no event, and may be deleted since
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
      this.#context.held.release(delivery);
      return false;
    });
  }

  async #run(): Promise<void> {
    await Promise.resolve(); // one read delivers partition by partition: wait for all of them
    while (this.#queue.length > 0) {
      this.#batch = this.#queue.splice(0, limits.projectBatch);
      for (let size = this.#batch.length; this.#batch.length > 0; size = await this.#step) {
        this.#step = this.#take(size);
      }
    }
    this.#running = undefined; // in the same turn that found nothing left: what comes next begins anew
  }

  /** Applies the first ones of the batch, and says how many to take next. Never throws. */
  async #take(size: number): Promise<number> {
    this.#drained = new AbortController();
    const part = this.#batch.slice(0, size);
    const [first] = part;
    const outcome = part.length === 1 ? await this.#alone(attemptAt(first!)) : await this.#together(part);
    const isDone = outcome.kind === 'handled' || outcome.kind === 'dead-lettered';
    if (isDone) this.#batch = this.#batch.slice(part.length);
    await this.#wait(outcome);
    this.#batch = this.#ours(this.#batch);
    if (outcome.kind === 'outage') return size;
    return isDone ? this.#batch.length : Math.ceil(part.length / 2);
  }

  /** Ends early where a partition is given away meanwhile. */
  async #wait(outcome: Outcome): Promise<void> {
    const { group, logger } = this.#context;
    if (outcome.kind === 'failed') await sleep(outcome.againInMs, this.#drained.signal);
    this.#outages = outcome.kind === 'outage' ? this.#outages + 1 : 0;
    if (outcome.kind !== 'outage') return;
    if (this.#outages === 1)
      logger.warn({ group, err: outcome.error }, 'the read model waits for its database');
    const waitMs = backoffMs(this.#outages, limits.backoffBaseMs, limits.outageBackoffCapMs);
    await sleep(limits.backoffBaseMs + waitMs, this.#drained.signal);
  }

  async #apply(part: readonly Delivery[]): Promise<Outcome> {
    const { category, group, logger, acknowledger, decoder } = this.#context;
    const events = part.map((delivery) => decoder.decode(eventOf(delivery)));
    for (const delivery of part) await this.#follow(delivery);
    if (part.some(({ lease }) => !this.#open.has(lease))) return elsewhere;
    await this.#inSpans(events, () => this.#projector.apply(category, events));
    for (const delivery of part) acknowledger.acknowledge(delivery);
    logger.debug({ group, category, events: events.length }, 'batch projected');
    return handled;
  }

  /** A batch is a part of the trace of each of its events. */
  #inSpans(events: readonly StoredEvent[], run: () => Promise<void>): Promise<void> {
    const { category, group, service, observer } = this.#context;
    const batch = {
      ...consumed({ category, group, operation: 'project' }),
      [conventions.batchSize]: events.length,
    };
    const spanOf = (event: StoredEvent) => ({
      name: `project ${event.eventType}`,
      kind: SpanKind.CONSUMER,
      attributes: () => ({ ...batch, ...aboutEvent(event) }),
      service,
    });
    const about = { category, group, type: 'batch', events: events.length };
    return inSpans(events, spanOf, () => observed(observer, about, run));
  }

  /** An event of an aggregate with dead letters queues up behind them, once however often it is tried. */
  async #follow(delivery: Delivery): Promise<void> {
    const { aggregateId } = eventOf(delivery);
    if (!this.#parked.has(aggregateId)) return;
    if (!(await this.#context.acknowledger.queueUp(delivery, aggregateId))) this.#parked.delete(aggregateId);
  }

  /** Projections are pure, and outages are another matter: few attempts are enough. Each of them holds up the others. */
  #pipeline(): (attempt: Attempt) => Promise<Outcome> {
    const context = this.#context;
    const isHopeless = afterAttempts(limits.projectAttempts);
    const count = (attempt: Attempt, error: unknown) => {
      attempt.delivery.attempts = attempt.number;
      context.logger.warn({ ...fieldsOf(attempt, context), err: error }, 'event failed, trying again');
    };
    return recover(
      ({ delivery }: Attempt) => this.#apply([delivery]),
      retry(isHopeless, count),
      this.#park(deadLetter(context, this.#parked, isHopeless)),
      outage,
    );
  }

  /** The dead letter first: see above. */
  #park(deadLetter: Recovery<Attempt>): Recovery<Attempt> {
    return async (attempt, error) => {
      const { delivery } = attempt;
      const outcome = await deadLetter(attempt, error);
      if (outcome.kind !== 'dead-lettered' || !this.#open.has(delivery.lease)) return elsewhere;
      const aggregateId = delivery.raw?.aggregateId;
      const eventId = eventIdOf(delivery.entry);
      await this.#projector.park({ ...positionOf(delivery), eventId, aggregateId });
      this.#context.acknowledger.acknowledge(delivery);
      return outcome;
    };
  }
}

/** A batch that fails is taken apart. */
const apart: Recovery<unknown> = async (_, error) => {
  if (error instanceof OutageError) throw error;
  return { kind: 'failed', againInMs: 0 };
};

const attemptAt = (delivery: Delivery): Attempt => ({
  delivery,
  queue: delivery.raw?.aggregateId ?? delivery.id,
  signal: delivery.lease.signal,
  number: delivery.attempts + 1,
});

const positionOf = ({ category, partition, id }: Delivery): Position => ({
  category,
  partition,
  ...parseId(id),
});
