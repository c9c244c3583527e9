/** What Redis keeps per aggregate with one event: all our keys, beside a stream per aggregate. */
import type { RedisClient } from '@quickmart/streams';
import { Redis } from 'ioredis';
import type { Sample } from '../bars.ts';
import type { AppendingOptions } from './appending.ts';
import { must } from './oracle.ts';
import { connect, eventOf } from './systems/ours.ts';
import { callers } from './workload.ts';

export async function memoryOurs({ url, count }: AppendingOptions): Promise<Sample> {
  const { redis, store } = connect(url);
  const before = await usedMemory(redis);
  await callers(128, count, async (n) => {
    const answer = await store.log.append({
      category: 'product',
      aggregates: [{ id: idOf(n), expectedVersion: 0, events: [eventOf(n)] }],
      records: [{ idempotencyKey: `append-${n}`, eventIndex: 0, record: { id: idOf(n), version: 1 } }],
    });
    must(answer.kind === 'ok', `append ${n} answered ${answer.kind}`);
  });
  return await bytesPerAggregate(redis, before, count);
}

export async function memoryStreams({ url, count }: AppendingOptions): Promise<Sample> {
  const redis = new Redis(url);
  const before = await usedMemory(redis);
  await callers(128, count, (n) => {
    const { eventId, eventType, at, dataText, metaText } = eventOf(n);
    const fields = { eventId, eventType, schema: 1, at, data: dataText, meta: metaText };
    return redis.xadd(`product:${idOf(n)}`, '*', ...Object.entries(fields).flat());
  });
  return await bytesPerAggregate(redis, before, count);
}

/** As long as a UUID. */
const idOf = (n: number) => `01999999-9999-7999-8999-${String(n).padStart(12, '0')}`;

async function bytesPerAggregate(redis: RedisClient, before: number, count: number): Promise<Sample> {
  const bytes = (await usedMemory(redis)) - before;
  must((await redis.dbsize()) >= count, 'aggregates are missing');
  redis.disconnect();
  return { bytes: bytes / count };
}

async function usedMemory(redis: RedisClient): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}
