/**
 * Queries on the generation that serves.
 *
 * A rebuild in another process may move the pointer at any moment. So every query has the condition that the generation that
 * it reads still serves: one statement sees the rows and the pointer. Where it finds nothing or fails, the pointer is read again.
 */
import { and, type SQL, sql } from 'drizzle-orm';
import type { Definition } from '../projection/definition.ts';
import {
  type DefinitionRows,
  definitions,
  type Generation,
  readDefinitions,
  servingOf,
  servingTarget,
  tableIn,
} from '../projection/generation.ts';
import { tablesOf } from '../projection/projection.ts';
import { type Database, type Hints, type Queries, retrying } from '../table/database.ts';
import type { Table } from '../table/table.ts';

const hintsOf = ({ aside, count }: Hints, of: (table: Table) => Table): Hints => ({
  aside,
  count: (table, where, most) => count(of(table), where, most),
});

export class Serving {
  readonly #database: Database;
  readonly #projections: ReadonlyMap<Table, Definition>;
  readonly #definitions: readonly Definition[];
  #known: DefinitionRows = new Map();
  #refreshing: Promise<void> | undefined;

  constructor(database: Database, projections: readonly Definition[]) {
    this.#database = database;
    this.#definitions = projections;
    this.#projections = new Map(
      projections.flatMap((projection) => tablesOf(projection).map((table) => [table, projection])),
    );
  }

  async refresh(): Promise<void> {
    this.#known = await readDefinitions(this.#database);
  }

  /** Runs `work` again where it found nothing and another generation serves by now. Throws BuildingError where none does yet. */
  async query<Result>(
    table: Table,
    work: (queries: Queries) => Promise<Result>,
    isNothing: (result: Result) => boolean,
  ): Promise<Result> {
    const projection = this.#projections.get(table);
    if (projection === undefined)
      throw new Error(`table ${table.name} is of no projection that is open here`);
    return await retrying(this.#database, async () => {
      if (this.#definitions.some((one) => servingOf(this.#known, one) === undefined)) await this.refresh();
      for (;;) {
        const before = this.#known;
        const { generation } = servingTarget(before, projection);
        const result = await this.#looking(work(this.#queriesOf(projection, generation)));
        if (!isNothing(result)) return result;
        await this.refresh();
        if (this.#serveAs(before)) return result;
      }
    });
  }

  /**
   * A query that fails may have read a table that is gone, while another generation serves by now: the next one reads that.
   * Nobody waits for the pointer: where the database does not answer, that would take as long again.
   */
  async #looking<Result>(reading: Promise<Result>): Promise<Result> {
    try {
      return await reading;
    } catch (error) {
      this.#refreshing ??= this.refresh()
        .catch(() => {})
        .finally(() => {
          this.#refreshing = undefined;
        });
      throw error;
    }
  }

  #serveAs(before: DefinitionRows): boolean {
    return this.#definitions.every((one) => servingOf(before, one) === servingOf(this.#known, one));
  }

  /** A list may look into the details of another projection, which has a generation of its own. */
  #queriesOf(projection: Definition, generation: Generation): Queries {
    const database = this.#database;
    const used = new Map([[projection, generation]]);
    const of = (table: Table) => {
      const own = this.#projections.get(table) ?? projection;
      const its = used.get(own) ?? servingTarget(this.#known, own).generation;
      used.set(own, its);
      return tableIn(own, table, its);
    };
    const serves = () => and(...[...used].map(([one, its]) => this.#serves(one, its)));
    return {
      from: (table) => database.from(of(table)),
      column: (table, name) => database.column(of(table), name),
      equals: (table, name, value) => database.equals(of(table), name, value),
      within: (table, name, values) => database.within(of(table), name, values),
      startsWith: (table, name, prefix) => database.startsWith(of(table), name, prefix),
      contains: (table, name, part) => database.contains(of(table), name, part),
      select: (query) =>
        database.select({ ...query, table: of(query.table), where: and(query.where, serves()) }),
      count: (table, where) => database.count(of(table), and(where, serves())),
      countBy: (table, name, where) => database.countBy(of(table), name, and(where, serves())),
      ...(database.hints && { hints: hintsOf(database.hints, of) }),
    };
  }

  #serves({ id }: Definition, generation: Generation): SQL {
    const definition = this.#database.equals(definitions, 'id', id);
    const serving = this.#database.equals(definitions, 'serving', generation);
    return sql`exists (select 1 from ${sql.identifier(definitions.name)} where ${definition} and ${serving})`;
  }
}
