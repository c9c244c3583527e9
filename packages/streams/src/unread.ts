/**
 * How many events of a partition a group has not read yet, without counting them.
 *
 * Redis keeps the number. Where it does not know it (a group that was made anew in the middle of the log, an entry that was
 * deleted by hand), positions tell: they are dense over the category, so few of them are counted, and of many this partition
 * has about its share. 0 only where nothing is unread.
 */
import { type Entry, parseId } from './entry.ts';
import { orOutage } from './errors.ts';
import { limits } from './limits.ts';
import type { EventLog } from './log.ts';

export type Unread = { events: number; isThere: boolean };

export async function unread(
  log: EventLog,
  category: string,
  stream: string,
  group: string,
): Promise<Unread> {
  const row = await groupRow(log, stream, group);
  if (row === undefined) return { events: await orOutage(log.redis.xlen(stream)), isThere: false };
  const { lag, lastId } = row;
  return { events: lag ?? (await estimate(log, category, stream, lastId)), isThere: true };
}

async function groupRow({ redis }: EventLog, stream: string, group: string) {
  const groups = await orOutage(redis.xinfo('GROUPS', stream)).catch((error: Error) => {
    if (error.message.includes('no such key')) return [];
    throw error;
  });
  for (const flat of groups as (string | number | null)[][]) {
    const field = (name: string) => flat[flat.indexOf(name) + 1];
    if (field('name') !== group) continue;
    const lag = field('lag');
    return {
      lag: lag === null || lag === undefined ? undefined : Number(lag),
      lastId: String(field('last-delivered-id')),
    };
  }
  return undefined;
}

async function estimate(log: EventLog, category: string, stream: string, lastId: string): Promise<number> {
  const { redis } = log;
  const [last] = (await orOutage(redis.xrevrange(stream, '+', '-', 'COUNT', 1))) as Entry[];
  if (last === undefined) return 0;
  const positions = parseId(last[0]).pos - parseId(lastId).pos;
  if (positions <= limits.statusCounted) {
    const [found] = (await orOutage(redis.quickmartBehind(1, stream, lastId, limits.statusCounted))) as [
      number,
    ];
    return found;
  }
  const [length, partitions] = await Promise.all([orOutage(redis.xlen(stream)), log.partitions(category)]);
  return Math.min(length, Math.ceil(positions / partitions));
}
