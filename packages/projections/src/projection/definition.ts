/**
 * A read model can be thrown away, so its tables need no migration. They are named by a hash of what makes their rows:
 * `orders_3f9a1c2b`. A changed definition has other tables, which are built from the log while the old ones serve.
 *
 * The hash covers the tables, as this database declares them, the types of the events, and `revision`. It does not
 * cover the text of the functions: a process and its tests see different texts of the same code.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../table/database.ts';
import type { Table } from '../table/table.ts';
import { type Projection, tablesOf } from './projection.ts';

/** `id`: `order_list_3f9a1c2b`. */
export type Definition = Projection & { readonly hash: string; readonly id: string };

/** Raise it where what this package makes of a definition changes: all tables are built anew. */
const format = 1;

export function define(projection: Projection, database: Pick<Database, 'column'>): Definition {
  const { revision, sources, totals } = projection;
  const tables = tablesOf(projection).map((table) => shapeOf(table, database));
  const events = [...sources].map(([category, source]) => [
    category,
    ...(source.kind === 'fold'
      ? ['fold', ...[...source.evolve.keys()].sort()]
      : ['sum', ...source.columns, ...[...source.add.keys()].sort()]),
  ]);
  const text = JSON.stringify([format, revision, tables, events, totals?.sum]);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { ...projection, hash, id: `${viewNameOf(projection)}_${hash}` };
}

const shapeOf = (table: Table, database: Pick<Database, 'column'>) => [
  table.name,
  Object.keys(table.columns).map((name) => [name, declarationOf(database, table, name)]),
  table.primaryKey,
  table.unique,
  table.indexes,
];

/** `nvarchar(400) collate … not null` */
export function declarationOf(database: Pick<Database, 'column'>, table: Table, name: string): string {
  const column = database.column(table, name);
  return `${column.getSQLType()} ${column.notNull ? 'not null' : 'null'}`;
}

const viewNameOf = ({ name }: Projection): string => name.replaceAll('-', '_');

/** The view of each table: the rows have the name of the projection, what follows from them that of its table. */
export const viewsOf = (projection: Projection): (readonly [view: string, table: Table])[] =>
  tablesOf(projection).map((table) => [
    table === projection.table ? viewNameOf(projection) : table.name,
    table,
  ]);
