/**
 * Builds read models from the log, the first time or anew while the old rows serve.
 *
 *   make the tables of the generation that does not serve → replay the log into them → make their indexes → under the
 *   lock that all writers take: the last events, the pointer, the views → settle the dead letters that are applied now
 *
 * Live consumers go on projecting into the generation that serves, and read which one that is in each of their
 * transactions. When the pointer moves, the new generation is at the end of the log, so at or after whatever was
 * applied to the old one: what they bring next either follows, or is covered and skipped.
 */
import { randomUUID } from 'node:crypto';
import { type EventLog, PermanentError, type Place, readHead, readPartition } from '@quickmart/streams';
import { advance, type Context, reached } from '../apply/advance.ts';
import { checkpoints } from '../apply/checkpoint.ts';
import { ReadModelProjector, type Targets } from '../apply/projector.ts';
import { limits } from '../limits.ts';
import type { Definition } from '../projection/definition.ts';
import {
  type DefinitionRows,
  definitions,
  idleTarget,
  type ParkedRow,
  parkedAggregates,
  readDefinitions,
  type Target,
  tablesIn,
  writeLock,
} from '../projection/generation.ts';
import { chosen } from '../projection/projection.ts';
import { type Database, reasonOf, retrying, type Transaction } from '../table/database.ts';
import { type Change, createIndexes, createTable, dropTable } from './ddl.ts';
import { assertSameLog, decoded, replay, SupersededError } from './replay.ts';
import { parkedIn, settle } from './settle.ts';
import { dropMigrated, showIn } from './views.ts';

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

export type Work = Omit<RebuildOptions, 'projections' | 'group'> & {
  database: Database;
  all: readonly Definition[];
  chosen: readonly Definition[];
  /** Who does it. */
  builder: string;
  /** Whether the views of other definitions are taken over. */
  takesViews: boolean;
  /** Asked under the lock: what it does not take over stays with whoever builds it. */
  mayBegin?: (rows: DefinitionRows) => boolean;
};

/** Throws an Error where a projection is unknown, and SupersededError where another rebuild of it has begun since. */
export async function rebuild(
  database: Database,
  all: readonly Definition[],
  options: RebuildOptions,
): Promise<Rebuilt> {
  const mine = chosen(all, options.projections);
  const work: Work = { ...options, database, all, chosen: mine, builder: randomUUID(), takesViews: false };
  const { events, reasons } = await build(work);
  const left = await Promise.all(
    mine.map(async (one) =>
      (await parkedIn(database, [one])).map((row) => ({ ...row, projection: one.name })),
    ),
  );
  const parked = left.flat().map((row) => {
    const reason = reasons.get(row.eventId);
    return reason === undefined ? row : { ...row, reason };
  });
  const { log, group } = options;
  const settled = await settle({ database, log, group, all, categories: categoriesOf(mine) });
  return { projections: mine.map(({ name }) => name), events, parked, settled };
}

/** Returns how many events it has read, and why some of them cannot be applied, by their ids. */
export async function build(work: Work): Promise<{ events: number; reasons: Map<string, string> }> {
  const { database } = work;
  const reasons = new Map<string, string>();
  const progress = new BuildProgress(work, await lengthOf(work));
  const targets = await begin(work, progress);
  const beat = (tx: Transaction) => progress.write(tx);
  const projector = new ReadModelProjector({ database, projections: work.chosen, targets, beat });
  const catchUp = async () => {
    for (const category of categoriesOf(work.chosen))
      await fill(work, { projector, category, progress, reasons });
  };
  await catchUp();
  await index(work, targets, progress);
  do await catchUp();
  while (!(await finish(work, targets)));
  return { events: progress.read, reasons };
}

export const categoriesOf = (projections: readonly Definition[]): string[] => [
  ...new Set(projections.flatMap(({ sources }) => [...sources.keys()])),
];

/** Events of the categories: positions are dense. */
async function lengthOf({ log, chosen }: Work): Promise<number> {
  const heads = await Promise.all(categoriesOf(chosen).map((category) => readHead(log.redis, category)));
  return heads.reduce((sum, head) => sum + (head?.pos ?? 0), 0);
}

/** How far a build is, in the rows of its definitions: for readiness, and for who waits to take over. */
class BuildProgress {
  read = 0;
  readonly #chosen: readonly Definition[];
  readonly #builder: string;
  readonly #total: number;
  #before = 0;
  #beat = 0;

  constructor({ chosen, builder }: Work, total: number) {
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

/** Takes over the generation that does not serve, and makes its tables unless a rebuild was under way. */
async function begin(work: Work, progress: BuildProgress): Promise<Targets> {
  const { database, chosen, restart = false, builder, mayBegin = () => true } = work;
  await retrying(database, () =>
    database.change(writeLock, async (tx) => {
      const rows = await readDefinitions(tx);
      if (!mayBegin(rows)) throw superseded();
      const fresh = idle(rows, chosen).filter(
        ({ projection }) => restart || (rows.get(projection.id)?.rebuild ?? null) === null,
      );
      for (const target of fresh) await makeAnew({ tx, database }, target);
      progress.from(rows, new Set(fresh.map(({ name }) => name)));
      await progress.write(tx);
    }),
  );
  return async (tx, projections) => {
    const rows = await readDefinitions(tx);
    if (projections.some(({ id }) => rows.get(id)?.rebuild !== builder)) throw superseded();
    return idle(rows, projections);
  };
}

const superseded = () =>
  new SupersededError('another rebuild of the same projection has begun, or has ended this one');

const idle = (rows: DefinitionRows, projections: readonly Definition[]) =>
  projections.map((projection) => idleTarget(rows, projection));

async function makeAnew(change: Change, target: Target): Promise<void> {
  for (const table of tablesIn(target)) {
    await dropTable(change, table.name);
    await createTable(change, table);
  }
  for (const own of [checkpoints, parkedAggregates]) await change.tx.remove(own, [target.name]);
}

async function index({ database, chosen }: Work, targetsOf: Targets, progress: BuildProgress): Promise<void> {
  await retrying(database, () =>
    database.change(writeLock, async (tx) => {
      const targets = await targetsOf(tx, chosen);
      for (const table of targets.flatMap(tablesIn)) await createIndexes({ tx, database }, table);
      await progress.write(tx);
    }),
  );
}

type Filling = {
  projector: ReadModelProjector;
  category: string;
  progress: BuildProgress;
  reasons: Map<string, string>;
};

async function fill(work: Work, { projector, category, progress, reasons }: Filling): Promise<void> {
  const { log, signal, onProgress, batch = limits.rebuildBatch } = work;
  const head = await readHead(log.redis, category);
  const applied = (count: number, { pos }: Place) => {
    progress.read += count;
    onProgress?.({ category, events: progress.read, share: Math.min(1, pos / (head?.pos ?? pos)) });
  };
  const parked = (eventId: string, error: unknown) => void reasons.set(eventId, reasonOf(error));
  await replay({ log, projector, category, batch, signal, applied, parked });
}

/** False where one of the last events has to be parked first. */
async function finish(work: Work, targetsOf: Targets): Promise<boolean> {
  const { database, log, chosen, all, takesViews } = work;
  const switchTo = async (tx: Transaction) => {
    const targets = await targetsOf(tx, chosen);
    for (const category of categoriesOf(chosen)) await lastEvents({ tx, database, category }, log, targets);
    const rows = targets.map(({ projection, generation }) => ({
      id: projection.id,
      serving: generation,
      rebuild: null,
      switchedAt: Date.now(),
    }));
    await tx.update(definitions, rows, ['serving', 'rebuild', 'switchedAt']);
    await dropMigrated({ tx, database }, all);
    await showIn({ tx, database }, targets, takesViews ? 'any' : new Set());
  };
  try {
    await retrying(database, () => database.change(writeLock, switchTo));
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
