/**
 * Runs projections for the consumer: one transaction per batch, over all partitions that it has events of. The transaction
 * reads which generation it has to write, under the same lock under which a rebuild moves the pointer.
 */
import { type EventLog, OutageError, type Projector, type UnappliedEvent } from '@quickmart/streams';
import type { Definition } from '../projection/definition.ts';
import {
  BuildingError,
  readDefinitions,
  servingTarget,
  type Target,
  writeLock,
} from '../projection/generation.ts';
import { type Database, DriverOutage, retrying, type Transaction } from '../table/database.ts';
import { advance, type Entry, reached } from './advance.ts';
import type { CheckpointRow } from './checkpoint.ts';

/** The generations to write, read in the transaction that writes them. */
export type Targets = (
  tx: Pick<Transaction, 'select'>,
  projections: readonly Definition[],
) => Promise<Target[]>;

/** The ones that serve. */
export const serving: Targets = async (tx, projections) => {
  const rows = await readDefinitions(tx);
  return projections.map((projection) => servingTarget(rows, projection));
};

export type ProjectorOptions = {
  database: Database;
  projections: readonly Definition[];
  targets?: Targets;
  /** Called in each transaction that has written, before it is committed. */
  written?: (tx: Transaction) => Promise<void>;
  /** Of the consumer group: it tells the builds of a service apart. */
  groupSuffix?: string;
  /** Builds the tables where they are not there yet. */
  begin?: (log: EventLog, group: string) => Promise<void>;
  /** Called with committed checkpoints, under the names of the projections. */
  note?: (moved: readonly CheckpointRow[]) => void;
};

/** The consumer tries again every few seconds, here or in another process: an older failure is over. */
const waitingMs = 30_000;

/** Such as a lock, while a rebuild makes its indexes: queries are answered meanwhile. */
const isPassing = (error: OutageError): boolean =>
  error instanceof BuildingError || (error.cause instanceof DriverOutage && error.cause.failure !== 'outage');

type Step = (tx: Transaction, targets: readonly Target[]) => Promise<CheckpointRow[]>;

export class ReadModelProjector implements Projector {
  readonly #database: Database;
  readonly groupSuffix: string;
  readonly #projections: readonly Definition[];
  readonly #targets: Targets;
  readonly #begin: ProjectorOptions['begin'];
  readonly #written: ProjectorOptions['written'];
  readonly #note: (moved: readonly CheckpointRow[]) => void;
  #waiting: { error: OutageError; at: number } | undefined;

  constructor(options: ProjectorOptions) {
    const {
      database,
      projections,
      targets = serving,
      note = () => {},
      groupSuffix = '',
      begin,
      written,
    } = options;
    this.#database = database;
    this.#projections = projections;
    this.#targets = targets;
    this.#note = note;
    this.groupSuffix = groupSuffix;
    this.#begin = begin;
    this.#written = written;
  }

  /** Resolves when there is something to go on with: where no tables of this build serve, they are built first. */
  async begin(log: EventLog, group: string): Promise<void> {
    await this.#begin?.(log, group);
  }

  /** Why events are not applied just now, where the database is the reason. */
  get waiting(): OutageError | undefined {
    const { error, at } = this.#waiting ?? {};
    return at !== undefined && performance.now() - at < waitingMs ? error : undefined;
  }

  /** Up to where all projections of the category have applied this partition; undefined = one has not begun. */
  async checkpoint(category: string, partition: number): ReturnType<Projector['checkpoint']> {
    const row = (await this.checkpoints(category)).get(partition);
    return row && { epoch: row.epoch, pos: row.pos, eventId: row.eventId };
  }

  /** That of every partition. */
  async checkpoints(category: string): Promise<ReadonlyMap<number, CheckpointRow>> {
    const database = this.#database;
    return await retrying(database, async () =>
      reached({ tx: database, database, category }, await this.#targets(database, this.#of(category))),
    );
  }

  /**
   * Applies events of one category, those of each partition in their order, and parks what is known not to be
   * applicable. Throws OutageError while the database is down, and ProjectionError with the event that cannot be applied.
   */
  async apply(category: string, entries: readonly Entry[]): Promise<void> {
    try {
      await this.#apply(category, entries);
      this.#waiting = undefined;
    } catch (error) {
      if (error instanceof OutageError && !isPassing(error)) this.#waiting = { error, at: performance.now() };
      throw error;
    }
  }

  async #apply(category: string, entries: readonly Entry[]): Promise<void> {
    if (entries.some((entry) => entry.category !== category))
      throw new Error(`the batch of ${category} has events of other categories`);
    const projections = this.#of(category);
    const step: Step = (tx, targets) => advance({ tx, database: this.#database, category }, targets, entries);
    try {
      await this.#transaction(projections, step);
    } catch (error) {
      if (projections.length === 1 || error instanceof OutageError) throw error;
      // Each on its own: where one cannot apply an event, the others go on.
      const outcomes = await Promise.allSettled(projections.map((one) => this.#transaction([one], step)));
      const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      // An outage of one must not park the event of another.
      const failure = failures.find((one) => one instanceof OutageError) ?? failures[0];
      if (failure !== undefined) throw failure;
    }
  }

  /** For the projections that have not applied this event. */
  async park({ category, partition, epoch, pos, eventId, aggregateId }: UnappliedEvent): Promise<void> {
    await this.apply(category, [{ category, partition, epoch, pos, eventId, aggregateId }]);
  }

  async #transaction(projections: readonly Definition[], step: Step): Promise<void> {
    if (projections.length === 0) return;
    const moved = await retrying(this.#database, () =>
      this.#database.transaction(writeLock, async (tx) => {
        const targets = await this.#targets(tx, projections);
        const names = new Map(targets.map(({ name, projection }) => [name, projection.name]));
        const rows = await step(tx, targets);
        await this.#written?.(tx);
        return rows.map((row) => ({ ...row, projection: names.get(row.projection)! }));
      }),
    );
    this.#note(moved);
  }

  #of(category: string): Definition[] {
    return this.#projections.filter(({ sources }) => sources.has(category));
  }
}
