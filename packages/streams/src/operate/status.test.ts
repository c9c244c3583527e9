import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { type ConsumerGroup, consumerGroup } from '../consume/consumer.ts';
import { PermanentError } from '../log/errors.ts';
import { aggregate } from '../write/aggregate.ts';
import { EventStore } from '../write/store.ts';
import { groupStatus } from './status.ts';

const ledger = aggregate<number, { NotedEvent: { n: number } }>({
  category: 'ledger',
  initial: 0,
  evolve: { NotedEvent: (count) => count + 1 },
});
const codec = { decode: (_: string, __: number, data: unknown) => data };
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const groups: ConsumerGroup[] = [];

let server: TestRedis;
let store: EventStore;
beforeAll(async () => {
  server = await startRedis();
  store = new EventStore({ redis: server.connect(), codec });
});
afterAll(() => server.stop());
afterEach(() => Promise.all(groups.splice(0).map((group) => group.stop(0))));

const status = () => groupStatus(store.log, 'ledger', 'readers');
const note = (id: string, n: number) =>
  store.decide(ledger, id, () => [{ eventType: 'NotedEvent', schema: 1, data: { n } }], {
    at: Date.now(),
    meta: { correlationId: 'test' },
  });

test('lag, pending, retrying, parked, dead and owners, exact', async () => {
  for (let n = 0; n < 10; n++) await note(`fine-${n}`, n);
  const unread = await status();
  expect(unread).toMatchObject({ head: 10, lag: 10, dead: 0, nextTimerAt: undefined });
  // What nobody has read has an age, too; a partition without events has none.
  for (const { lag, lagMs } of unread.partitions)
    expect(lagMs).toEqual(lag > 0 ? expect.any(Number) : undefined);
  const group = consumerGroup('readers', {
    store: new EventStore({ redis: server.connect(), codec }),
    logger,
  });
  groups.push(group);
  group.react<{ NotedEvent: { n: number } }>('ledger', {
    NotedEvent: async ({ aggregateId }, { signal }) => {
      if (aggregateId === 'poison') throw new PermanentError('never');
      if (aggregateId === 'flaky') throw new Error('not now');
      if (aggregateId === 'slow') await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  });
  group.start();
  await vi.waitFor(async () => expect((await status()).lag).toBe(0), { timeout: 10_000 });
  expect((await status()).partitions.every(({ lagMs }) => lagMs === undefined)).toBe(true);
  for (const id of ['poison', 'poison', 'flaky', 'slow']) await note(id, 0);
  await vi.waitFor(
    async () => {
      const { partitions, lag, dead } = await status();
      const sum = (name: 'pending' | 'retrying' | 'parked') =>
        partitions.reduce((all, row) => all + (row[name] ?? 0), 0);
      expect({
        lag,
        dead,
        pending: sum('pending'),
        retrying: sum('retrying'),
        parked: sum('parked'),
      }).toEqual({
        lag: 2,
        dead: 2,
        pending: 2,
        retrying: 1,
        parked: 1,
      });
      expect(partitions.every(({ owner }) => owner?.includes(`|${process.pid}|`))).toBe(true);
      expect(
        partitions.filter(({ oldestPendingMs }) => oldestPendingMs !== undefined).length,
      ).toBeGreaterThan(0);
    },
    { timeout: 10_000 },
  );
});
