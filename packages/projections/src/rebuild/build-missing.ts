/**
 * Makes sure that the tables of this build are there: one of its processes builds them from the log, and the others wait.
 * One of these takes over where the first has stopped.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog, Logger } from '@quickmart/streams';
import type { Timing } from '../limits.ts';
import type { Definition } from '../projection/definition.ts';
import { type DefinitionRows, readDefinitions, servingOf, targetOf } from '../projection/generation.ts';
import { type Database, retrying } from '../table/database.ts';
import { build } from './build.ts';
import { changeTables } from './change-tables.ts';
import { SupersededError } from './replay.ts';
import { areElsewhere, showIn } from './views.ts';

/** Events that cannot be applied: so many are logged. */
const toldMax = 20;

export type Builder = {
  database: Database;
  all: readonly Definition[];
  process: string;
  log: EventLog;
  /** Of the read models in Redis, whatever their build: `<service>-read-models`. */
  group: string;
  logger: Logger;
  timing: Timing;
  signal: AbortSignal;
  /** See {@link Changing}. */
  onLocked: () => void;
};

/** Resolves when all tables of this build serve, and the views show them. Returns whether this process has built some. */
export async function buildMissing(builder: Builder): Promise<boolean> {
  const { database, all, timing, signal } = builder;
  const watch = new Watch(builder);
  for (let hasBuilt = false; ; ) {
    signal.throwIfAborted();
    const rows = await retrying(database, () => readDefinitions(database));
    const missing = all.filter((one) => servingOf(rows, one) === undefined);
    if (missing.length === 0) {
      await takeViews(builder);
      return hasBuilt;
    }
    if (!watch.isFree(rows, missing)) await sleep(timing.buildPollMs);
    else hasBuilt = (await buildOnce(builder, missing, watch)) || hasBuilt;
  }
}

/** False where another process was first. */
async function buildOnce(
  { database, all, process, log, group, logger, signal, onLocked }: Builder,
  missing: readonly Definition[],
  watch: Watch,
): Promise<boolean> {
  const names = missing.map(({ id }) => id);
  try {
    const mayBegin = (rows: DefinitionRows) => watch.isFree(rows, missing);
    const started = performance.now();
    const { events, reasons } = await build({
      database,
      all,
      chosen: missing,
      builder: process,
      takesViews: true,
      mayBegin,
      log,
      group,
      signal,
      onLocked,
    });
    const ms = Math.round(performance.now() - started);
    logger.info({ readModels: names, events, ms }, 'read models built from the log');
    for (const [eventId, reason] of [...reasons].slice(0, toldMax))
      logger.error(
        { readModels: names, eventId, reason, events: reasons.size },
        'an event cannot be applied, and its aggregate is left out from there on: mend the projection and raise its revision',
      );
    return true;
  } catch (error) {
    if (error instanceof SupersededError) return false;
    throw error;
  }
}

/** Whether another process builds: its beat moves while this one looks on. */
class Watch {
  readonly #builder: Builder;
  #seen: string | undefined;
  #since = 0;

  constructor(builder: Builder) {
    this.#builder = builder;
  }

  isFree(rows: DefinitionRows, missing: readonly Definition[]): boolean {
    const { process, timing } = this.#builder;
    const others = missing
      .map(({ id }) => rows.get(id))
      .filter((row) => row !== undefined && row.rebuild !== null && row.rebuild !== process);
    const seen = JSON.stringify(others.map((row) => [row?.id, row?.rebuild, row?.beat]));
    if (seen !== this.#seen) {
      this.#seen = seen;
      this.#since = performance.now();
    }
    return others.length === 0 || performance.now() - this.#since > timing.stalledMs;
  }
}

/** Reports read the rows of the build that was started last. */
async function takeViews(builder: Builder): Promise<void> {
  const { database, all } = builder;
  const rows = await readDefinitions(database);
  if (!(await areElsewhere(database, rows, all))) return;
  await changeTables(builder, async (change) => {
    const current = await readDefinitions(change.tx);
    const targets = all.flatMap((definition) => {
      const generation = servingOf(current, definition);
      return generation === undefined ? [] : [targetOf(definition, generation)];
    });
    await showIn(change, targets, 'any');
  });
}
