/**
 * Every table of a read model exists twice, as generation 1 (`products`) and 2 (`products_2`), and a row per projection
 * says which one serves. A rebuild fills the other one and then moves that row: no DDL, the same in both databases.
 *
 * Checkpoints and parked aggregates belong to a generation, too: they stand under its name, `products` or `products_2`.
 */
import type { Position } from '@quickmart/streams';
import type { Database, Transaction } from './database.ts';
import type { Projection } from './projection.ts';
import { bigint, code, defineTable, instant, integer, type RowOf, type Table, uuid } from './table.ts';

export type Generation = 1 | 2;
export const other = (generation: Generation): Generation => (generation === 1 ? 2 : 1);

/** Which generation serves; `rebuild`: who fills the other one, if anybody does. */
export const generations = defineTable(
  'projection_generations',
  { projection: code(64), serving: integer(), rebuild: uuid().nullable(), switchedAt: instant().nullable() },
  { primaryKey: 'projection' },
);
export type GenerationRow = RowOf<typeof generations>;

/** Aggregates of which an event could not be applied: their rows are as before it. */
export const parkedAggregates = defineTable(
  'projection_parked',
  {
    projection: code(64),
    category: code(64),
    aggregateId: code(200),
    epoch: bigint(),
    pos: bigint(),
    eventId: code(64),
  },
  { primaryKey: ['projection', 'category', 'aggregateId'] },
);
export type ParkedRow = RowOf<typeof parkedAggregates>;

const nameIn = (name: string, generation: Generation): string => (generation === 1 ? name : `${name}_2`);

const seconds = new WeakMap<Table, Table>();

export function tableIn(table: Table, generation: Generation): Table {
  if (generation === 1) return table;
  const second = seconds.get(table) ?? { ...table, name: nameIn(table.name, 2) };
  seconds.set(table, second);
  return second;
}

/** A projection in one of its generations: where it writes, and the name of its checkpoints. */
export type Target = {
  readonly projection: Projection;
  readonly generation: Generation;
  readonly name: string;
  readonly table: Table;
  readonly details: Table | undefined;
  readonly totals: Table | undefined;
};

export const targetOf = (projection: Projection, generation: Generation): Target => ({
  projection,
  generation,
  name: nameIn(projection.name, generation),
  table: tableIn(projection.table, generation),
  details: projection.details && tableIn(projection.details.table, generation),
  totals: projection.totals && tableIn(projection.totals.table, generation),
});

/** The generation of each projection that serves. */
export async function readGenerations(
  database: Pick<Transaction, 'select'>,
): Promise<ReadonlyMap<string, GenerationRow>> {
  const rows = (await database.select({ table: generations })) as GenerationRow[];
  return new Map(rows.map((row) => [row.projection, row]));
}

export const servingOf = (
  rows: ReadonlyMap<string, GenerationRow>,
  { name }: Pick<Projection, 'name'>,
): Generation => (rows.get(name)?.serving === 2 ? 2 : 1);

/** All writers of read models take turns: rows may be joined from several categories. */
export const writeLock = 'quickmart-read-models';

/** A projection that is new serves from its first generation. */
export async function createGenerations(
  database: Database,
  projections: readonly Projection[],
): Promise<void> {
  await database.transaction(writeLock, async (tx) => {
    const known = await readGenerations(tx);
    const missing = projections.filter(({ name }) => !known.has(name));
    if (missing.length === 0) return;
    const rows = missing.map(({ name }) => ({
      projection: name,
      serving: 1,
      rebuild: null,
      switchedAt: null,
    }));
    await tx.insert(generations, rows);
  });
}

/** A place in one partition, in the order of the log. */
export type Place = Pick<Position, 'epoch' | 'pos'>;
