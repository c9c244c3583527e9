/** A projection as it is mostly written: one transaction per event, a select, an upsert, and the checkpoint. */
import { DatabaseSync } from 'node:sqlite';
import type { StoredEvent } from '@quickmart/streams';
import { and, eq, getColumns, sql } from 'drizzle-orm';
import { drizzle as drizzleSqlServer } from 'drizzle-orm/node-mssql';
import { drizzle } from 'drizzle-orm/node-sqlite';
import mssql from 'mssql';
import { products } from '../../../apps/product/src/catalog.ts';
import { productAttributes } from '../../../apps/product/src/schema.ts';
import { checkpointOf, checkpoints } from '../../../packages/projections/src/apply/checkpoint.ts';
import { connect } from '../../../packages/projections/src/connect.ts';
import type { FoldSource } from '../../../packages/projections/src/projection/projection.ts';
import { createIndexes, createTable } from '../../../packages/projections/src/rebuild/ddl.ts';
import { sqliteTableOf } from '../../../packages/projections/src/sqlite/table.ts';
import { sqlServerTableOf } from '../../../packages/projections/src/sqlserver/table.ts';
import { parseTarget } from '../../../packages/projections/src/sqlserver/target.ts';
import { silent } from './workload.ts';

type Row = Record<string, unknown>;
export type Rows = { apply(event: StoredEvent): Promise<void>; close(): Promise<unknown> };

const { evolve } = products.sources.get('product') as FoldSource;
const next = (row: Row | undefined, event: StoredEvent): Row | undefined =>
  evolve.get(event.eventType)?.(row, event.data, event, event.aggregateId);
const attributesOf = (row: Row): Row[] => [...(products.details?.of(row) ?? [])];
const tables = [products.table, productAttributes, checkpoints];
const checkpointKey = ['projection', 'category', 'partition'] as const;

/** Under their own names: ours are named by their definition. */
async function makeTables(url: string): Promise<void> {
  const database = await connect(url, silent);
  await database.change('bench', async (tx) => {
    for (const table of tables) await createTable({ tx, database }, table);
    for (const table of tables) await createIndexes({ tx, database }, table);
  });
  await database.close();
}

export const openRows = async (url: string): Promise<Rows> => {
  await makeTables(url);
  return url.startsWith('file:') ? rowsOnSqlite(url) : await rowsOnSqlServer(url);
};

function rowsOnSqlite(url: string): Rows {
  const client = new DatabaseSync(url.slice('file:'.length));
  client.exec('pragma journal_mode = wal; pragma synchronous = normal');
  const db = drizzle({ client });
  const [table, attributes, places] = tables.map(sqliteTableOf);
  const { id } = getColumns(table!) as Record<string, never>;
  const key = checkpointKey.map((name) => (getColumns(places!) as Record<string, never>)[name]!);
  return {
    async apply(event) {
      db.run(sql`begin immediate`);
      const [row] = db.select().from(table!).where(eq(id!, event.aggregateId)).all() as Row[];
      const after = next(row, event);
      if (after !== undefined)
        db.insert(table!).values(after).onConflictDoUpdate({ target: id!, set: after }).run();
      if (after !== undefined && row === undefined) db.insert(attributes!).values(attributesOf(after)).run();
      const place = checkpointOf('products', event);
      db.insert(places!).values(place).onConflictDoUpdate({ target: key, set: place }).run();
      db.run(sql`commit`);
    },
    close: async () => client.close(),
  };
}

async function rowsOnSqlServer(url: string): Promise<Rows> {
  const { host, port, user, password, database, encrypt, trustServerCertificate } = parseTarget(url);
  const client = await new mssql.ConnectionPool({
    server: host,
    port,
    user,
    password,
    database,
    options: { encrypt: encrypt !== false, trustServerCertificate },
  }).connect();
  const db = drizzleSqlServer({ client });
  const [table, attributes, places] = tables.map(sqlServerTableOf);
  const { id } = getColumns(table!) as Record<string, never>;
  const { partition } = getColumns(places!) as Record<string, never>;
  const begun = new Set<number>();
  return {
    apply: (event) =>
      db.transaction(async (tx) => {
        const [row] = (await tx.select().from(table!).where(eq(id!, event.aggregateId))) as Row[];
        const after = next(row, event);
        // There is no upsert: what was read says which of the two it is.
        if (after !== undefined && row === undefined) {
          await tx.insert(table!).values(plain(after));
          await tx.insert(attributes!).values(attributesOf(after));
        } else if (after !== undefined)
          await tx
            .update(table!)
            .set(plain(after))
            .where(and(eq(id!, event.aggregateId)));
        const place = checkpointOf('products', event);
        if (begun.has(event.partition))
          await tx.update(places!).set(place).where(eq(partition!, event.partition));
        else await tx.insert(places!).values(place);
        begun.add(event.partition);
      }),
    close: () => client.close(),
  };
}

/** The driver cannot tell the type of a null: columns without a value are left out. */
const plain = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
