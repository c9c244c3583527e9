/**
 * How the rows of a filtered list are found where the database has no statistics to decide by (SQLite).
 *
 * An index gives either the rows that a filter leaves, or their order, seldom both. So: where one of the filters leaves
 * few rows, they are looked up by its index and sorted. Else the index of the order is walked until the page is
 * full, which is soon, because many rows pass. Which of the two it is, the filters' indexes say: counting their
 * entries up to a limit costs a fraction of a millisecond. So any filter may come with any sort, without an index
 * for each pair. Only filters that exclude each other, and parts of texts, can make the walk long.
 */
import { and, type SQL } from 'drizzle-orm';
import { limits } from '../limits.ts';
import type { Queries } from '../table/database.ts';
import type { Table } from '../table/table.ts';
import { type AnyFilter, conditions, type DetailFilter, hasDetailEach } from './conditions.ts';

export type AccessPath = {
  where: SQL | undefined;
  /** What the columns of the order and the cursor's condition go through. */
  order: (part: SQL) => SQL;
};
/** The filters on one column, or one on details. */
type Group = { column: string; filters: AnyFilter[] } | { column?: never; filters: [DetailFilter] };

const asIs = (part: SQL): SQL => part;

/** `keyset`: the columns that order the list. */
export async function accessPath(
  queries: Queries,
  table: Table,
  filters: readonly (AnyFilter | DetailFilter)[],
  keyset: readonly string[],
): Promise<AccessPath> {
  const { hints } = queries;
  const groups = groupsOf(filters);
  const ordered = inOrder(table, groups, keyset);
  const others = groups.filter((group) => !ordered.includes(group));
  const inFull = ({ filters }: Group) => conditions(queries, table, filters);
  if (hints === undefined || others.length === 0) return { where: and(...groups.map(inFull)), order: asIs };
  const aside = (group: Group) => hints.aside(eachRow(queries, table, group));
  const few = groups.find((group) => isOfOneRow(table, group)) ?? (await fewOf(queries, table, others));
  if (few === undefined) return { where: and(...ordered.map(inFull), ...others.map(aside)), order: asIs };
  const rest = groups.filter((group) => group !== few);
  return { where: and(inFull(few), ...rest.map(aside)), order: hints.aside };
}

/** A group that leaves few rows, and has an index to find them by. */
async function fewOf(queries: Queries, table: Table, groups: readonly Group[]): Promise<Group | undefined> {
  for (const group of groups)
    if (hasIndex(table, group) && (await leavesFew(queries, table, group))) return group;
  return undefined;
}

/** The condition as it is asked of one row after the other. */
function eachRow(queries: Queries, table: Table, { filters }: Group): SQL {
  const [first] = filters;
  if (first !== undefined && 'details' in first) return hasDetailEach(queries, table, first);
  return conditions(queries, table, filters)!;
}

function groupsOf(filters: readonly (AnyFilter | DetailFilter)[]): Group[] {
  const columns = new Map<string, AnyFilter[]>();
  const details: Group[] = [];
  for (const filter of filters) {
    if ('details' in filter) details.push({ filters: [filter] });
    else columns.set(filter.column, [...(columns.get(filter.column) ?? []), filter]);
  }
  return [...[...columns].map(([column, own]): Group => ({ column, filters: own })), ...details];
}

/** The groups that the index of the order serves, too: equality before it, and anything on the sorted column itself. */
function inOrder(table: Table, groups: readonly Group[], keyset: readonly string[]): Group[] {
  const equal = groups.filter(isEquality);
  const prefixes = table.indexes
    .filter((index) => index.slice(-keyset.length).join() === keyset.join())
    .map((index) => index.slice(0, -keyset.length))
    .filter((prefix) => prefix.every((name) => equal.some(({ column }) => column === name)));
  const longest = prefixes.reduce((a, b) => (b.length > a.length ? b : a), []);
  return groups.filter(
    ({ column }) => column !== undefined && (column === keyset[0] || longest.includes(column)),
  );
}

const isEquality = ({ column, filters }: Group): boolean =>
  column !== undefined && filters.some(({ op }) => op === 'eq');

/** By a unique value: there is nothing to order. */
const isOfOneRow = (table: Table, group: Group): boolean =>
  isEquality(group) && [table.primaryKey, ...table.unique].some((names) => names.join() === group.column);

const ranges = new Set(['eq', 'gt', 'gte', 'lt', 'lte', 'in']);

/** Whether an index finds what the group leaves, and nothing else. */
function hasIndex(table: Table, { column, filters }: Group): boolean {
  if (column === undefined) return !filters[0].isAbsent && filters[0].where.length > 0;
  const indexed = [table.primaryKey, ...table.unique, ...table.indexes].some(([first]) => first === column);
  // Among texts `in` is exact, and the index is not.
  const isExact = (op: string) => op !== 'in' || table.columns[column]?.kind !== 'text';
  return indexed && filters.every(({ op }) => ranges.has(op) && isExact(op));
}

async function leavesFew(queries: Queries, table: Table, group: Group): Promise<boolean> {
  const [first] = group.filters;
  const [from, filters] = 'details' in first! ? [first.details, first.where] : [table, group.filters];
  const where = conditions(queries, from, filters);
  const few = limits.sortedRowsMax;
  return (await queries.hints!.count(from, where, few + 1)) <= few;
}
