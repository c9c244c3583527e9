/** What most tests of consumers stand on: a Redis of their own, a counter that events add to, and groups that read it. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type ConsumerGroup, consumerGroup } from '../src/consume/consumer.ts';
import { limits } from '../src/limits.ts';
import { keys } from '../src/log/keys.ts';
import { aggregate } from '../src/write/aggregate.ts';
import { EventStore } from '../src/write/store.ts';
import { startRedis, type TestRedis } from './servers/redis.ts';

export type Events = { AddedEvent: { by: number } };
export const counter = aggregate<{ total: number }, Events>({
  category: 'counter',
  initial: { total: 0 },
  evolve: { AddedEvent: ({ total }, { by }) => ({ total: total + by }) },
});
export const added = (by: number) => ({ eventType: 'AddedEvent' as const, schema: 1, data: { by } });
export const command = () => ({ at: Date.now(), meta: { correlationId: 'test' } });

const codec = {
  decode: (type: string, _: number, data: unknown) => {
    if (type === 'AddedEvent' && typeof (data as { by: unknown }).by !== 'number')
      throw new Error('by is no number');
    return data;
  },
};
const print = (fields: object, m: string) => process.env.DEBUG_LOG && console.log(m, fields);
const logger = { debug: print, info: () => {}, warn: print, error: print };

/** The Redis is there for all tests of a file, and empty before each of them; what was started is stopped after it. */
export function counting(options?: Parameters<typeof startRedis>[0]) {
  let server: TestRedis;
  let store: EventStore;
  const running: ConsumerGroup[] = [];
  beforeAll(async () => {
    server = await startRedis(options);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    store = newStore();
    await store.log.redis.flushall();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((group) => group.stop(100)));
  });

  const newStore = () => new EventStore({ redis: server.connect(), codec });
  return {
    get server() {
      return server;
    },
    get store() {
      return store;
    },
    /** As another process has one. */
    newStore,
    add: (id: string, by = 1, of = store) => of.decide(counter, id, () => [added(by)], command()),
    start: (define: (group: ConsumerGroup) => ConsumerGroup, of = newStore()) => {
      const group = define(consumerGroup('readers', { store: of, logger }));
      group.start();
      running.push(group);
      return group;
    },
    pending: async () => {
      const streams = Array.from({ length: limits.partitions }, (_, p) => keys.events('counter', p));
      const all = await Promise.all(streams.map((stream) => store.log.redis.xpending(stream, 'readers')));
      return all.reduce<number>((sum, row) => sum + Number((row as [number])[0]), 0);
    },
    deadLetterCount: () => store.log.redis.xlen(keys.dead('counter', 'readers')),
  };
}
