/**
 * Sees to it that the tables of this build are there: one of its processes builds them from the log, the others wait, and
 * one of them takes over where that one has stopped.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog, Logger } from '@quickmart/streams';
import type { Timing } from '../limits.ts';
import type { Definition } from '../projection/definition.ts';
import {
  type DefinitionRows,
  definitions,
  readDefinitions,
  servingOf,
  tablesIn,
  targetOf,
  writeLock,
} from '../projection/generation.ts';
import { type Database, retrying } from '../table/database.ts';
import { createIndexes, createTable } from './ddl.ts';
import { build } from './rebuild.ts';
import { register, uses } from './registry.ts';
import { SupersededError } from './replay.ts';
import { areElsewhere, showIn } from './views.ts';

/** Of the events that cannot be applied. */
const toldMax = 20;

export type Builder = {
  database: Database;
  all: readonly Definition[];
  process: string;
  logger: Logger;
  timing: Timing;
  signal: AbortSignal;
};

/** Resolves when all tables of this build serve, and the views show them. Returns whether this process has built some. */
export async function buildMissing(builder: Builder, log: EventLog): Promise<boolean> {
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
    else hasBuilt = (await buildOnce(builder, log, missing, watch)) || hasBuilt;
  }
}

/** False where another process was first. */
async function buildOnce(
  { database, all, process, logger, signal }: Builder,
  log: EventLog,
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
      signal,
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

/** Whether somebody else builds: his beat moves while we look on. */
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

/** Reports read what was started last. */
async function takeViews({ database, all }: Builder): Promise<void> {
  const rows = await readDefinitions(database);
  if (!(await areElsewhere(database, rows, all))) return;
  await retrying(database, () =>
    database.change(writeLock, async (tx) => {
      const current = await readDefinitions(tx);
      const targets = all.flatMap((definition) => {
        const generation = servingOf(current, definition);
        return generation === undefined ? [] : [targetOf(definition, generation)];
      });
      await showIn({ tx, database }, targets, 'any');
    }),
  );
}

/** For shadows and tests, which have no log to build from: all tables are there at once, and empty. */
export async function serveEmpty(database: Database, all: readonly Definition[]): Promise<void> {
  const process = randomUUID();
  await register(database, all, process);
  await database.change(writeLock, async (tx) => {
    await tx.remove(uses, [process]);
    const rows = await readDefinitions(tx);
    const missing = all.filter((one) => servingOf(rows, one) === undefined);
    if (missing.length === 0) return;
    const targets = missing.map((one) => targetOf(one, 1));
    for (const table of targets.flatMap(tablesIn)) {
      await createTable({ tx, database }, table);
      await createIndexes({ tx, database }, table);
    }
    await showIn({ tx, database }, targets, 'any');
    const served = missing.map(({ id }) => ({ id, serving: 1 }));
    await tx.update(definitions, served, ['serving']);
  });
}
