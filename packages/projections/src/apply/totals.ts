/** The sums over rows: what the changes of rows come to. */
import { isDeepStrictEqual } from 'node:util';
import type { Projection } from '../projection/projection.ts';
import { checkRow, largestIn } from '../table/row.ts';
import type { Row, Table } from '../table/table.ts';

export class Totaller {
  readonly #totals: Projection['totals'];
  readonly #rows = new Map<unknown, Row>();

  constructor({ totals }: Projection) {
    this.#totals = totals;
  }

  replace(old: Row | undefined, row: Row | undefined): void {
    if (this.#totals === undefined) return;
    const before = old === undefined ? [] : this.#totals.of(old);
    const after = row === undefined ? [] : this.#totals.of(row);
    if (isDeepStrictEqual(before, after)) return;
    for (const one of before) this.#add(this.#negative(one));
    for (const one of after) this.#add(one);
  }

  rows(): Row[] {
    return [...this.#rows.values()];
  }

  #negative(row: Row): Row {
    const off = { ...row };
    for (const name of this.#totals!.sum) off[name] = 0 - Number(row[name]);
    return off;
  }

  #add(row: Row): void {
    const { table, sum } = this.#totals!;
    checkRow(table, row);
    const [keyColumn = ''] = table.primaryKey;
    const known = this.#rows.get(row[keyColumn]);
    this.#rows.set(row[keyColumn], known === undefined ? row : plus(table, known, row, sum));
  }
}

export function plus({ columns }: Table, sum: Row, row: Row, names: readonly string[]): Row {
  const added = { ...sum };
  for (const name of names) {
    const largest = largestIn(columns[name]!);
    added[name] = Math.max(-largest, Math.min(largest, Number(sum[name]) + Number(row[name])));
  }
  return added;
}
