/**
 * The step that everything here is made of: events become rows, and checkpoints move, in one transaction.
 *
 *   read the checkpoints → drop what is covered, leave out what is parked → load the rows of the keys, one query per
 *   table → fold in memory → write rows and checkpoints
 *
 * The checkpoint makes each event count once: a batch that comes again, after a crash between commit and acknowledgement, is
 * covered. The lock makes loading and writing one step, also where two processes believe that they own the partition, and
 * where two partitions or two categories have events about one row.
 */
import { comparePositions, type StoredEvent, type UnappliedEvent } from '@quickmart/streams';
import { and, eq } from 'drizzle-orm';
import { type ParkedRow, parkedAggregates, type Target } from '../projection/generation.ts';
import type { FoldSource } from '../projection/projection.ts';
import type { Database, Transaction } from '../table/database.ts';
import { type CheckpointRow, checkpointOf, checkpoints, isCovered } from './checkpoint.ts';
import { fold, summed, touches } from './fold.ts';

export type Context<Tx = Transaction> = { tx: Tx; database: Database; category: string };

/** An event that can be applied, or one whose aggregate is to be parked. */
export type Entry = StoredEvent | UnappliedEvent;

/**
 * Applies events of one category, those of each partition in order. Events that cannot be applied, and the later events of
 * their aggregates, are left out; the checkpoints move past these, too. Returns the checkpoints that have moved.
 */
export async function advance(
  context: Context,
  targets: readonly Target[],
  entries: readonly Entry[],
): Promise<CheckpointRow[]> {
  const before = await checkpointsOf(context);
  const parked = await parkedOf(context, entries);
  const moved: CheckpointRow[] = [];
  for (const target of targets) {
    const fresh = uncovered(target, entries, before);
    if (fresh.length === 0) continue;
    const known = parked.filter((row) => row.projection === target.name);
    const { events, park } = split(target, fresh, known);
    await write(context, target, events);
    if (park.length > 0) await context.tx.insert(parkedAggregates, park);
    moved.push(...lastOf(target, fresh));
  }
  await move(context, before, moved);
  return moved;
}

/** `park`: aggregates that are not parked yet, each with its first event that cannot be applied. */
function split({ name: projection }: Target, entries: readonly Entry[], parked: readonly ParkedRow[]) {
  const leftOut = new Set<string | undefined>(parked.map(({ aggregateId }) => aggregateId));
  const events: StoredEvent[] = [];
  const park: ParkedRow[] = [];
  for (const entry of entries) {
    const { category, aggregateId, epoch, pos, eventId } = entry;
    if (aggregateId === undefined || leftOut.has(aggregateId)) continue;
    if ('eventType' in entry) events.push(entry);
    else {
      leftOut.add(aggregateId);
      park.push({ projection, category, aggregateId, epoch, pos, eventId });
    }
  }
  return { events, park };
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
  entries: readonly Entry[],
): Promise<ParkedRow[]> {
  const ids = [...new Set(entries.flatMap(({ aggregateId }) => aggregateId ?? []))];
  const where = and(
    eq(database.column(parkedAggregates, 'category'), category),
    database.within(parkedAggregates, 'aggregateId', ids),
  );
  return (await tx.select({ table: parkedAggregates, where })) as ParkedRow[];
}

function uncovered({ name }: Target, entries: readonly Entry[], before: readonly CheckpointRow[]): Entry[] {
  const own = before.filter(({ projection }) => projection === name);
  const reached = new Map(own.map((row) => [row.partition, row]));
  return entries.filter((entry) => !isCovered(entry, reached.get(entry.partition)));
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
  const { inserts, updates, columns, deletes, details, totals } = fold(projection, source, loaded, touched);
  // Deleted first: a value that must be unique may move from a deleted row to a new one.
  if (deletes.length > 0) await tx.remove(table, deletes);
  if (updates.length > 0) await tx.update(table, updates, columns);
  if (inserts.length > 0) await tx.insert(table, inserts);
  if (target.totals && totals.length > 0) await tx.add(target.totals, totals, projection.totals!.sum);
  if (target.details === undefined) return;
  if (details.deletes.length > 0) await tx.remove(target.details, details.deletes);
  if (details.inserts.length > 0) await tx.insert(target.details, details.inserts);
}

/** One checkpoint per partition. */
function lastOf({ name }: Target, entries: readonly Entry[]): CheckpointRow[] {
  const last = new Map(entries.map((entry) => [entry.partition, entry]));
  return [...last.values()].map((entry) => checkpointOf(name, entry));
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
