/**
 * Selects whole rows. The text of the columns, and what reads their values, follow from the table and are made once; drizzle
 * would make both for each query. Conditions and orders are drizzle's.
 */
import type { DatabaseSync } from 'node:sqlite';
import { getColumns, type SQL, type Column as SqlColumn, sql } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import type { Select } from '../table/database.ts';
import type { Row, Table } from '../table/table.ts';
import { sqliteTableOf } from './table.ts';

const dialect = new SQLiteDialect();
const comma = sql`, `;

type Reading = { text: string; columns: readonly (readonly [name: string, column: SqlColumn])[] };
const readings = new WeakMap<Table, Reading>();

function readingOf(table: Table): Reading {
  const known = readings.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(getColumns(sqliteTableOf(table)) as Record<string, SqlColumn>);
  const names = sql.join(
    columns.map(([name]) => sql.identifier(name)),
    comma,
  );
  const { sql: text } = dialect.sqlToQuery(sql`select ${names} from ${sql.identifier(table.name)}`);
  const made = { text, columns };
  readings.set(table, made);
  return made;
}

export function selectOn(client: DatabaseSync, { table, where, orderBy = [], limit }: Select): Row[] {
  const { text, columns } = readingOf(table);
  const parts: SQL[] = [];
  if (where !== undefined) parts.push(sql` where ${where}`);
  if (orderBy.length > 0) parts.push(sql` order by ${sql.join([...orderBy], comma)}`);
  if (limit !== undefined) parts.push(sql` limit ${limit}`);
  const rest = dialect.sqlToQuery(sql.join(parts));
  const statement = client.prepare(`${text}${rest.sql}`);
  statement.setReturnArrays(true);
  const rows = statement.all(...(rest.params as never[])) as unknown as unknown[][];
  return rows.map((values) => {
    const row: Row = {};
    for (const [i, [name, column]] of columns.entries()) {
      const value = values[i];
      row[name] = value === null ? null : column.mapFromDriverValue(value);
    }
    return row;
  });
}
