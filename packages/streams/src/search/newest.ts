/** A category from its end backwards: for what people want to see of the last days. In no group, changes nothing. */
import { type Entry, parseId } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { comparePositions } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import { type LogEntry, type Place, readHead } from '../log/reader.ts';
import type { RedisClient } from '../log/scripts.ts';

/** The entries before a place, or before the end, newest first; none where there are no more. `most`: of each partition. */
export async function readNewest(
  redis: RedisClient,
  category: string,
  { before, most }: { before?: Place | undefined; most: number },
): Promise<LogEntry[]> {
  const head = await readHead(redis, category);
  if (head === undefined) return [];
  const pages = await Promise.all(
    Array.from({ length: head.partitions }, async (_, partition) => {
      const entries = await orOutage(newestOf(redis, keys.events(category, partition), before, most));
      return entries.map((entry): LogEntry => ({ category, partition, ...parseId(entry[0]), entry }));
    }),
  );
  // A page that is full may be cut off: what others have before its end has to wait.
  const ends = pages.flatMap((page) => (page.length < most ? [] : (page.at(-1) ?? [])));
  const all = pages.flat().sort((one, other) => comparePositions(other, one));
  return all.filter((one) => ends.every((end) => comparePositions(one, end) >= 0));
}

/** Redis would look through the whole stream for what is before its first entry, to find nothing. */
async function newestOf(
  redis: RedisClient,
  stream: string,
  before: Place | undefined,
  most: number,
): Promise<Entry[]> {
  if (before === undefined) return (await redis.xrevrange(stream, '+', '-', 'COUNT', most)) as Entry[];
  const [first] = (await redis.xrange(stream, '-', '+', 'COUNT', 1)) as Entry[];
  if (first === undefined || comparePositions(parseId(first[0]), before) >= 0) return [];
  return (await redis.xrevrange(stream, `(${before.epoch}-${before.pos}`, '-', 'COUNT', most)) as Entry[];
}
