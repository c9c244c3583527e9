/** A category backwards: page by page all of it, and a partition that is done costs Redis nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import type { RedisClient } from '../log/scripts.ts';
import { aggregate } from '../write/aggregate.ts';
import { EventStore } from '../write/store.ts';
import { readNewest } from './newest.ts';

const category = 'ledger';
const ledger = aggregate<number, { NotedEvent: object }>({
  category,
  initial: 0,
  evolve: { NotedEvent: (count) => count + 1 },
});

let server: TestRedis;
let redis: RedisClient;
beforeAll(async () => {
  server = await startRedis();
  redis = server.connect();
});
afterAll(() => server.stop());

const readBackwards = async () => {
  const info = await redis.info('commandstats');
  return Number(/cmdstat_xrevrange:calls=(\d+)/.exec(info)?.[1] ?? 0);
};

test('all of it comes page by page, newest first; what has nothing before a place is not looked through', async () => {
  const store = new EventStore({ redis, codec: { decode: (_, __, data) => data } });
  const given: string[] = [];
  for (let n = 0; n < 100; n++) {
    const noted = { eventType: 'NotedEvent', schema: 1, data: {} } as const;
    const command = { at: Date.now(), meta: { correlationId: 'of a test' } };
    const { events } = await store.decide(ledger, `of ${n % 9}`, () => [noted], command);
    given.unshift(events[0]!.eventId);
  }
  const found: string[] = [];
  let page = await readNewest(redis, category, { most: 7 });
  for (; page.length > 0; page = await readNewest(redis, category, { before: page.at(-1)!, most: 7 }))
    found.push(...page.map(({ entry }) => entry[1][1]!));
  expect(found).toEqual(given);

  const before = await readBackwards();
  expect(await readNewest(redis, category, { before: { epoch: 1, pos: 1 }, most: 7 })).toEqual([]);
  expect(await readBackwards()).toBe(before);
});
