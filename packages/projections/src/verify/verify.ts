/**
 * Checks that the rows are those of the log. Two builds into shadows, independent of each other and of the live tables, are
 * compared with the live rows at one position. A projection that is not pure shows as a difference between the shadows. Rows
 * that were changed by hand, or by other code, show as a difference between the shadows and the live rows.
 *
 * The shadows are SQLite files in a temporary folder, also for rows in SQL Server: a row is the same in both. Nothing waits for
 * the check. It reads live rows as they are. Only those that differ are read again under the lock, at a position to which
 * the shadows are brought, too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, Logger } from '@quickmart/streams';
import { asc, gt } from 'drizzle-orm';
import type { Definition } from '../projection/definition.ts';
import { readDefinitions, servingTarget, tableIn, writeLock } from '../projection/generation.ts';
import { tablesOf } from '../projection/projection.ts';
import { type Database, retrying, type Transaction } from '../table/database.ts';
import type { Row, Table } from '../table/table.ts';
import { type Difference, differencesOf, digestOf, same } from './differences.ts';
import { placesIn, placesOf, type Shadow, shadowIn } from './shadow.ts';

export type VerifyOptions = {
  /** `store.log` */
  log: EventLog;
  /** By name; without: all. */
  projections?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: VerifyProgress) => void) | undefined;
};
/** Events that were replayed, each once for each shadow, and rows that were compared: so far. */
export type VerifyProgress = { events: number; rows: number };
/** `digest`: of the rows of the first shadow, in no particular order: the same for the same rows. */
export type VerifiedTable = { table: string; rows: number; digest: string; differing: number };
export type Verified = { tables: VerifiedTable[]; differences: Difference[] };

/** The first differences that are listed, per table, and rows that are read at once. */
const limits = { differences: 100, page: 500, suspects: 200 };

export async function verify(
  database: Database,
  projections: readonly Definition[],
  options: VerifyOptions & { logger: Logger },
): Promise<Verified> {
  const { log, logger, signal, onProgress } = options;
  const add = addingUp(onProgress);
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-verify-'));
  const shadows: Shadow[] = [];
  try {
    // Two sizes of batches: a difference that depends on the batch is found, too.
    for (const batch of [1000, 337])
      shadows.push(
        await shadowIn(join(folder, `${batch}`), projections, {
          log,
          logger,
          batch,
          signal,
          applied: add('events'),
        }),
      );
    const places = await placesIn(database, projections);
    for (const shadow of shadows) await shadow.advanceTo(places);
    const result: Verified = { tables: [], differences: [] };
    for (const projection of projections)
      for (const table of tablesOf(projection))
        await compare(
          { database, projections, projection, table, shadows, signal, compared: add('rows') },
          result,
        );
    return result;
  } finally {
    for (const shadow of shadows) await shadow.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function addingUp(onProgress: VerifyOptions['onProgress']) {
  const progress = { events: 0, rows: 0 };
  return (kind: keyof VerifyProgress) => (count: number) => {
    progress[kind] += count;
    onProgress?.({ ...progress });
  };
}

type Comparison = {
  database: Database;
  projections: readonly Definition[];
  projection: Definition;
  table: Table;
  shadows: readonly Shadow[];
  signal: AbortSignal | undefined;
  compared: (rows: number) => void;
};

async function compare(comparison: Comparison, result: Verified): Promise<void> {
  const { table, signal } = comparison;
  const found = await suspects(comparison);
  const differing = new Set<string>();
  for (let at = 0; at < found.keys.length; at += limits.suspects) {
    signal?.throwIfAborted();
    const differences = await decide(comparison, found.keys.slice(at, at + limits.suspects));
    for (const difference of differences) {
      differing.add(difference.key);
      if (differing.size <= limits.differences) result.differences.push(difference);
    }
  }
  const { rows, digest } = found;
  result.tables.push({ table: table.name, rows, digest, differing: differing.size });
}

/** Keys whose rows are not the same in all three; on a busy system also those that have changed meanwhile. */
async function suspects(comparison: Comparison) {
  const { database, table, shadows, signal, compared } = comparison;
  const [first, second] = shadows.map(({ database }) => database) as [Database, Database];
  const [one, two] = shadows.map((shadow) => shadowTable(shadow, comparison)) as [Table, Table];
  const live = await servingTable(database, comparison);
  const keys = new Set<unknown>();
  let [rows, digest] = [0, 0n];
  for await (const page of keyPages(database, live)) {
    signal?.throwIfAborted();
    const [own, its, others] = await Promise.all([
      units(database, live, page),
      units(first, one, page),
      units(second, two, page),
    ]);
    for (const key of page)
      if (!same(own.get(key), its.get(key)) || !same(own.get(key), others.get(key))) keys.add(key);
    compared(page.length);
  }
  for (const [shadow, its] of [
    [first, one],
    [second, two],
  ] as const)
    for await (const page of keyPages(shadow, its)) {
      const own = await units(database, live, page);
      for (const key of page) if (!own.has(key)) keys.add(key);
      if (shadow === second) continue;
      for (const row of [...(await units(first, one, page)).values()].flat()) {
        rows++;
        digest = BigInt.asUintN(64, digest + digestOf(table, row));
      }
    }
  return { keys: [...keys], rows, digest: digest.toString(16).padStart(16, '0') };
}

/** Reads these rows again, at one position: what differs now is different. */
async function decide(comparison: Comparison, keys: readonly unknown[]): Promise<Difference[]> {
  const { database, projections, table, shadows } = comparison;
  const { own, places } = await retrying(database, () =>
    database.transaction(writeLock, async (tx) => ({
      own: await units(database, await servingTable(tx, comparison), keys, tx),
      places: await placesOf(tx, database, projections),
    })),
  );
  for (const shadow of shadows) await shadow.advanceTo(places);
  const [one, two] = await Promise.all(
    shadows.map((shadow) => units(shadow.database, shadowTable(shadow, comparison), keys)),
  );
  return keys.flatMap((key) => differencesOf(table, [own.get(key), one!.get(key), two!.get(key)]));
}

const servingTable = async (
  database: Pick<Transaction, 'select'>,
  { projection, table }: Comparison,
): Promise<Table> => {
  const { generation } = servingTarget(await readDefinitions(database), projection);
  return tableIn(projection, table, generation);
};

/** Named by another hash: a shadow is another kind of database. */
function shadowTable({ definitions }: Shadow, { projection, table }: Comparison): Table {
  const own = definitions.find(({ name }) => name === projection.name)!;
  return tableIn(own, table, 1);
}

/** The values of the first column of the primary key, each once, page by page. */
async function* keyPages(database: Database, table: Table): AsyncGenerator<unknown[]> {
  const [name = ''] = table.primaryKey;
  const column = database.column(table, name);
  for (let after: unknown; ; ) {
    const where = after === undefined ? undefined : gt(column, after);
    const query = { table, where, orderBy: [asc(column)], limit: limits.page };
    const rows = await retrying(database, () => database.select(query));
    if (rows.length === 0) return;
    yield [...new Set(rows.map((row) => row[name]))];
    after = rows.at(-1)![name];
  }
}

/** The rows of each of these keys. */
async function units(
  database: Database,
  table: Table,
  keys: readonly unknown[],
  tx: Pick<Transaction, 'select'> = database,
): Promise<Map<unknown, Row[]>> {
  const [name = ''] = table.primaryKey;
  const rows = await tx.select({ table, where: database.within(table, name, keys) });
  return Map.groupBy(rows, (row) => row[name]);
}
