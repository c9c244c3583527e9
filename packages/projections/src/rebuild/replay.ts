/**
 * Applies the log again: from a projector's own checkpoints on, all partitions side by side, in batches. What a
 * rebuild and a check have in common.
 */
import {
  aggregateIdOf,
  decodeEvent,
  type EventLog,
  eventIdOf,
  type LogEntry,
  LogTruncatedError,
  OutageError,
  PermanentError,
  type Place,
  rawEvent,
  readHead,
  readPartition,
} from '@quickmart/streams';
import type { Entry } from '../apply/advance.ts';
import type { CheckpointRow } from '../apply/checkpoint.ts';
import type { ReadModelProjector } from '../apply/projector.ts';
import { lostCheckpoints } from '../apply/same-log.ts';

/** Nothing is wrong with the events: who replays them has to end. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';
}

export type Replay = {
  log: EventLog;
  projector: ReadModelProjector;
  category: string;
  /** Events in one transaction. While it runs, those who project live wait. */
  batch: number;
  /** Up to where each partition is read; one that is not named is not read at all. Without: all that is there. */
  upTo?: ReadonlyMap<number, Place> | undefined;
  signal?: AbortSignal | undefined;
  /** Called after every batch that is applied. */
  applied?: ((events: number, last: Place) => void) | undefined;
  /** Called with every event that cannot be applied, before its aggregate is parked. */
  unapplied?: ((logged: LogEntry, error: unknown) => Promise<void>) | undefined;
};

/** Throws the signal's reason where it is aborted; what was applied stays, and a replay goes on there. */
export async function replay(options: Replay): Promise<void> {
  const { batch } = options;
  const pages = await partitionsOf(options);
  for (let next = readNext(pages); ; ) {
    const entries = await next;
    if (entries.length === 0) return;
    next = readNext(pages); // while the batch before is written
    next.catch(() => {}); // is thrown where it is awaited
    for (let at = 0; at < entries.length; at += batch) {
      options.signal?.throwIfAborted();
      const part = entries.slice(at, at + batch);
      await applyOrPark(options, await decoded(options, part));
      options.applied?.(part.length, part.at(-1)!);
    }
  }
}

type Pages = AsyncGenerator<LogEntry[]>;

async function partitionsOf({ log, projector, category, upTo }: Replay): Promise<Pages[]> {
  const head = await readHead(log.redis, category);
  const reached = await projector.checkpoints(category);
  await assertResumable(log, reached.values());
  const wanted = Array.from({ length: head?.partitions ?? 0 }, (_, partition) => partition);
  const pages: Pages[] = [];
  for (const partition of wanted) {
    if (upTo !== undefined && !upTo.has(partition)) continue;
    const range = { after: reached.get(partition), upTo: upTo?.get(partition) };
    pages.push(readPartition(log.redis, category, partition, range));
  }
  return pages;
}

/** One page of each partition. */
async function readNext(pages: readonly Pages[]): Promise<LogEntry[]> {
  const read = await Promise.all(pages.map((one) => one.next()));
  return read.flatMap(({ value }) => value ?? []);
}

/** Throws LogTruncatedError where the last event that was applied of a partition is not there any more. */
export async function assertResumable({ redis }: EventLog, rows: Iterable<CheckpointRow>): Promise<void> {
  const [lost] = await lostCheckpoints(redis, [...rows]);
  if (lost === undefined) return;
  const { category, partition, epoch, pos, eventId } = lost;
  throw new LogTruncatedError(
    `${category}.${partition} has no event ${eventId} at ${epoch}-${pos}, up to which was applied: begin anew`,
  );
}

/** An entry of the log, and the event that it is. One that cannot be read is parked. */
type Decoded = { logged: LogEntry; entry: Entry };

/** A batch that fails is taken apart. The aggregate of an event that cannot be applied is parked. */
async function applyOrPark(options: Replay, part: readonly Decoded[]): Promise<void> {
  const { projector, category, unapplied } = options;
  try {
    await projector.apply(
      category,
      part.map(({ entry }) => entry),
    );
  } catch (error) {
    if (error instanceof OutageError || error instanceof SupersededError) throw error;
    const [first] = part;
    if (part.length === 1 && first !== undefined) {
      await unapplied?.(first.logged, error);
      return await projector.park(first.entry);
    }
    const half = Math.ceil(part.length / 2);
    for (const some of [part.slice(0, half), part.slice(half)]) await applyOrPark(options, some);
  }
}

async function decoded({ log, unapplied }: Replay, page: readonly LogEntry[]): Promise<Decoded[]> {
  const all: Decoded[] = [];
  for (const logged of page) {
    const { category, partition, epoch, pos, entry } = logged;
    try {
      all.push({ logged, entry: decodeEvent(log.codec, rawEvent(category, partition, entry)) });
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      await unapplied?.(logged, error);
      const [eventId, aggregateId] = [eventIdOf(entry), aggregateIdOf(entry)];
      all.push({ logged, entry: { category, partition, epoch, pos, eventId, aggregateId } });
    }
  }
  return all;
}
