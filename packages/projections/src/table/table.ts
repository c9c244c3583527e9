/**
 * A table of a read model, stated once for both databases. What a column becomes in SQL is the business of
 * `sqlite/` and `sqlserver/`; what its value is in a row is fixed here and the same in both:
 *
 * | kind         | in a row            | note                                                             |
 * | ------------ | ------------------- | ---------------------------------------------------------------- |
 * | `uuid()`     | string              | kept as given; sorts as text, so UUIDv7 sorts by time            |
 * | `code(n)`    | string              | as `key`, for texts without supplementary characters, e.g. a SKU |
 * | `key(n)`     | string              | for machines: exact comparison, case- and accent-sensitive       |
 * | `text(n)`    | string              | for people: sorts without regard to case, equals exactly         |
 * | `char(n)`    | string              | always n characters, exact, e.g. a currency                      |
 * | `integer()`  | number              | 32 bit                                                           |
 * | `bigint()`   | number              | safe integers, exact: money in minor units                       |
 * | `instant()`  | number              | UTC in milliseconds, as `event.at` is                            |
 * | `boolean()`  | boolean             |                                                                  |
 * | `json<T>()`  | T, an object/array  | cannot be filtered or sorted by                                  |
 *
 * `.nullable()` lets a column be null; such a column cannot be sorted by.
 *
 * Lengths are in characters (Unicode code points), as in the contracts and in JSON Schema. SQL Server counts UTF-16
 * units, and a character such as an emoji is two of them: there a `key` or a `text` is twice as wide. A `code` is not,
 * so it takes n units; use it where the contract has no such characters, or in a primary key, which must be narrow.
 */
export type Kind = 'uuid' | 'key' | 'text' | 'char' | 'integer' | 'bigint' | 'instant' | 'boolean' | 'json';

export type Column<Value = unknown, Sortable extends boolean = boolean, K extends Kind = Kind> = {
  readonly kind: K;
  /** In UTF-16 units: how wide the column is in SQL Server. */
  readonly length: number | undefined;
  /** The longest value, in characters. */
  readonly characters: number | undefined;
  readonly isNullable: boolean;
  readonly sortable: Sortable;
  nullable(): Column<Value | null, false, K>;
  /** Only for the types: the value in a row. */
  readonly value?: Value;
};
export type Columns = { readonly [name: string]: Column };
export type Row = Record<string, unknown>;

export type Table<C extends Columns = Columns> = {
  readonly name: string;
  readonly columns: C;
  readonly primaryKey: readonly string[];
  readonly unique: readonly (readonly string[])[];
  readonly indexes: readonly (readonly string[])[];
};
export type RowOf<T extends Table> = {
  [Name in keyof T['columns']]: Exclude<T['columns'][Name]['value'], undefined>;
};
export type ColumnOf<T extends Table> = keyof T['columns'] & string;

function column<Value, K extends Kind>(
  kind: K,
  length?: number,
  characters = length,
): Column<Value, true, K> {
  const nullable = (): Column<Value | null, false, K> => ({
    kind,
    length,
    characters,
    isNullable: true,
    sortable: false,
    nullable,
  });
  return { kind, length, characters, isNullable: false, sortable: true, nullable };
}

export const uuid = () => column<string, 'uuid'>('uuid', 36);
/** `code<'open' | 'closed'>(16)`: of texts that are known. */
export const code = <Value extends string = string>(units: number) => column<Value, 'key'>('key', units);
export const key = (characters: number) => column<string, 'key'>('key', 2 * characters, characters);
export const text = (characters: number) => column<string, 'text'>('text', 2 * characters, characters);
export const char = (length: number) => column<string, 'char'>('char', length);
export const integer = () => column<number, 'integer'>('integer');
export const bigint = () => column<number, 'bigint'>('bigint');
export const instant = () => column<number, 'instant'>('instant');
export const boolean = () => column<boolean, 'boolean'>('boolean');
export const json = <Value extends object>(): Column<Value, false, 'json'> => ({
  ...column<Value, 'json'>('json'),
  sortable: false,
});

type Names<C extends Columns> = readonly (keyof C & string)[];

/**
 * @example
 * export const products = defineTable('products', {
 *   id: uuid(), sku: key(64), name: text(200), priceAmount: bigint(), currency: char(3), createdAt: instant(),
 * }, { primaryKey: 'id', unique: [['sku']], indexes: [['createdAt', 'id']] });
 * export type ProductRow = RowOf<typeof products>;
 *
 * A column that lists are sorted by is unique, or has an index on it and the primary key, as `createdAt` has here.
 * `unique` is for values that are never handed on from one key to another: partitions are applied independently,
 * so the new owner of a value may be applied before the old one has let go of it.
 */
export function defineTable<const C extends Columns>(
  name: string,
  columns: C,
  constraints: {
    primaryKey: (keyof C & string) | Names<C>;
    unique?: readonly Names<C>[];
    indexes?: readonly Names<C>[];
  },
): Table<C> {
  const { primaryKey, unique = [], indexes = [] } = constraints;
  const table = {
    name,
    columns,
    primaryKey: typeof primaryKey === 'string' ? [primaryKey] : primaryKey,
    unique,
    indexes,
  };
  checkTable(table);
  return table;
}

export const indexName = ({ name }: Table, columns: readonly string[]): string =>
  [name, ...columns, 'index'].join('_');

const identifier = /^[A-Za-z][A-Za-z0-9_]{0,99}$/;
/** SQL Server's limits for a clustered and for any other index. */
const keyBytesMax = { primary: 900, other: 1700 };

function checkTable(table: Table): void {
  for (const name of [table.name, ...Object.keys(table.columns)])
    if (!identifier.test(name)) throw new Error(`table ${table.name}: ${name} is no name for SQL`);
  for (const name of table.primaryKey)
    if (table.columns[name]?.sortable !== true)
      throw new Error(`table ${table.name}: ${name} cannot be in a primary key`);
  for (const name of table.unique.flat())
    if (table.columns[name]?.isNullable)
      throw new Error(`table ${table.name}: ${name} is unique, so it cannot be null`);
  for (const name of [...table.primaryKey, ...table.unique.flat()])
    if (table.columns[name]?.kind === 'text')
      throw new Error(`table ${table.name}: ${name} is unique, so it is a key()`);
  checkKeyBytes(table, table.primaryKey, keyBytesMax.primary);
  for (const names of [...table.unique, ...table.indexes]) checkKeyBytes(table, names, keyBytesMax.other);
}

function checkKeyBytes(table: Table, names: readonly string[], max: number): void {
  const bytes = names.reduce((sum, name) => sum + bytesOf(table.columns[name]), 0);
  if (bytes > max)
    throw new Error(
      `table ${table.name}: an index on ${names.join(', ')} has ${bytes} bytes of at most ${max}`,
    );
}

function bytesOf(column: Column | undefined): number {
  if (column === undefined || column.kind === 'json') return Number.POSITIVE_INFINITY;
  return column.kind === 'uuid' ? 36 : (column.length ?? 4) * 2;
}
