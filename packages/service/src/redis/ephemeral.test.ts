import { startRedis } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { capturedLog } from '../../test/mugs.ts';
import { connectEphemeral } from './connect.ts';

test('a Redis for what may be lost may evict, and needs no file', async () => {
  const server = await startRedis({ args: ['--maxmemory-policy', 'allkeys-lru'] });
  onTestFinished(() => server.stop());
  const { logger, lines } = capturedLog();
  const redis = await connectEphemeral(server.url, { name: 'test', logger });
  expect(await redis.ping()).toBe('PONG');
  redis.disconnect();
  expect(lines).toEqual([]);
});

test('where it cannot be used, the advice names its own variable', async () => {
  const { logger } = capturedLog();
  const failing = connectEphemeral('redis://127.0.0.1:1', { name: 'test', logger, startTimeoutMs: 200 });
  await expect(failing).rejects.toThrow('start Redis, or correct EPHEMERAL_REDIS_URL');
});
