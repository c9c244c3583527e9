/**
 * What has come to a category after a place: one command, and a second one where something has come. It is in no group, creates
 * nothing and changes nothing: for whoever follows the log by itself, such as live updates.
 */
import { crc32 } from 'node:zlib';
import { eventStreams } from './categories.ts';
import { type Entry, eventIdOf, parseId } from './entry.ts';
import { orOutage } from './errors.ts';
import { comparePositions } from './event.ts';
import { type LogEntry, type Place, readHead } from './reader.ts';
import type { RedisClient } from './scripts.ts';

/**
 * The next entries of all partitions, in order. Nothing can come in between any more: positions are given in the order
 * of the appends, and one command sees all partitions at one moment. `most`: of each partition. What was written by hand past
 * the last position of the category is left out until the epoch is raised: events still come before it.
 */
export async function readNewer(
  redis: RedisClient,
  category: string,
  partitions: number,
  after: Place,
  most: number,
): Promise<LogEntry[]> {
  const streams = eventStreams(category, partitions);
  const ids = streams.map(() => `${after.epoch}-${after.pos}`);
  const asked = redis.xread('COUNT', most, 'STREAMS', ...streams, ...ids);
  const answer = (await orOutage(asked)) as [stream: string, entries: Entry[]][] | null;
  // Asked after them: what an append has written is never past this head.
  const head = answer === null ? undefined : await readHead(redis, category);
  if (answer === null || head === undefined) return [];
  const pages = answer.map(([stream, entries]) => {
    const partition = streams.indexOf(stream);
    return entries.map((entry): LogEntry => ({ category, partition, ...parseId(entry[0]), entry }));
  });
  // A page that is full may be cut off: what others have after its end has to wait.
  const ends: Place[] = [head, ...pages.flatMap((page) => (page.length < most ? [] : (page.at(-1) ?? [])))];
  const all = pages.flat().sort(comparePositions);
  return all.filter((one) => ends.every((end) => comparePositions(one, end) <= 0));
}

/**
 * A few characters by which the event at a place is known again. '': nothing stands there, so the log has lost events since,
 * or is another one.
 */
export async function markAt(
  redis: RedisClient,
  category: string,
  partitions: number,
  { epoch, pos }: Place,
): Promise<string> {
  const id = `${epoch}-${pos}`;
  const found = await orOutage(
    Promise.all(eventStreams(category, partitions).map((stream) => redis.xrange(stream, id, id))),
  );
  const [entry] = (found as Entry[][]).flat();
  return entry === undefined ? '' : markOf(entry);
}

export const markOf = (entry: Entry): string => crc32(eventIdOf(entry)).toString(36);
