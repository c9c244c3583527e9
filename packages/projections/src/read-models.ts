/**
 * The read models of one service: opens its database, brings it up to date, runs its projections and answers queries.
 *
 * @example
 * const readModels = await openReadModels({ url: 'file:.data/product.db', projections: [catalog], migrations, logger });
 * await readModels.get(products, id);
 * await readModels.list(products, { sort: { column: 'createdAt', direction: 'desc' }, limit: 20 });
 */
import { type EventLog, type Logger, OutageError, parsePosition } from '@quickmart/streams';
import { asc } from 'drizzle-orm';
import { type CheckpointRow, checkpoints } from './checkpoint.ts';
import { conditions, type Filters, filtersOf } from './conditions.ts';
import { connect } from './connect.ts';
import { type Database, type Queries, retrying, type Select } from './database.ts';
import { checkTables } from './drift.ts';
import { createGenerations, generations, parkedAggregates, tableIn, writeLock } from './generation.ts';
import { type ListQuery, list, type Page } from './list.ts';
import { assertMigrated, migrate } from './migrate.ts';
import { Progress } from './progress.ts';
import { chosen, type Projection, tablesOf } from './projection.ts';
import { ReadModelProjector } from './projector.ts';
import { type RebuildOptions, type Rebuilt, rebuild } from './rebuild.ts';
import { isValueOf } from './row.ts';
import { assertSameLog } from './same-log.ts';
import { Serving } from './serving.ts';
import { type Places, placesOf } from './shadow.ts';
import type { ColumnOf, Row, RowOf, Table } from './table.ts';
import { type Verified, type VerifyOptions, verify } from './verify.ts';

export type OpenOptions = {
  /** `file:.data/product.db`, or `sqlserver://user:password@host:1433/ProductDb?encrypt=true` */
  url: string;
  projections: readonly Projection[];
  /** The folder that `generate` writes: one folder per dialect is in it. */
  migrations: string;
  logger: Logger;
  /** For SQL Server: the login that creates the database and changes tables, where it is not that of `url`. */
  adminUrl?: string | undefined;
  /** Of the service: the server lists its sessions as `quickmart-<name>`. */
  name?: string | undefined;
  /** For tools that look: nothing is created or written, and what is not up to date is refused. */
  readOnly?: boolean;
};

/** Throws an Error that says what to do where the database cannot be opened, created or brought up to date. */
export async function openReadModels({
  url,
  projections,
  migrations,
  logger,
  readOnly = false,
  adminUrl,
  name,
}: OpenOptions): Promise<ReadModels> {
  checkNames(projections);
  const database = await connect(url, logger, { create: !readOnly, adminUrl, name });
  try {
    if (readOnly) await assertMigrated(database, migrations);
    else await migrate(database, migrations, logger);
    const tables = projections.flatMap(tablesOf).flatMap((table) => [table, tableIn(table, 2)]);
    await checkTables(database, [checkpoints, generations, parkedAggregates, ...tables]);
    if (!readOnly) await retrying(database, () => createGenerations(database, projections));
  } catch (error) {
    await database.close();
    if (!(error instanceof OutageError)) throw error;
    throw new Error(
      `${error.message}: see that it runs, that it may be written, and that its disk is not full`,
      { cause: error },
    );
  }
  const readModels = new ReadModels(database, { projections, migrations, logger });
  await readModels.serving.refresh();
  return readModels;
}

/** Tables and checkpoints are found by name, and `_2` is the second generation's. */
function checkNames(projections: readonly Projection[]): void {
  for (const names of [
    projections.map(({ name }) => name),
    projections.flatMap(tablesOf).map(({ name }) => name),
  ]) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`there are two projections, or two with a table, ${twice}`);
    const taken = names.find((name) => name.endsWith('_2'));
    if (taken !== undefined) throw new Error(`${taken} is the name of a second generation`);
  }
}

/** All queries throw OutageError while the database is down. */
export class ReadModels {
  /** For the consumer: `consumers.project('product', readModels.projector)`. */
  readonly projector: ReadModelProjector;
  readonly serving: Serving;
  /** Whose events they are made of. */
  readonly categories: ReadonlySet<string>;
  readonly #database: Database;
  readonly #projections: readonly Projection[];
  readonly #options: Pick<OpenOptions, 'migrations' | 'logger'>;
  readonly #progress: Progress;
  #known: CheckpointRow[] | undefined;

  constructor(database: Database, options: Omit<OpenOptions, 'url'>) {
    const { projections } = options;
    this.#options = options;
    this.#database = database;
    this.#projections = projections;
    this.categories = new Set(projections.flatMap(({ sources }) => [...sources.keys()]));
    this.#progress = new Progress(database, projections);
    const note = this.#progress.note.bind(this.#progress);
    this.projector = new ReadModelProjector({ database, projections, note });
    this.serving = new Serving(database, projections);
  }

  /** The row with this primary key. */
  async get<T extends Table>(table: T, key: string | number): Promise<RowOf<T> | undefined> {
    const [name = ''] = table.primaryKey;
    if (!isValueOf(table.columns[name]!, key)) return undefined;
    const rows = await this.#select(table, (queries) => ({
      where: queries.equals(table, name, key),
      limit: 1,
    }));
    return rows[0] as RowOf<T> | undefined;
  }

  /** The rows whose column has one of these values, in no particular order; any number of values. */
  async getMany<T extends Table, Name extends ColumnOf<T>>(
    table: T,
    column: Name,
    values: readonly RowOf<T>[Name][],
  ): Promise<RowOf<T>[]> {
    const possible = values.filter((value) => value !== null && isValueOf(table.columns[column]!, value));
    if (possible.length === 0) return [];
    return (await this.#select(table, (queries) => ({
      where: queries.within(table, column, possible),
    }))) as RowOf<T>[];
  }

  /** A page of a list. Throws BadCursorError where the cursor is not one of this list. */
  async list<T extends Table>(table: T, query: ListQuery<T>): Promise<Page<RowOf<T>>> {
    return await this.serving.query(
      table,
      (queries) => list(queries, table, query),
      ({ rows, total }) => rows.length === 0 || total === 0,
    );
  }

  /** How many rows there are of each value of a column that is not null. */
  async countBy<T extends Table, Name extends ColumnOf<T>>(
    table: T,
    column: Name,
    where: Filters<T>,
  ): Promise<Map<NonNullable<RowOf<T>[Name]>, number>> {
    const counts = await this.serving.query(
      table,
      (queries) => queries.countBy(table, column, conditions(queries, table, filtersOf(where))),
      (found) => found.length === 0,
    );
    const known = counts.filter(({ value }) => value !== null);
    return new Map(known.map(({ value, total }) => [value as NonNullable<RowOf<T>[Name]>, total]));
  }

  /**
   * Waits until every projection of the position's category has reached it: true. False when time is up; and at once
   * where the text is no position, or of a category that is not projected here.
   */
  async waitFor(position: string, timeoutMs: number): Promise<boolean> {
    const parsed = parsePosition(position);
    return parsed !== undefined && this.#progress.wait(parsed, timeoutMs);
  }

  /**
   * Builds them anew from the log, while they serve: see README. Throws OutageError, or the signal's reason; the next
   * call goes on where it ended.
   */
  async rebuild(options: RebuildOptions): Promise<Rebuilt> {
    return await rebuild(this.#database, this.#projections, options);
  }

  /** Checks the rows against the log, on the running system: see README. */
  async verify(options: VerifyOptions): Promise<Verified> {
    const { migrations, logger } = this.#options;
    return await verify(this.#database, chosen(this.#projections, options.projections), {
      ...{ ...options, migrations, logger },
    });
  }

  /** Up to where each projection is applied, in each generation and partition. */
  async checkpoints(): Promise<CheckpointRow[]> {
    return (await retrying(this.#database, () =>
      this.#database.select({ table: checkpoints }),
    )) as CheckpointRow[];
  }

  /** Those of the rows that serve, under the names of their projections. */
  async servingCheckpoints(): Promise<CheckpointRow[]> {
    this.#known = await retrying(this.#database, () => this.#progress.read());
    return this.#known;
  }

  /**
   * For the store of a service: rejects with LogReplacedError where the log lacks an event that these rows come from. While
   * the database is down, by what was known of it last.
   */
  async assertSameLog({ redis }: EventLog): Promise<void> {
    const rows = await this.servingCheckpoints().catch((error: Error) => {
      if (error instanceof OutageError && this.#known !== undefined) return this.#known;
      throw error;
    });
    await assertSameLog(redis, rows);
  }

  /** Up to where the rows that serve are applied, by category and partition: the least of all projections. */
  async places(): Promise<Places> {
    return await retrying(this.#database, () =>
      this.#database.transaction(writeLock, (tx) => placesOf(tx, this.#database, this.#projections)),
    );
  }

  /** Rejects with the reason while queries are not answered or events are not applied: it reads what queries read. */
  async ping(): Promise<void> {
    const { damage, place } = this.#database;
    if (damage)
      throw new OutageError(`the database ${place} is damaged: ${damage.message}`, { cause: damage });
    if (this.projector.waiting) throw this.projector.waiting;
    for (const table of this.#projections.flatMap(tablesOf))
      for (const index of [table.primaryKey, ...table.indexes])
        await this.#select(table, (queries) => ({
          orderBy: index.map((name) => asc(queries.column(table, name))),
          limit: 1,
        }));
  }

  async close(): Promise<void> {
    this.#progress.close();
    await this.#database.close();
  }

  #select(table: Table, query: (queries: Queries) => Omit<Select, 'table'>): Promise<Row[]> {
    return this.serving.query(
      table,
      (queries) => queries.select({ table, ...query(queries) }),
      (rows) => rows.length === 0,
    );
  }
}
