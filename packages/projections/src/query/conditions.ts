/** The filters of a list, and the SQL conditions that they are. */
import { and, gt, gte, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { Queries } from '../table/database.ts';
import type { ColumnOf, RowOf, Table } from '../table/table.ts';

type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte';
/** `prefix` is exact; `contains` does not regard case. */
type TextSearch = 'prefix' | 'contains';
type FilterOn<Name, Value> =
  | { column: Name; op: 'eq' | 'ne'; value: Value }
  | { column: Name; op: Exclude<Comparison, 'eq' | 'ne'>; value: NonNullable<Value> }
  | { column: Name; op: 'in'; value: readonly NonNullable<Value>[] }
  | (NonNullable<Value> extends string ? { column: Name; op: TextSearch; value: string } : never);
export type Filter<T extends Table> = { [Name in ColumnOf<T>]: FilterOn<Name, RowOf<T>[Name]> }[ColumnOf<T>];

/** Rows with one of these values; `undefined`: no condition. */
export const among = <Name extends string, Value>(column: Name, values: readonly Value[] | undefined) => {
  if (values === undefined) return undefined;
  const [value] = values;
  return values.length === 1 && value !== undefined
    ? { column, op: 'eq' as const, value }
    : { column, op: 'in' as const, value: values };
};

/** Rows from this value to that one, both inclusive; `undefined`: no limit. */
export const between = <Name extends string>(
  column: Name,
  from: number | undefined,
  to: number | undefined,
) => [
  from === undefined ? undefined : { column, op: 'gte' as const, value: from },
  to === undefined ? undefined : { column, op: 'lte' as const, value: to },
];

/**
 * Rows that have one of their `details` (see Projection) for which all of `where` holds. With `isAbsent`: rows that have none.
 * `owner`: the column with the key of the row. The details may belong to another projection.
 */
export type DetailFilter = {
  details: Table;
  where: readonly AnyFilter[];
  owner: string;
  isAbsent: boolean;
};
/** Of any table. */
export type Condition = AnyFilter | DetailFilter;
type DetailOptions<D extends Table> = { owner?: ColumnOf<D>; isAbsent?: boolean };
export const withDetail = <D extends Table>(
  details: D,
  where: readonly Filter<D>[],
  { owner, isAbsent = false }: DetailOptions<D> = {},
): DetailFilter => ({
  details,
  where: where as readonly AnyFilter[],
  owner: owner ?? details.primaryKey[0] ?? '',
  isAbsent,
});
/** All must hold; `undefined` entries are ignored. */
export type Filters<T extends Table> = readonly (Filter<T> | DetailFilter | undefined)[];

/** Of any table. */
export type AnyFilter = { column: string; op: Comparison | TextSearch | 'in'; value: unknown };

const comparisons = { gt, gte, lt, lte };

/** The ones there are. */
export const filtersOf = <T extends Table>(filters: Filters<T> = []) =>
  filters.filter((filter) => filter !== undefined) as (AnyFilter | DetailFilter)[];

export const conditions = (
  queries: Queries,
  table: Table,
  filters: readonly (AnyFilter | DetailFilter)[],
): SQL | undefined => and(...filters.map((filter) => condition(queries, table, filter)));

function condition(queries: Queries, table: Table, filter: AnyFilter | DetailFilter): SQL {
  if ('details' in filter) return hasDetail(queries, table, filter);
  const { column, op, value } = filter;
  if (op === 'in') return queries.within(table, column, value as readonly unknown[]);
  // Every text begins with the empty one and contains it; the databases do not agree on that.
  if ((op === 'prefix' || op === 'contains') && value === '') return isNotNull(queries.column(table, column));
  if (op === 'prefix') return queries.startsWith(table, column, value as string);
  if (op === 'contains') return queries.contains(table, column, value as string);
  if (value === null) return (op === 'ne' ? isNotNull : isNull)(queries.column(table, column));
  if (op === 'eq') return queries.equals(table, column, value);
  if (op === 'ne') return sql`not (${queries.equals(table, column, value)})`;
  return comparisons[op](queries.column(table, column), value);
}

/** By the index of the details: finds all details that fit, then their rows. */
function hasDetail(queries: Queries, table: Table, filter: DetailFilter): SQL {
  const { details, where, isAbsent } = filter;
  const [key, owner] = keysOf(queries, table, filter);
  return sql`${key} ${sql.raw(isAbsent ? 'not in' : 'in')} (select ${owner} from ${queries.from(details)} where ${conditions(queries, details, where) ?? sql`1 = 1`})`;
}

/** The same, row by row: for many details that fit, where few rows are looked at. */
export function hasDetailEach(queries: Queries, table: Table, filter: DetailFilter): SQL {
  const { details, where, isAbsent } = filter;
  const [key, owner] = keysOf(queries, table, filter);
  const fits = and(sql`${owner} = ${key}`, conditions(queries, details, where));
  return sql`${sql.raw(isAbsent ? 'not exists' : 'exists')} (select 1 from ${queries.from(details)} where ${fits})`;
}

const keysOf = (queries: Queries, table: Table, { details, owner }: DetailFilter) =>
  [queries.column(table, table.primaryKey[0] ?? ''), queries.column(details, owner)] as const;
