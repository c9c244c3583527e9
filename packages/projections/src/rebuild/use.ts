/**
 * Says that this process uses its tables, and drops what no process uses any more.
 *
 * A process is gone when its row has not moved while this process looked often enough. It looks once per heartbeat, and counts
 * these looks, not the time: so no two clocks are compared, and a process that slept, or waited for minutes behind one that
 * made indexes, has looked only once. When a build has no process left, its consumer group goes at once, because it would be
 * behind for ever. Its tables go after `keepMs`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type EventLog, forgetGroup, type Logger, NotReadyError } from '@quickmart/streams';
import { checkpoints } from '../apply/checkpoint.ts';
import type { Timing } from '../limits.ts';
import type { Definition } from '../projection/definition.ts';
import {
  definitions,
  nameIn,
  parkedAggregates,
  readDefinitions,
  servingOf,
  targetOf,
  writeLock,
} from '../projection/generation.ts';
import { type Database, isLocked, retrying, type Transaction } from '../table/database.ts';
import { type Change, dropTable } from './ddl.ts';
import { type BuildRow, builds, readBuilds, suffixOf, type UseRow, uses } from './registry.ts';
import { dropViewsOf, showIn } from './views.ts';

/** `group`: of this service's read models, without a number. */
export type Groups = { log: EventLog; group: string; categories: Iterable<string> };

export type UseOptions = {
  database: Database;
  definitions: readonly Definition[];
  process: string;
  build: BuildRow;
  logger: Logger;
  timing: Timing;
};

type Unused = { since: number; isForgotten: boolean };

export class Use {
  readonly #options: UseOptions;
  readonly #ended = new AbortController();
  readonly #running: Promise<void>;
  #looks = 0;
  /** What was seen of other processes, and at which look first. */
  readonly #seen = new Map<string, { beat: number; look: number }>();
  /** Builds that have no process, since when, and whether their consumer groups are gone. */
  readonly #unused = new Map<string, Unused>();
  #groups: Groups | undefined;
  #isDropped = false;

  constructor(options: UseOptions) {
    this.#options = options;
    this.#running = this.#run(this.#ended.signal);
  }

  /** From now on it also drops what others have left. */
  clean(groups: Groups): void {
    this.#groups = groups;
  }

  /** @throws NotReadyError where others took this process for gone, and dropped its tables. */
  assertKept(): void {
    if (this.#isDropped)
      throw new NotReadyError(
        'this process stood still for so long that others have dropped its tables: start it anew',
      );
  }

  async end(): Promise<void> {
    const { database, process } = this.#options;
    this.#ended.abort();
    await this.#running;
    // Where the database is down, others find out.
    await database.transaction(writeLock, (tx) => tx.remove(uses, [process])).catch(() => {});
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { logger, timing, database } = this.#options;
    for (;;) {
      await sleep(timing.heartbeatMs, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      try {
        const unused = await retrying(database, () =>
          database.transaction(writeLock, (tx) => this.#beat(tx)),
        );
        this.#looks++;
        if (this.#groups !== undefined) await this.#takeAway(unused, this.#groups);
      } catch (error) {
        logger.debug({ err: error }, 'a heartbeat of the read models failed');
      }
    }
  }

  /** Returns the builds that no process uses. */
  async #beat(tx: Transaction): Promise<BuildRow[]> {
    const { process, build } = this.#options;
    const all = await readBuilds(tx);
    this.#isDropped ||= !all.some((row) => row.build === build.build);
    if (this.#isDropped) return [];
    const rows = (await tx.select({ table: uses })) as UseRow[];
    const own = rows.find((row) => row.process === process);
    const next = { process, build: build.build, beat: (own?.beat ?? 0) + 1 };
    if (own === undefined) await tx.insert(uses, [next]);
    else await tx.update(uses, [next], ['beat']);
    const gone = rows.filter((row) => row !== own && this.#isGone(row)).map((row) => row.process);
    if (gone.length > 0) await tx.remove(uses, gone);
    const used = new Set(rows.filter((row) => !gone.includes(row.process)).map((row) => row.build));
    return all.filter((row) => row.build !== build.build && !used.has(row.build));
  }

  #isGone({ process, beat }: UseRow): boolean {
    const { heartbeatMs, goneMs } = this.#options.timing;
    const seen = this.#seen.get(process);
    if (seen?.beat === beat) return (this.#looks - seen.look) * heartbeatMs > goneMs;
    this.#seen.set(process, { beat, look: this.#looks });
    return false;
  }

  async #takeAway(unused: readonly BuildRow[], groups: Groups): Promise<void> {
    const now = performance.now();
    for (const build of this.#unused.keys())
      if (!unused.some((row) => row.build === build)) this.#unused.delete(build);
    for (const row of unused) {
      const state = this.#unused.get(row.build) ?? { since: now, isForgotten: false };
      this.#unused.set(row.build, state);
      if (!state.isForgotten) await this.#forget(row, groups);
      state.isForgotten = true;
      if (now - state.since >= this.#options.timing.keepMs) await this.#dropOrWait(row, state);
    }
  }

  /** Its consumer group: who starts this build again makes it anew, at the checkpoints. */
  async #forget({ slot }: BuildRow, { log, group, categories }: Groups): Promise<void> {
    for (const category of categories) await forgetGroup(log, category, `${group}${suffixOf(slot)}`);
  }

  /** Tables that a report still reads are dropped later. */
  async #dropOrWait(row: BuildRow, state: Unused): Promise<void> {
    try {
      await this.#drop(row);
      this.#unused.delete(row.build);
    } catch (error) {
      if (!isLocked(error)) throw error;
      state.since = performance.now();
    }
  }

  async #drop({ build }: BuildRow): Promise<void> {
    const { database, logger } = this.#options;
    const dropped = await database.change(writeLock, async (tx) => {
      const all = await readBuilds(tx);
      const found = all.find((row) => row.build === build);
      const isUsed = ((await tx.select({ table: uses })) as UseRow[]).some((row) => row.build === build);
      if (found === undefined || isUsed) return [];
      const others = all.filter((row) => row !== found);
      const kept = new Set(others.flatMap((row) => row.definitions.map(({ id }) => id)));
      await tx.remove(builds, [build]);
      const gone = found.definitions.filter(({ id }) => !kept.has(id));
      await this.#dropDefinitions({ tx, database }, gone);
      return gone.map(({ id }) => id);
    });
    if (dropped.length > 0) logger.info({ build, dropped }, 'tables that no process uses were dropped');
  }

  async #dropDefinitions(change: Change, gone: BuildRow['definitions']): Promise<void> {
    if (gone.length === 0) return;
    const { tx } = change;
    const rows = await readDefinitions(tx);
    const own = this.#options.definitions.flatMap((definition) => {
      const generation = servingOf(rows, definition);
      return generation === undefined ? [] : [targetOf(definition, generation)];
    });
    // A view that showed them shows those of this build; one that this build does not have goes.
    const ids = gone.map(({ id }) => id);
    await showIn(change, own, new Set(ids));
    await dropViewsOf(change, new Set(ids));
    for (const name of gone.flatMap(({ tables }) => tables))
      for (const one of [name, `${name}_2`]) await dropTable(change, one);
    const names = ids.flatMap((id) => [nameIn({ id }, 1), nameIn({ id }, 2)]);
    for (const table of [checkpoints, parkedAggregates]) await tx.remove(table, names);
    await tx.remove(definitions, ids);
  }
}
