/**
 * An event is found by its id alone, without an index: the id is a UUIDv7, which begins with its time, and a partition is
 * nearly in the order of these times. Nearly: clocks of machines differ a little, and an append may have waited.
 */
import { limits } from '../limits.ts';
import { type Entry, eventIdOf, parseId } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import { type LogEntry, type Place, readPartition } from '../log/reader.ts';
import type { RedisClient } from '../log/scripts.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** UTC ms; undefined where the text is no UUIDv7. */
export const timeOfId = (id: string): number | undefined =>
  uuidV7.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;

/** The entries of a partition around a time that `isWanted`, of those that are looked at. */
export async function findAround(
  redis: RedisClient,
  category: string,
  partition: number,
  at: number,
  isWanted: (entry: Entry) => boolean,
): Promise<LogEntry[]> {
  const after = await placeBefore(redis, keys.events(category, partition), at - limits.searchSkewMs);
  const found: LogEntry[] = [];
  let seen = 0;
  for await (const page of readPartition(redis, category, partition, { after })) {
    found.push(...page.filter(({ entry }) => isWanted(entry)));
    seen += page.length;
    const isPast = timeOf(page.at(-1)?.entry) > at + limits.searchSkewMs;
    if (isPast || seen >= limits.searchAround) break;
  }
  return found;
}

/** A place before all entries of that time and later, by bisection: some 20 small reads for a million entries. */
async function placeBefore(redis: RedisClient, stream: string, at: number): Promise<Place> {
  const one = async (read: Promise<unknown>) => ((await orOutage(read)) as Entry[])[0];
  const last = await one(redis.xrevrange(stream, '+', '-', 'COUNT', 1));
  for (let epoch = last === undefined ? 0 : parseId(last[0]).epoch; epoch > 0; epoch--) {
    const first = await one(redis.xrange(stream, epoch, epoch, 'COUNT', 1));
    if (first === undefined || timeOf(first) >= at) continue;
    let low = parseId(first[0]).pos;
    const end = await one(redis.xrevrange(stream, epoch, epoch, 'COUNT', 1));
    let high = parseId(end![0]).pos + 1;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const entry = await one(redis.xrange(stream, `${epoch}-${middle}`, epoch, 'COUNT', 1));
      if (entry === undefined || timeOf(entry) >= at) high = middle;
      else low = parseId(entry[0]).pos;
    }
    return { epoch, pos: low };
  }
  return { epoch: 0, pos: 0 };
}

/** What is no event has no time of its own: it counts as early, so that what comes after it is not passed over. */
const timeOf = (entry: Entry | undefined): number =>
  entry === undefined ? 0 : (timeOfId(eventIdOf(entry)) ?? 0);
