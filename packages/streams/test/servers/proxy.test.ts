/** What the proxy does to connections, no server and no network could not do. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Address, connectTo } from './client.ts';
import { startProxy, type TestProxy } from './proxy.ts';
import { startRedis, type TestRedis } from './redis.ts';

let server: TestRedis;
let proxy: TestProxy;
beforeAll(async () => {
  server = await startRedis();
  proxy = await startProxy(server.port);
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});

const disturbances: Record<string, () => void> = {
  'errors for replies': () => proxy.answer('LOADING Redis is loading the dataset in memory'),
  'lost replies': () => proxy.deafen(),
  'held bytes': () => proxy.hold(),
  'broken connections': () => proxy.breakAll(),
};

test.each(Object.entries(disturbances))('%s: a reply is that of its command, or an error', async (_, act) => {
  const address: Address = { kind: 'standalone', port: proxy.port };
  const redis = await connectTo(address);
  const counts = { right: 0, failed: 0, wrong: 0 };
  let on = true;
  const ask = async (n: number) => {
    const text = `${n} ${'x'.repeat(n % 50 === 0 ? 200_000 : 0)}`; // cut anywhere
    const said = await redis.echo(text).catch(() => undefined);
    counts[said === undefined ? 'failed' : said === text ? 'right' : 'wrong']++;
  };
  const asking = (async () => {
    const asked: Promise<void>[] = [];
    for (; on; await sleep(1)) for (let i = 0; i < 5; i++) asked.push(ask(asked.length));
    await Promise.all(asked);
  })();
  for (let times = 0; times < 20; times++) {
    await sleep(20);
    act();
    await sleep(20);
    proxy.open();
  }
  const before = counts.right;
  await expect.poll(() => counts.right, { timeout: 15_000 }).toBeGreaterThan(before);
  on = false;
  await asking;
  redis.disconnect();
  expect(counts.wrong).toBe(0);
});
