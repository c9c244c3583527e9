/**
 * What an operator wants to know of a group, in one call: per partition who owns it, how far it is behind, what is
 * pending, retried and parked; and of the whole how many dead letters there are and when the next timer is due.
 *
 * It costs a few commands per partition, whatever the backlog: a scrape of the metrics asks this of every group.
 */

import { limits } from '../limits.ts';
import { clock } from '../log/clock.ts';
import { type Entry, rawEvent } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { keys, partitionOf } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import { unread } from './unread.ts';

export type PartitionStatus = {
  partition: number;
  /** `machine|process id|…` of the process that reads it. Undefined: none does. */
  owner: string | undefined;
  /** Events that are not acknowledged, read or not. 0 for timers, which are not in partitions. */
  lag: number;
  pending: number;
  /** Since the oldest pending event was appended, ms; undefined: nothing is pending. */
  oldestPendingMs: number | undefined;
  /** Since the oldest event that is not acknowledged was appended, read or not, ms; undefined: there is none. */
  lagMs: number | undefined;
  /** Pending events that have failed at least once, of the oldest ones. */
  retrying: number;
  /** Aggregates whose events queue up behind a dead letter; undefined where there are too many to sort them. */
  parked: number | undefined;
};

export type GroupStatus = {
  category: string;
  group: string;
  /** Of the category: the position of its last event. */
  head: number;
  /** Of a group of timers: those that should have fired by now. */
  lag: number;
  dead: number;
  parked: number;
  partitions: PartitionStatus[];
  /** UTC ms. Of the category: any group may fire it. */
  nextTimerAt: number | undefined;
};

/** What a group takes: the events of a category, or its timers. */
export type GroupKind = 'events' | 'timers';

/** `group`, as in Redis: that of a service's reactions is `<name>`, also `<name>-read-models` and `<name>-timers`. */
export async function groupStatus(
  log: EventLog,
  category: string,
  group: string,
  kind: GroupKind = 'events',
): Promise<GroupStatus> {
  const { redis } = log;
  const count = await log.partitions(category);
  const late = clock.now() - limits.timerPollMs;
  const [head, dead, parked, overdue, timer, owners, parkedOf] = await orOutage(
    Promise.all([
      redis.hget(keys.head(category), 'pos'),
      redis.xlen(keys.dead(category, group)),
      redis.scard(keys.parked(category, group)),
      redis.zcount(keys.timers(category), '-inf', late),
      redis.zrange(keys.timers(category), '0', '0', 'WITHSCORES'),
      ownersOf(log, category, group, count),
      parkedByPartition(log, category, group, count),
    ]),
  );
  const partitions = await Promise.all(
    owners.map(async (owner, partition): Promise<PartitionStatus> => {
      const read = kind === 'events' ? await readStatus(log, category, group, partition) : nothing;
      return { partition, owner, ...read, parked: parkedOf && (parkedOf.get(partition)?.length ?? 0) };
    }),
  );
  const lag = kind === 'timers' ? overdue : partitions.reduce((sum, partition) => sum + partition.lag, 0);
  const nextTimerAt = timer[1] === undefined ? undefined : Number(timer[1]);
  return { category, group, head: Number(head ?? 0), lag, dead, parked, partitions, nextTimerAt };
}

const nothing = { lag: 0, pending: 0, oldestPendingMs: undefined, lagMs: undefined, retrying: 0 };

/** A lease that has run out names an owner that is gone. */
async function ownersOf({ redis }: EventLog, category: string, group: string, count: number) {
  const fields = Array.from({ length: count }, (_, p) => [`owner:${p}`, `until:${p}`]).flat();
  const values = await orOutage(redis.hmget(keys.leases(category, group), ...fields));
  const now = clock.now();
  return Array.from({ length: count }, (_, p) =>
    Number(values[2 * p + 1] ?? 0) > now ? (values[2 * p] ?? undefined) : undefined,
  );
}

async function parkedByPartition({ redis }: EventLog, category: string, group: string, count: number) {
  const key = keys.parked(category, group);
  if ((await orOutage(redis.scard(key))) > limits.statusParked) return undefined;
  return Map.groupBy(await orOutage(redis.smembers(key)), (id) => partitionOf(id, count));
}

async function readStatus(log: EventLog, category: string, group: string, partition: number) {
  const stream = keys.events(category, partition);
  const waiting = await unread(log, category, stream, group);
  const unreadMs = waiting.events === 0 ? undefined : await ageAfter(log, category, partition, waiting.after);
  if (!waiting.isThere) return { ...nothing, lag: waiting.events, lagMs: unreadMs };
  const { pending, oldestId } = await pendingOf(log, stream, group);
  const [age, retrying] =
    oldestId === undefined
      ? [undefined, 0]
      : await Promise.all([ageOf(log, category, partition, oldestId), retryingOf(log, stream, group)]);
  // What was read is older than what was not.
  return { lag: waiting.events + pending, pending, oldestPendingMs: age, lagMs: age ?? unreadMs, retrying };
}

async function pendingOf({ redis }: EventLog, stream: string, group: string) {
  const summary = (await orOutage(redis.xpending(stream, group))) as [number, string | null];
  return { pending: Number(summary[0]), oldestId: summary[1] ?? undefined };
}

/** What fails again and again is among the oldest: the others go on. */
async function retryingOf({ redis }: EventLog, stream: string, group: string): Promise<number> {
  const page = await orOutage(redis.xpending(stream, group, '-', '+', limits.statusPending));
  const rows = page as [id: string, consumer: string, idleMs: number, deliveries: number][];
  return rows.filter(([, , , deliveries]) => deliveries > 1).length;
}

type Ids = readonly [from: string, to: string];
const ageOf = (log: EventLog, category: string, partition: number, id: string) =>
  ageOfFirst(log, category, partition, [id, id]);
const ageAfter = (log: EventLog, category: string, partition: number, id: string) =>
  ageOfFirst(log, category, partition, [`(${id}`, '+']);

async function ageOfFirst({ redis }: EventLog, category: string, partition: number, [from, to]: Ids) {
  const found = redis.xrange(keys.events(category, partition), from, to, 'COUNT', 1);
  const [entry] = (await orOutage(found)) as Entry[];
  try {
    return entry && Math.max(0, clock.now() - rawEvent(category, partition, entry).at);
  } catch {
    return undefined; // no event: it will go to the dead letters
  }
}
