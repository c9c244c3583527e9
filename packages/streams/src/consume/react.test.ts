import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { added, command, counter, counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { OutageError, PermanentError } from '../log/errors.ts';
import type { StoredEvent } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import { aggregate } from '../write/aggregate.ts';

const world = counting({ appendOnly: true });
const { add, deadLetterCount, newStore, pending, start } = world;

test('events of one aggregate arrive in order, of different aggregates at the same time', async () => {
  const ids = Array.from({ length: 10 }, () => randomUUID());
  for (let by = 1; by <= 20; by++) await Promise.all(ids.map((id) => add(id, by)));
  const seen = new Map<string, number[]>(ids.map((id) => [id, []]));
  let [active, most] = [0, 0];
  start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async ({ aggregateId, data }) => {
        most = Math.max(most, ++active);
        await new Promise(setImmediate);
        seen.get(aggregateId)!.push(data.by);
        active--;
      },
    }),
  );
  await until(() => [...seen.values()].every(({ length }) => length === 20));
  for (const values of seen.values()) expect(values).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(most).toBeGreaterThan(1);
  await until(async () => (await pending()) === 0);
});

test('a failing event holds back its aggregate only, and its attempts survive a crash', async () => {
  const [bad, good] = [randomUUID(), randomUUID()];
  await add(bad, 13);
  await add(bad, 1);
  const seen: string[] = [];
  const attempts: number[] = [];
  let broken = true;
  const handlers = {
    AddedEvent: async (
      { aggregateId, data }: StoredEvent<string, { by: number }>,
      context: { attempt: number },
    ) => {
      if (data.by === 13) attempts.push(context.attempt);
      if (data.by === 13 && broken) throw new Error('thirteen');
      seen.push(`${aggregateId === bad ? 'bad' : 'good'} ${data.by}`);
    },
  };
  const first = start((group) => group.react<Events>('counter', handlers));
  await until(() => attempts.length >= 2); // the third may follow at once
  await add(good, 5);
  await until(() => seen.includes('good 5'));
  expect(seen).toEqual(['good 5']);
  await until(async () => {
    const stream = keys.events(
      'counter',
      (await world.store.head('counter', bad))!.position.match(/\.(\d+)@/)![1] as never,
    );
    const rows = (await world.store.log.redis.xpending(stream, 'readers', '-', '+', 10)) as [
      string,
      string,
      number,
      number,
    ][];
    return rows[0]![3] >= 3;
  });
  await first.stop(0);
  broken = false;
  const before = attempts.length;
  start((group) => group.react<Events>('counter', handlers));
  await until(() => seen.length === 3);
  expect(seen).toEqual(['good 5', 'bad 13', 'bad 1']);
  expect(attempts[before]).toBeGreaterThanOrEqual(3);
});

test('a permanent failure parks its aggregate: what follows queues up behind it, the rest flows', async () => {
  const [bad, good] = [randomUUID(), randomUUID()];
  await add(bad, 1);
  await add(bad, 2);
  const seen: number[] = [];
  start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async ({ data }) => {
        if (data.by === 1) throw new PermanentError('never');
        seen.push(data.by);
      },
    }),
  );
  await until(async () => (await deadLetterCount()) === 2);
  await add(good, 5);
  await add(bad, 3);
  await until(() => seen.length === 1);
  await until(async () => (await pending()) === 0);
  expect(seen).toEqual([5]);
  const entries = (await world.store.log.redis.xrange(keys.dead('counter', 'readers'), '-', '+')) as [
    string,
    string[],
  ][];
  const deadLetters = entries.map(([, f]) =>
    Object.fromEntries(f.flatMap((v, i) => (i % 2 ? [] : [[v, f[i + 1]]]))),
  );
  expect(deadLetters.map(({ data, errorClass }) => [data, errorClass])).toEqual([
    ['{"by":1}', 'PermanentError'],
    ['{"by":2}', 'Parked'],
    ['{"by":3}', 'Parked'],
  ]);
  expect(deadLetters[0]).toMatchObject({
    aggregateId: bad,
    eventType: 'AddedEvent',
    version: '1',
    group: 'readers',
    errorMessage: 'never',
    attempts: '1',
  });
  expect(deadLetters[0]!.position).toMatch(/^counter\.\d@1-1$/);
});

test('entries that are no events, or not of their schema, are dead-lettered, not retried', async () => {
  await world.store.log.partitions('counter');
  const stream = keys.events('counter', 0);
  await world.store.log.redis.xadd(stream, '0-1', 'junk', 'yes');
  await world.store.decide(counter, randomUUID(), () => [added('x' as never)], command());
  start((group) => group.react<Events>('counter', { AddedEvent: async () => {} }));
  await until(async () => (await deadLetterCount()) === 2);
});

test('events of types without a handler are acknowledged where they are read, and are not sent', async () => {
  const [id, of] = [randomUUID(), newStore()];
  const others = aggregate<null, { OtherEvent: object }>({
    category: 'counter',
    initial: null,
    evolve: { OtherEvent: () => null },
  });
  const other = { eventType: 'OtherEvent' as const, schema: 1, data: {} };
  const write = () => world.store.decide(others, randomUUID(), () => [other], command());
  for (let n = 0; n < 20; n++) await write();
  await add(id, 1);
  const acknowledge = vi.spyOn(of.log.redis, 'quickmartAck');
  const seen: number[] = [];
  start(
    (group) => group.react<Events>('counter', { AddedEvent: async ({ data }) => void seen.push(data.by) }),
    of,
  );
  await until(() => seen.length === 1);
  await write();
  await add(id, 2);
  await until(() => seen.length === 2);
  await until(async () => (await pending()) === 0);
  const entries = acknowledge.mock.calls.flat().filter((one) => /^\d+-\d+$/.test(`${one}`));
  expect(new Set(entries).size).toBe(2);
});

test('what was read and not handled before a crash is handled after it', async () => {
  const id = randomUUID();
  await add(id, 1);
  await add(id, 2);
  const stuck = start((group) => group.react<Events>('counter', { AddedEvent: () => new Promise(() => {}) }));
  await until(async () => (await pending()) === 2);
  await stuck.stop(0);
  const seen: number[] = [];
  start((group) =>
    group.react<Events>('counter', { AddedEvent: async ({ data }) => void seen.push(data.by) }),
  );
  await until(() => seen.length === 2);
  expect(seen).toEqual([1, 2]);
});

test('an outage behind the handlers is waited for: nothing is counted, nothing dead-lettered', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, i) => add(randomUUID(), i)));
  let [calls, down] = [0, true];
  const seen: number[] = [];
  start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async ({ data }, { attempt }) => {
        calls++;
        if (down) throw new OutageError('provider is down');
        seen.push(data.by);
        expect(attempt).toBe(1);
      },
    }),
  );
  // All that were begun before the first failure, and then one at a time.
  await until(() => calls >= 3);
  expect(calls).toBeLessThan(60);
  down = false;
  await until(() => seen.length === 50);
  expect(await world.store.log.redis.exists(keys.dead('counter', 'readers'))).toBe(0);
});

test('kill -9 of Redis: reading goes on when it is back, every event is handled', async () => {
  const seen = new Set<number>();
  start((group) =>
    group.react<Events>('counter', { AddedEvent: async ({ data }) => void seen.add(data.by) }),
  );
  for (let by = 0; by < 50; by++) await add(randomUUID(), by);
  await world.server.kill();
  await world.server.restart();
  await until(async () => (await world.store.head('counter', 'x').catch(() => null)) === undefined);
  for (let by = 50; by < 100; by++) await add(randomUUID(), by);
  await until(() => seen.size === 100);
}, 20_000);

test('a flush under a running consumer: what is appended after it is handled', async () => {
  const seen: number[] = [];
  start((group) =>
    group.react<Events>('counter', { AddedEvent: async ({ data }) => void seen.push(data.by) }),
  );
  await add(randomUUID(), 1);
  await until(() => seen.length === 1);
  await world.store.log.redis.flushall();
  await until(async () => (await world.store.log.redis.exists(keys.events('counter', 0))) === 1);
  await add(randomUUID(), 2);
  await until(() => seen.length === 2);
});

test('a head that is gone while its events are not is said, and nothing is appended over them', async () => {
  await add(randomUUID(), 1);
  await world.store.log.redis.del(keys.head('counter'));
  await expect(newStore().decide(counter, randomUUID(), () => [added(2)], command())).rejects.toThrow(
    'CORRUPT',
  );
});

test('a stop finishes what runs and leaves the rest pending', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, i) => add(randomUUID(), i)));
  let [begun, ended] = [0, 0];
  const stopping = Promise.withResolvers<void>();
  const group = start((g) =>
    g.react<Events>('counter', {
      AddedEvent: async () => {
        begun++;
        await stopping.promise;
        ended++;
      },
    }),
  );
  await until(() => begun === 64);
  const stopped = group.stop();
  stopping.resolve();
  await stopped;
  expect([begun, ended]).toEqual([64, 64]);
  expect(await pending()).toBe(36);
});
