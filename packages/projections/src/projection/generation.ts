/**
 * Which tables serve. A definition has two generations of its tables, `orders_3f9a1c2b` and `orders_3f9a1c2b_2`, and a
 * row that says which one serves; none does while they are built for the first time. A rebuild makes the other one
 * and moves that row in one transaction.
 *
 * Checkpoints and parked aggregates belong to a generation, too, and stand under its name.
 */
import { OutageError, type Position } from '@quickmart/streams';
import type { Transaction } from '../table/database.ts';
import { bigint, code, defineTable, instant, integer, type RowOf, type Table, uuid } from '../table/table.ts';
import type { Definition } from './definition.ts';
import type { Projection } from './projection.ts';

export type Generation = 1 | 2;

/**
 * `serving`: 0 = none yet. `rebuild`: the process that fills the other generation. `beat` goes up while it does. `total`:
 * events of the log.
 */
export const definitions = defineTable(
  'read_models',
  {
    id: code(100),
    projection: code(64),
    serving: integer(),
    rebuild: uuid().nullable(),
    beat: integer(),
    events: bigint(),
    total: bigint(),
    switchedAt: instant().nullable(),
  },
  { primaryKey: 'id' },
);
export type DefinitionRow = RowOf<typeof definitions>;
export type DefinitionRows = ReadonlyMap<string, DefinitionRow>;

/** Aggregates of which an event could not be applied: their rows are as before it. */
export const parkedAggregates = defineTable(
  'read_model_parked',
  {
    projection: code(100),
    category: code(64),
    aggregateId: code(200),
    epoch: bigint(),
    pos: bigint(),
    eventId: code(64),
  },
  { primaryKey: ['projection', 'category', 'aggregateId'] },
);
export type ParkedRow = RowOf<typeof parkedAggregates>;

const suffixOf = (generation: Generation): string => (generation === 1 ? '' : '_2');

const tables = new WeakMap<Table, Map<string, Table>>();

/** One of the projection's tables, as it is called in the database. */
export function tableIn({ hash }: Definition, table: Table, generation: Generation): Table {
  const known = tables.get(table) ?? new Map<string, Table>();
  tables.set(table, known);
  const name = `${table.name}_${hash}${suffixOf(generation)}`;
  const found = known.get(name) ?? { ...table, name };
  known.set(name, found);
  return found;
}

/** A projection in one of its generations: where it writes, and the name of its checkpoints. */
export type Target = {
  readonly projection: Definition;
  readonly generation: Generation;
  readonly name: string;
  readonly table: Table;
  readonly details: Table | undefined;
  readonly totals: Table | undefined;
};

export const nameIn = ({ id }: Pick<Definition, 'id'>, generation: Generation): string =>
  `${id}${suffixOf(generation)}`;

export const targetOf = (projection: Definition, generation: Generation): Target => ({
  projection,
  generation,
  name: nameIn(projection, generation),
  table: tableIn(projection, projection.table, generation),
  details: projection.details && tableIn(projection, projection.details.table, generation),
  totals: projection.totals && tableIn(projection, projection.totals.table, generation),
});

export const tablesIn = ({ table, details, totals }: Target): Table[] =>
  [table, details, totals].filter((one) => one !== undefined);

export async function readDefinitions(database: Pick<Transaction, 'select'>): Promise<DefinitionRows> {
  const rows = (await database.select({ table: definitions })) as DefinitionRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** Undefined: none serves yet. */
export function servingOf(rows: DefinitionRows, { id }: Pick<Definition, 'id'>): Generation | undefined {
  const serving = rows.get(id)?.serving;
  return serving === 1 || serving === 2 ? serving : undefined;
}

/** @throws BuildingError */
export const servingTarget = (rows: DefinitionRows, definition: Definition): Target => {
  const generation = servingOf(rows, definition);
  if (generation === undefined) throw new BuildingError(definition, rows.get(definition.id));
  return targetOf(definition, generation);
};

/** The generation that a build fills. */
export const idleTarget = (rows: DefinitionRows, definition: Definition): Target =>
  targetOf(definition, servingOf(rows, definition) === 1 ? 2 : 1);

/** The tables of this build do not serve yet. It passes by itself. */
export class BuildingError extends OutageError {
  constructor({ name }: Pick<Projection, 'name'>, row: DefinitionRow | undefined) {
    const { events = 0, total = 0, rebuild = null } = row ?? {};
    const percent = total === 0 ? 0 : Math.min(99, Math.floor((100 * events) / total));
    super(
      rebuild === null
        ? `the read model ${name} is not built yet: a process with ROLE=all or ROLE=worker builds it from the log`
        : `the read model ${name} is being built from the log: ${percent} % of ${total.toLocaleString('en')} events`,
    );
  }
}

/** All writers of read models take turns: rows may be joined from several categories. */
export const writeLock = 'quickmart-read-models';

/** A place in one partition, in the order of the log. */
export type Place = Pick<Position, 'epoch' | 'pos'>;
