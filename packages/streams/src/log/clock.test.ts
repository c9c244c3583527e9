import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { Clock } from './clock.ts';
import type { RedisClient } from './scripts.ts';

let server: TestRedis;
let redis: RedisClient;
beforeAll(async () => {
  server = await startRedis();
  redis = server.connect();
  await redis.ping();
});
afterAll(() => server.stop());

/** This process does nothing else, as under load. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

const errorOf = (clock: Clock) => Math.abs(clock.now() - Date.now()); // Redis runs on this machine

test('an answer that was fetched late does not move the clock', async () => {
  const clock = new Clock();
  await clock.ask(redis);
  const before = errorOf(clock);
  const asked = clock.ask(redis);
  block(1_000);
  await asked;
  expect(errorOf(clock)).toBeLessThanOrEqual(before + 50);
});

test('where the first answer was late, the next one mends it', async () => {
  const clock = new Clock();
  const asked = clock.ask(redis);
  block(500);
  await asked;
  for (let n = 0; n < 5; n++) await clock.ask(redis);
  expect(errorOf(clock)).toBeLessThan(100);
});

test('after the machine slept, Redis is asked at once, not when it is due', async () => {
  const clock = new Clock();
  await clock.follow(redis);
  const time = vi.spyOn(redis, 'time');
  await clock.follow(redis);
  expect(time).not.toHaveBeenCalled();
  const { now } = Date;
  const spy = vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
  await clock.follow(redis);
  await clock.follow(redis);
  expect(time).toHaveBeenCalledTimes(1);
  spy.mockRestore();
  time.mockRestore();
});

test('before the first answer everyone waits for it, whoever has asked', async () => {
  const clock = new Clock();
  const skew = vi.spyOn(Date, 'now').mockImplementation(() => 0);
  void clock.follow(redis);
  await clock.follow(redis);
  expect(clock.now()).toBeGreaterThan(1_000_000_000_000);
  skew.mockRestore();
});
