import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MugService, startMugs } from '../../test/mugs.ts';
import { redisCheck } from './readiness.ts';

let service: MugService;
beforeAll(async () => {
  service = await startMugs({ ready: { redis: () => redisCheck(service.redis, ['mug'])() } });
});
afterAll(() => service.stop());

test('a Redis that is full is not ready, and says why; nothing was written to find out', async () => {
  const { redis } = service;
  expect((await service.send('GET', '/readyz')).status).toBe(200);
  expect(await redis.dbsize()).toBe(0);
  await redis.config('SET', 'maxmemory', '1');
  const full = await service.send('GET', '/readyz');
  const detail = expect.stringMatching(/^Redis takes no writes: OOM/);
  expect(full).toMatchObject({ status: 503, body: { checks: { redis: { status: 'down', detail } } } });
  await redis.config('SET', 'maxmemory', '0');
  expect((await service.send('GET', '/readyz')).status).toBe(200);
});

test('a Redis that is a replica is not ready', async () => {
  const operator = service.redisServer.connect();
  await operator.replicaof('127.0.0.1', '1');
  const replica = await service.send('GET', '/readyz');
  await operator.call('REPLICAOF', 'NO', 'ONE');
  expect(replica).toMatchObject({ status: 503, body: { checks: { redis: { status: 'down' } } } });
});

test('a right that is taken away is not ready, and says which', async () => {
  const operator = service.redisServer.connect();
  await operator.call('ACL', 'SETUSER', 'default', '-xadd');
  const lacking = await service.send('GET', '/readyz');
  const post = await service.send('POST', '/api/mugs', { colour: 'blue' });
  await operator.call('ACL', 'SETUSER', 'default', '-set');
  const keyed = await service.send('POST', '/api/mugs', { colour: 'blue' }, { 'Idempotency-Key': 'a' });
  await operator.call('ACL', 'SETUSER', 'default', '+@all');
  const detail = 'the user lacks rights in Redis: +xadd';
  expect(lacking).toMatchObject({ status: 503, body: { checks: { redis: { status: 'down', detail } } } });
  expect(post).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(keyed).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect((await service.send('GET', '/readyz')).status).toBe(200);
});
