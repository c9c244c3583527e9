/**
 * Builds the tables of a generation that does not serve, and has them serve.
 *
 *   make the tables → replay the log into them → make their indexes → under the lock that all writers take: apply the last
 *   events, move the pointer and the views
 *
 * Live consumers go on projecting into the generation that serves. They read which one that is in each transaction. When the
 * pointer moves, the new generation is at the end of the log, so at or after whatever was applied to the old one: what the
 * consumers bring next either follows, or is covered and skipped.
 */
import {
  decodeEvent,
  type EventLog,
  type LogEntry,
  OutageError,
  PermanentError,
  type Place,
  rawEvent,
  readHead,
  readPartition,
  type StoredEvent,
} from '@quickmart/streams';
import { advance, type Context, reached } from '../apply/advance.ts';
import { checkpoints } from '../apply/checkpoint.ts';
import { ReadModelProjector, type Targets } from '../apply/projector.ts';
import { limits } from '../limits.ts';
import type { Definition } from '../projection/definition.ts';
import {
  type DefinitionRows,
  definitions,
  idleTarget,
  parkedAggregates,
  readDefinitions,
  type Target,
  tablesIn,
  writeLock,
} from '../projection/generation.ts';
import { type Database, isLocked, retrying, type Transaction } from '../table/database.ts';
import { BuildProgress } from './build-progress.ts';
import { changeOnce, changeTables, pauseForReaders } from './change-tables.ts';
import { type Change, createIndexes, createTable, dropTable } from './ddl.ts';
import { assertResumable, replay, SupersededError } from './replay.ts';
import { Unapplied } from './unapplied.ts';
import { dropMigrated, showIn } from './views.ts';

export type BuildOptions = {
  /** `store.log` */
  log: EventLog;
  /** Begin anew where a build was interrupted, e.g. because the code has changed since. Else it is resumed. */
  restart?: boolean | undefined;
  /** Events in one transaction, for which those who project live have to wait. */
  batch?: number | undefined;
  /** Interrupts the build. The next one resumes it. */
  signal?: AbortSignal | undefined;
  /** Of the read models in Redis: `<service>-read-models`. There are the dead letters of events that cannot be applied. */
  group: string;
  onProgress?: ((progress: RebuildProgress) => void) | undefined;
  /** Called each time that another session, such as a report, is waited for, because it reads what is to be changed. */
  onLocked?: (() => void) | undefined;
};
/** `events`: read by this run. `share`: of the log that is done, from 0 to 1. */
export type RebuildProgress = { category: string; events: number; share: number };
/** Events that cannot be applied: why, by their ids. */
export type Reasons = ReadonlyMap<string, string>;

export type Work = BuildOptions & {
  database: Database;
  all: readonly Definition[];
  chosen: readonly Definition[];
  /** The process that builds. */
  builder: string;
  /** Whether the views of other definitions are taken over. */
  takesViews: boolean;
  /** Asked under the lock. False: another process builds, and keeps what it has. */
  mayBegin?: (rows: DefinitionRows) => boolean;
};

/** Returns how many events it has read, and which of them cannot be applied. */
export async function build(work: Work): Promise<{ events: number; reasons: Reasons }> {
  const { database } = work;
  const unapplied = new Unapplied(work);
  const progress = new BuildProgress(work.chosen, work.builder, await lengthOf(work));
  const targets = await begin(work, progress);
  const written = (tx: Transaction) => progress.write(tx);
  const projector = new ReadModelProjector({ database, projections: work.chosen, targets, written });
  const catchUp = async () => {
    for (const category of categoriesOf(work.chosen))
      await fill(work, { projector, category, progress, unapplied });
  };
  await catchUp();
  await index(work, targets, progress);
  do await catchUp();
  while (!(await finish(work, targets, progress)));
  return { events: progress.read, reasons: unapplied.reasons };
}

export const categoriesOf = (projections: readonly Definition[]): string[] => [
  ...new Set(projections.flatMap(({ sources }) => [...sources.keys()])),
];

/** Events of the categories: positions are dense. */
async function lengthOf({ log, chosen }: Work): Promise<number> {
  const heads = await Promise.all(categoriesOf(chosen).map((category) => readHead(log.redis, category)));
  return heads.reduce((sum, head) => sum + (head?.pos ?? 0), 0);
}

/** Takes over the generation that does not serve, and makes its tables unless a rebuild was under way. */
async function begin(work: Work, progress: BuildProgress): Promise<Targets> {
  const { chosen, restart = false, builder, mayBegin = () => true } = work;
  await changeTables(work, async (change) => {
    const rows = await readDefinitions(change.tx);
    if (!mayBegin(rows)) throw superseded();
    const fresh = idle(rows, chosen).filter(
      ({ projection }) => restart || (rows.get(projection.id)?.rebuild ?? null) === null,
    );
    for (const target of fresh) await makeAnew(change, target);
    progress.from(rows, new Set(fresh.map(({ name }) => name)));
    await progress.write(change.tx);
  });
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

async function index(work: Work, targetsOf: Targets, progress: BuildProgress): Promise<void> {
  await changeTables(work, async (change) => {
    const targets = await targetsOf(change.tx, work.chosen);
    for (const table of targets.flatMap(tablesIn)) await createIndexes(change, table);
    await progress.write(change.tx);
  });
}

type Filling = {
  projector: ReadModelProjector;
  category: string;
  progress: BuildProgress;
  unapplied: Unapplied;
};

async function fill(work: Work, { projector, category, progress, unapplied }: Filling): Promise<void> {
  const { log, signal, onProgress, batch = limits.rebuildBatch } = work;
  const head = await readHead(log.redis, category);
  const applied = (count: number, { pos }: Place) => {
    progress.read += count;
    onProgress?.({ category, events: progress.read, share: Math.min(1, pos / (head?.pos ?? pos)) });
  };
  const add = (logged: LogEntry, error: unknown) => unapplied.add(logged, error);
  await replay({ log, projector, category, batch, signal, applied, unapplied: add });
}

/** False where it has to catch up again first: one of the last events cannot be applied, or a report was waited for. */
async function finish(work: Work, targetsOf: Targets, progress: BuildProgress): Promise<boolean> {
  const { log, chosen, all, takesViews } = work;
  const switchTo = async ({ tx, database }: Change) => {
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
    await changeOnce(work, switchTo);
    return true;
  } catch (error) {
    if (error instanceof PermanentError) return false;
    if (isLocked(error)) await goOn(work, targetsOf, progress);
    await pauseForReaders(work, error);
    return false;
  }
}

/** Says to other processes that this one is still at work. */
async function goOn({ database, chosen }: Work, targetsOf: Targets, progress: BuildProgress): Promise<void> {
  const goingOn = async (tx: Transaction) => {
    await targetsOf(tx, chosen);
    await progress.write(tx);
  };
  await retrying(database, () => database.transaction(writeLock, goingOn));
}

/** What has come since the replay. */
async function lastEvents(context: Context, log: EventLog, targets: readonly Target[]): Promise<void> {
  const { category } = context;
  const own = targets.filter(({ projection }) => projection.sources.has(category));
  const before = await reached(context, own);
  const head = await readHead(log.redis, category);
  await assertResumable(log, before.values());
  for (let partition = 0; partition < (head?.partitions ?? 0); partition++)
    for await (const page of readPartition(log.redis, category, partition, { after: before.get(partition) }))
      await advance(context, own, decoded(log, page)).catch(toPermanent);
}

/** An event that cannot be applied, whoever has refused it: the replay finds it, and parks it. */
function toPermanent(error: unknown): never {
  if (error instanceof OutageError) throw error;
  throw new PermanentError('one of the last events cannot be applied', { cause: error });
}

/** Throws PermanentError where one cannot be read: the replay parks it. */
const decoded = (log: EventLog, page: readonly LogEntry[]): StoredEvent[] =>
  page.map(({ category, partition, entry }) => decodeEvent(log.codec, rawEvent(category, partition, entry)));
