/**
 * The books of a system that runs, from its log and its timers. Changes nothing.
 *
 * The timers are read first, the inventory before the payments and these before the orders: effects before their causes, so
 * that nothing is missed that is the cause of something that was seen.
 */
import { registry } from '@quickmart/contracts/registry';
import { decodeEvent, keys, type RedisClient, rawEvent, readCategory } from '@quickmart/streams';
import { Books } from './books.ts';
import { type Broken, brokenRules, type Timers } from './rules.ts';

/**
 * `graceMs`: what has happened within this time, by the clock of the log, may not be known everywhere yet; a day that is
 * replayed is no other than the one of now. 0 where everything is handled.
 */
export async function brokenInvariants(redis: RedisClient, graceMs: number): Promise<Broken[]> {
  const timers = await timersOf(redis);
  const books = new Books();
  let newest = 0;
  for (const category of ['inventory', 'payment', 'order']) {
    for await (const page of readCategory(redis, category))
      for (const { partition, entry } of page) {
        const event = decodeEvent(registry, rawEvent(category, partition, entry));
        books.add(event);
        newest = Math.max(newest, event.at);
      }
  }
  return brokenRules(books, graceMs === 0 ? Date.now() : newest - graceMs, timers);
}

async function timersOf(redis: RedisClient): Promise<Timers> {
  const [orders, reservations, payments] = await Promise.all(
    ['order', 'inventory', 'payment'].map(async (category) => {
      const bodies = await redis.hvals(keys.timerBodies(category));
      return bodies.map((body) => JSON.parse(body) as { type: string; aggregateId: string });
    }),
  );
  const ids = (timers: { aggregateId: string }[] = []) =>
    new Set(timers.map(({ aggregateId }) => aggregateId));
  const retries = payments?.filter(({ type }) => type === 'retry');
  return { orders: ids(orders), reservations: ids(reservations), retries: ids(retries) };
}
