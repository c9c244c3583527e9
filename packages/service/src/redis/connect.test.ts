import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStore, isRedisOutage } from '@quickmart/streams';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { codec } from '../../example/mug.ts';
import { capturedLog } from '../../test/mugs.ts';
import { StartError } from '../process/start-error.ts';
import { versionProblem } from './checks.ts';
import { connectRedis } from './connect.ts';
import { logCheck } from './log-check.ts';
import { redisCheck } from './readiness.ts';

let server: TestRedis | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

test('connects, and shouts where events can be lost', async () => {
  server = await startRedis({ args: ['--maxmemory-policy', 'allkeys-lru'] });
  const { logger, lines } = capturedLog();
  const redis = await connectRedis(server.url, { name: 'test', logger });
  expect(await redis.ping()).toBe('PONG');
  redis.disconnect();
  const warnings = lines.filter(({ level }) => level === 'warn').map(({ msg }) => msg);
  expect(warnings).toEqual([expect.stringContaining('noeviction'), expect.stringContaining('appendonly')]);
});

test('is quiet where all is well', async () => {
  server = await startRedis({ appendOnly: true });
  const { logger, lines } = capturedLog();
  const redis = await connectRedis(server.url, { name: 'test', logger });
  redis.disconnect();
  expect(lines).toEqual([]);
});

describe('durability: fsync', () => {
  const fsync = { name: 'test', durability: 'fsync' as const };

  test('is refused where Redis does not sync every write', async () => {
    const { logger } = capturedLog();
    server = await startRedis();
    await expect(connectRedis(server.url, { ...fsync, logger })).rejects.toThrow(
      'DURABILITY=fsync needs appendonly yes and appendfsync always; Redis has appendonly no and appendfsync everysec',
    );
  });

  test('holds where it does, and is an error in the log when that ends', async () => {
    const { logger, lines } = capturedLog();
    server = await startRedis({ appendOnly: true });
    const redis = await connectRedis(server.url, { ...fsync, logger });
    const other = server.connect();
    await other.config('SET', 'appendfsync', 'everysec');
    await other.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await vi.waitFor(
      () => expect(lines.map(({ msg }) => msg)).toContain('Redis no longer syncs every write'),
      15_000,
    );
    redis.disconnect();
  });

  test('is refused where it cannot be seen', async () => {
    const { logger } = capturedLog();
    server = await startRedis({ appendOnly: true });
    await server.connect().call('ACL', 'SETUSER', 'app', 'on', '>app', '~*', '+@all', '-config');
    const url = server.url.replace('redis://', 'redis://app:app@');
    await expect(connectRedis(url, { ...fsync, logger })).rejects.toThrow(
      'which Redis does not let us see: NOPERM',
    );
  });
});

describe('at the start', () => {
  test('a Redis that is not there is one clear line, without the password', async () => {
    const { logger } = capturedLog();
    const failing = connectRedis('redis://:hunter2@127.0.0.1:1', {
      name: 'test',
      logger,
      startTimeoutMs: 1_000,
    });
    await expect(failing).rejects.toThrow(StartError);
    await expect(failing).rejects.toThrow(
      /^Redis at 127\.0\.0\.1:1 cannot be used \(.*ECONNREFUSED.*\): nothing listens there: start Redis/,
    );
    await expect(failing).rejects.not.toThrow(/hunter2/);
  });

  test('a wrong password does not wait for the timeout', async () => {
    server = await startRedis();
    await server.connect().config('SET', 'requirepass', 'secret');
    const { logger } = capturedLog();
    const wrong = server.url.replace('redis://', 'redis://:wrong@');
    const refused = connectRedis(wrong, { name: 'test', logger, startTimeoutMs: 60_000 });
    await expect(refused).rejects.toThrow(/WRONGPASS/);
  });

  test.each([
    ['6.2.14', true],
    ['5.0.7', true],
    ['7.0.0', false],
    ['7.0.15', false],
    ['8.2.1', false],
    ['10.0.0', false],
    [undefined, true],
  ])('version %s is too old: %s', (version, tooOld) => {
    expect(versionProblem(version) !== undefined).toBe(tooOld);
  });
});

test('an outage is two log lines, and commands fail while it lasts', async () => {
  server = await startRedis();
  const { logger, lines } = capturedLog('info');
  const redis = await connectRedis(server.url, { name: 'test', logger });
  lines.length = 0;
  await server.kill();
  // With the client's own options they would wait until it is back.
  await expect(redis.get('x')).rejects.toThrow();
  await expect(redis.get('x')).rejects.toThrow();
  await server.restart();
  while (redis.status !== 'ready') await sleep(10);
  redis.disconnect();
  expect(lines.map(({ msg }) => msg)).toEqual(['Redis is not available', 'Redis is available again']);
});

test('a password that was changed meanwhile is said, once, and by every check that needs Redis', async () => {
  server = await startRedis();
  const { logger, lines } = capturedLog('info');
  const redis = await connectRedis(server.url, { name: 'test', logger });
  const events = new EventStore({ redis, codec }).log;
  const checks = [redisCheck(redis, ['mug']), logCheck(events, 'mug')];
  lines.length = 0;
  const operator = server.connect();
  await operator.config('SET', 'requirepass', 'hunter2');
  await operator.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  const reasons = async () =>
    await Promise.all(checks.map((check) => Promise.resolve().then(check).catch(String)));
  const reason = expect.stringMatching(
    /^NotReadyError: Redis cannot be used \(NOAUTH.*\): it wants a password/,
  );
  await vi.waitFor(async () => expect(await reasons()).toEqual([reason, reason]), 15_000);
  await once(redis, 'error').then(() => once(redis, 'error'));
  const said = lines.filter(({ reason: why }) => String(why).startsWith('NOAUTH'));
  expect(said).toMatchObject([{ level: 'warn', msg: 'Redis is not available' }]);
  await operator.config('SET', 'requirepass', '');
  while (redis.status !== 'ready') await sleep(10);
  expect(await reasons()).toEqual([{ detail: undefined }, undefined]);
  expect(lines.at(-1)?.msg).toBe('Redis is available again');
  redis.disconnect();
});

test('what was under way when the connection broke is not sent again', async () => {
  server = await startRedis({ appendOnly: true });
  const { logger } = capturedLog();
  const redis = await connectRedis(server.url, { name: 'test', logger });
  await redis.set('n', 0);
  const other = server.connect();
  await other.call('CLIENT', 'PAUSE', '10000', 'WRITE');
  const waiting = redis.incr('n').catch((error: unknown) => error);
  while (!(await other.info('clients')).includes('blocked_clients:1')) await sleep(5);
  await server.kill();
  expect(isRedisOutage(await waiting)).toBe(true);
  await server.restart();
  while (redis.status !== 'ready') await sleep(10);
  expect(await redis.get('n')).toBe('0');
  redis.disconnect();
});
