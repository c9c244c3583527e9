/**
 * What an operator wants to know of a group, in one call: per partition who owns it, how far it is behind, what is
 * pending, retried and parked; and of the whole how many dead letters there are and when the next timer is due.
 */
import { type Entry, rawEvent } from './entry.ts';
import { orOutage } from './errors.ts';
import { keys, partitionOf } from './keys.ts';
import { limits } from './limits.ts';
import type { EventLog } from './log.ts';

export type PartitionStatus = {
  partition: number;
  /** `machine|process id|…` of the process that reads it; undefined: nobody. */
  owner: string | undefined;
  /** Events that are not settled, exact: those not read yet and those pending. */
  lag: number;
  pending: number;
  /** Since the oldest pending event was appended, ms; undefined: nothing is pending. */
  oldestPendingMs: number | undefined;
  /** Pending events that have failed at least once. */
  retrying: number;
  /** Aggregates whose events queue up behind a dead letter. */
  parked: number;
};

export type GroupStatus = {
  category: string;
  group: string;
  /** Of the category: the position of its last event. */
  head: number;
  lag: number;
  dead: number;
  partitions: PartitionStatus[];
  /** UTC ms; of the category, whoever fires it. */
  nextTimerAt: number | undefined;
};

/** `group`: as in Redis; a service's reactions have its name, its read models `<name>-read-models`. */
export async function groupStatus(log: EventLog, category: string, group: string): Promise<GroupStatus> {
  const { redis } = log;
  const count = await log.partitions(category);
  const [head, dead, parked, leases, timer] = await orOutage(
    Promise.all([
      redis.hget(keys.head(category), 'pos'),
      redis.xlen(keys.dead(category, group)),
      redis.smembers(keys.parked(category, group)),
      redis.hgetall(keys.leases(category, group)),
      redis.zrange(keys.timers(category), '0', '0', 'WITHSCORES'),
    ]),
  );
  const parkedOf = Map.groupBy(parked, (id) => partitionOf(id, count));
  const partitions = await Promise.all(
    Array.from({ length: count }, async (_, partition): Promise<PartitionStatus> => {
      const read = await readStatus(log, category, group, partition);
      const waiting = parkedOf.get(partition)?.length ?? 0;
      return { partition, owner: ownerOf(leases, partition), ...read, parked: waiting };
    }),
  );
  const lag = partitions.reduce((sum, partition) => sum + partition.lag, 0);
  const nextTimerAt = timer[1] === undefined ? undefined : Number(timer[1]);
  return { category, group, head: Number(head ?? 0), lag, dead, partitions, nextTimerAt };
}

/** A lease that has run out names an owner that is gone. */
function ownerOf(leases: Record<string, string>, partition: number): string | undefined {
  return Number(leases[`until:${partition}`] ?? 0) > Date.now() ? leases[`owner:${partition}`] : undefined;
}

async function readStatus(log: EventLog, category: string, group: string, partition: number) {
  const stream = keys.events(category, partition);
  const last = await lastDelivered(log, stream, group);
  if (last === undefined) {
    const lag = await orOutage(log.redis.xlen(stream));
    return { lag, pending: 0, oldestPendingMs: undefined, retrying: 0 };
  }
  const [unread, pending] = await Promise.all([behind(log, stream, last), pendingOf(log, stream, group)]);
  const [oldest] = pending;
  const age = oldest && (await ageOf(log, category, partition, oldest.id));
  const retrying = pending.filter(({ deliveries }) => deliveries > 1).length;
  return { lag: unread + pending.length, pending: pending.length, oldestPendingMs: age, retrying };
}

/** The id up to which the group has read; undefined where there is no such group. */
async function lastDelivered(
  { redis }: EventLog,
  stream: string,
  group: string,
): Promise<string | undefined> {
  const groups = await orOutage(redis.xinfo('GROUPS', stream)).catch((error: Error) => {
    if (error.message.includes('no such key')) return [];
    throw error;
  });
  for (const flat of groups as string[][]) {
    const field = (name: string) => flat[flat.indexOf(name) + 1];
    if (field('name') === group) return field('last-delivered-id');
  }
  return undefined;
}

/** Counted, because XINFO does not always know. */
async function behind({ redis }: EventLog, stream: string, from: string): Promise<number> {
  for (let [total, id] = [0, from]; ; ) {
    const answer = await orOutage(redis.quickmartBehind(1, stream, id, limits.behindEntries));
    const [found, last] = answer as [number, string];
    total += found;
    if (found < limits.behindEntries) return total;
    id = last;
  }
}

async function pendingOf({ redis }: EventLog, stream: string, group: string) {
  const all: { id: string; deliveries: number }[] = [];
  for (let from = '-'; ; from = `(${all.at(-1)!.id}`) {
    const page = await orOutage(redis.xpending(stream, group, from, '+', limits.behindEntries));
    const rows = page as [id: string, consumer: string, idleMs: number, deliveries: number][];
    all.push(...rows.map(([id, , , deliveries]) => ({ id, deliveries })));
    if (rows.length < limits.behindEntries) return all;
  }
}

async function ageOf({ redis }: EventLog, category: string, partition: number, id: string) {
  const [entry] = (await orOutage(redis.xrange(keys.events(category, partition), id, id))) as Entry[];
  try {
    return entry && Math.max(0, Date.now() - rawEvent(category, partition, entry).at);
  } catch {
    return undefined; // no event: it will go to the dead letters
  }
}
