/** Partitions are shared, handed over and taken over: with real processes, kill -9 and SIGSTOP. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { keys } from '../src/log/keys.ts';
import { aggregate } from '../src/write/aggregate.ts';
import { EventStore } from '../src/write/store.ts';
import { launch, startRedis, type TestRedis, talking } from './servers/index.ts';
import { until } from './servers/until.ts';

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
const ledger = aggregate<number, { NotedEvent: { n: number } }>({
  category: 'ledger',
  initial: 0,
  evolve: { NotedEvent: (count) => count + 1 },
});
const noted = { eventType: 'NotedEvent' as const, schema: 1, data: { n: 1 } };
const codec = { decode: (_: string, __: number, data: unknown) => data };
const ids = Array.from({ length: 20 }, (_, i) => `aggregate-${i}`);

let server: TestRedis;
let store: EventStore;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  server = await startRedis();
  store = new EventStore({ redis: server.connect(), codec });
});
afterAll(() => server.stop());
beforeEach(() => store.log.redis.flushall());
afterEach(() => {
  for (const child of workers.splice(0)) child.kill('SIGKILL');
});

async function start(handlerMs = 0): Promise<ChildProcess> {
  const child = launch(process.execPath, [worker, server.url, 'readers', `${handlerMs}`], talking);
  workers.push(child);
  await once(child, 'message');
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await exit)[0]).toBe(0);
}

const append = (id: string) =>
  store.decide(ledger, id, () => [noted], { at: Date.now(), meta: { correlationId: 'test' } });

/** Appends to all aggregates until told to stop; returns how many events each one got. */
function load(): { stop: () => Promise<number> } {
  let [on, rounds] = [true, 0];
  const done = (async () => {
    for (; on; rounds++) {
      await Promise.all(ids.map(append));
      await sleep(25);
    }
  })();
  return {
    stop: async () => {
      on = false;
      await done;
      return rounds;
    },
  };
}

const owners = async () => {
  const leases = await store.log.redis.hgetall(keys.leases('ledger', 'readers'));
  return Object.entries(leases).flatMap(([field, owner]) => (field.startsWith('owner:') ? [owner] : []));
};
const settled = (count: number) =>
  until(async () => {
    const seen = await Promise.all(ids.map((id) => store.log.redis.lrange(`seen:${id}`, 0, -1)));
    return seen.every((versions) => versions.at(-1) === `${count}`);
  });

/** Nothing lost, nothing out of order, nothing handled by two at once; `twice`: how many may have been repeated. */
async function checkSeen(count: number, twice: number): Promise<void> {
  let repeated = 0;
  for (const id of ids) {
    const versions = (await store.log.redis.lrange(`seen:${id}`, 0, -1)).map(Number);
    const firsts = versions.filter((version, i) => versions.indexOf(version) === i);
    expect(firsts).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    repeated += versions.length - firsts.length;
  }
  expect(repeated).toBeLessThanOrEqual(twice);
}

test('one process to five and back to one, under load: nothing lost, repeated, reordered or handled by two', async () => {
  const first = await start(1);
  const running = load();
  const others = await Promise.all([start(1), start(1), start(1), start(1)]);
  await until(async () => new Set(await owners()).size >= 3);
  for (const child of others) await stop(child);
  await until(async () => (await owners()).length === 8 && new Set(await owners()).size === 1);
  const count = await running.stop();
  await settled(count);
  await checkSeen(count, 0);
  expect(await store.log.redis.lrange('overlaps', 0, -1)).toEqual([]);
  await stop(first);
}, 60_000);

test('kill -9 of an owner: the others go on where it was, well before its lease has run out', async () => {
  const [victim] = [await start(1), await start(1)];
  await until(async () => new Set(await owners()).size === 2);
  const running = load();
  await sleep(500);
  victim.kill('SIGKILL');
  const killed = performance.now();
  await until(async () => (await owners()).length === 8 && new Set(await owners()).size === 1);
  expect(performance.now() - killed).toBeLessThan(12_000);
  const count = await running.stop();
  await settled(count);
  // What the dead one had handled and not acknowledged is handled again: at most what it worked on at once.
  await checkSeen(count, 64 + ids.length);
}, 60_000);

test('a process that was paused past its lease acknowledges nothing when it wakes', async () => {
  const paused = await start(5);
  const running = load();
  await until(async () => (await owners()).length === 8);
  await sleep(300);
  paused.kill('SIGSTOP');
  await start(5);
  await until(async () => {
    const now = await owners();
    return new Set(now).size === 1 && !now[0]!.includes(`|${paused.pid}|`);
  });
  const count = await running.stop();
  await settled(count);
  const [before, pending] = [
    await store.log.redis.hgetall(keys.leases('ledger', 'readers')),
    await allPending(),
  ];
  expect(pending).toBe(0);
  paused.kill('SIGCONT');
  await until(async () => new Set(await owners()).size === 2); // it has joined again, and been given its share
  await stop(paused);
  const after = await store.log.redis.hgetall(keys.leases('ledger', 'readers'));
  for (let p = 0; p < 8; p++) expect(after[`done:${p}`]).toBe(before[`done:${p}`]);
  await checkSeen(count, 64 + ids.length);
}, 60_000);

async function allPending(): Promise<number> {
  const streams = Array.from({ length: 8 }, (_, p) => keys.events('ledger', p));
  const rows = await Promise.all(streams.map((stream) => store.log.redis.xpending(stream, 'readers')));
  return rows.reduce<number>((sum, row) => sum + Number((row as [number])[0]), 0);
}
