/** A Redis that has reached its `maxmemory` refuses writes: an outage like any other, until there is room. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { until } from '../../test/servers/until.ts';
import { OutageError } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import { aggregate } from '../write/aggregate.ts';
import { commandOf, EventStore, ref } from '../write/store.ts';
import { type ConsumerGroup, consumerGroup } from './consumer.ts';

type Events = { NotedEvent: { text: string } };
const notesOf = (category: string) =>
  aggregate<number, Events>({ category, initial: 0, evolve: { NotedEvent: (count) => count + 1 } });
const [notes, copies] = [notesOf('notes'), notesOf('copies')];
const codec = { decode: (_: string, __: number, data: unknown) => data };
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const command = () => ({ at: Date.now(), meta: { correlationId: 'test' } });
const noted = { eventType: 'NotedEvent' as const, schema: 1, data: { text: 'x'.repeat(1000) } };

let server: TestRedis;
let store: EventStore;
let group: ConsumerGroup | undefined;
const newStore = () => new EventStore({ redis: server.connect(), codec });
const add = (id: string) => store.decide(notes, id, () => [noted], command());
const limit = (bytes: number) => store.log.redis.config('SET', 'maxmemory', bytes);
const events = (category: string) => store.log.redis.hget(keys.head(category), 'pos');

beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = newStore();
  await limit(0);
  await store.log.redis.flushall();
});
afterEach(async () => {
  await group?.stop(100);
});

test('an append is refused as a whole, and the next one is as if it had never been tried', async () => {
  await add('a');
  await limit(1);
  await expect(add('a')).rejects.toThrow(OutageError);
  const both = (tx: Parameters<Parameters<EventStore['decideAll']>[2]>[0]) => {
    for (const id of ['a', 'b']) tx.of(notes, id).append([noted]);
  };
  const all = () => store.decideAll('notes', [ref(notes, 'a'), ref(notes, 'b')], both, command());
  await expect(all()).rejects.toThrow(OutageError);
  expect(await events('notes')).toBe('1');
  expect((await newStore().read(notes, 'a')).version).toBe(1);
  await limit(0);
  expect(await all()).toMatchObject({ version: 2 });
  expect((await add('b')).version).toBe(2);
});

test('handlers wait for room; nothing is counted against their events, nothing happens twice', async () => {
  let [calls, handled] = [0, 0];
  group = consumerGroup('readers', { store: newStore(), logger }).react<Events>('notes', {
    NotedEvent: async (event) => {
      if (calls++ === 0) await limit(1);
      await store.decide(copies, event.aggregateId, () => [noted], commandOf(event));
      handled++;
    },
  });
  await store.log.partitions('copies');
  for (let n = 0; n < 20; n++) await add(`a${n}`);
  group.start();
  await until(() => group?.status()[0]?.failure !== undefined || calls > 20);
  expect(handled).toBe(0);
  await limit(0);
  await until(() => handled >= 20 && group?.status()[0]?.unacknowledged === 0);
  expect(await events('copies')).toBe('20');
  expect(await store.log.redis.xlen(keys.dead('notes', 'readers'))).toBe(0);
}, 30_000);
