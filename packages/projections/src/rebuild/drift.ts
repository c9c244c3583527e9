/** Finds tables that somebody has changed. At the start, and by name, instead of at the first request. */
import { type Database, retrying, type StoredColumn } from '../table/database.ts';
import type { Table } from '../table/table.ts';

type Stored = Map<string, StoredColumn[]>;

export const storedColumns = (database: Database, tables: readonly Table[]): Promise<Stored> =>
  retrying(database, () => database.columnsOf(tables.map(({ name }) => name)));

/** One line for each table that differs so that reading or writing would meet it. */
export function drifted(database: Database, tables: readonly Table[], columns: Stored): string[] {
  const lines: string[] = [];
  for (const table of tables) {
    const stored = columns.get(table.name);
    const found = stored === undefined ? ['it does not exist'] : differences(database, table, stored);
    if (found.length > 0)
      lines.push(`table ${table.name} in ${database.place} is not as the code says (${found.join('; ')})`);
  }
  return lines;
}

function differences(database: Database, table: Table, stored: readonly StoredColumn[]): string[] {
  const byName = new Map(stored.map((column) => [folded(column.name), column]));
  const known = Object.entries(table.columns).flatMap(([name, column]) => {
    const found = byName.get(folded(name));
    byName.delete(folded(name));
    if (found === undefined) return [`column ${name} is missing`];
    const type = database.typeOf(column);
    if (found.type !== type) return [`column ${name} is ${found.type}, not ${type}`];
    if (found.isNullable === column.isNullable) return [];
    return [
      `column ${name} ${found.isNullable ? 'may be null' : 'must not be null'}, other than in the code`,
    ];
  });
  // A column that may be left out does no harm.
  const required = [...byName.values()].filter(({ isNullable, hasDefault }) => !isNullable && !hasDefault);
  return [
    ...known,
    ...required.map(({ name }) => `column ${name} is not in the code, must not be null and has no default`),
  ];
}

/** Both databases find a column in whatever case it is written. */
const folded = (name: string): string => name.toLowerCase();
