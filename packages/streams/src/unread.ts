/**
 * How many events of a partition a group has not read yet, without counting them.
 *
 * Redis keeps the number. Where it does not know it (a group that was made anew in the middle of the log, an entry that was
 * deleted by hand), positions tell: they are dense over the category, so few of them are counted, and of many this partition
 * has about its share. 0 only where nothing is unread.
 */
import { type Entry, parseId } from './entry.ts';
import { orOutage } from './errors.ts';
import { comparePositions } from './event.ts';
import { groupRow } from './group.ts';
import { limits } from './limits.ts';
import type { EventLog } from './log.ts';

export type Unread = { events: number; isThere: boolean };

export async function unread(
  log: EventLog,
  category: string,
  stream: string,
  group: string,
): Promise<Unread> {
  const [row, length] = await Promise.all([
    groupRow(log.redis, stream, group),
    orOutage(log.redis.xlen(stream)),
  ]);
  if (row === undefined) return { events: length, isThere: false };
  const { lag, lastId } = row;
  if (lag === undefined) return { events: await estimate(log, category, stream, lastId), isThere: true };
  // In a partition that was emptied by hand, Redis goes on counting what is gone.
  return { events: Math.min(lag, length), isThere: true };
}

async function estimate(log: EventLog, category: string, stream: string, lastId: string): Promise<number> {
  const { redis } = log;
  const [last] = (await orOutage(redis.xrevrange(stream, '+', '-', 'COUNT', 1))) as Entry[];
  const [from, to] = [parseId(lastId), parseId(last?.[0] ?? '0-0')];
  // It may have read something that was deleted since.
  if (comparePositions(to, from) <= 0) return 0;
  const positions = to.pos - from.pos;
  let found = 0;
  // Under another epoch stands what was written past the append script: of that, positions say nothing.
  if (positions <= limits.statusCounted || from.epoch !== to.epoch) {
    const counted = redis.quickmartBehind(1, stream, lastId, limits.statusCounted);
    [found] = (await orOutage(counted)) as [number];
    if (found < limits.statusCounted) return found;
  }
  const [length, partitions] = await Promise.all([orOutage(redis.xlen(stream)), log.partitions(category)]);
  return Math.max(found, Math.min(length, Math.ceil(positions / partitions)));
}
