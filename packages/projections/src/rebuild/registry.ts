/**
 * Which process works with which tables. A build is a set of definitions. Each of its processes has a row, which it keeps
 * moving: so others see whether any process still uses the build. All of it is read and written under the lock of all
 * writers.
 *
 * Each build has a consumer group of its own, because it has to see every event. `order-read-models` is the group of the first
 * build of a database, `order-read-models-2` that of a build that comes while the first is there, and so on. A number that is
 * free is taken again.
 */
import { createHash } from 'node:crypto';
import { checkpoints } from '../apply/checkpoint.ts';
import type { Definition } from '../projection/definition.ts';
import {
  definitions,
  parkedAggregates,
  readDefinitions,
  tableIn,
  writeLock,
} from '../projection/generation.ts';
import { tablesOf } from '../projection/projection.ts';
import { type Database, retrying, type Transaction } from '../table/database.ts';
import { bigint, code, defineTable, integer, json, type RowOf, type Table, uuid } from '../table/table.ts';
import { type Change, createTable } from './ddl.ts';
import { storedColumns } from './drift.ts';
import { views } from './views.ts';

/** A definition and the names of its tables, for a build that does not know it and drops them. */
type Kept = { id: string; tables: string[] };

export const builds = defineTable(
  'read_model_builds',
  { build: code(64), slot: integer(), definitions: json<Kept[]>() },
  { primaryKey: 'build' },
);
export type BuildRow = RowOf<typeof builds>;

/** `beat` goes up with every heartbeat. */
export const uses = defineTable(
  'read_model_uses',
  { process: uuid(), build: code(64), beat: bigint() },
  { primaryKey: 'process' },
);
export type UseRow = RowOf<typeof uses>;

/** What every database of read models has, beside the tables of its definitions. */
export const ownTables = [checkpoints, definitions, parkedAggregates, views, builds, uses];

const buildOf = (all: readonly Definition[]): string =>
  createHash('sha256')
    .update(
      all
        .map(({ id }) => id)
        .sort()
        .join(),
    )
    .digest('hex')
    .slice(0, 16);

const attemptsMax = 200;

/** Makes what is missing, and says in the database that this process uses these definitions. Returns its build. */
export async function register(
  database: Database,
  all: readonly Definition[],
  process: string,
): Promise<BuildRow> {
  if (await areMissing(database)) await createOwnTables(database);
  return await retrying(
    database,
    () =>
      database.transaction(writeLock, async (tx) => {
        const known = await readDefinitions(tx);
        const fresh = all.filter(({ id }) => !known.has(id));
        const nothing = { serving: 0, rebuild: null, beat: 0, events: 0, total: 0, switchedAt: null };
        if (fresh.length > 0)
          await tx.insert(
            definitions,
            fresh.map(({ id, name: projection }) => ({ id, projection, ...nothing })),
          );
        const build = await buildRow(tx, all);
        // It is there where the connection broke at the commit of the first attempt.
        await tx.remove(uses, [process]);
        await tx.insert(uses, [{ process, build: build.build, beat: 0 }]);
        return build;
      }),
    attemptsMax,
  );
}

async function missingTables(database: Database): Promise<Table[]> {
  const columns = await storedColumns(database, ownTables);
  return ownTables.filter(({ name }) => !columns.has(name));
}

const areMissing = async (database: Database): Promise<boolean> => (await missingTables(database)).length > 0;

/** Another instance may do it at the same time: it looks again under the lock. */
async function createOwnTables(database: Database): Promise<void> {
  const create = async (change: Change) => {
    // All of them before the first is made: on SQL Server another connection may wait for what this transaction makes.
    const missing = await missingTables(database);
    for (const table of missing) await createTable(change, table);
  };
  await retrying(database, () => database.change(writeLock, (tx) => create({ tx, database })), attemptsMax);
}

async function buildRow(tx: Transaction, all: readonly Definition[]): Promise<BuildRow> {
  const rows = await readBuilds(tx);
  const build = buildOf(all);
  const found = rows.find((row) => row.build === build);
  if (found !== undefined) return found;
  const taken = new Set(rows.map(({ slot }) => slot));
  let slot = 1;
  while (taken.has(slot)) slot++;
  const row = { build, slot, definitions: all.map(keptOf) };
  await tx.insert(builds, [row]);
  return row;
}

const keptOf = (definition: Definition): Kept => ({
  id: definition.id,
  tables: tablesOf(definition).map((table) => tableIn(definition, table, 1).name),
});

export const readBuilds = async (tx: Pick<Transaction, 'select'>): Promise<BuildRow[]> =>
  (await tx.select({ table: builds })) as BuildRow[];

/** For `readOnly`: its build, where a process of it has used the database. */
export async function lookUp(database: Database, all: readonly Definition[]): Promise<BuildRow | undefined> {
  const missing = await areMissing(database);
  const found = missing
    ? undefined
    : (await readBuilds(database)).find(({ build }) => build === buildOf(all));
  const known = missing ? new Map() : await readDefinitions(database);
  if (all.every(({ id }) => known.has(id))) return found;
  throw new Error(
    `the database ${database.place} has no tables of this build (${all.map(({ id }) => id).join(', ')}): start the service of this build, which makes them`,
  );
}

/** What is behind the name of the service's group, such as `-read-models`. */
export const suffixOf = (slot: number): string => (slot === 1 ? '' : `-${slot}`);
