/**
 * Runs projections: a batch of one partition becomes rows and checkpoints in one transaction.
 *
 *   lock the category → read the checkpoints → drop what is covered → load the rows of the keys, one query each
 *   → fold in memory → write rows and checkpoints → commit → tell who waits
 *
 * The checkpoint is what makes it exactly once: a batch that is delivered again, after a crash between commit and
 * acknowledgement, finds itself covered. The lock makes load and write one step even if two processes believe to
 * own the partition, or two partitions have events about one key.
 */
import {
  comparePositions,
  OutageError,
  type Projector,
  type SkippedEvent,
  type StoredEvent,
} from '@quickmart/streams';
import { and, eq } from 'drizzle-orm';
import { type CheckpointRow, checkpoints, isCovered } from './checkpoint.ts';
import { type Database, retrying, type Transaction } from './database.ts';
import type { Progress } from './progress.ts';
import { fold, type Projection, relevant } from './projection.ts';

export class ReadModelProjector implements Projector {
  readonly #database: Database;
  readonly #projections: readonly Projection[];
  readonly #progress: Progress;

  constructor(database: Database, projections: readonly Projection[], progress: Progress) {
    this.#database = database;
    this.#projections = projections;
    this.#progress = progress;
  }

  /** Up to where all projections of the category have applied this partition; undefined = one has not begun. */
  async checkpoint(category: string, partition: number): ReturnType<Projector['checkpoint']> {
    const rows = await retrying(this.#database, () =>
      this.#database.select(this.#checkpointsOf(category, partition)),
    );
    const found = this.#of(category).map(({ name }) => rows.find(({ projection }) => projection === name));
    const [least] = (found as (CheckpointRow | undefined)[]).sort((a, b) =>
      a === undefined ? -1 : b === undefined ? 1 : comparePositions(a, b),
    );
    return found.includes(undefined)
      ? undefined
      : least && { epoch: least.epoch, pos: least.pos, eventId: least.eventId };
  }

  /**
   * Applies events of one partition, in their order. Throws OutageError while the database is down, and
   * ProjectionError with the event that cannot be applied.
   */
  async apply(category: string, partition: number, events: readonly StoredEvent[]): Promise<void> {
    if (events.some((event) => event.category !== category || event.partition !== partition))
      throw new Error(`the batch of ${category}.${partition} has events of other partitions`);
    const projections = this.#of(category);
    const write: Write = (tx, projection, fresh) => applyTo(tx, this.#database, projection, fresh);
    try {
      await this.#advance(projections, events, write);
    } catch (error) {
      if (projections.length === 1 || error instanceof OutageError) throw error;
      // Each on its own: where one cannot apply an event, the others must not have it skipped.
      const outcomes = await Promise.allSettled(
        projections.map((one) => this.#advance([one], events, write)),
      );
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    }
  }

  /** Moves the checkpoints past an event without applying it, because it went to the dead letters. */
  async skip(event: SkippedEvent): Promise<void> {
    await this.#advance(this.#of(event.category), [event], async () => {});
  }

  async #advance<Event extends SkippedEvent>(
    projections: readonly Projection[],
    events: readonly Event[],
    write: Write<Event>,
  ): Promise<void> {
    const [first] = events;
    if (projections.length === 0 || first === undefined) return;
    const { category, partition } = first;
    const lock = `quickmart-${category}`;
    const moved = await retrying(this.#database, () =>
      this.#database.transaction(lock, async (tx) => {
        const before = (await tx.select(this.#checkpointsOf(category, partition))) as CheckpointRow[];
        const after: CheckpointRow[] = [];
        for (const projection of projections) {
          const checkpoint = before.find((row) => row.projection === projection.name);
          const fresh = events.filter((event) => !isCovered(event, checkpoint));
          if (fresh.length === 0) continue;
          await write(tx, projection, fresh);
          after.push(checkpointAt(projection, fresh));
        }
        await move(tx, before, after);
        return after;
      }),
    );
    this.#progress.note(moved);
  }

  #of(category: string): Projection[] {
    return this.#projections.filter((projection) => projection.category === category);
  }

  #checkpointsOf(category: string, partition: number) {
    const column = (name: string) => this.#database.column(checkpoints, name);
    return {
      table: checkpoints,
      where: and(eq(column('category'), category), eq(column('partition'), partition)),
    };
  }
}

type Write<Event = StoredEvent> = (
  tx: Transaction,
  projection: Projection,
  fresh: readonly Event[],
) => Promise<void>;

async function applyTo(
  tx: Transaction,
  database: Database,
  projection: Projection,
  fresh: readonly StoredEvent[],
) {
  const work = relevant(projection, fresh);
  if (work.events.length === 0) return;
  const { table } = projection;
  const [key = ''] = table.primaryKey;
  const loaded = await tx.select({ table, where: database.within(table, key, work.distinctKeys) });
  const { inserts, updates, columns, deletes, details } = fold(projection, loaded, work);
  // Deleted first: a value that must be unique may move from a deleted row to a new one.
  if (deletes.length > 0) await tx.remove(table, deletes);
  if (updates.length > 0) await tx.update(table, updates, columns);
  if (inserts.length > 0) await tx.insert(table, inserts);
  if (projection.details === undefined) return;
  if (details.deletes.length > 0) await tx.remove(projection.details.table, details.deletes);
  if (details.inserts.length > 0) await tx.insert(projection.details.table, details.inserts);
}

async function move(
  tx: Transaction,
  before: readonly CheckpointRow[],
  after: readonly CheckpointRow[],
): Promise<void> {
  const exists = ({ projection }: CheckpointRow) => before.some((row) => row.projection === projection);
  const updates = after.filter(exists);
  const inserts = after.filter((row) => !exists(row));
  if (updates.length > 0) await tx.update(checkpoints, updates, ['epoch', 'pos', 'eventId', 'updatedAt']);
  if (inserts.length > 0) await tx.insert(checkpoints, inserts);
}

function checkpointAt(projection: Projection, events: readonly SkippedEvent[]): CheckpointRow {
  const { category, partition, epoch, pos, eventId } = events.at(-1)!;
  return { projection: projection.name, category, partition, epoch, pos, eventId, updatedAt: Date.now() };
}
