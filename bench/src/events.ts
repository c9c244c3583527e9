/**
 * Live updates: 500 readers of one gateway while orders come. All of them see everything, which
 * is the most that they can cost. How much CPU and memory of the gateway, how late, and whether anybody misses anything.
 */
import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { orderConfirmed, orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { registry } from '@quickmart/contracts/registry';
import { aggregate, EventStore, redisClient } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { addSample, type Bar, brief, type Samples } from './bars.ts';
import { type Running, start } from './processes.ts';
import { redisCpuMs } from './redis-cpu.ts';
import { percentile, sum } from './statistics.ts';

export const bars: readonly Bar[] = [
  {
    what: '500 readers: CPU of the gateway, cores',
    ours: ['500 readers', 'cores'],
    bar: ['≤', 1],
    digits: 2,
  },
  { what: '500 readers: events that anybody missed', ours: ['500 readers', 'missed'], bar: ['≤', 0] },
  { what: '500 readers: from the append to the reader, p50, ms', ours: ['500 readers', 'p50'], digits: 0 },
  { what: '500 readers: from the append to the reader, p99, ms', ours: ['500 readers', 'p99'], digits: 0 },
  { what: '500 readers: peak memory of the gateway, MiB', ours: ['500 readers', 'peakMiB'], digits: 0 },
  { what: '500 readers: CPU of Redis, cores', ours: ['500 readers', 'redisCores'], digits: 2 },
];

type Options = { rounds: number; seconds: number };
const readers = 500;
const ordersPerSecond = 50;
const euros = { amount: 100, currency: 'EUR' };
const order = aggregate<null, Record<string, unknown>>({
  category: 'order',
  initial: null,
  evolve: {} as never,
});

export async function runEvents({ rounds, seconds }: Options, say: (line: string) => void): Promise<Samples> {
  const samples: Samples = new Map();
  for (let round = 1; round <= rounds; round++) {
    const system = await start(['gateway'], 'split');
    try {
      const sample = await measure(system, seconds);
      addSample(samples, '500 readers', sample);
      say(`  round ${round}/${rounds}: ${brief(sample)}`);
    } finally {
      await system.stop();
    }
  }
  return samples;
}

async function measure(system: Running<'gateway'>, seconds: number) {
  const redis = redisClient(system.redisUrl);
  const store = new EventStore({ redis, codec: registry });
  const lateMs: number[] = [];
  const counts = await Promise.all(
    Array.from({ length: readers }, (_, n) => counting(system, n === 0 ? lateMs : undefined)),
  );
  const cpu = async () => ({ gateway: sum(system.cpuMs()), redis: await redisCpuMs(redis) });
  const [before, began] = [await cpu(), performance.now()];
  let events = 0;
  for (let n = 0; n < seconds * ordersPerSecond; n++) {
    const dueMs = (n * 1000) / ordersPerSecond - (performance.now() - began);
    if (dueMs > 0) await sleep(dueMs);
    events += await place(store);
  }
  await until(
    'all readers have everything',
    () => counts.every(({ count }) => count >= events),
    20_000,
  ).catch(() => undefined);
  const [after, tookMs] = [await cpu(), performance.now() - began];
  for (const { stop } of counts) stop();
  redis.disconnect();
  lateMs.sort((a, b) => a - b);
  return {
    cores: (after.gateway - before.gateway) / tookMs,
    redisCores: (after.redis - before.redis) / tookMs,
    missed: counts.reduce((sum, { count }) => sum + Math.max(0, events - count), 0),
    p50: percentile(lateMs, 50),
    p99: percentile(lateMs, 99),
    peakMiB: system.peakMiB().gateway!,
  };
}

async function place(store: EventStore): Promise<number> {
  const line = {
    productId: randomUUIDv7(),
    sku: 'MUG',
    name: 'Mug',
    quantity: 1,
    unitPrice: euros,
    lineTotal: euros,
  };
  const bought = { customerId: randomUUIDv7(), lines: [line], total: euros, paymentMethod: null };
  const both = [orderPlaced(plainOrder(bought)), orderConfirmed({})];
  const command = { at: Date.now(), meta: { correlationId: 'bench' } };
  await store.decide(order, randomUUIDv7(), () => both as never, command);
  return both.length;
}

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
const mark = Buffer.from('\ndata: ');

/** Counts events in what comes, and reads the times of some. */
async function counting({ url, headers }: Running<'gateway'>, lateMs: number[] | undefined) {
  const request = get(`${url.gateway}/events`, { headers, agent });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const reader = { count: 0, stop: () => request.destroy() };
  response.on('error', () => undefined);
  response.on('data', (bytes: Buffer) => {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) reader.count++;
    if (lateMs === undefined) return;
    for (const [, at = ''] of String(bytes).matchAll(/"at":"([^"]+)"/g))
      lateMs.push(Date.now() - Date.parse(at));
  });
  return reader;
}
