/**
 * Builds read models anew from the log, while the old ones serve.
 *
 *   clear the generation that does not serve → replay the log into it, without its indexes → make these → under the lock that all writers take: the
 *   last events, and the pointer → settle the dead letters that are applied now
 *
 * Live consumers go on projecting into the generation that serves, and read which one that is in each of their
 * transactions. When the pointer moves, the new generation is at the end of the log, so at or after whatever was
 * applied to the old one: what they bring next either follows, or is covered and skipped.
 */
import { randomUUID } from 'node:crypto';
import { type EventLog, PermanentError, type Place, readHead, readPartition } from '@quickmart/streams';
import { advance, type Context, reached } from './advance.ts';
import { checkpoints } from './checkpoint.ts';
import { type Database, reasonOf, retrying, type Transaction } from './database.ts';
import {
  generations,
  other,
  type ParkedRow,
  parkedAggregates,
  readGenerations,
  servingOf,
  type Target,
  targetOf,
  writeLock,
} from './generation.ts';
import { createIndexes, dropIndexes } from './indexes.ts';
import { chosen, type Projection } from './projection.ts';
import { ReadModelProjector, type Targets } from './projector.ts';
import { assertSameLog, decoded, replay, SupersededError } from './replay.ts';
import { parkedIn, settle } from './settle.ts';
import type { Table } from './table.ts';

export type RebuildOptions = {
  /** `store.log` */
  log: EventLog;
  /** Of the read models in Redis: `<service>-read-models`. Its dead letters are settled. */
  group: string;
  /** By name; without: all. */
  projections?: readonly string[] | undefined;
  /** Begin anew where a rebuild was interrupted, e.g. because the code has changed since; else it is resumed. */
  restart?: boolean | undefined;
  /** Events in one transaction, for which those who project live have to wait. */
  batch?: number | undefined;
  /** Interrupts it; it can be resumed. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: RebuildProgress) => void) | undefined;
};
/** `events`: read by this run. `share`: of the log that is done, from 0 to 1. */
export type RebuildProgress = { category: string; events: number; share: number };

/**
 * `parked`: aggregates that still cannot be applied, with the reason where this run has met it. `settled`: dead letters
 * that are applied now.
 */
export type Rebuilt = {
  projections: string[];
  events: number;
  parked: (ParkedRow & { reason?: string })[];
  settled: number;
};

type Work = RebuildOptions & {
  database: Database;
  all: readonly Projection[];
  chosen: readonly Projection[];
  /** Why an event cannot be applied, by its id. */
  reasons: Map<string, string>;
};

/** Throws an Error where a projection is unknown, and SupersededError where another rebuild of it has begun since. */
export async function rebuild(
  database: Database,
  all: readonly Projection[],
  options: RebuildOptions,
): Promise<Rebuilt> {
  const reasons = new Map<string, string>();
  const work: Work = { ...options, database, all, chosen: chosen(all, options.projections), reasons };
  const targets = await begin(work);
  const projector = new ReadModelProjector({ database, projections: work.chosen, targets });
  const categories = categoriesOf(work.chosen);
  let events = 0;
  const catchUp = async () => {
    for (const category of categories) events += await fill(work, projector, category, events);
  };
  await catchUp();
  await index(work, targets);
  do await catchUp();
  while (!(await finish(work, targets)));
  const left = (await Promise.all(work.chosen.map((one) => parkedIn(database, [one])))).flat();
  const parked = left.map((row) => {
    const reason = reasons.get(row.eventId);
    return reason === undefined ? row : { ...row, reason };
  });
  const settled = await settle({ ...work, categories: categoriesOf(work.chosen) });
  return { projections: work.chosen.map(({ name }) => name), events, parked, settled };
}

const categoriesOf = (projections: readonly Projection[]): string[] => [
  ...new Set(projections.flatMap(({ sources }) => [...sources.keys()])),
];

/** Takes over the generation that does not serve, and clears it unless a rebuild was under way. */
async function begin({ database, chosen, restart = false }: Work): Promise<Targets> {
  const mine = randomUUID();
  const row = (target: Target) => ({ projection: target.projection.name, rebuild: mine });
  await retrying(database, () =>
    database.change(writeLock, async (tx) => {
      const rows = await readGenerations(tx);
      const targets = idle(rows, chosen);
      for (const target of targets)
        if (restart || rows.get(target.projection.name)?.rebuild === null)
          await clear({ tx, database }, target);
      await tx.update(generations, targets.map(row), ['rebuild']);
    }),
  );
  return async (tx, projections) => {
    const rows = await readGenerations(tx);
    if (projections.some(({ name }) => rows.get(name)?.rebuild !== mine))
      throw new SupersededError('another rebuild of the same projection has begun, or has ended this one');
    return idle(rows, projections);
  };
}

const idle = (rows: Awaited<ReturnType<typeof readGenerations>>, projections: readonly Projection[]) =>
  projections.map((projection) => targetOf(projection, other(servingOf(rows, projection))));

async function clear(context: Omit<Context, 'category'>, target: Target): Promise<void> {
  const { tx } = context;
  for (const table of tablesIn(target)) {
    await dropIndexes(context, table);
    await tx.clear(table);
  }
  for (const own of [checkpoints, parkedAggregates]) await tx.remove(own, [target.name]);
}

const tablesIn = ({ table, details, totals }: Target): Table[] =>
  [table, details, totals].filter((one) => one !== undefined);

async function index({ database, chosen }: Work, targetsOf: Targets): Promise<void> {
  await retrying(database, () =>
    database.change(writeLock, async (tx) => {
      const targets = await targetsOf(tx, chosen);
      for (const table of targets.flatMap(tablesIn)) await createIndexes({ tx, database }, table);
    }),
  );
}

async function fill(
  work: Work,
  projector: ReadModelProjector,
  category: string,
  before: number,
): Promise<number> {
  const { log, signal, onProgress, reasons, batch = 2000 } = work;
  const head = await readHead(log.redis, category);
  let events = 0;
  const applied = (count: number, { pos }: Place) => {
    events += count;
    onProgress?.({ category, events: before + events, share: Math.min(1, pos / (head?.pos ?? pos)) });
  };
  const parked = (eventId: string, error: unknown) => void reasons.set(eventId, reasonOf(error));
  await replay({ log, projector, category, batch, signal, applied, parked });
  return events;
}

/** False where one of the last events has to be parked first. */
async function finish({ database, log, chosen }: Work, targetsOf: Targets): Promise<boolean> {
  const switchTo = async (tx: Transaction) => {
    const targets = await targetsOf(tx, chosen);
    for (const category of categoriesOf(chosen)) await lastEvents({ tx, database, category }, log, targets);
    const rows = targets.map(({ projection, generation }) => ({
      ...{ projection: projection.name, serving: generation, rebuild: null, switchedAt: Date.now() },
    }));
    await tx.update(generations, rows, ['serving', 'rebuild', 'switchedAt']);
  };
  try {
    await retrying(database, () => database.transaction(writeLock, switchTo));
    return true;
  } catch (error) {
    if (error instanceof PermanentError) return false;
    throw error;
  }
}

/** What has come since the replay: a few events, for nobody can have applied more than there are. */
async function lastEvents(context: Context, log: EventLog, targets: readonly Target[]): Promise<void> {
  const { category } = context;
  const own = targets.filter(({ projection }) => projection.sources.has(category));
  const before = await reached(context, own);
  const head = await readHead(log.redis, category);
  for (const [partition, after] of before) await assertSameLog(log, category, partition, after);
  for (let partition = 0; partition < (head?.partitions ?? 0); partition++)
    for await (const page of readPartition(log.redis, category, partition, { after: before.get(partition) }))
      await advance(context, own, decoded(log, page));
}
