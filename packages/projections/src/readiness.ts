/** What readiness says of the read models: it reads what queries read. */
import { OutageError } from '@quickmart/streams';
import { asc } from 'drizzle-orm';
import type { ReadModelProjector } from './apply/projector.ts';
import type { Definition } from './projection/definition.ts';
import { BuildingError, parkedAggregates, readDefinitions, servingTarget } from './projection/generation.ts';
import { tablesOf } from './projection/projection.ts';
import type { Serving } from './query/serving.ts';
import type { Use } from './rebuild/use.ts';
import { type Database, retrying } from './table/database.ts';

export const heldUp =
  'new tables are built, and begin to serve when no other session, such as a report, reads the views that show the old ones';

type Looked = {
  database: Database;
  definitions: readonly Definition[];
  serving: Serving;
  projector: ReadModelProjector;
  use: Use | undefined;
};

export class Readiness {
  /** By a session that reads tables or views that are to change. */
  isHeldUp = false;
  readonly #looked: Looked;

  constructor(looked: Looked) {
    this.#looked = looked;
  }

  /**
   * Rejects with the reason while queries are not answered or events are not applied. `detail`: what an operator should know
   * nevertheless.
   */
  async check(): Promise<{ detail?: string }> {
    const { database, projector, use } = this.#looked;
    const { damage, place } = database;
    if (damage)
      throw new OutageError(`the database ${place} is damaged: ${damage.message}`, { cause: damage });
    use?.assertKept();
    if (projector.waiting) throw projector.waiting;
    await this.#readAll().catch((error: Error) => {
      if (!(error instanceof BuildingError && this.isHeldUp)) throw error;
      throw new OutageError(`${error.message}; ${heldUp}`, { cause: error });
    });
    const details = [this.isHeldUp ? heldUp : undefined, await this.#leftOut()];
    const detail = details.filter((one) => one !== undefined).join('; ');
    return detail === '' ? {} : { detail };
  }

  /** One row by every index. */
  async #readAll(): Promise<void> {
    const { definitions, serving } = this.#looked;
    for (const table of definitions.flatMap(tablesOf))
      for (const index of [table.primaryKey, ...table.unique, ...table.indexes])
        await serving.query(
          table,
          (queries) => {
            const orderBy = index.map((name) => asc(queries.column(table, name)));
            return queries.select({ table, orderBy, limit: 1 });
          },
          (rows) => rows.length === 0,
        );
  }

  /** Aggregates whose rows are as they were before an event that cannot be applied. */
  async #leftOut(): Promise<string | undefined> {
    const { database, definitions } = this.#looked;
    const counts = await retrying(database, async () => {
      const rows = await readDefinitions(database);
      const names = definitions.map((one) => servingTarget(rows, one).name);
      const where = database.within(parkedAggregates, 'projection', names);
      const found = await database.countBy(parkedAggregates, 'projection', where);
      return found.map(({ value, total }) => `${total} of ${definitions[names.indexOf(`${value}`)]!.name}`);
    });
    if (counts.length === 0) return undefined;
    return `an event cannot be applied, so aggregates are left out: ${counts.sort().join(', ')}. See pnpm qa dead list`;
  }
}
