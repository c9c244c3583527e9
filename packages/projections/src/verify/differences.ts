/** How rows that should be the same differ. No I/O. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Row, Table } from '../table/table.ts';

/**
 * `live`, `first` and `second` are the values of the column. Without a column, the row itself is not everywhere: then they are
 * whole rows, or undefined where there is none.
 */
export type Difference = {
  table: string;
  key: string;
  column: string | undefined;
  live: unknown;
  first: unknown;
  second: unknown;
};

const keyOf = ({ primaryKey }: Table, row: Row): string =>
  primaryKey.map((name) => String(row[name])).join(' ');

export const same = (a: Row[] = [], b: Row[] = []): boolean =>
  a.length === b.length && a.every((row) => b.some((other) => isDeepStrictEqual(row, other)));

export function differencesOf(table: Table, sides: readonly (Row[] | undefined)[]): Difference[] {
  const [live, first, second] = sides.map(
    (rows = []) => new Map(rows.map((row) => [keyOf(table, row), row] as const)),
  ) as [Map<string, Row>, Map<string, Row>, Map<string, Row>];
  const keys = new Set([live, first, second].flatMap((rows) => [...rows.keys()]));
  return [...keys].flatMap((key) => {
    const rows = { live: live.get(key), first: first.get(key), second: second.get(key) };
    const isEverywhere = Object.values(rows).every((row) => row !== undefined);
    return isEverywhere
      ? differingColumns(table, key, rows)
      : [{ table: table.name, key, column: undefined, ...rows }];
  });
}

type Sides = Record<'live' | 'first' | 'second', Row | undefined>;

const differingColumns = ({ name: table, columns }: Table, key: string, rows: Sides): Difference[] =>
  Object.keys(columns).flatMap((column): Difference[] => {
    const [live, first, second] = [rows.live, rows.first, rows.second].map((row) => row?.[column]);
    if (isDeepStrictEqual(live, first) && isDeepStrictEqual(live, second)) return [];
    return [{ table, key, column, live, first, second }];
  });

/** The same for the same values, whatever database they are from. */
export function digestOf({ columns }: Table, row: Row): bigint {
  const values = Object.keys(columns).map((name) => row[name]);
  return createHash('sha256').update(JSON.stringify(values)).digest().readBigUInt64BE();
}
