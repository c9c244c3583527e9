/**
 * Lists by keyset: a page starts after the last row of the page before it, not at an offset, so rows that come and
 * go meanwhile neither repeat nor hide others. Ties of the sort column are ordered by the primary key, and the index
 * on both makes each page cost the same. A unique column has no ties, and its own index is enough.
 */
import { and, asc, desc, gt, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Queries } from '../table/database.ts';
import type { Column, ColumnOf, Columns, Row, RowOf, Table } from '../table/table.ts';
import { accessPath } from './access-path.ts';
import { conditions, type Filters, filtersOf } from './conditions.ts';
import { decodeCursor, encodeCursor, fingerprint } from './cursor.ts';

/** The columns that a list can be sorted by: not null, not json. Unique, or with an index on (column, primary key). */
export type SortColumn<T extends Table> = {
  [Name in ColumnOf<T>]: T['columns'][Name] extends Column<infer _, true> ? Name : never;
}[ColumnOf<T>];

export type ListQuery<T extends Table> = {
  where?: Filters<T> | undefined;
  sort: { column: SortColumn<T>; direction: 'asc' | 'desc' };
  cursor?: string | undefined;
  limit: number;
  includeTotal?: boolean | undefined;
};
export type Page<R> = { rows: R[]; nextCursor: string | null; total?: number };

/** Throws {@link BadCursorError} where the cursor was made for another list. */
export async function list<T extends Table<Columns>>(
  database: Queries,
  table: T,
  query: ListQuery<T>,
): Promise<Page<RowOf<T>>> {
  const { sort, cursor, limit, includeTotal = false } = query;
  const filters = filtersOf(query.where);
  const names = keyset(table, sort.column);
  const id = fingerprint([table.name, sort, filters]);
  const from = cursor === undefined ? undefined : after(database, table, names, sort.direction, cursor, id);
  const path = await accessPath(database, table, filters, names);
  const order = sort.direction === 'asc' ? asc : desc;
  const rows = await database.select({
    table,
    where: from ? and(path.where, path.order(from)) : path.where,
    orderBy: names.map((name) => order(path.order(sql`${database.column(table, name)}`))),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const page = {
    rows: shown as RowOf<T>[],
    nextCursor: rows.length > limit ? cursorOf(shown, names, id) : null,
  };
  return includeTotal
    ? { ...page, total: await database.count(table, conditions(database, table, filters)) }
    : page;
}

/** The columns that order a list, in the order of the index that it needs. */
function keyset(table: Table, sortColumn: string): string[] {
  const [key = ''] = table.primaryKey;
  if (sortColumn === key || table.unique.some((index) => index.join() === sortColumn)) return [sortColumn];
  const names = [sortColumn, key];
  if (
    table.columns[sortColumn]?.sortable !== true ||
    !table.indexes.some((index) => index.join() === names.join())
  )
    throw new Error(
      `table ${table.name} cannot be sorted by ${sortColumn}: it is not unique, and needs an index on (${names.join(', ')})`,
    );
  return names;
}

function after(
  database: Queries,
  table: Table,
  names: string[],
  direction: 'asc' | 'desc',
  cursor: string,
  id: string,
): SQL {
  const values = decodeCursor(
    cursor,
    id,
    names.map((name) => table.columns[name]!),
  );
  const [first, second] = names.map((name) => database.column(table, name));
  const past = direction === 'asc' ? gt : lt;
  if (second === undefined) return past(first!, values[0]);
  const from = direction === 'asc' ? gte : lte;
  // The first part is for the index: SQL Server has no row comparison, and seeks no `or`.
  return and(from(first!, values[0]), or(past(first!, values[0]), past(second, values[1])))!;
}

const cursorOf = (rows: readonly Row[], names: readonly string[], id: string): string =>
  encodeCursor(
    id,
    names.map((name) => rows.at(-1)?.[name]),
  );
