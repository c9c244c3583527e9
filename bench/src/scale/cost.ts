/** What an order costs, measured: a steady load on a process per service, and what it has used up when nothing follows any more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { registry } from '@quickmart/contracts/registry';
import { isCaughtUp, statuses } from '@quickmart/qa/groups';
import { categories } from '@quickmart/qa/services';
import { serviceNames } from '@quickmart/service';
import { EventStore, type RedisClient, redisClient } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { client } from '../http.ts';
import { basket } from '../orders/mixed.ts';
import { steadily } from '../pace.ts';
import { type Running, start } from '../processes.ts';
import type { Cost, Idle } from './model.ts';
import { memoryIn, readingOf } from './reading.ts';

/** Of a load of `orders` at `perSecond`. `seconds`: from the first order to when nothing followed any more. */
export type Measured = { orders: number; seconds: number; used: Cost; idle: Idle };
type Load = { orders: number; perSecond: number };

const skuCount = 500;
const idleSeconds = 5;
/** Until its functions are compiled, a process takes twice the CPU. */
const [warmOrders, warmPerSecond] = [500, 40];
const handledMs = 120_000;
const price = { amount: 1299, currency: 'EUR' };

/** One after the other, on one system. */
export async function measureLoads(loads: readonly Load[], say: (line: string) => void): Promise<Measured[]> {
  const system = await start(serviceNames());
  const redis = redisClient(system.redisUrl);
  const http = client(50, system.headers);
  try {
    await redis.connect();
    // A file that is written anew says nothing of what an order adds to it.
    await redis.config('SET', 'auto-aof-rewrite-percentage', '0');
    const skus = Array.from({ length: skuCount }, (_, n) => `SKU-${n}`);
    for (const sku of skus)
      await created(http.send('POST', `${system.url.product}/api/products`, { sku, name: sku, price }));
    const send = (perSecond: number, count: number) =>
      steadily(count, perSecond, async () => {
        const body = { customerId: 'customer-17', lines: basket(skus) };
        await created(http.send('POST', `${system.url.order}/api/orders`, body));
      });
    await handled(redis);
    await send(warmPerSecond, warmOrders);
    const all: Measured[] = [];
    for (const { orders, perSecond } of loads) {
      await handled(redis);
      const memoryBefore = await memoryIn(redis, categories);
      const idle = await idleOf(system, redis);
      const before = await readingOf(system, redis, categories);
      const began = performance.now();
      await send(perSecond, orders);
      await handled(redis);
      const seconds = (performance.now() - began) / 1000;
      const after = await readingOf(system, redis, categories);
      const memory = await memoryIn(redis, categories);
      const [first, last] = [
        { ...before, ...memoryBefore },
        { ...after, ...memory },
      ];
      const used = perOrder(first, last, orders, seconds, idle);
      say(`  ${orders} orders at ${perSecond}/s took ${seconds.toFixed(1)} s`);
      all.push({ orders, seconds, used, idle });
    }
    return all;
  } finally {
    http.close();
    redis.disconnect();
    await system.stop();
  }
}

async function created(answer: Promise<{ status: number }>): Promise<void> {
  const { status } = await answer;
  if (status !== 201) throw new Error(`answered ${status}`);
}

/** Every group has handled every event. It asks seldom: to ask costs Redis, too. */
async function handled(redis: RedisClient): Promise<void> {
  const target = { redis, store: new EventStore({ redis, codec: registry }), data: '' };
  const look = async () => {
    await sleep(500);
    return await isCaughtUp(target, await statuses(target));
  };
  await until('every event is handled', look, handledMs);
}

async function idleOf(system: Running, redis: RedisClient): Promise<Idle> {
  const before = await readingOf(system, redis, []);
  await sleep(idleSeconds * 1000);
  const { cpuMs } = await readingOf(system, redis, []);
  return Object.fromEntries(
    Object.entries(cpuMs).map(([name, ms]) => [name, (ms - (before.cpuMs[name] ?? 0)) / 1000 / idleSeconds]),
  );
}

/** Without what would have been used up all the same. */
function perOrder(before: Cost, after: Cost, orders: number, seconds: number, idle: Idle): Cost {
  const each = (key: 'events' | 'memory') =>
    Object.fromEntries(
      Object.entries(after[key]).map(([name, count]) => [name, (count - (before[key][name] ?? 0)) / orders]),
    );
  const one = (key: 'memoryOfADay' | 'aofBytes' | 'netIn' | 'netOut' | 'commands' | 'sqlBytes' | 'sqlRows') =>
    (after[key] - before[key]) / orders;
  const cpuMs = Object.entries(after.cpuMs).map(([name, ms]) => {
    const used = ms - (before.cpuMs[name] ?? 0) - (idle[name] ?? 0) * seconds * 1000;
    return [name, Math.max(0, used) / orders] as const;
  });
  return {
    cpuMs: Object.fromEntries(cpuMs),
    events: each('events'),
    memory: each('memory'),
    memoryOfADay: one('memoryOfADay'),
    aofBytes: one('aofBytes'),
    netIn: one('netIn'),
    netOut: one('netOut'),
    commands: one('commands'),
    sqlBytes: one('sqlBytes'),
    sqlRows: one('sqlRows'),
  };
}
