/** Makes and drops the tables of read models. What a column is declared as, drizzle's table of the dialect says. */
import { type SQL, sql } from 'drizzle-orm';
import { declarationOf } from '../projection/definition.ts';
import type { Database, Transaction } from '../table/database.ts';
import { indexName, type Table } from '../table/table.ts';

export type Change = { tx: Transaction; database: Database };

const list = (names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );

/** Without the indexes that are not unique: rows are written several times as fast. These indexes are made later, at once. */
export async function createTable({ tx, database }: Change, table: Table): Promise<void> {
  const { name, columns, primaryKey, unique } = table;
  const lines = Object.keys(columns).map(
    (column) => sql`${sql.identifier(column)} ${sql.raw(declarationOf(database, table, column))}`,
  );
  const key = sql`constraint ${sql.identifier(`${name}_pk`)} primary key (${list(primaryKey)})`;
  await tx.execute(sql`create table ${sql.identifier(name)} (${sql.join([...lines, key], sql`, `)})`);
  for (const names of unique) {
    const index = sql.identifier([name, ...names, 'unique'].join('_'));
    await tx.execute(sql`create unique index ${index} on ${sql.identifier(name)} (${list(names)})`);
  }
}

/** Also where some are there already. */
export async function createIndexes({ tx, database }: Change, table: Table): Promise<void> {
  for (const names of table.indexes) {
    await tx.execute(database.dropIndex(table, names));
    const index = sql.identifier(indexName(table, names));
    await tx.execute(sql`create index ${index} on ${sql.identifier(table.name)} (${list(names)})`);
  }
}

export async function dropTable({ tx }: Pick<Change, 'tx'>, name: string): Promise<void> {
  await tx.execute(sql`drop table if exists ${sql.identifier(name)}`);
}

/** Nothing where there is no such view. */
export async function dropView({ tx }: Pick<Change, 'tx'>, view: string): Promise<void> {
  await tx.execute(sql`drop view if exists ${sql.identifier(view)}`);
}

/** Has a view show this table. Its columns by name: `*` would stay what it was when the view was made. */
export async function showTable(
  change: Pick<Change, 'tx'>,
  view: string,
  { name, columns }: Table,
): Promise<void> {
  await dropView(change, view);
  const select = sql`select ${list(Object.keys(columns))} from ${sql.identifier(name)}`;
  await change.tx.execute(sql`create view ${sql.identifier(view)} as ${select}`);
}
