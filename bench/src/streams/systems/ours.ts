/** QuickMart: the event store and `react`, with everything on: versions, idempotency keys, leases, order, retries. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  aggregate,
  consumerGroup,
  EventStore,
  keys,
  type RedisClient,
  redisClient,
  type StoredEvent,
} from '@quickmart/streams';
import { encodeEvent } from '../../../../packages/streams/src/log/append.ts';
import type { Consumer, Handle, System } from '../system.ts';
import { aggregateOf, aggregates, type Payload, payload } from '../workload.ts';

export type Events = { PublishedEvent: Payload };
export const published = (data: Payload) => ({ eventType: 'PublishedEvent' as const, schema: 1, data });
export const product = (category: string) =>
  aggregate<{ count: number }, Events>({
    category,
    initial: { count: 0 },
    evolve: { PublishedEvent: ({ count }) => ({ count: count + 1 }) },
  });

export const meta = { correlationId: '01999999-9999-7999-8999-999999999999', actor: 'bench' };
export const eventOf = (n: number) => encodeEvent(published(payload(n)), Date.now(), meta);

/** Refuses what it does not know, as the contracts' codec does; the peers check nothing. */
const codec = {
  decode: (eventType: string, schema: number, data: unknown) => {
    if (eventType !== 'PublishedEvent' || schema !== 1) throw new Error(`${eventType} ${schema} is unknown`);
    return data;
  },
};
const silent = { debug: () => {}, info: () => {}, warn: console.error, error: console.error };

export function connect(url: string): { redis: RedisClient; store: EventStore } {
  const redis = redisClient(url);
  return { redis, store: new EventStore({ redis, codec }) };
}

export async function ours(url: string): Promise<System> {
  const { redis, store } = connect(url);
  const definitions = new Map<string, ReturnType<typeof product>>();
  const definition = (category: string) => {
    const known = definitions.get(category) ?? product(category);
    definitions.set(category, known);
    return known;
  };
  return {
    preload: (topic, count) => preload(store, topic, count),
    publish: (topic, n) =>
      store.decide(definition(topic), aggregateOf(n), () => [published(payload(n))], {
        meta,
        at: Date.now(),
        idempotencyKey: `publish-${n}`,
        expectedVersion: Math.floor(n / aggregates), // a create, or a change of what was seen
      }),
    consume: (topic, handle) => consume(store, topic, handle),
    close: async () => redis.disconnect(),
  };
}

/** Appends of 500 aggregates, one event each: neighbours in the log belong to different aggregates. */
async function preload(store: EventStore, category: string, count: number): Promise<void> {
  const size = 500;
  for (let from = 0; from < count; from += size) {
    const batch = Array.from({ length: Math.min(size, count - from) }, (_, i) => from + i);
    const answer = await store.log.append({
      category,
      aggregates: batch.map((n) => ({
        id: aggregateOf(n),
        expectedVersion: Math.floor(n / aggregates),
        events: [eventOf(n)],
      })),
    });
    if (answer.kind !== 'ok') throw new Error(`preload answered ${answer.kind}`);
  }
}

async function consume(store: EventStore, category: string, handle: Handle): Promise<Consumer> {
  const { redis } = store.log;
  const partitions = await store.log.partitions(category);
  const streams = Array.from({ length: partitions }, (_, p) => keys.events(category, p));
  const handler = async ({ data, aggregateId, version }: StoredEvent<string, Payload>) =>
    handle({ ...data, aggregateId, version });
  const group = consumerGroup('bench', { store, logger: silent });
  group.react<Events>(category, { PublishedEvent: handler }).start();
  while (group.status()[0]?.partitions.length !== partitions) await sleep(2);
  return {
    unacknowledged: async () => {
      const pending = await Promise.all(streams.map((stream) => redis.xpending(stream, 'bench')));
      return pending.reduce<number>((sum, [count]) => sum + Number(count), 0);
    },
    stop: () => group.stop(),
  };
}
