import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { limits } from '../limits.ts';
import { aggregate } from '../write/aggregate.ts';
import { EventStore } from '../write/store.ts';
import { type LogEntry, type Range, readCategory, readHead } from './reader.ts';

const ledger = aggregate<number, { NotedEvent: { n: number } }>({
  category: 'ledger',
  initial: 0,
  evolve: { NotedEvent: (count) => count + 1 },
});
const codec = { decode: (_: string, __: number, data: unknown) => data };

let server: TestRedis;
let store: EventStore;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = new EventStore({ redis: server.connect(), codec });
  await store.log.redis.flushall();
});

const note = (id: string, times: number) =>
  store.decide(
    ledger,
    id,
    () => Array.from({ length: times }, (_, n) => ({ eventType: 'NotedEvent', schema: 1, data: { n } })),
    { at: Date.now(), meta: { correlationId: 'test' } },
  );
const read = (range?: Range) => all(readCategory(store.log.redis, 'ledger', range));
async function all(pages: AsyncGenerator<LogEntry[]>): Promise<LogEntry[][]> {
  const read: LogEntry[][] = [];
  for await (const page of pages) read.push(page);
  return read;
}
const positions = (pages: LogEntry[][]) => pages.flat().map(({ pos }) => pos);
const upTo = (count: number, first = 1) => Array.from({ length: count }, (_, n) => first + n);

test('all partitions in the order of positions, over many pages, uneven as they are', async () => {
  const { readerEntries } = limits;
  await note('one', readerEntries);
  for (let n = 0; n < 40; n++) await note(`other-${n}`, 7);
  await note('one', readerEntries);
  await note('two', readerEntries - 3);
  const pages = await read();
  expect(pages.length).toBeGreaterThan(2);
  expect(positions(pages)).toEqual(upTo(3 * readerEntries - 3 + 280));
});

test('a range is after one place and up to another; the end may be beyond the log', async () => {
  for (let n = 0; n < 20; n++) await note(`of-${n}`, 1);
  expect(positions(await read({ after: { epoch: 1, pos: 4 }, upTo: { epoch: 1, pos: 9 } }))).toEqual([
    5, 6, 7, 8, 9,
  ]);
  expect(positions(await read({ after: { epoch: 1, pos: 18 }, upTo: { epoch: 9, pos: 0 } }))).toEqual([
    19, 20,
  ]);
  expect(await read({ after: { epoch: 1, pos: 20 } })).toEqual([]);
});

test('what is appended while it is read is left out', async () => {
  for (let n = 0; n < 20; n++) await note(`of-${n}`, 1);
  const reader = readCategory(store.log.redis, 'ledger');
  const first = (await reader.next()).value as LogEntry[];
  for (let n = 0; n < 20; n++) await note(`late-${n}`, 1);
  expect(positions([first, ...(await all(reader))])).toEqual(upTo(20));
});

test('a category that is not there has no head, and is not created by a look at it', async () => {
  expect(await readHead(store.log.redis, 'ledger')).toBeUndefined();
  expect(await read()).toEqual([]);
  expect(await store.log.redis.dbsize()).toBe(0);
});
