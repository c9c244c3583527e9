/** Rows by a value: one statement brings those for all who ask in the same turn of the event loop. */
import { gathered } from '@quickmart/streams';
import type { Row, Table } from '../table/table.ts';

type Select = (table: Table, column: string, values: readonly unknown[]) => Promise<Row[]>;

export class LookUps {
  readonly #select: Select;
  readonly #of = new Map<string, (values: Iterable<unknown>) => Promise<Row[]>>();

  constructor(select: Select) {
    this.#select = select;
  }

  /** Others may have the same rows: nobody changes one. */
  async get(table: Table, column: string, values: readonly unknown[]): Promise<Row[]> {
    const key = `${table.name} ${column}`;
    const ask = this.#of.get(key) ?? gathered((all) => this.#select(table, column, all));
    this.#of.set(key, ask);
    const rows = await ask(values);
    const own = new Set(values);
    return rows.filter((row) => own.has(row[column]));
  }
}
