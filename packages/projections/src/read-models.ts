/** The read models of one service, opened by open.ts: builds and runs its projections, and answers queries. */
import { type EventLog, type Logger, OutageError, parsePosition } from '@quickmart/streams';
import { type CheckpointRow, checkpoints } from './apply/checkpoint.ts';
import { Progress } from './apply/progress.ts';
import { ReadModelProjector } from './apply/projector.ts';
import { assertSameLog } from './apply/same-log.ts';
import type { Timing } from './limits.ts';
import type { Definition } from './projection/definition.ts';
import { readDefinitions } from './projection/generation.ts';
import { chosen } from './projection/projection.ts';
import { conditions, type Filters, filtersOf } from './query/conditions.ts';
import { type ListQuery, list, type Page } from './query/list.ts';
import { LookUps } from './query/look-ups.ts';
import { Serving } from './query/serving.ts';
import { heldUp, Readiness } from './readiness.ts';
import { categoriesOf } from './rebuild/build.ts';
import { buildMissing } from './rebuild/build-missing.ts';
import { discardApplied } from './rebuild/discard-applied.ts';
import { type RebuildOptions, type Rebuilt, rebuild } from './rebuild/rebuild.ts';
import { type BuildRow, suffixOf } from './rebuild/registry.ts';
import { Use } from './rebuild/use.ts';
import { type Database, type Queries, retrying, type Select } from './table/database.ts';
import { isValueOf } from './table/row.ts';
import type { ColumnOf, Row, RowOf, Table } from './table/table.ts';
import { type Places, placesIn } from './verify/shadow.ts';
import { type Verified, type VerifyOptions, verify } from './verify/verify.ts';

/** What open.ts has made ready. */
export type Opened = {
  database: Database;
  definitions: readonly Definition[];
  process: string;
  /** Undefined: it is opened `readOnly`, and no process of this build has used the database. */
  build: BuildRow | undefined;
  logger: Logger;
  readOnly: boolean;
  timing: Timing;
};

/** All queries throw OutageError while the database is down, and while its tables are built. */
export class ReadModels {
  /** For the consumer: `consumers.project('product', readModels.projector)`. */
  readonly projector: ReadModelProjector;
  readonly serving: Serving;
  /** Whose events they are made of. */
  readonly categories: ReadonlySet<string>;
  /** Follows `<service>-read-models` in the name of the consumer group of this build. */
  readonly groupSuffix: string;
  readonly #opened: Opened;
  readonly #database: Database;
  readonly #definitions: readonly Definition[];
  readonly #progress: Progress;
  readonly #use: Use | undefined;
  readonly #closing = new AbortController();
  #begun: Promise<void> | undefined;
  #discarding: Promise<unknown> | undefined;
  #known: CheckpointRow[] | undefined;
  readonly #readiness: Readiness;
  readonly #lookUps = new LookUps((table, column, values) =>
    this.#select(table, (queries) => ({ where: queries.within(table, column, values) })),
  );

  constructor(opened: Opened) {
    const { database, definitions, build, readOnly } = opened;
    this.#opened = opened;
    this.#database = database;
    this.#definitions = definitions;
    this.categories = new Set(categoriesOf(definitions));
    this.groupSuffix = suffixOf(build?.slot ?? 1);
    this.#progress = new Progress(database, definitions);
    this.projector = new ReadModelProjector({
      database,
      projections: definitions,
      note: this.#progress.note.bind(this.#progress),
      groupSuffix: this.groupSuffix,
      begin: (log, group) => this.#begin(log, group),
    });
    this.serving = new Serving(database, definitions);
    if (!readOnly && build !== undefined) this.#use = new Use({ ...opened, build });
    const { serving, projector } = this;
    this.#readiness = new Readiness({ database, definitions, serving, projector, use: this.#use });
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
    return (await this.#lookUps.get(table, column, [...new Set(possible)])) as RowOf<T>[];
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
   * Waits until every projection of the position's category has reached it: true. False when time is up. False at once where
   * the text is no position, or its category is not projected here.
   */
  async waitFor(position: string, timeoutMs: number): Promise<boolean> {
    const parsed = parsePosition(position);
    return parsed !== undefined && this.#progress.wait(parsed, timeoutMs);
  }

  /** Once for all partitions. Where it fails, the next call tries again. */
  #begin(log: EventLog, group: string): Promise<void> {
    this.#begun ??= this.#prepare(log, group).catch((error: Error) => {
      this.#begun = undefined;
      throw error;
    });
    return this.#begun;
  }

  async #prepare(log: EventLog, numbered: string): Promise<void> {
    const { database, definitions: all, process, logger, timing } = this.#opened;
    const { signal } = this.#closing;
    const group = numbered.slice(0, numbered.length - this.groupSuffix.length);
    const onLocked = () => {
      if (!this.#readiness.isHeldUp) logger.warn({ database: database.place }, heldUp);
      this.#readiness.isHeldUp = true;
    };
    const builder = { database, all, process, log, group, logger, timing, signal, onLocked };
    const hasBuilt = await buildMissing(builder).finally(() => {
      this.#readiness.isHeldUp = false;
    });
    this.#use?.clean({ log, group, categories: this.categories });
    if (!hasBuilt) return;
    const categories = [...this.categories];
    this.#discarding = discardApplied({ database, log, group, all, categories }).catch((error: Error) =>
      logger.warn(
        { err: error },
        'dead letters of events that are applied now were not discarded: pnpm qa rebuild does it',
      ),
    );
  }

  /**
   * Builds them anew from the log, while they serve: see README. Throws OutageError, or the reason of the signal. The next
   * call goes on where this one has ended.
   */
  async rebuild(options: RebuildOptions): Promise<Rebuilt> {
    return await rebuild(this.#database, this.#definitions, options);
  }

  /** Checks the rows against the log, on the running system: see README. */
  async verify(options: VerifyOptions): Promise<Verified> {
    const definitions = chosen(this.#definitions, options.projections);
    return await verify(this.#database, definitions, { ...options, logger: this.#opened.logger });
  }

  /** Checkpoints that belong to no tables that are known here. */
  async strayCheckpoints(): Promise<CheckpointRow[]> {
    return await retrying(this.#database, async () => {
      const known = new Set((await readDefinitions(this.#database)).keys());
      const rows = (await this.#database.select({ table: checkpoints })) as CheckpointRow[];
      return rows.filter(({ projection }) => !known.has(projection.replace(/_2$/, '')));
    });
  }

  /** Those of the rows that serve, under the names of their projections. */
  async servingCheckpoints(): Promise<CheckpointRow[]> {
    this.#known = await retrying(this.#database, () => this.#progress.read());
    return this.#known;
  }

  /**
   * For the store of a service: rejects with LogReplacedError where the log lacks an event that these rows come from. While the
   * database is down, it uses what was known last.
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
    return await placesIn(this.#database, this.#definitions);
  }

  /** See {@link Readiness}. */
  async ping(): Promise<{ detail?: string }> {
    return await this.#readiness.check();
  }

  async close(): Promise<void> {
    this.#progress.close();
    this.#closing.abort(new OutageError('the read models are closed'));
    await Promise.allSettled([this.#begun, this.#discarding]);
    await this.#use?.end();
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
