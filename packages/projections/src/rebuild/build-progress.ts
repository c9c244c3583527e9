/** How far a build is, in the rows of its definitions: for readiness, and for the process that waits to take over. */
import type { Definition } from '../projection/definition.ts';
import { type DefinitionRows, definitions } from '../projection/generation.ts';
import type { Transaction } from '../table/database.ts';

export class BuildProgress {
  /** Events that this run has read. */
  read = 0;
  readonly #chosen: readonly Definition[];
  readonly #builder: string;
  readonly #total: number;
  #before = 0;
  #beat = 0;

  constructor(chosen: readonly Definition[], builder: string, total: number) {
    this.#chosen = chosen;
    this.#builder = builder;
    this.#total = total;
  }

  /** Goes on from where an interrupted one was. */
  from(rows: DefinitionRows, fresh: ReadonlySet<string>): void {
    const own = this.#chosen.flatMap(({ id }) => rows.get(id) ?? []);
    this.#beat = Math.max(0, ...own.map(({ beat }) => beat)) % 1_000_000_000;
    this.#before = fresh.size > 0 ? 0 : Math.max(0, ...own.map(({ events }) => events));
  }

  async write(tx: Transaction): Promise<void> {
    const beat = ++this.#beat;
    const events = Math.min(this.#before + this.read, this.#total);
    const rows = this.#chosen.map(({ id }) => ({
      id,
      rebuild: this.#builder,
      beat,
      events,
      total: this.#total,
    }));
    await tx.update(definitions, rows, ['rebuild', 'beat', 'events', 'total']);
  }
}
