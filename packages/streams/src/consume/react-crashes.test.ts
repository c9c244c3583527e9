/** Reactions where several things go wrong at the same time. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import { OutageError, PermanentError } from '../log/errors.ts';
import { keys, partitionOf } from '../log/keys.ts';
import { type Scripts, withScripts } from '../log/scripts.ts';
import type { Handlers } from './react.ts';

const world = counting();
const { add, deadLetterCount, newStore } = world;
const start = (AddedEvent: NonNullable<Handlers<Events>['AddedEvent']>, of?: ReturnType<typeof newStore>) =>
  world.start((group) => group.react<Events>('counter', { AddedEvent }), of);

test('an outage that only some handlers meet: those that succeed meanwhile make no busy loop of it', async () => {
  let [calls, up] = [0, 0];
  await Promise.all([add('down'), ...Array.from({ length: 40 }, (_, n) => add(`up-${n}`))]);
  const group = start(async ({ aggregateId }) => {
    if (aggregateId === 'down') {
      calls++;
      throw new OutageError('its provider is down');
    }
    await sleep(50 + 10 * up++); // some end while the outage is on
  });
  await until(() => up === 40 && (group.status()[0]?.unacknowledged ?? 0) === 1);
  expect(calls).toBeLessThan(20);
});

/** As if this many processes had been killed while they handled the event. */
async function leftBehind(id: string, crashes: number): Promise<void> {
  await add(id);
  const partition = partitionOf(id, limits.partitions);
  const stream = keys.events('counter', partition);
  await world.store.log.redis.xgroup('CREATE', stream, 'readers', '0').catch(() => {}); // another one was left there
  await world.store.log.redis.xreadgroup('GROUP', 'readers', 'owner', 'STREAMS', stream, '>');
  const lease = { owner: 'elsewhere|1|dead', token: 1, until: 1, crashes: crashes - 1 };
  const fields = Object.entries(lease).flatMap(([name, value]) => [`${name}:${partition}`, `${value}`]);
  await world.store.log.redis.hset(keys.leases('counter', 'readers'), ...(fields as [string, string]));
}

test('after crashes, an outage is waited for as ever: it is no crash of the event', async () => {
  await leftBehind('a', 2);
  let calls = 0;
  start(async () => {
    if (++calls <= 4) throw new OutageError('its provider is down');
  });
  await until(() => calls === 5);
  expect(await deadLetterCount()).toBe(0);
}, 30_000);

test('after crashes, a handler may still fail more often than it may crash', async () => {
  await leftBehind('a', 2);
  let calls = 0;
  start(async () => {
    if (++calls <= limits.crashesPerEvent + 2) throw new Error('not yet');
  });
  await until(async () => calls === limits.crashesPerEvent + 3 || (await deadLetterCount()) > 0);
  expect(await deadLetterCount()).toBe(0);
}, 60_000);

test('after crashes only what was at work is repeated alone, the rest of what is left side by side', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `left-${n}`);
  for (const id of ids) await leftBehind(id, 2);
  const isSuspect = (id: string) => id === 'left-7' || id === 'left-23';
  for (const id of ids.filter(isSuspect)) {
    const [partition, { position = '' } = {}] = [
      partitionOf(id, limits.partitions),
      await world.store.head('counter', id),
    ];
    const suspects = JSON.stringify({ [position.split('@')[1]!]: [0, ''] });
    await world.store.log.redis.hset(keys.leases('counter', 'readers'), `suspects:${partition}`, suspects);
  }
  const atWork = new Set<string>();
  const [besideSuspects, seen]: [string[], Set<string>] = [[], new Set()];
  let most = 0;
  start(async ({ aggregateId }) => {
    atWork.add(aggregateId);
    most = Math.max(most, atWork.size);
    await sleep(20);
    if (isSuspect(aggregateId)) besideSuspects.push(...[...atWork].filter((id) => id !== aggregateId));
    atWork.delete(aggregateId);
    seen.add(aggregateId);
  });
  await until(() => seen.size === ids.length);
  expect(besideSuspects).toEqual([]);
  expect(most).toBeGreaterThan(8);
  await until(async () => {
    const fields = await world.store.log.redis.hkeys(keys.leases('counter', 'readers'));
    return !fields.some((field) => /^(crashes|suspects):/.test(field));
  });
}, 30_000);

test('after crashes, and a read that failed: what is left behind is acknowledged, then all goes on side by side', async () => {
  await leftBehind('a', 2);
  const own = newStore();
  let [now, most] = [0, 0];
  const seen = new Set<string>();
  start(async ({ aggregateId }) => {
    most = Math.max(most, ++now);
    await sleep(20);
    now--;
    seen.add(aggregateId);
    if (aggregateId !== 'a') return;
    // The next read fails, just as the event is done and its acknowledgement is on its way.
    vi.spyOn(own.log.redis, 'quickmartRead').mockRejectedValueOnce(new Error('read failed'));
    vi.spyOn(own.log.redis, 'quickmartAck').mockRejectedValueOnce(new Error('not acknowledged'));
    await add('b');
  }, own);
  await until(() => seen.has('b'));
  await Promise.all(Array.from({ length: 40 }, () => add(randomUUID())));
  await until(() => seen.size === 42);
  expect(most).toBeGreaterThan(1);
}, 30_000);

test('a lease that is lost under a handler that then fails: nothing stays unacknowledged, the event is handled', async () => {
  let calls = 0;
  const group = start(async (_, { signal }) => {
    if (++calls > 1) return;
    await once(signal, 'abort');
    throw new OutageError('Redis was away');
  });
  await add('a');
  await until(() => calls === 1);
  const token = `token:${partitionOf('a', limits.partitions)}`;
  await world.store.log.redis.hset(keys.leases('counter', 'readers'), token, Date.now() + 60_000);
  await until(() => calls === 2);
  await until(() => group.status()[0]?.unacknowledged === 0);
}, 30_000);

test('a partition is handed over while a read is under way: what it brings is the new owner’s', async () => {
  const handled: string[] = [];
  const first = newStore();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let answered = false;
  // The answer to a read that brought something is kept on its way for as long as the test wants.
  const redis = first.log.redis as Redis & Scripts;
  const duplicate = redis.duplicate.bind(redis);
  vi.spyOn(redis, 'duplicate').mockImplementation((options) => {
    const client = withScripts(duplicate(options));
    const read = client.quickmartRead.bind(client);
    client.defineCommand = () => {};
    client.quickmartRead = async (...args) => {
      const answer = (await read(...args)) as string[][];
      if (answer.some(([, entries = '[]']) => entries !== '[]')) {
        answered = true;
        await held;
      }
      return answer;
    };
    return client;
  });
  const one = start(async ({ aggregateId }) => void handled.push(`first ${aggregateId}`), first);
  await until(() => one.status()[0]?.partitions.length === limits.partitions);
  const ids = Array.from({ length: 40 }, (_, n) => `a${n}`);
  await Promise.all(ids.map((id) => add(id)));
  await until(() => answered);
  const two = start(async ({ aggregateId }) => void handled.push(`second ${aggregateId}`));
  await until(() => (two.status()[0]?.partitions.length ?? 0) > 0);
  const theirs = new Set(two.status()[0]?.partitions);
  const expected = ids.filter((id) => theirs.has(partitionOf(id, limits.partitions)));
  await until(() => expected.every((id) => handled.includes(`second ${id}`)));
  release();
  await until(() => ids.every((id) => handled.some((entry) => entry.endsWith(` ${id}`))));
  expect(handled.length).toBe(new Set(handled.map((entry) => entry.split(' ')[1])).size);
}, 30_000);

test('an attempt that a stop cuts short is not counted', async () => {
  let calls = 0;
  const group = start(async (_, { signal }) => {
    calls++;
    await once(signal, 'abort');
    throw new Error('aborted');
  });
  await add('a');
  await until(() => calls === 1);
  await group.stop(50);
  await sleep(100);
  const stream = keys.events('counter', partitionOf('a', limits.partitions));
  const [row] = await world.store.log.redis.xpending(stream, 'readers', '-', '+', 10);
  expect((row as unknown[])[3]).toBe(1);
});

test('a dead letter whose writing was not confirmed parks its aggregate all the same', async () => {
  const own = newStore();
  const deadLetter = own.log.redis.quickmartDeadLetter.bind(own.log.redis);
  vi.spyOn(own.log.redis, 'quickmartDeadLetter').mockImplementationOnce(async (...args) => {
    await deadLetter(...args);
    throw new Error('Command timed out');
  });
  const seen: number[] = [];
  start(async ({ version }) => {
    seen.push(version);
    if (seen.length === 1) throw new PermanentError('the first time only');
  }, own);
  await add('a');
  await until(async () => (await deadLetterCount()) === 1);
  await add('a');
  await until(async () => (await deadLetterCount()) === 2);
  await until(async () => (await world.pending()) === 0);
  expect(seen).toEqual([1]);
});

test('an event that was lost from the log while it ran, and fails, takes nothing along', async () => {
  const { promise: lost, resolve: fail } = Promise.withResolvers<void>();
  const [id, other] = ['a', 'b'];
  const began: string[] = [];
  const partition = partitionOf(id, limits.partitions);
  const near = Array.from({ length: 100 }, (_, n) => `${other}${n}`).find(
    (name) => partitionOf(name, limits.partitions) === partition,
  )!;
  start(async ({ aggregateId }) => {
    began.push(aggregateId);
    await lost;
    if (aggregateId === id) throw new PermanentError('never');
    await new Promise(() => {});
  });
  await add(id);
  await until(() => began.length === 1);
  // A replica without the last event is made master: its place is given to another one.
  const { redis } = world.store.log;
  await redis.del(
    keys.events('counter', partition),
    keys.aggregate('counter', id),
    keys.index('counter', id),
  );
  await redis.hset(keys.head('counter'), 'pos', 0);
  await add(near, 1, newStore());
  await until(() => began.length === 2);
  fail();
  await sleep(200);
  expect([began, await deadLetterCount(), await world.pending()]).toEqual([[id, near], 0, 1]);
});
