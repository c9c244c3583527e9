/**
 * The step that everything here is made of: events become rows, and checkpoints move, in one transaction.
 *
 *   read the checkpoints → drop what is covered, leave out what is parked → load the rows of the keys, one query per
 *   table → fold in memory → write rows and checkpoints
 *
 * The checkpoint is what makes it exactly once: a batch that is delivered again, after a crash between commit and
 * acknowledgement, finds itself covered. The lock makes load and write one step even if two processes believe to
 * own the partition, or two partitions, or two categories, have events about one row.
 */
import { comparePositions, type StoredEvent, type UnappliedEvent } from '@quickmart/streams';
import { and, eq } from 'drizzle-orm';
import { type CheckpointRow, checkpoints, isCovered } from './checkpoint.ts';
import type { Database, Transaction } from './database.ts';
import { fold, summed, touches } from './fold.ts';
import { type ParkedRow, parkedAggregates, type Target } from './generation.ts';
import type { FoldSource } from './projection.ts';

export type Context<Tx = Transaction> = { tx: Tx; database: Database; category: string };

/** Applies events of one category, those of each partition in order. Returns the checkpoints that have moved. */
export async function advance(
  context: Context,
  targets: readonly Target[],
  events: readonly StoredEvent[],
): Promise<CheckpointRow[]> {
  const before = await checkpointsOf(context);
  const parked = await parkedOf(context, events);
  const moved: CheckpointRow[] = [];
  for (const target of targets) {
    const fresh = uncovered(target, events, before);
    if (fresh.length === 0) continue;
    const isParked = (id: string) =>
      parked.some((row) => row.projection === target.name && row.aggregateId === id);
    await write(
      context,
      target,
      parked.length === 0 ? fresh : fresh.filter((event) => !isParked(event.aggregateId)),
    );
    moved.push(...lastOf(target, fresh));
  }
  await move(context, before, moved);
  return moved;
}

/** Moves the checkpoints that are before an event past it; it and the later events of its aggregate are left out. */
export async function park(
  context: Context,
  targets: readonly Target[],
  event: UnappliedEvent,
): Promise<CheckpointRow[]> {
  const before = await checkpointsOf(context);
  const behind = targets.filter((target) => uncovered(target, [event], before).length > 0);
  const moved = behind.flatMap((target) => lastOf(target, [event]));
  const { aggregateId } = event;
  if (aggregateId !== undefined) {
    const parked = await parkedOf(context, [{ aggregateId }]);
    const rows = moved
      .filter(({ projection }) => !parked.some((row) => row.projection === projection))
      .map(({ projection, category, epoch, pos, eventId }) => ({
        ...{ projection, category, aggregateId, epoch, pos, eventId },
      }));
    if (rows.length > 0) await context.tx.insert(parkedAggregates, rows);
  }
  await move(context, before, moved);
  return moved;
}

async function checkpointsOf({
  tx,
  database,
  category,
}: Context<Pick<Transaction, 'select'>>): Promise<CheckpointRow[]> {
  const where = eq(database.column(checkpoints, 'category'), category);
  return (await tx.select({ table: checkpoints, where })) as CheckpointRow[];
}

/** Up to where all targets have applied each partition; one that a target has not begun is not there. */
export async function reached(
  context: Context<Pick<Transaction, 'select'>>,
  targets: readonly Target[],
): Promise<Map<number, CheckpointRow>> {
  const names = new Set(targets.map(({ name }) => name));
  const rows = (await checkpointsOf(context)).filter(({ projection }) => names.has(projection));
  const least = (own: CheckpointRow[]) => own.reduce((a, b) => (comparePositions(a, b) <= 0 ? a : b));
  const complete = [...Map.groupBy(rows, ({ partition }) => partition)].filter(
    ([, own]) => own.length === names.size,
  );
  return new Map(complete.map(([partition, own]) => [partition, least(own)]));
}

async function parkedOf(
  { tx, database, category }: Context,
  events: readonly Pick<StoredEvent, 'aggregateId'>[],
): Promise<ParkedRow[]> {
  const ids = [...new Set(events.map(({ aggregateId }) => aggregateId))];
  const where = and(
    eq(database.column(parkedAggregates, 'category'), category),
    database.within(parkedAggregates, 'aggregateId', ids),
  );
  return (await tx.select({ table: parkedAggregates, where })) as ParkedRow[];
}

function uncovered<Event extends Omit<UnappliedEvent, 'aggregateId'>>(
  { name }: Target,
  events: readonly Event[],
  before: readonly CheckpointRow[],
): Event[] {
  const own = before.filter(({ projection }) => projection === name);
  const reached = new Map(own.map((row) => [row.partition, row]));
  return events.filter((event) => !isCovered(event, reached.get(event.partition)));
}

async function write(context: Context, target: Target, events: readonly StoredEvent[]): Promise<void> {
  const { projection, table } = target;
  const source = projection.sources.get(context.category)!;
  if (source.kind === 'fold') return await rewrite(context, target, source, events);
  const rows = summed(projection, source, events);
  if (rows.length > 0) await context.tx.add(table, rows, source.columns);
}

async function rewrite(
  { tx, database }: Context,
  target: Target,
  source: FoldSource,
  events: readonly StoredEvent[],
): Promise<void> {
  const { projection, table } = target;
  const touched = touches(projection, source, events);
  if (touched.length === 0) return;
  const [key = ''] = table.primaryKey;
  const keys = [...new Set(touched.map((touch) => touch.key))];
  const loaded = await tx.select({ table, where: database.within(table, key, keys) });
  const { inserts, updates, columns, deletes, details } = fold(projection, source, loaded, touched);
  // Deleted first: a value that must be unique may move from a deleted row to a new one.
  if (deletes.length > 0) await tx.remove(table, deletes);
  if (updates.length > 0) await tx.update(table, updates, columns);
  if (inserts.length > 0) await tx.insert(table, inserts);
  if (target.details === undefined) return;
  if (details.deletes.length > 0) await tx.remove(target.details, details.deletes);
  if (details.inserts.length > 0) await tx.insert(target.details, details.inserts);
}

/** One checkpoint per partition. */
function lastOf({ name }: Target, events: readonly Omit<UnappliedEvent, 'aggregateId'>[]): CheckpointRow[] {
  const last = new Map(events.map((event) => [event.partition, event]));
  return [...last.values()].map(({ category, partition, epoch, pos, eventId }) => ({
    ...{ projection: name, category, partition, epoch, pos, eventId, updatedAt: Date.now() },
  }));
}

async function move(
  { tx }: Context,
  before: readonly CheckpointRow[],
  after: readonly CheckpointRow[],
): Promise<void> {
  const known = new Set(before.map(keyOf));
  const updates = after.filter((row) => known.has(keyOf(row)));
  const inserts = after.filter((row) => !known.has(keyOf(row)));
  if (updates.length > 0) await tx.update(checkpoints, updates, ['epoch', 'pos', 'eventId', 'updatedAt']);
  if (inserts.length > 0) await tx.insert(checkpoints, inserts);
}

const keyOf = ({ projection, partition }: CheckpointRow): string => `${projection}/${partition}`;
