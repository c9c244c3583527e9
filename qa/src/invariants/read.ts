/**
 * The books of a system that runs, from its log and its timers. Changes nothing.
 *
 * Effects are read before their causes: first the timers, then deliveries, inventory, payments, orders and the rules of pricing. So the cause of everything
 * that was read is read, too.
 */
import { registry } from '@quickmart/contracts/registry';
import {
  aggregateIdOf,
  clock,
  decodeEvent,
  formatPosition,
  keys,
  type LogEntry,
  type RedisClient,
  rawEvent,
  readCategory,
  type StoredEvent,
} from '@quickmart/streams';
import { Books } from './books.ts';
import { type Broken, brokenRules, type Timers } from './rules.ts';
import { type Unchecked, Unread } from './unread.ts';

/** The categories that the saga of an order goes through; each sets timers. */
const processes = ['inventory', 'payment', 'order'] as const;

/** `unchecked`: what could not be checked, because an event cannot be read. */
export type Checked = { broken: Broken[]; unchecked: Unchecked[] };

export const brokenInvariants = async (redis: RedisClient, graceMs: number): Promise<Broken[]> =>
  (await checkInvariants(redis, graceMs)).broken;

/**
 * `graceMs`: not every service may know yet what has happened within this time before the newest event. 0 where everything
 * is handled.
 */
export async function checkInvariants(redis: RedisClient, graceMs: number): Promise<Checked> {
  await clock.follow(redis);
  const timers = await timersOf(redis);
  const [books, unread] = [new Books(), new Unread()];
  let newest = 0;
  for (const category of ['delivery', ...processes, 'pricing']) {
    for await (const page of readCategory(redis, category))
      for (const entry of page) {
        const event = readable(entry, unread);
        if (event === undefined) continue;
        books.add(event);
        newest = Math.max(newest, event.at);
      }
  }
  const broken = brokenRules(books, graceMs === 0 ? clock.now() : newest - graceMs, timers);
  return unread.sort(broken, books);
}

/** Undefined where it cannot be read: then nobody knows what its aggregate adds up to. */
function readable(entry: LogEntry, unread: Unread): StoredEvent | undefined {
  const { category, partition } = entry;
  try {
    return decodeEvent(registry, rawEvent(category, partition, entry.entry));
  } catch {
    const id = aggregateIdOf(entry.entry);
    // An entry that is no event belongs to no aggregate, and to no rule.
    if (id !== undefined) unread.add(category, id, formatPosition(entry));
    return undefined;
  }
}

async function timersOf(redis: RedisClient): Promise<Timers> {
  const [reservations, payments, orders] = await Promise.all(
    processes.map(async (category) => {
      const bodies = await redis.hvals(keys.timerBodies(category));
      return bodies.map((body) => JSON.parse(body) as { type: string; aggregateId: string });
    }),
  );
  const ids = (timers: { aggregateId: string }[] = []) =>
    new Set(timers.map(({ aggregateId }) => aggregateId));
  const retries = payments?.filter(({ type }) => type === 'retry');
  return { orders: ids(orders), reservations: ids(reservations), retries: ids(retries) };
}
