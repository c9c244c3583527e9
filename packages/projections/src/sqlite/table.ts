/** What the columns of a table are in SQLite. */
import { customType, type SQLiteTable, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { Column, Kind, Table } from '../table/table.ts';

type Stored = string | number | null;
type ColumnType = {
  type: string;
  collation?: string;
  toDriver?: (value: never) => Stored;
  fromDriver?: (value: never) => unknown;
};

const types: Record<Kind, ColumnType> = {
  uuid: { type: 'text' },
  key: { type: 'text' },
  text: { type: 'text', collation: 'nocase' },
  char: { type: 'text' },
  integer: { type: 'integer' },
  bigint: { type: 'integer' },
  instant: { type: 'integer' },
  boolean: { type: 'integer', toDriver: Number, fromDriver: (value: number) => value !== 0 },
  json: { type: 'text', toDriver: (value: unknown) => JSON.stringify(value), fromDriver: JSON.parse },
};

/** Without its collation. */
export const typeOf = ({ kind }: Column): string => types[kind].type;

function sqlColumn(name: string, { kind, isNullable }: Column) {
  const {
    type,
    collation,
    toDriver = (value: Stored) => value,
    fromDriver = (value: unknown) => value,
  } = types[kind];
  const column = customType<{ data: unknown; driverData: Stored }>({
    dataType: () => (collation === undefined ? type : `${type} collate ${collation}`),
    toDriver: toDriver as (value: unknown) => Stored,
    fromDriver: fromDriver as (value: Stored) => unknown,
  })(name);
  return isNullable ? column : column.notNull();
}

const sqlTables = new WeakMap<Table, SQLiteTable>();

/** The table as drizzle knows it. */
export function sqliteTableOf(table: Table): SQLiteTable {
  const known = sqlTables.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(table.columns).map(
    ([name, column]) => [name, sqlColumn(name, column)] as const,
  );
  const made = sqliteTable(table.name, Object.fromEntries(columns));
  sqlTables.set(table, made);
  return made;
}
