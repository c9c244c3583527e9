/** The table of keys in SQL Server, over the driver that the read models use. */
import {
  bigint,
  code,
  connect,
  type Database,
  defineTable,
  integer,
  retrying,
  type Transaction,
} from '@quickmart/projections';
import type { Logger } from '@quickmart/streams';
import { asc, gt, sql } from 'drizzle-orm';
import { sqlServerMigrations } from './migrations.ts';
import { type KeyRow, KeysError, type KeyTable, type KeyWrites } from './table.ts';

const table = defineTable(
  'sealing_keys',
  { name: code(100), wrapped: code(4000).nullable(), createdAt: bigint(), erasedAt: bigint().nullable() },
  { primaryKey: 'name' },
);
const versions = defineTable('sealing_versions', { version: integer() }, { primaryKey: 'version' });
const lock = 'sealing-keys';

/** @throws KeysError */
export async function openSqlServerKeys(url: string, logger: Logger, create: boolean): Promise<KeyTable> {
  try {
    const database = await connect(url, logger, { create, name: 'keys' });
    try {
      if ((await newestIn(database)) < sqlServerMigrations.length) await migrate(database);
    } catch (error) {
      await database.close();
      throw error;
    }
    return new SqlServerKeys(database);
  } catch (error) {
    const reason = (error as Error).message.replaceAll('DATABASE_URL', 'KEYS_URL');
    throw new KeysError(`the keys cannot be opened: ${reason}`, { cause: error });
  }
}

async function newestIn(database: Database): Promise<number> {
  if (!(await database.columnsOf([versions.name])).has(versions.name)) return 0;
  const done = await database.select({ table: versions });
  return Math.max(0, ...done.map(({ version }) => Number(version)));
}

async function migrate(database: Database): Promise<void> {
  await database.change(lock, async (tx) => {
    const done = await newestIn(database);
    if (done === 0) await tx.execute(sql`create table sealing_versions (version int not null primary key)`);
    for (const [index, migration] of sqlServerMigrations.entries()) {
      if (index < done) continue;
      await tx.execute(sql.raw(migration));
      await tx.insert(versions, [{ version: index + 1 }]);
    }
  });
}

class SqlServerKeys implements KeyTable {
  readonly place: string;
  readonly #database: Database;

  constructor(database: Database) {
    this.place = database.place;
    this.#database = database;
  }

  async read(names: readonly string[]): Promise<KeyRow[]> {
    const where = this.#database.within(table, 'name', names);
    return (await retrying(this.#database, () => this.#database.select({ table, where }))) as KeyRow[];
  }

  async after(name: string, limit: number): Promise<KeyRow[]> {
    const column = this.#database.column(table, 'name');
    const query = { table, where: gt(column, name), orderBy: [asc(column)], limit };
    return (await retrying(this.#database, () => this.#database.select(query))) as KeyRow[];
  }

  /** The work may run again: it reads before it writes. */
  write<Result>(work: (writes: KeyWrites) => Promise<Result>): Promise<Result> {
    return retrying(this.#database, () => this.#database.transaction(lock, (tx) => work(this.#writesOf(tx))));
  }

  #writesOf(tx: Transaction): KeyWrites {
    return {
      read: async (names) => {
        const where = this.#database.within(table, 'name', names);
        return (await tx.select({ table, where })) as KeyRow[];
      },
      insert: (rows) => tx.insert(table, rows),
      update: (rows) => tx.update(table, rows, ['wrapped', 'erasedAt']),
    };
  }

  /** Its log and its backups are the operator's: docs/personal-data.md. */
  scrub = async (): Promise<void> => {};

  close = (): Promise<void> => this.#database.close();
}
