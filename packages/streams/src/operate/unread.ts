/**
 * How many events of a partition a group has not read yet, without counting them all. It is 0 only where nothing is unread.
 *
 * - Positions are dense over the category, so they say how many there can be at most. Where these are few, they are counted.
 * - Else it is the number that Redis knows, but not more than positions allow. After a restart, or a failover, Redis may know
 *   an old number, which is too high: its count of entries read is not in the append-only file.
 * - Where Redis knows none, this partition has about its share of the positions.
 */

import { limits } from '../limits.ts';
import { type Entry, parseId } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { comparePositions } from '../log/event.ts';
import { groupRow } from '../log/group.ts';
import type { EventLog } from '../log/log.ts';
import type { RedisClient, Scripts } from '../log/scripts.ts';

/** `after`: the id up to which the group has read. */
export type Unread = { events: number; isThere: boolean; after: string };

export async function unread(
  log: EventLog,
  category: string,
  stream: string,
  group: string,
): Promise<Unread> {
  const { redis } = log;
  const row = await groupRow(redis, stream, group);
  if (row === undefined) return { events: await orOutage(redis.xlen(stream)), isThere: false, after: '0-0' };
  const { lastId: after } = row;
  const { length, lastId } = await streamRow(redis, stream);
  const [from, to] = [parseId(after), parseId(lastId)];
  // It may have read something that was deleted since.
  if (comparePositions(to, from) <= 0) return { events: 0, isThere: true, after };
  const positions = to.pos - from.pos;
  let counted = 0;
  // Another epoch may hold entries that were written past the append script: positions do not count these.
  const isAlike = from.epoch === to.epoch || from.epoch === 0;
  if (positions <= limits.statusCounted || !isAlike) {
    counted = await count(redis, stream, after);
    if (counted < limits.statusCounted) return { events: counted, isThere: true, after };
  }
  const share = Math.ceil(positions / (await log.partitions(category)));
  const events = Math.max(counted, Math.min(row.lag ?? share, positions, length));
  return { events, isThere: true, after };
}

/** `lastId`: of the last entry that is there. */
async function streamRow(redis: RedisClient, stream: string): Promise<{ length: number; lastId: string }> {
  const flat = (await orOutage(redis.xinfo('STREAM', stream))) as unknown[];
  const field = (name: string) => flat[flat.indexOf(name) + 1];
  return { length: Number(field('length')), lastId: (field('last-entry') as Entry | null)?.[0] ?? '0-0' };
}

/** Up to as many as may be counted. */
async function count(redis: RedisClient & Scripts, stream: string, after: string): Promise<number> {
  const [found] = (await orOutage(redis.quickmartBehind(1, stream, after, limits.statusCounted))) as [number];
  return found;
}
