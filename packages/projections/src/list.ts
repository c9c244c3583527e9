/**
 * Lists by keyset: a page starts after the last row of the page before it, not at an offset, so rows that come and
 * go meanwhile neither repeat nor hide others. Ties of the sort column are ordered by the primary key, and the index
 * on both makes each page cost the same.
 */
import { and, asc, desc, gt, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, fingerprint } from './cursor.ts';
import type { Queries } from './database.ts';
import type { Column, ColumnOf, Columns, Row, RowOf, Table } from './table.ts';

type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte';
/** `prefix` is exact in a `key` column; `contains` never regards case. */
type TextSearch = 'prefix' | 'contains';
type FilterOn<Name, Value> =
  | { column: Name; op: 'eq' | 'ne'; value: Value }
  | { column: Name; op: Exclude<Comparison, 'eq' | 'ne'>; value: NonNullable<Value> }
  | { column: Name; op: 'in'; value: readonly NonNullable<Value>[] }
  | (NonNullable<Value> extends string ? { column: Name; op: TextSearch; value: string } : never);
export type Filter<T extends Table> = { [Name in ColumnOf<T>]: FilterOn<Name, RowOf<T>[Name]> }[ColumnOf<T>];

/** Rows that have one of their `details` (see Projection) for which all of `where` holds. */
export type DetailFilter = { details: Table; where: readonly AnyFilter[] };
export const withDetail = <D extends Table>(details: D, where: readonly Filter<D>[]): DetailFilter => ({
  details,
  where: where as readonly AnyFilter[],
});
/** All must hold; `undefined` entries are ignored. */
export type Filters<T extends Table> = readonly (Filter<T> | DetailFilter | undefined)[];

/** The columns that a list can be sorted by: not null, not json. Needs an index on (column, primary key). */
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

type AnyFilter = { column: string; op: Comparison | TextSearch | 'in'; value: unknown };

/** Throws {@link BadCursorError} where the cursor was made for another list. */
export async function list<T extends Table<Columns>>(
  database: Queries,
  table: T,
  query: ListQuery<T>,
): Promise<Page<RowOf<T>>> {
  const { sort, cursor, limit, includeTotal = false } = query;
  const names = keyset(table, sort.column);
  const id = fingerprint([table.name, sort, (query.where ?? []).filter((filter) => filter !== undefined)]);
  const where = conditions(database, table, query.where ?? []);
  const order = sort.direction === 'asc' ? asc : desc;
  const rows = await database.select({
    table,
    where:
      cursor === undefined ? where : and(where, after(database, table, names, sort.direction, cursor, id)),
    orderBy: names.map((name) => order(database.column(table, name))),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const page = {
    rows: shown as RowOf<T>[],
    nextCursor: rows.length > limit ? cursorOf(shown, names, id) : null,
  };
  return includeTotal ? { ...page, total: await database.count(table, where) } : page;
}

/** The columns that order a list, in the order of the index that it needs. */
function keyset(table: Table, sortColumn: string): string[] {
  const [key = ''] = table.primaryKey;
  if (sortColumn === key) return [key];
  const names = [sortColumn, key];
  if (
    table.columns[sortColumn]?.sortable !== true ||
    !table.indexes.some((index) => index.join() === names.join())
  )
    throw new Error(
      `table ${table.name} cannot be sorted by ${sortColumn}: it needs an index on (${names.join(', ')})`,
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
) {
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
  return and(from(first!, values[0]), or(past(first!, values[0]), past(second, values[1])));
}

const cursorOf = (rows: readonly Row[], names: readonly string[], id: string): string =>
  encodeCursor(
    id,
    names.map((name) => rows.at(-1)?.[name]),
  );

const comparisons = { gt, gte, lt, lte };

export const conditions = <T extends Table>(
  database: Queries,
  table: T,
  filters: Filters<T>,
): SQL | undefined =>
  and(
    ...filters
      .filter((filter) => filter !== undefined)
      .map((filter) => condition(database, table, filter as AnyFilter | DetailFilter)),
  );

function condition(database: Queries, table: Table, filter: AnyFilter | DetailFilter): SQL {
  if ('details' in filter) return hasDetail(database, table, filter);
  const { column, op, value } = filter;
  if (op === 'in') return database.within(table, column, value as readonly unknown[]);
  // Every text begins with the empty one and contains it; the databases do not agree on that.
  if ((op === 'prefix' || op === 'contains') && value === '')
    return isNotNull(database.column(table, column));
  if (op === 'prefix') return database.startsWith(table, column, value as string);
  if (op === 'contains') return database.contains(table, column, value as string);
  if (value === null) return (op === 'ne' ? isNotNull : isNull)(database.column(table, column));
  if (op === 'eq') return database.equals(table, column, value);
  if (op === 'ne') return sql`not (${database.equals(table, column, value)})`;
  return comparisons[op](database.column(table, column), value);
}

function hasDetail(database: Queries, table: Table, { details, where }: DetailFilter): SQL {
  const [key, owner] = [table, details].map((one) => database.column(one, one.primaryKey[0] ?? ''));
  return sql`${key} in (select ${owner} from ${database.from(details)} where ${conditions(database, details, where as never)})`;
}
