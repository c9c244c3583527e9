import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { added, command, counter, counting } from '../../test/counting.ts';
import { limits } from '../limits.ts';
import { ClaimTakenError, StaleVersionError } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import { aggregate } from './aggregate.ts';
import { ref } from './store.ts';

const world = counting();
const { newStore } = world;
const refuse = () => {
  throw new Error('refused');
};

test('appends with dense positions and versions from 1', async () => {
  const ids = Array.from({ length: 20 }, () => randomUUID());
  for (const id of ids) await world.store.decide(counter, id, () => [added(1), added(2)], command());
  const all = (
    await Promise.all(ids.map((id) => world.store.history('counter', id, { afterVersion: 0, limit: 10 })))
  ).flat();
  expect(all.map(({ pos }) => pos).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  expect(all.every(({ version }, i) => version === (i % 2) + 1)).toBe(true);
});

test('64 callers on one hot aggregate lose nothing, in far fewer appends', async () => {
  const id = randomUUID();
  const results = await Promise.all(
    Array.from({ length: 64 }, () => world.store.decide(counter, id, () => [added(1)], command())),
  );
  expect(results.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 64 }, (_, i) => i + 1),
  );
  expect((await newStore().read(counter, id)).state.total).toBe(64);
});

test('commands at one time may bring their own copy of the definition', async () => {
  const id = randomUUID();
  const copies = Array.from({ length: 8 }, () => ({ ...counter }));
  await Promise.all(copies.map((copy) => world.store.decide(copy, id, () => [added(1)], command())));
  expect((await world.store.read(counter, id)).state.total).toBe(8);
});

const otherKind = aggregate<{ total: number }, { AddedEvent: { by: number } }>({
  category: 'counter',
  initial: { total: 7 },
  evolve: { AddedEvent: (state: { total: number }) => state },
});

test('one id as two kinds of aggregate is refused', async () => {
  const id = randomUUID();
  const both = world.store.decideAll('counter', [ref(counter, id), ref(otherKind, id)], () => {}, command());
  await expect(both).rejects.toThrow('two kinds of aggregate');
});

test('an id that is taken for another kind of aggregate in a decision is refused, and nothing is appended', async () => {
  const id = randomUUID();
  const mistaken = world.store.decideAll(
    'counter',
    [ref(counter, id)],
    (tx) => tx.of(otherKind, id).append([added(1)]),
    command(),
  );
  await expect(mistaken).rejects.toThrow('two kinds of aggregate');
  expect(await world.store.head('counter', id)).toBeUndefined();
});

test('two processes on one aggregate: every command counts once', async () => {
  const [id, other] = [randomUUID(), newStore()];
  await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      (i % 2 ? world.store : other).decide(counter, id, () => [added(1)], command()),
    ),
  );
  expect(await newStore().read(counter, id)).toEqual({ state: { total: 100 }, version: 100 });
});

test('a refusal is decided on the newest state, not on the cached one', async () => {
  const [id, other] = [randomUUID(), newStore()];
  await world.store.decide(counter, id, () => [added(1)], command());
  await other.decide(counter, id, () => [added(10)], command());
  const spend = world.store.decide(
    counter,
    id,
    ({ total }) => (total < 11 ? refuse() : [added(-11)]),
    command(),
  );
  await expect(spend).resolves.toMatchObject({ state: { total: 0 } });
});

test('an expected version that is not the current one is refused', async () => {
  const id = randomUUID();
  await world.store.decide(counter, id, () => [added(1)], command());
  const stale = world.store.decide(counter, id, () => [added(1)], { ...command(), expectedVersion: 0 });
  await expect(stale).rejects.toEqual(new StaleVersionError(0, 1));
});

test('a unique value has one owner; the loser writes nothing', async () => {
  const claims = [{ name: 'sku', value: 'MUG' }];
  const [a, b] = [randomUUID(), randomUUID()];
  const both = await Promise.allSettled(
    [a, b].map((id) => world.store.decide(counter, id, () => [added(1)], { ...command(), claims })),
  );
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(both[1]).toMatchObject({ reason: new ClaimTakenError('sku', 'MUG', a) });
  expect(await world.store.owner('counter', 'sku', 'MUG')).toBe(a);
  expect(await world.store.head('counter', b)).toBeUndefined();
});

test('one refused command does not touch the others of its append', async () => {
  const id = randomUUID();
  const results = await Promise.allSettled([
    world.store.decide(counter, id, () => [added(1)], command()),
    world.store.decide(counter, id, refuse, command()),
    world.store.decide(counter, id, () => [added(2)], command()),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await world.store.read(counter, id)).state.total).toBe(3);
});

test('600 aggregates in one append; 1,001 events are refused with nothing written', async () => {
  const refs = (count: number) => Array.from({ length: count }, () => ref(counter, randomUUID()));
  const [first, ...rest] = refs(600);
  await world.store.decideAll(
    'counter',
    [first!, ...rest],
    (tx) => {
      for (const { id } of [first!, ...rest]) tx.of(counter, id).append([added(1)]);
    },
    command(),
  );
  const many = world.store.decide(
    counter,
    'big',
    () => Array.from({ length: 1001 }, () => added(1)),
    command(),
  );
  await expect(many).rejects.toThrow('too much for one append');
  expect(await world.store.log.redis.hget(keys.head('counter'), 'pos')).toBe('600');
});

test('a snapshot of the same reducer is used, one of another reducer is not', async () => {
  const id = randomUUID();
  for (let i = 0; i < 3; i++)
    await world.store.decide(counter, id, () => Array.from({ length: 50 }, () => added(1)), command());
  await world.store.log.redis.hset(keys.aggregate('counter', id), 'snapshot', '{"total":1000}');
  expect((await newStore().read(counter, id)).state.total).toBe(1050);
  const changed = aggregate({ ...counter, revision: 2 });
  expect((await newStore().read(changed, id)).state.total).toBe(150);
});

test('a flush is noticed: the cached state is void', async () => {
  const id = randomUUID();
  await world.store.decide(counter, id, () => [added(7)], command());
  await world.store.log.redis.flushall();
  const after = await world.store.decide(
    counter,
    id,
    (_, version) => (version === 0 ? [added(1)] : []),
    command(),
  );
  expect(after).toMatchObject({ state: { total: 1 }, version: 1 });
});

test('a key of the wrong type: an error, and nothing is written', async () => {
  const [a, b] = [randomUUID(), randomUUID()];
  await world.store.decide(counter, a, () => [added(1)], command());
  await world.store.log.redis.set(keys.index('counter', b), 'not a list');
  const both = world.store.decideAll(
    'counter',
    [ref(counter, a), ref(counter, b)],
    (tx) => {
      tx.of(counter, a).append([added(1)]);
      tx.of(counter, b).append([added(1)]);
    },
    command(),
  );
  await expect(both).rejects.toThrow('WRONGTYPE');
  expect((await newStore().read(counter, a)).version).toBe(1);
});

test('timers are written with an append and cancelled by a later one', async () => {
  const append = { category: 'counter', aggregates: [] };
  const body = { type: 'expire', aggregateId: 'a', data: { orderId: 'o' }, meta: { correlationId: 'test' } };
  await world.store.log.append({ ...append, timers: [{ id: 't', dueAt: 1_900_000_000_000, ...body }] });
  expect(await world.store.log.redis.zscore(keys.timers('counter'), 't')).toBe('1900000000000');
  expect(JSON.parse((await world.store.log.redis.hget(keys.timerBodies('counter'), 't')) ?? '')).toEqual(
    body,
  );
  await world.store.log.append({ ...append, cancelTimers: ['t'] });
  expect(await world.store.log.redis.exists(keys.timers('counter'), keys.timerBodies('counter'))).toBe(0);
});

test('a command for something new, where there is more than a conflict brings back', async () => {
  const id = randomUUID();
  const many = Array.from({ length: limits.unseenEvents + 1 }, () => added(1));
  await world.store.decide(counter, id, () => many, command());
  const create = newStore().decide(counter, id, () => [added(1)], { ...command(), expectedVersion: 0 });
  await expect(create).rejects.toThrow(StaleVersionError);
});

test('what is likely to be new is not read before; where it is there, it is decided on as it is', async () => {
  const [id, other] = [randomUUID(), randomUUID()];
  const likely = () => ({ ...command(), isLikelyNew: true });
  const first = newStore();
  const load = vi.spyOn(first.log.redis, 'quickmartLoad');
  const open = ({ total }: { total: number }) => (total === 0 ? [added(1)] : []);
  expect((await first.decide(counter, id, open, likely())).version).toBe(1);
  expect(load).not.toHaveBeenCalled();
  const again = await newStore().decide(counter, id, open, likely());
  expect([again.version, again.events, again.state.total]).toEqual([1, [], 1]);
  const more = await newStore().decide(counter, id, ({ total }) => [added(total + 1)], likely());
  expect([more.version, more.state.total]).toEqual([2, 3]);
  // Nothing is appended to it: still, it counts as it is.
  const beside = await newStore().decideAll(
    'counter',
    [ref(counter, id), ref(counter, other)],
    (tx) => tx.of(counter, other).append([added(tx.of(counter, id).state.total)]),
    likely(),
  );
  expect(beside.events[0]?.data).toEqual({ by: 3 });
});
