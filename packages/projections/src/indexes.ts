/**
 * The indexes of a table that is being filled, and that nobody reads: rows are written several times as fast without
 * them, and making an index of rows that are there is one sort. Unique ones stay, as they guard what is written.
 */
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';
import { indexName, type Table } from './table.ts';

type Context = { tx: Transaction; database: Pick<Database, 'dropIndex'> };

export async function dropIndexes({ tx, database }: Context, table: Table): Promise<void> {
  for (const columns of table.indexes) await tx.execute(database.dropIndex(table, columns));
}

/** Also where some are there already. */
export async function createIndexes(context: Context, table: Table): Promise<void> {
  await dropIndexes(context, table);
  for (const columns of table.indexes) {
    const name = sql.identifier(indexName(table, columns));
    const on = sql.join(
      columns.map((column) => sql.identifier(column)),
      sql`, `,
    );
    await context.tx.execute(sql`create index ${name} on ${sql.identifier(table.name)} (${on})`);
  }
}
