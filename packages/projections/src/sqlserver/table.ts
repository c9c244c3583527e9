/** What the columns of a table are in SQL Server. */
import { type SQL, sql } from 'drizzle-orm';
import { customType, type MsSqlTable, mssqlTable } from 'drizzle-orm/mssql-core';
import type { Column, Kind, Table } from '../table/table.ts';

/** Compares code units: what is equal here is equal in JavaScript, but for trailing blanks. */
export const exact = 'Latin1_General_100_BIN2';

type ColumnType = {
  type: (length: number) => string;
  collation?: string;
  toDriver?: (value: never) => unknown;
  fromDriver?: (value: never) => unknown;
};

/** Without the zone: a datetime2 has none, and it is UTC. */
const isoOf = (at: number): string => new Date(at).toISOString().slice(0, -1);

const types: Record<Kind, ColumnType> = {
  // Not uniqueidentifier: that sorts by its last bytes first, which scatters UUIDv7 over the index.
  uuid: {
    type: () => 'char(36)',
    collation: exact,
    toDriver: (value: string): SQL => sql`cast(${value} as char(36))`,
  },
  key: { type: (length) => `nvarchar(${length})`, collation: exact },
  text: {
    type: (length) => `nvarchar(${length > 4000 ? 'max' : length})`,
    collation: 'Latin1_General_CI_AS',
  },
  char: { type: (length) => `nchar(${length})`, collation: exact },
  integer: { type: () => 'int' },
  bigint: { type: () => 'bigint', fromDriver: Number },
  instant: {
    type: () => 'datetime2(3)',
    toDriver: (at: number): SQL => sql`cast(${isoOf(at)} as datetime2(3))`,
    fromDriver: (date: Date) => date.getTime(),
  },
  boolean: { type: () => 'bit' },
  json: {
    type: () => 'nvarchar(max)',
    toDriver: (value: unknown) => JSON.stringify(value),
    fromDriver: JSON.parse,
  },
};

/** The value as it travels in JSON or in a parameter; `json` stays as it is. */
export const cellOf = ({ kind }: Column, value: unknown): unknown =>
  kind === 'instant' && value !== null ? isoOf(value as number) : value;

export const collationOf = ({ kind }: Column): string | undefined => types[kind].collation;

/** Without its collation. */
export const typeOf = ({ kind, length = 0 }: Column): string => types[kind].type(length);

/** From the columns of sys.columns, as {@link typeOf} writes it. */
export function storedType(name: string, bytes: number, scale: number): string {
  if (name === 'datetime2') return `datetime2(${scale})`;
  if (!name.endsWith('char')) return name;
  const length = name.startsWith('n') ? bytes / 2 : bytes;
  return `${name}(${bytes === -1 ? 'max' : length})`;
}

function sqlColumn(name: string, definition: Column) {
  const { kind, isNullable } = definition;
  const {
    collation,
    toDriver = (value: unknown) => value,
    fromDriver = (value: unknown) => value,
  } = types[kind];
  const column = customType<{ data: unknown; driverData: unknown }>({
    dataType: () =>
      collation === undefined ? typeOf(definition) : `${typeOf(definition)} collate ${collation}`,
    toDriver: toDriver as (value: unknown) => unknown,
    fromDriver: fromDriver as (value: unknown) => unknown,
  })(name);
  return isNullable ? column : column.notNull();
}

const sqlTables = new WeakMap<Table, MsSqlTable>();

/** The table as drizzle knows it. */
export function sqlServerTableOf(table: Table): MsSqlTable {
  const known = sqlTables.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(table.columns).map(
    ([name, column]) => [name, sqlColumn(name, column)] as const,
  );
  const made = mssqlTable(table.name, Object.fromEntries(columns));
  sqlTables.set(table, made);
  return made;
}
