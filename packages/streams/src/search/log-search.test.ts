/** Events are found by whatever is known of them; what the index has is what the log has, also after it was replaced. */
import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { limits } from '../limits.ts';
import { eventIdOf } from '../log/entry.ts';
import { formatPosition, type StoredEvent } from '../log/event.ts';
import { keys, partitionOf } from '../log/keys.ts';
import { readAggregate } from '../log/reader.ts';
import type { RedisClient } from '../log/scripts.ts';
import { aggregate } from '../write/aggregate.ts';
import { EventStore } from '../write/store.ts';
import { type Column, findByTime } from './log-index.ts';
import { type Found, LogSearch } from './log-search.ts';

const codec = { decode: (_: string, __: number, data: unknown) => data };
const kinds = ['ledger', 'book'].map((category) =>
  aggregate<number, { NotedEvent: object }>({
    category,
    initial: 0,
    evolve: { NotedEvent: (count) => count + 1 },
  }),
);
const categories = kinds.map(({ category }) => category);

let server: TestRedis;
let redis: RedisClient;
let store: EventStore;
beforeAll(async () => {
  server = await startRedis();
  redis = server.connect();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await redis.flushall();
  store = new EventStore({ redis, codec });
});

const note = (kind: number, id: string, correlationId: string, times = 1) =>
  store.decide(
    kinds[kind]!,
    id,
    () => Array.from({ length: times }, () => ({ eventType: 'NotedEvent', schema: 1, data: {} })),
    { at: Date.now(), meta: { correlationId } },
  );
const shown = ({ by, total, entries }: Found) => [
  by,
  total,
  entries.map((entry) => [entry.category, entry.entry[1][7]]),
];

test('by position, aggregate, event and correlation, in all categories, in the order of their times', async () => {
  const request = randomUUIDv7();
  for (let n = 0; n < 30; n++) await note(n % 2, `other-${n}`, randomUUIDv7(), 5);
  await note(0, 'mine', request, 2);
  await note(1, 'yours', request);
  const { position = '', events } = await note(0, 'mine', 'a "quoted\\" request');
  const search = new LogSearch(redis, categories);
  await search.ready();
  const request3 = [
    'correlation',
    3,
    ['mine', 'mine', 'yours'].map((id, n) => [categories[n > 1 ? 1 : 0], id]),
  ];
  expect(shown(await search.find(request))).toEqual(request3);
  expect(shown(await search.find('a "quoted\\" request'))).toEqual(['correlation', 1, [['ledger', 'mine']]]);
  expect(await search.find('mine')).toMatchObject({ by: 'aggregate', total: 3 });
  expect(shown(await search.find(position))).toEqual(['position', 1, [['ledger', 'mine']]]);
  const found = await search.find(events[0]!.eventId);
  expect(found).toMatchObject({ by: 'event', total: 1, indexed: { events: 154, of: 154 } });
  expect(formatPosition(found.entries[0]!)).toBe(position);
  expect(await search.find('nobody')).toMatchObject({ by: undefined, entries: [], total: 0 });
  expect(await search.find('mine', 'correlation')).toMatchObject({ by: undefined });
  expect(await search.find(position.replace('ledger', 'diary'))).toMatchObject({ total: 0 });

  await note(1, 'later', request);
  expect((await search.find(request)).total).toBe(4);
  await store.log.raiseEpoch('ledger');
  await note(0, 'later', request);
  expect((await search.find(request)).entries.at(-1)).toMatchObject({ epoch: 2, category: 'ledger' });

  await redis.flushall();
  store = new EventStore({ redis, codec });
  await note(0, 'anew', request);
  expect(shown(await search.find(request))).toEqual(['correlation', 1, [['ledger', 'anew']]]);
});

test('so many are shown, and all are counted', async () => {
  await note(0, 'long', 'request', 7);
  await note(1, 'long', 'request', 3);
  const search = new LogSearch(redis, categories, 5);
  await search.ready();
  for (const by of ['aggregate', 'correlation'] as const) {
    const { entries, total } = await search.find(by === 'aggregate' ? 'long' : 'request', by);
    expect([entries.length, total]).toEqual([5, 10]);
  }
});

test('without an index an event is found by the time of its id, in whichever epoch, also beside what is no event', async () => {
  await note(0, 'elsewhere', 'any'); // makes the category
  await redis.del('{ledger}:events:0');
  const ids: string[] = [];
  const at = Date.now() - 1_000_000;
  const idAt = (n: number) => {
    const time = (at + n * 1000).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}${randomUUIDv7().slice(13)}`;
  };
  for (let n = 1; n <= 900; n++) {
    const id = n % 97 === 0 ? 'nothing' : idAt(n);
    await redis.xadd('{ledger}:events:0', `${Math.ceil(n / 400)}-${3 * n}`, 'eventId', id);
    if (id !== 'nothing') ids.push(id);
  }
  for (const id of [ids[0]!, ids.at(-1)!, ids[398]!, ids[400]!, ids[77]!, ids[820]!]) {
    const found = await findByTime(redis, 'ledger', 'event', id);
    expect(found.map(({ entry }) => eventIdOf(entry))).toEqual([id]);
  }
  for (const text of [idAt(5.5), 'nothing'])
    expect(await findByTime(redis, 'ledger', 'event', text)).toEqual([]);
});

test('in a log whose epoch was raised past what somebody has written by hand, all is found, by the index and without it', async () => {
  const ids = ['one', 'other'];
  const [one, other] = ids.map((id) => partitionOf(id, limits.partitions));
  expect(one).not.toBe(other);
  const early = [];
  for (const id of ids) early.push(await note(0, id, randomUUIDv7(), 2));
  for (const id of ids) await note(0, id, randomUUIDv7(), 2 * limits.searchAround);
  await redis.xadd(keys.events('ledger', one!), '*', 'foo', 'bar'); // in the other partition epochs are far apart
  await store.log.raiseEpoch('ledger');
  const late = [];
  for (const id of ids) late.push(await note(0, id, randomUUIDv7(), 2));
  const search = new LogSearch(redis, ['ledger']);
  await search.ready();
  for (const { events } of [...early, ...late]) {
    const [{ eventId, meta }] = events as [StoredEvent];
    const byTime = await findByTime(redis, 'ledger', 'event', eventId);
    expect(byTime.map(({ entry }) => eventIdOf(entry))).toEqual([eventId]);
    expect(await search.find(eventId)).toMatchObject({ by: 'event', total: 1 });
    expect(await search.find(meta.correlationId)).toMatchObject({ by: 'correlation', total: 2 });
  }
});

test('while the log is read, an event and a request are found around the time of their ids, also out of order', async () => {
  for (let n = 0; n < 40; n++) await note(0, `early-${n}`, randomUUIDv7(), 5);
  const request = randomUUIDv7();
  await note(0, 'mine', request, 3);
  for (let n = 0; n < 40; n++) await note(0, `late-${n}`, randomUUIDv7(), 5);
  const { entries } = await readAggregate(redis, 'ledger', 'mine');
  const byTime = async (column: Column, id: string) =>
    (await findByTime(redis, 'ledger', column, id)).map(({ entry }) => eventIdOf(entry));
  const ids = entries.map(({ entry }) => eventIdOf(entry));
  expect(await byTime('correlation', request)).toEqual(ids);
  for (const id of ids) expect(await byTime('event', id)).toEqual([id]);
});
