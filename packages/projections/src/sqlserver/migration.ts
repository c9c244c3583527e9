/**
 * Migrations of SQL Server, where a column cannot just become another one: one that is in an index or the primary key
 * takes no new collation, and not every server that speaks TDS takes a collation there at all. So its table is copied.
 */
import type { Table } from '../table.ts';

const altered = /^ALTER TABLE \[([^\]]+)\] ALTER COLUMN /;

/** `fresh`: the statements that make all tables on an empty database. */
export function copied(
  statements: readonly string[],
  fresh: readonly string[],
  tables: readonly Table[],
): string[] {
  const names = new Set(statements.flatMap((statement) => altered.exec(statement)?.[1] ?? []));
  const others = statements.filter((statement) => !names.has(tableOf(statement) ?? ''));
  const copies = tables.filter(({ name }) => names.has(name)).flatMap((table) => copy(table, fresh));
  // What is changed beside the columns, such as an index, comes with the copy.
  return [...others, ...copies];
}

const tableOf = (statement: string): string | undefined =>
  /(?:^ALTER TABLE|^CREATE TABLE|^CREATE (?:UNIQUE )?INDEX \[[^\]]+\] ON|^DROP INDEX \[[^\]]+\] ON) \[([^\]]+)\]/.exec(
    statement,
  )?.[1];

function copy({ name, primaryKey, columns }: Table, fresh: readonly string[]): string[] {
  const own = fresh.filter((statement) => tableOf(statement) === name);
  const create = own.find((statement) => statement.startsWith('CREATE TABLE'))!;
  // A primary key says it by itself; it is added when the old one, whose name it takes, is gone.
  const notNull = (statement: string, column: string) =>
    statement.replace(new RegExp(`(\\[${column}\\] [^\\n]*?)( NOT NULL)?(?=,?\\n)`), '$1 NOT NULL');
  const list = (names: readonly string[]) => names.map((column) => `[${column}]`).join(', ');
  const all = list(Object.keys(columns));
  const made = create
    .replace(`[${name}]`, `[${name}_new]`)
    .replace(/,\s*CONSTRAINT \[[^\]]+\] PRIMARY KEY\s*\([^)]*\)/, '');
  return [
    primaryKey.reduce(notNull, made),
    `INSERT INTO [${name}_new] (${all}) SELECT ${all} FROM [${name}];`,
    `DROP TABLE [${name}];`,
    `EXEC sp_rename '${name}_new', '${name}', 'OBJECT';`,
    `ALTER TABLE [${name}] ADD CONSTRAINT [${name}_pk] PRIMARY KEY (${list(primaryKey)});`,
    ...own.filter((statement) => statement !== create),
  ];
}
