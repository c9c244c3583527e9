import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import { encodeEvent, type Timer } from '../log/append.ts';
import { keys } from '../log/keys.ts';
import { aggregate } from '../write/aggregate.ts';
import { commandOfTimer, EventStore } from '../write/store.ts';
import { type ConsumerGroup, consumerGroup } from './consumer.ts';
import type { TimerHandler } from './timers.ts';

type Hold = { dueAt: number | null; id: string };
type HoldEvents = {
  HeldEvent: { dueAt: number };
  NoticedEvent: object;
  ExpiredEvent: object;
  SettledEvent: object;
};
const hold = aggregate<Hold, HoldEvents>({
  category: 'hold',
  initial: { dueAt: null, id: '' },
  evolve: {
    HeldEvent: (_, { dueAt }, { aggregateId: id }) => ({ dueAt, id }),
    NoticedEvent: (state) => state,
    ExpiredEvent: (state) => ({ ...state, dueAt: null }),
    SettledEvent: (state) => ({ ...state, dueAt: null }),
  },
  timers: ({ dueAt, id }) => ({ expiry: dueAt === null ? null : { dueAt, type: 'expire', data: { id } } }),
});
const held = (dueAt: number) => ({ eventType: 'HeldEvent' as const, schema: 1, data: { dueAt } });
const event = <Type extends 'NoticedEvent' | 'ExpiredEvent' | 'SettledEvent'>(eventType: Type) => ({
  eventType,
  schema: 1,
  data: {},
});
const codec = { decode: (_: string, __: number, data: unknown) => data };
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const command = () => ({ at: Date.now(), meta: { correlationId: 'the order' } });

let server: TestRedis;
let store: EventStore;
const groups: ConsumerGroup[] = [];

beforeAll(async () => {
  server = await startRedis({ appendOnly: true });
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = new EventStore({ redis: server.connect(), codec });
  await store.log.redis.flushall();
});
afterEach(async () => {
  await Promise.all(groups.splice(0).map((group) => group.stop(100)));
});

const holdFor = (id: string, ms: number) => store.decide(hold, id, () => [held(Date.now() + ms)], command());
const settle = (id: string) => store.decide(hold, id, () => [event('SettledEvent')], command());
const expire = (of: EventStore) => async (timer: Timer) => {
  await of.decide(
    hold,
    timer.aggregateId,
    ({ dueAt }) => (dueAt === null ? [] : [event('ExpiredEvent')]),
    commandOfTimer(timer),
  );
};
function start(handler: (of: EventStore) => TimerHandler = expire): ConsumerGroup {
  const of = new EventStore({ redis: server.connect(), codec });
  const group = consumerGroup('holds', { store: of, logger }).timers('hold', { expire: handler(of) });
  group.start();
  groups.push(group);
  return group;
}
const types = async (id: string) =>
  (await store.history('hold', id, { afterVersion: 0, limit: 10 })).map(({ eventType }) => eventType);
const left = () => store.log.redis.exists(keys.timers('hold'), keys.timerBodies('hold'));

test('a timer fires after its time, with what it was set with, and is gone', async () => {
  const fired: Timer[] = [];
  start((of) => async (timer) => {
    fired.push(timer);
    await expire(of)(timer);
  });
  const began = Date.now();
  await holdFor('a', 300);
  await until(async () => (await types('a')).includes('ExpiredEvent'));
  expect(Date.now() - began).toBeGreaterThanOrEqual(300);
  expect(fired).toEqual([
    expect.objectContaining({ type: 'expire', data: { id: 'a' }, meta: command().meta }),
  ]);
  await until(async () => (await left()) === 0);
});

const timersInRedis = async () => {
  const { redis } = store.log;
  const due = await redis.zrange(keys.timers('hold'), '0', '-1', 'WITHSCORES');
  return [due, await redis.hgetall(keys.timerBodies('hold'))];
};

test('a timer follows from the state: it is set, moved and cancelled by the append that changes it', async () => {
  const { meta } = command();
  const body = JSON.stringify({ type: 'expire', aggregateId: 'a', data: { id: 'a' }, meta });
  for (const dueAt of [Date.now() + 60_000, Date.now() + 90_000]) {
    await store.decide(hold, 'a', () => [held(dueAt)], command());
    expect(await timersInRedis()).toEqual([['expiry:a', `${dueAt}`], { 'expiry:a': body }]);
  }
  await settle('a');
  expect(await timersInRedis()).toEqual([[], {}]);
});

test('several in one append: the state after all of them counts', async () => {
  const later = Date.now() + 60_000;
  const again = () => [held(Date.now()), event('SettledEvent'), held(later)];
  await Promise.all([
    store.decide(hold, 'a', again, command()),
    store.decide(hold, 'b', () => [held(later), event('SettledEvent')], command()),
  ]);
  expect((await timersInRedis())[0]).toEqual(['expiry:a', `${later}`]);
});

test('an append that does not change what a timer follows from lets it alone, also when it is set to another time', async () => {
  const dueAt = Date.now() + 60_000;
  await store.decide(hold, 'a', () => [held(dueAt)], command());
  await store.log.redis.zadd(keys.timers('hold'), dueAt + 1, 'expiry:a');
  await store.decide(hold, 'a', () => [held(dueAt)], command());
  expect((await timersInRedis())[0]).toEqual(['expiry:a', `${dueAt + 1}`]);
});

test('a timer that an earlier build has set is cancelled and fires as others do, and what it has led to stays so', async () => {
  const dueAt = Date.now() + 300;
  const { meta } = command();
  for (const id of ['cancelled', 'due', 'fired'])
    await store.log.append({
      category: 'hold',
      aggregates: [{ id, expectedVersion: 0, events: [encodeEvent(held(dueAt), Date.now(), meta)] }],
      timers: [{ id: `expiry:${id}`, type: 'expire', aggregateId: id, dueAt, data: {}, meta }],
    });
  await settle('cancelled');
  // Its process died before the timer was removed.
  const idempotencyKey = `timer:expiry:fired:${dueAt}`;
  await store.decide(hold, 'fired', () => [event('NoticedEvent')], { ...command(), idempotencyKey });
  start();
  await until(async () => (await left()) === 0);
  expect(await types('cancelled')).toEqual(['HeldEvent', 'SettledEvent']);
  expect(await types('due')).toEqual(['HeldEvent', 'ExpiredEvent']);
  expect(await types('fired')).toEqual(['HeldEvent', 'NoticedEvent']);
});

test('a timer that a later append has cancelled never fires', async () => {
  start();
  await holdFor('a', 300);
  await settle('a');
  await holdFor('b', 300);
  await until(async () => (await types('b')).includes('ExpiredEvent'));
  expect(await types('a')).toEqual(['HeldEvent', 'SettledEvent']);
});

test('nobody was there when it was due: it fires when somebody is, once, even with three processes', async () => {
  const ids = Array.from({ length: 50 }, (_, i) => `aggregate-${i}`);
  await Promise.all(ids.map((id) => holdFor(id, 1)));
  await sleep(5);
  for (let i = 0; i < 3; i++) start();
  await until(async () => (await left()) === 0);
  for (const id of ids) expect(await types(id)).toEqual(['HeldEvent', 'ExpiredEvent']);
});

test('a handler that fails, and one whose process dies after its append, lead to one effect', async () => {
  let calls = 0;
  start((of) => async (timer) => {
    calls++;
    if (calls === 1) throw new Error('not yet');
    await of.decide(hold, timer.aggregateId, () => [event('NoticedEvent')], commandOfTimer(timer));
    if (calls === 2) throw new Error('died before the timer was removed');
  });
  await holdFor('a', 1);
  await until(async () => (await left()) === 0);
  expect(calls).toBe(3);
  expect(await types('a')).toEqual(['HeldEvent', 'NoticedEvent']);
});

test('where what it leads to changes the state, the same append removes it: a crash after that fires nothing', async () => {
  let calls = 0;
  start((of) => async (timer) => {
    calls++;
    await expire(of)(timer);
    expect(await left()).toBe(0);
    throw new Error('died before the timer was removed');
  });
  await holdFor('a', 1);
  await until(async () => (await types('a')).includes('ExpiredEvent'));
  await sleep(1_500);
  expect(calls).toBe(1);
  expect(await types('a')).toEqual(['HeldEvent', 'ExpiredEvent']);
});

test('kill -9 of Redis while a timer runs: it fires afterwards', async () => {
  start();
  await holdFor('a', 800);
  await server.kill();
  await server.restart();
  await until(async () => (await types('a').catch((): string[] => [])).includes('ExpiredEvent'));
});

test('a backlog of timers is worked off as fast as the handlers are', async () => {
  const ids = Array.from({ length: 600 }, (_, n) => `late-${n}`);
  await Promise.all(ids.map((id) => holdFor(id, -1000)));
  const fired = new Set<string>();
  start(() => async ({ aggregateId }) => {
    await sleep(5);
    fired.add(aggregateId);
  });
  await vi.waitFor(() => expect(fired.size).toBe(ids.length), { timeout: 8000, interval: 20 });
});

test('a timer that is set anew after it has failed is another one: it begins with its first attempt', async () => {
  const attempts = new Map<number, number[]>();
  start((of) => async (timer, { attempt }) => {
    attempts.set(timer.dueAt, [...(attempts.get(timer.dueAt) ?? []), attempt]);
    if (attempts.size === 1) throw new Error('not yet');
    await expire(of)(timer);
  });
  await holdFor('a', 1);
  await until(async () => attempts.size === 1);
  await settle('a');
  await holdFor('a', 2);
  await until(async () => (await left()) === 0);
  expect([...attempts.values()].map(([first]) => first)).toEqual([1, 1]);
});

test('timers at work while their partitions are handed over fire once, and the others with their next owner', async () => {
  const ids = Array.from({ length: 30 }, (_, n) => `aggregate-${n}`);
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const fired: string[] = [];
  const handler =
    (by: string) =>
    () =>
    async ({ aggregateId }: Timer) => {
      fired.push(`${by} ${aggregateId}`);
      await finished;
    };
  const first = start(handler('first'));
  await Promise.all(ids.map((id) => holdFor(id, 1)));
  await until(async () => fired.length === ids.length);
  const guest = start(handler('guest'));
  await until(async () => first.status()[0]!.partitions.length === limits.partitions / 2);
  await Promise.all(ids.map((id) => holdFor(`late-${id}`, 1)));
  await until(async () => fired.length > ids.length);
  expect(guest.status()[0]!.partitions).toEqual([]);
  const stopped = first.stop();
  finish();
  await stopped;
  await until(async () => (await left()) === 0);
  const all = [...ids, ...ids.map((id) => `late-${id}`)];
  expect(fired.map((entry) => entry.split(' ')[1]).sort()).toEqual(all.sort());
});

test('the command of a timer is not said to come before its time: Redis has fired it by its own clock', () => {
  const timer: Timer = {
    id: 't',
    type: 'expire',
    aggregateId: 'a',
    dueAt: 0,
    data: {},
    meta: command().meta,
  };
  const soon = Date.now() + 50; // our guess of that clock may be so much behind
  expect(commandOfTimer({ ...timer, dueAt: soon }).at).toBe(soon);
  expect(commandOfTimer(timer).at).toBeGreaterThan(soon - 10_000);
});
