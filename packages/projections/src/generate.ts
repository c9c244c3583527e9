/**
 * Writes the migrations of a service, for both databases, from its `src/schema.ts`:
 *
 *   node ../../packages/projections/src/generate.ts [name] [--check]      (in apps/<service>; script "generate")
 *
 * Every table that schema.ts exports, in both of its generations, and the tables of the runner go to `drizzle/<dialect>/<time>_<name>/` as
 * `migration.sql` and `snapshot.json`: the files of drizzle-kit, made by drizzle-kit. It is called as a library
 * because its command line wants one schema file per dialect, and here a table is stated once.
 * `--check` writes nothing and fails where something would be written. Look at the SQL before you commit it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as sqlserver from 'drizzle-kit/payload/mssql';
import * as sqlite from 'drizzle-kit/payload/sqlite';
import { checkpoints } from './checkpoint.ts';
import { generations, parkedAggregates, tableIn } from './generation.ts';
import { sqliteTableOf } from './sqlite/table.ts';
import { copied } from './sqlserver/migration.ts';
import { sqlServerTableOf } from './sqlserver/table.ts';
import type { Table } from './table.ts';

/** drizzle-kit's two payload modules differ in the type of their snapshots only, which stay JSON here. */
type Kit = {
  generateDrizzleJson(tables: Record<string, unknown>, previousId?: string): Promise<{ id: string }>;
  generateMigration(previous: never, current: never): Promise<string[]>;
};
type Dialect = { name: 'sqlite' | 'sqlserver'; kit: Kit; sqlTable: (table: Table) => unknown };
const dialects: Dialect[] = [
  { name: 'sqlite', kit: sqlite, sqlTable: sqliteTableOf },
  { name: 'sqlserver', kit: sqlserver, sqlTable: sqlServerTableOf },
];

/** Returns the folders it wrote, or would write with `check`: none where the migrations are up to date. */
export async function generateMigrations(options: {
  tables: readonly Table[];
  folder: string;
  name: string;
  check?: boolean;
  now?: Date;
}): Promise<string[]> {
  const { tables, folder, name, check = false, now = new Date() } = options;
  const own = [checkpoints, generations, parkedAggregates];
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const written: string[] = [];
  for (const dialect of dialects) {
    const target = join(folder, dialect.name, `${time}_${name}`);
    const { snapshot, statements } = await difference(
      dialect,
      [...own, ...tables, ...tables.map((table) => tableIn(table, 2))],
      join(folder, dialect.name),
    );
    if (statements.length === 0) continue;
    written.push(target);
    if (check) continue;
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'migration.sql'), `${statements.join('\n--> statement-breakpoint\n')}\n`);
    writeFileSync(join(target, 'snapshot.json'), `${JSON.stringify(snapshot, null, 2)}\n`);
  }
  return written;
}

async function difference({ name, kit, sqlTable }: Dialect, tables: readonly Table[], folder: string) {
  const previous = newestSnapshot(folder) ?? (await kit.generateDrizzleJson({}));
  const sqlTables = Object.fromEntries(tables.map((table) => [table.name, sqlTable(table)]));
  const snapshot = await kit.generateDrizzleJson(sqlTables, previous.id);
  const statements = await kit.generateMigration(previous as never, snapshot as never);
  if (name === 'sqlite') return { snapshot, statements };
  const fresh = await kit.generateMigration((await kit.generateDrizzleJson({})) as never, snapshot as never);
  return { snapshot, statements: copied(statements, fresh, tables) };
}

function newestSnapshot(folder: string): { id: string } | undefined {
  if (!existsSync(folder)) return undefined;
  const newest = readdirSync(folder).sort().at(-1);
  return newest && JSON.parse(readFileSync(join(folder, newest, 'snapshot.json'), 'utf8'));
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && 'primaryKey' in value && 'columns' in value;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean' } },
    allowPositionals: true,
  });
  const schema: Record<string, unknown> = await import(pathToFileURL(resolve('src/schema.ts')).href);
  const tables = Object.values(schema).filter(isTable);
  const [name = 'tables'] = positionals;
  const check = values.check ?? false;
  const written = await generateMigrations({ tables, folder: resolve('drizzle'), name, check });
  for (const folder of written) console.log(check ? `missing: ${folder}` : `wrote ${folder}`);
  if (written.length === 0) console.log('the migrations are up to date');
  if (check && written.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
