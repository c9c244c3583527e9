import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Texts of queries that are kept ready: more than a service has, but for lists with every combination of filters. */
const statementsMax = 200;

/**
 * Compiles a query once. drizzle prepares each of them anew, which takes about as long as to run it; SQLite compiles a
 * statement again by itself where the schema has changed.
 */
export class SqliteClient extends DatabaseSync {
  readonly #statements = new Map<string, StatementSync>();

  override prepare(query: string): StatementSync {
    const known = this.#statements.get(query);
    // The one that was used last is the last one to go.
    if (known) this.#statements.delete(query);
    else if (this.#statements.size >= statementsMax)
      this.#statements.delete([...this.#statements.keys()][0]!);
    const statement = known ?? super.prepare(query);
    this.#statements.set(query, statement);
    return statement;
  }
}
