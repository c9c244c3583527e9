/** How rows that should be the same differ. No I/O. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Row, Table } from './table.ts';

/** `live`, `first` and `second` are the values; undefined: there is no such row. */
export type Difference = {
  table: string;
  key: string;
  column: string;
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
  return [...keys].flatMap((key) =>
    Object.keys(table.columns).flatMap((column): Difference[] => {
      const values = [live, first, second].map((rows) => rows.get(key)?.[column]);
      const [own, one, two] = values;
      if (isDeepStrictEqual(own, one) && isDeepStrictEqual(own, two)) return [];
      return [{ table: table.name, key, column, live: own, first: one, second: two }];
    }),
  );
}

/** The same for the same values, whatever database they are from. */
export function digestOf({ columns }: Table, row: Row): bigint {
  const values = Object.keys(columns).map((name) => row[name]);
  return createHash('sha256').update(JSON.stringify(values)).digest().readBigUInt64BE();
}
