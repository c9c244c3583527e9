/**
 * Applies the generated migrations at start. drizzle's own migrator takes no lock and two instances that start at
 * once collide in it; here everything happens in one transaction under the database's lock. Forward only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@quickmart/streams';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { type Database, retrying, type Transaction } from './database.ts';
import { code, defineTable, instant } from './table.ts';

const applied = defineTable(
  'projection_migrations',
  { name: code(200), hash: code(64), appliedAt: instant() },
  { primaryKey: 'name' },
);

/** Another instance may be migrating: with waits of up to half a second, this is about a minute. */
const attemptsMax = 200;

type Migration = { name: string; hash: string; statements: readonly string[] };

/** `folder` has one folder per dialect, as `generate.ts` writes them. */
export async function migrate(database: Database, folder: string, logger: Logger): Promise<void> {
  const migrations = read(join(folder, database.dialect));
  await retrying(
    database,
    () => database.change('quickmart-migrations', (tx) => apply(database, tx, migrations, logger)),
    attemptsMax,
  );
}

/** Changes nothing, and throws where {@link migrate} would change something, or throw. */
export async function assertMigrated(database: Database, folder: string): Promise<void> {
  const migrations = read(join(folder, database.dialect));
  await retrying(database, async () => {
    const isNew = (await database.columnsOf(applied.name)).length === 0;
    const before = isNew ? new Set<string>() : await namesIn(database);
    refuseUnknown(database, before, migrations);
    const missing = migrations.map(({ name }) => name).filter((name) => !before.has(name));
    if (missing.length > 0)
      throw new Error(
        `the database ${database.place} lacks migrations (${missing.join(', ')}): start the service of this build, which applies them`,
      );
  });
}

async function namesIn(tx: Pick<Transaction, 'select'>): Promise<Set<string>> {
  return new Set((await tx.select({ table: applied })).map(({ name }) => String(name)));
}

function read(folder: string): Migration[] {
  if (!existsSync(folder))
    throw new Error(`there are no migrations in ${folder}: run the package's "generate" script`);
  return readMigrationFiles({ migrationsFolder: folder }).map(({ name, hash, sql: statements }) => ({
    name: name ?? '',
    hash,
    statements,
  }));
}

async function apply(
  database: Database,
  tx: Transaction,
  migrations: readonly Migration[],
  logger: Logger,
): Promise<void> {
  await tx.execute(database.createMigrationsTable);
  const before = await namesIn(tx);
  refuseUnknown(database, before, migrations);
  for (const { name, hash, statements } of migrations) {
    if (before.has(name)) continue;
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.insert(applied, [{ name, hash, appliedAt: Date.now() }]);
    logger.info({ migration: name, database: database.place }, 'migration applied');
  }
}

function refuseUnknown(
  database: Database,
  before: ReadonlySet<string>,
  migrations: readonly Migration[],
): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...before].filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(
      `the database ${database.place} was migrated by a newer build (${unknown.join(', ')}): start that build, or set DATABASE_URL to another database`,
    );
}
