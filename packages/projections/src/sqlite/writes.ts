/**
 * Prepared statements that write one row each. Inside a transaction that is faster than one statement for all rows
 * (`json_each` parses each row once per column), and values need no detour.
 */
import { and, eq, getColumns, type Column as SqlColumn, sql } from 'drizzle-orm';
import type { NodeSQLiteDatabase } from 'drizzle-orm/node-sqlite';
import { largestIn } from '../table/row.ts';
import type { Row, Table } from '../table/table.ts';
import { sqliteTableOf } from './table.ts';

type Statement = { run(values: Row): unknown };

export class Writes {
  readonly #db: NodeSQLiteDatabase;
  readonly #statements = new Map<string, Statement>();

  constructor(db: NodeSQLiteDatabase) {
    this.#db = db;
  }

  insert(table: Table, rows: readonly Row[]): void {
    const statement = this.#prepared(`insert ${table.name}`, () => {
      return this.#db
        .insert(sqliteTableOf(table))
        .values(placeholders(Object.keys(table.columns)))
        .prepare();
    });
    for (const row of rows) statement.run(row);
  }

  update(table: Table, rows: readonly Row[], columns: readonly string[]): void {
    const statement = this.#prepared(`update ${table.name} ${columns.join()}`, () => {
      const sqlTable = sqliteTableOf(table);
      const sqlColumns = getColumns(sqlTable) as Record<string, SqlColumn>;
      const same = table.primaryKey.map((name) => eq(sqlColumns[name]!, sql.placeholder(name)));
      return this.#db
        .update(sqlTable)
        .set(placeholders(columns))
        .where(and(...same))
        .prepare();
    });
    for (const row of rows) statement.run(row);
  }

  add(table: Table, rows: readonly Row[], sum: readonly string[]): void {
    const statement = this.#prepared(`add ${table.name} ${sum.join()}`, () => {
      const sqlTable = sqliteTableOf(table);
      const columns = getColumns(sqlTable) as Record<string, SqlColumn>;
      const plus = (name: string) => {
        const largest = sql.raw(String(largestIn(table.columns[name]!)));
        return sql`max(-${largest}, min(${largest}, ${columns[name]} + excluded.${sql.identifier(name)}))`;
      };
      return this.#db
        .insert(sqlTable)
        .values(placeholders(Object.keys(table.columns)))
        .onConflictDoUpdate({
          target: table.primaryKey.map((name) => columns[name]!) as never,
          set: Object.fromEntries(sum.map((name) => [name, plus(name)])),
        })
        .prepare();
    });
    for (const row of rows) statement.run(row);
  }

  #prepared(name: string, prepare: () => Statement): Statement {
    const statement = this.#statements.get(name) ?? prepare();
    this.#statements.set(name, statement);
    return statement;
  }
}

const placeholders = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
