/**
 * Opens the database of a service for its read models: finds or makes what this build needs, and refuses what it cannot read.
 *
 * @example
 * const readModels = await openReadModels({ url: 'file:.data/product.db', projections: [catalog], logger });
 * await readModels.get(products, id);
 * await readModels.list(products, { sort: { column: 'createdAt', direction: 'desc' }, limit: 20 });
 */
import { randomUUID } from 'node:crypto';
import { type Logger, OutageError } from '@quickmart/streams';
import { connect } from './connect.ts';
import { type Timing, timing as usualTiming } from './limits.ts';
import { type Definition, define, viewsOf } from './projection/definition.ts';
import {
  definitions,
  readDefinitions,
  servingOf,
  tablesIn,
  targetOf,
  writeLock,
} from './projection/generation.ts';
import { type Projection, tablesOf } from './projection/projection.ts';
import { ReadModels } from './read-models.ts';
import { drifted, storedColumns } from './rebuild/drift.ts';
import { lookUp, ownTables, register } from './rebuild/registry.ts';
import { type Database, retrying } from './table/database.ts';

export type OpenOptions = {
  /** `file:.data/product.db`, or `sqlserver://user:password@host:1433/ProductDb?encrypt=true` */
  url: string;
  projections: readonly Projection[];
  logger: Logger;
  /** For SQL Server: the login that creates the database, tables and views, where it is not that of `url`. */
  adminUrl?: string | undefined;
  /** Of the service: the server lists its sessions as `quickmart-<name>`. */
  name?: string | undefined;
  /** For tools that look: nothing is created or written, and a database without the tables of this build is refused. */
  readOnly?: boolean;
  /** Other than in limits.ts; for tests. */
  timing?: Partial<Timing>;
};

/** Throws an Error that says what to do where the database cannot be opened, created or understood. */
export async function openReadModels(options: OpenOptions): Promise<ReadModels> {
  const { url, projections, logger, readOnly = false, adminUrl, name, timing } = options;
  checkNames(projections);
  const database = await connect(url, logger, { create: !readOnly, adminUrl, name });
  const all = projections.map((projection) => define(projection, database));
  const process = randomUUID();
  try {
    const build = readOnly ? await lookUp(database, all) : await register(database, all, process);
    await checkDrift(database, all, { logger, readOnly });
    const readModels = new ReadModels({
      database,
      definitions: all,
      process,
      build,
      logger,
      readOnly,
      timing: { ...usualTiming, ...timing },
    });
    await readModels.serving.refresh();
    return readModels;
  } catch (error) {
    await database.close();
    if (!(error instanceof OutageError)) throw error;
    throw new Error(
      `${error.message}: see that it runs, that it may be written, and that its disk is not full`,
      { cause: error },
    );
  }
}

/** Tables, views and checkpoints are found by name. */
function checkNames(projections: readonly Projection[]): void {
  for (const names of [
    projections.map(({ name }) => name),
    projections.flatMap(tablesOf).map(({ name }) => name),
    projections.flatMap(viewsOf).map(([view]) => view),
  ]) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`there are two projections, or two with a table, ${twice}`);
  }
}

/** Tables that serve, and that somebody has changed, are built anew. With `readOnly` they are refused. */
async function checkDrift(
  database: Database,
  all: readonly Definition[],
  { logger, readOnly }: { logger: Logger; readOnly: boolean },
): Promise<void> {
  const own = drifted(database, ownTables, await storedColumns(database, ownTables));
  if (own.length > 0) throw new Error(`${own.join('; ')}: take another database, or delete this one`);
  const rows = await retrying(database, () => readDefinitions(database));
  const serving = all.flatMap((definition) => {
    const generation = servingOf(rows, definition);
    return generation === undefined
      ? []
      : [{ definition, tables: tablesIn(targetOf(definition, generation)) }];
  });
  const columns = await storedColumns(
    database,
    serving.flatMap(({ tables }) => tables),
  );
  for (const { definition, tables } of serving) {
    const found = drifted(database, tables, columns);
    if (found.length === 0) continue;
    if (readOnly) throw new Error(`${found.join('; ')}: start the service, which builds it anew`);
    logger.warn({ readModel: definition.name, found }, 'its tables are built anew from the log');
    const nothing = { id: definition.id, serving: 0, rebuild: null };
    await retrying(database, () =>
      database.transaction(writeLock, (tx) => tx.update(definitions, [nothing], ['serving', 'rebuild'])),
    );
  }
}
