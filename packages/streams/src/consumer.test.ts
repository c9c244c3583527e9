import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { aggregate } from './aggregate.ts';
import { type ConsumerGroup, consumerGroup } from './consumer.ts';
import { DeadLetters } from './dead-letters.ts';
import { OutageError, PermanentError } from './errors.ts';
import type { StoredEvent } from './event.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { Checkpoint, Projector, UnappliedEvent } from './project.ts';
import { EventStore } from './store.ts';
import { startRedis, type TestRedis } from './testing.ts';

type Events = { AddedEvent: { by: number }; OtherEvent: Record<string, never> };
const counter = aggregate<{ total: number }, Events>({
  category: 'counter',
  initial: { total: 0 },
  evolve: { AddedEvent: (state, { by }) => ({ total: state.total + by }), OtherEvent: (state) => state },
});
const added = (by: number) => ({ eventType: 'AddedEvent' as const, schema: 1, data: { by } });
const codec = {
  decode: (type: string, _: number, data: unknown) => {
    if (type === 'AddedEvent' && typeof (data as { by: unknown }).by !== 'number')
      throw new Error('by is no number');
    return data;
  },
};
const command = () => ({ at: Date.now(), meta: { correlationId: 'test' } });
const print = (fields: object, m: string) => process.env.DEBUG_LOG && console.log(m, fields);
const log = { debug: print, info: () => {}, warn: print, error: print };

let server: TestRedis;
let store: EventStore;
const running: ConsumerGroup[] = [];
const newStore = () => new EventStore({ redis: server.connect(), codec });
const start = (define: (group: ConsumerGroup) => ConsumerGroup, of = newStore()) => {
  const group = define(consumerGroup('readers', { store: of, log }));
  group.start();
  running.push(group);
  return group;
};
const until = <Value>(check: () => Value | Promise<Value>) =>
  vi.waitFor(async () => expect(await check()).toBeTruthy(), { timeout: 10_000, interval: 10 });
const pending = async () => {
  const streams = Array.from({ length: 8 }, (_, p) => keys.events('counter', p));
  const all = await Promise.all(streams.map((s) => store.log.redis.xpending(s, 'readers')));
  return all.reduce<number>((sum, row) => sum + Number((row as [number])[0]), 0);
};
const add = (id: string, by: number) => store.decide(counter, id, () => [added(by)], command());

beforeAll(async () => {
  server = await startRedis({ appendOnly: true });
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = newStore();
  await store.log.redis.flushall();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((group) => group.stop(100)));
});

describe('react', () => {
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
    await until(() => attempts.length === 2);
    await add(good, 5);
    await until(() => seen.includes('good 5'));
    expect(seen).toEqual(['good 5']);
    await until(async () => {
      const stream = keys.events(
        'counter',
        (await store.head('counter', bad))!.position.match(/\.(\d+)@/)![1] as never,
      );
      const rows = (await store.log.redis.xpending(stream, 'readers', '-', '+', 10)) as [
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
    await until(async () => (await store.log.redis.xlen(keys.dead('counter', 'readers'))) === 2);
    await add(good, 5);
    await add(bad, 3);
    await until(() => seen.length === 1);
    await until(async () => (await pending()) === 0);
    expect(seen).toEqual([5]);
    const entries = (await store.log.redis.xrange(keys.dead('counter', 'readers'), '-', '+')) as [
      string,
      string[],
    ][];
    const letters = entries.map(([, f]) =>
      Object.fromEntries(f.flatMap((v, i) => (i % 2 ? [] : [[v, f[i + 1]]]))),
    );
    expect(letters.map(({ data, errorClass }) => [data, errorClass])).toEqual([
      ['{"by":1}', 'PermanentError'],
      ['{"by":2}', 'Parked'],
      ['{"by":3}', 'Parked'],
    ]);
    expect(letters[0]).toMatchObject({
      ...{ aggregateId: bad, eventType: 'AddedEvent', version: '1', group: 'readers' },
      ...{ errorMessage: 'never', attempts: '1' },
    });
    expect(letters[0]!.position).toMatch(/^counter\.\d@1-1$/);
  });

  test('entries that are no events, or not of their schema, are dead-lettered, not retried', async () => {
    await store.log.partitions('counter');
    const stream = keys.events('counter', 0);
    await store.log.redis.xadd(stream, '0-1', 'junk', 'yes');
    await store.decide(counter, randomUUID(), () => [added('x' as never)], command());
    start((group) => group.react<Events>('counter', { AddedEvent: async () => {} }));
    await until(async () => (await store.log.redis.xlen(keys.dead('counter', 'readers'))) === 2);
  });

  test('what was read and not handled before a crash is handled after it', async () => {
    const id = randomUUID();
    await add(id, 1);
    await add(id, 2);
    const stuck = start((group) =>
      group.react<Events>('counter', { AddedEvent: () => new Promise(() => {}) }),
    );
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
    expect(await store.log.redis.exists(keys.dead('counter', 'readers'))).toBe(0);
  });

  test('kill -9 of Redis: reading goes on when it is back, every event is handled', async () => {
    const seen = new Set<number>();
    start((group) =>
      group.react<Events>('counter', { AddedEvent: async ({ data }) => void seen.add(data.by) }),
    );
    for (let by = 0; by < 50; by++) await add(randomUUID(), by);
    await server.kill();
    await server.restart();
    await until(async () => (await store.head('counter', 'x').catch(() => null)) === undefined);
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
    await store.log.redis.flushall();
    await until(async () => (await store.log.redis.exists(keys.events('counter', 0))) === 1);
    await add(randomUUID(), 2);
    await until(() => seen.length === 2);
  });

  test('a head that is gone while its events are not is said, and nothing is appended over them', async () => {
    await add(randomUUID(), 1);
    await store.log.redis.del(keys.head('counter'));
    await expect(newStore().decide(counter, randomUUID(), () => [added(2)], command())).rejects.toThrow(
      'CORRUPT',
    );
  });

  test('a stop finishes what runs and leaves the rest pending', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, i) => add(randomUUID(), i)));
    let [begun, ended] = [0, 0];
    const group = start((g) =>
      g.react<Events>('counter', {
        AddedEvent: async () => {
          begun++;
          await new Promise((resolve) => setTimeout(resolve, 50));
          ended++;
        },
      }),
    );
    await until(() => begun === 64);
    await group.stop();
    expect([begun, ended]).toEqual([64, 64]);
    expect(await pending()).toBe(36);
  });
});

describe('project', () => {
  /** A projector in memory that keeps rows and checkpoints as a database would. */
  const projector = () => {
    const checkpoints = new Map<number, Checkpoint>();
    const totals = new Map<string, number>();
    const parked = new Set<string>();
    let failure: ((event: StoredEvent) => Error | undefined) | undefined;
    const batches: StoredEvent[][] = [];
    const move = ({ partition, epoch, pos, eventId }: UnappliedEvent | StoredEvent) =>
      void checkpoints.set(partition, { epoch, pos, eventId });
    const self: Projector = {
      checkpoint: async (_, partition) => checkpoints.get(partition),
      apply: async (_, events) => {
        const left = events.filter(({ aggregateId }) => !parked.has(aggregateId));
        const error = left.map((event) => failure?.(event)).find(Boolean);
        if (error) throw error;
        batches.push([...events]);
        for (const event of left) {
          const { by } = event.data as { by: number };
          totals.set(event.aggregateId, (totals.get(event.aggregateId) ?? 0) + by);
        }
        for (const event of events) move(event);
      },
      park: async (event) => {
        if (event.aggregateId !== undefined) parked.add(event.aggregateId);
        move(event);
      },
    };
    const fail = (next: typeof failure) => {
      failure = next;
    };
    return { self, totals, checkpoints, parked, fail, batches: () => batches };
  };
  const sum = (totals: Map<string, number>) => [...totals.values()].reduce((a, b) => a + b, 0);

  test('every event counts once, in batches, over a restart', async () => {
    const ids = Array.from({ length: 50 }, () => randomUUID());
    for (let i = 0; i < 10; i++) await Promise.all(ids.map((id) => add(id, 1)));
    const target = projector();
    const first = start((group) => group.project('counter', target.self));
    await until(() => sum(target.totals) === 500);
    expect(target.batches().length).toBeLessThan(100);
    await first.stop();
    await Promise.all(ids.map((id) => add(id, 1)));
    start((group) => group.project('counter', target.self));
    await until(() => sum(target.totals) === 550);
  });

  test('the checkpoint rules: a read model that was wiped is built anew, whatever the group says', async () => {
    for (let i = 0; i < 20; i++) await add(randomUUID(), 1);
    const first = start((group) => group.project('counter', projector().self));
    await until(async () => (first.status()[0]?.unsettled ?? 1) === 0);
    await first.stop();
    const target = projector();
    start((group) => group.project('counter', target.self));
    await until(() => sum(target.totals) === 20);
  });

  test('what one read brings, of all partitions, is one batch', async () => {
    const ids = Array.from({ length: 40 }, () => randomUUID());
    await Promise.all(ids.map((id) => add(id, 1)));
    const target = projector();
    start((group) => group.project('counter', target.self));
    await until(() => sum(target.totals) === 40);
    const partitions = target.batches().map((batch) => new Set(batch.map(({ partition }) => partition)).size);
    expect(Math.max(...partitions)).toBeGreaterThan(1);
  });

  test('an event that cannot be applied parks its aggregate, whose later events follow in order; all others go on', async () => {
    const [id, bad] = [randomUUID(), randomUUID()];
    const target = projector();
    const poison = ({ data }: StoredEvent) =>
      (data as { by: number }).by === 100 ? new PermanentError('poison') : undefined;
    target.fail(poison);
    for (let i = 0; i < 10; i++) await add(id, 1);
    await add(bad, 5);
    await add(bad, 100);
    for (let i = 1; i <= 3; i++) await add(bad, i);
    for (let i = 0; i < 10; i++) await add(id, 1);
    const first = start((group) => group.project('counter', target.self));
    await until(() => target.totals.get(id) === 20);
    const letters = new DeadLetters(store.log, 'counter', 'readers-read-models');
    await until(async () => (await letters.count()) === 4);
    // A crash between letter and checkpoint: all of it is read again, and written once.
    await first.stop();
    for (const all of [target.checkpoints, target.totals, target.parked]) all.clear();
    await add(bad, 4);
    start((group) => group.project('counter', target.self));
    await until(async () => (await letters.count()) === 5);
    await until(() => target.totals.get(id) === 20);
    await until(() => target.totals.get(bad) === 5);
    const by = (await letters.ofAggregate(bad)).map(({ fields }) => JSON.parse(fields.data!).by);
    expect(by).toEqual([100, 1, 2, 3, 4]);
  });

  test('what fails without a known reason is tried again, and holds up nothing for long', async () => {
    const [id, bad] = [randomUUID(), randomUUID()];
    const target = projector();
    let failures = 0;
    target.fail(({ aggregateId }) => {
      if (aggregateId !== bad) return undefined;
      failures++;
      return new Error('who knows');
    });
    await add(bad, 1);
    await add(id, 1);
    start((group) => group.project('counter', target.self));
    await until(() => target.totals.get(id) === 1);
    await until(() => target.parked.has(bad));
    expect(failures).toBeGreaterThanOrEqual(limits.projectAttempts);
  });

  test('a stop does not wait for a database that is down, and what was not applied is applied later', async () => {
    const target = projector();
    target.fail(() => new OutageError('no database'));
    await Promise.all(Array.from({ length: 40 }, () => add(randomUUID(), 1)));
    const first = start((group) => group.project('counter', target.self));
    await until(() => first.status()[0]?.unsettled === 40);
    await first.stop();
    expect(first.status()[0]?.unsettled).toBe(0);
    target.fail(undefined);
    start((group) => group.project('counter', target.self));
    await until(() => sum(target.totals) === 40);
  });

  test('a database that is down is waited for', async () => {
    const target = projector();
    target.fail(() => new OutageError('no database'));
    await add(randomUUID(), 1);
    const group = start((g) => g.project('counter', target.self));
    await until(() => group.status()[0]?.unsettled === 1);
    target.fail(undefined);
    await until(() => sum(target.totals) === 1);
    expect(await store.log.redis.exists(keys.dead('counter', 'readers-read-models'))).toBe(0);
  });

  test('a log that is not the one that was applied stops the read model loudly', async () => {
    const target = projector();
    await add('a', 1);
    const first = start((group) => group.project('counter', target.self));
    await until(() => sum(target.totals) === 1);
    await first.stop();
    await store.log.redis.flushall();
    store = newStore();
    await add('a', 1);
    const group = start((g) => g.project('counter', target.self));
    await until(() => group.status()[0]?.failure?.includes('the log is not the one that was read before'));
    expect(sum(target.totals)).toBe(1);
    await expect(group.healthy()).rejects.toThrow('the log is not the one that was read before');
    // Repaired: the read model is thrown away and built anew.
    target.checkpoints.clear();
    target.totals.clear();
    await until(() => sum(target.totals) === 1);
    await group.healthy();
  });
});
