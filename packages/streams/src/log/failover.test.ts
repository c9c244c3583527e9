import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/redis.ts';
import { onServerChange } from './failover.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

test('a client that serves many logs has one listener for all, and a lost connection is told to each once', async () => {
  const client = redis.connect();
  await client.ping();
  const before = client.listenerCount('close');
  const told: number[] = [];
  for (let log = 0; log < 12; log++) onServerChange(client, () => told.push(log));
  expect(client.listenerCount('close')).toBe(before + 1);
  const other = redis.connect();
  await other.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await expect.poll(() => told).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});
