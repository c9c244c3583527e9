/**
 * Requests that wait for a projection to reach a place. A process that projects knows it right after its commit. One that
 * does not (ROLE=api) asks the database, in one query for all that wait.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { comparePositions, type Position } from '@quickmart/streams';
import { limits } from '../limits.ts';
import type { Definition } from '../projection/definition.ts';
import { nameIn, type Place, readDefinitions, servingOf } from '../projection/generation.ts';
import type { Database } from '../table/database.ts';
import { type CheckpointRow, checkpoints, isCovered } from './checkpoint.ts';

type Waiter = { position: Position; resolve: (reached: boolean) => void };

export class Progress {
  readonly #database: Database;
  readonly #projections: readonly Definition[];
  readonly #reached = new Map<string, Place>();
  readonly #waiters = new Set<Waiter>();
  #polling = false;

  constructor(database: Database, projections: readonly Definition[]) {
    this.#database = database;
    this.#projections = projections;
  }

  /** Checkpoints of generations that serve, under the names of their projections. */
  note(rows: readonly CheckpointRow[]): void {
    for (const row of rows) {
      const known = this.#reached.get(keyOf(row));
      if (known === undefined || comparePositions(row, known) > 0) this.#reached.set(keyOf(row), row);
    }
    for (const waiter of this.#waiters) if (this.#has(waiter.position)) waiter.resolve(true);
  }

  /**
   * True when every projection of the category has reached it. False when time is up, when none projects the category, or when
   * so many wait already that it is better to answer at once.
   */
  async wait(position: Position, timeoutMs: number): Promise<boolean> {
    if (!this.#projections.some(({ sources }) => sources.has(position.category))) return false;
    if (this.#has(position)) return true;
    if (this.#waiters.size >= limits.waitersMax) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiter = { position, resolve };
    const timer = setTimeout(resolve, timeoutMs, false);
    this.#waiters.add(waiter);
    void this.#poll();
    const reached = await promise;
    clearTimeout(timer);
    this.#waiters.delete(waiter);
    return reached;
  }

  close(): void {
    for (const { resolve } of this.#waiters) resolve(false);
  }

  async #poll(): Promise<void> {
    if (this.#polling) return;
    this.#polling = true;
    while (this.#waiters.size > 0) {
      // While the database is down, only their own time limit ends the wait.
      this.note(await this.read().catch(() => []));
      await sleep(limits.pollMs);
    }
    this.#polling = false;
  }

  /** The checkpoints of the rows that serve, under the names of their projections. */
  async read(): Promise<CheckpointRow[]> {
    const definitions = await readDefinitions(this.#database);
    const rows = (await this.#database.select({ table: checkpoints })) as CheckpointRow[];
    return this.#projections.flatMap((projection) => {
      const generation = servingOf(definitions, projection);
      const name = generation && nameIn(projection, generation);
      const own = rows.filter((row) => row.projection === name);
      return own.map((row) => ({ ...row, projection: projection.name }));
    });
  }

  #has(position: Position): boolean {
    return this.#projections
      .filter(({ sources }) => sources.has(position.category))
      .every(({ name }) => isCovered(position, this.#reached.get(keyOf({ ...position, projection: name }))));
  }
}

const keyOf = ({
  projection,
  category,
  partition,
}: Pick<CheckpointRow, 'projection' | 'category' | 'partition'>) => `${projection}/${category}.${partition}`;
