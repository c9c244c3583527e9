/** A script has no rollback: what would fail in the middle of it has to be refused before it writes anything. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { added, command, counter, counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import { DeadLetters } from '../operate/dead-letters.ts';
import { commandOf, EventStore, ref } from '../write/store.ts';
import type { Append } from './append.ts';
import { encodeEvent } from './append.ts';
import { LogBlockedError, PermanentError } from './errors.ts';
import { keys, partitionOf } from './keys.ts';

const world = counting();
const redis = () => world.store.log.redis;

/** An id whose aggregate is in this partition. */
function idIn(partition: number): string {
  for (;;) {
    const id = randomUUID();
    if (partitionOf(id, limits.partitions) === partition) return id;
  }
}

const contentOf = async (name: string) =>
  (await redis().type(name)) === 'stream'
    ? await redis().xrange(name, '-', '+')
    : await redis().dumpBuffer(name);

/** Every key of the category and what is in it. */
async function contents(): Promise<Record<string, unknown>> {
  const names = (await redis().keys('{counter}:*')).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await contentOf(name)])));
}

const addTo = (...ids: [string, ...string[]]) => {
  const [first, ...others] = ids.map((id) => ref(counter, id));
  return world.store.decideAll(
    'counter',
    [first!, ...others],
    (tx) => {
      for (const id of ids) tx.of(counter, id).append([added(1)]);
    },
    { ...command(), idempotencyKey: randomUUID(), fingerprint: 'one' },
  );
};

/** By version of the aggregate's events; throws where positions are not dense or given twice. */
async function checkLog(): Promise<void> {
  const ids = [];
  for (let partition = 0; partition < limits.partitions; partition++)
    for (const [id, fields] of await redis().xrange(keys.events('counter', partition), '-', '+'))
      if (fields[0] === 'eventId') ids.push(Number(id.split('-')[1]));
  ids.sort((a, b) => a - b);
  expect(ids).toEqual(ids.map((_, i) => i + 1));
  expect(await redis().hget(keys.head('counter'), 'pos')).toBe(`${ids.length}`);
}

test('an entry past the head of the category: what cannot be written there is refused as a whole', async () => {
  const [good, bad] = [idIn(1), idIn(0)];
  await addTo(good);
  await addTo(bad);
  await redis().xadd(keys.events('counter', 0), '*', 'foo', 'bar');
  const before = await contents();
  for (const ids of [[good, bad], [bad, good], [bad], [idIn(0)]] as [string, ...string[]][])
    await expect(addTo(...ids)).rejects.toThrow(LogBlockedError);
  await expect(addTo(bad)).rejects.toThrow(/^counter\.0 takes no events/);
  expect(await contents()).toEqual(before);
  expect(await addTo(good)).toMatchObject({ version: 2 });
  await checkLog();
});

test.each([
  ['deleted', async (stream: string, id: string) => void (await redis().xdel(stream, id))],
  ['cut off', async (stream: string) => void (await redis().xtrim(stream, 'MAXLEN', 0))],
])('such an entry that was %s again: an append is whole, or it is refused', async (_, remove) => {
  const stream = keys.events('counter', 0);
  await addTo(idIn(1));
  await remove(stream, (await redis().xadd(stream, '*', 'foo', 'bar'))!);
  for (const ids of [[idIn(1), idIn(0)], [idIn(0), idIn(1)], [idIn(0)]] as [string, ...string[]][]) {
    const outcome = await addTo(...ids).catch((error: Error) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(LogBlockedError);
    for (const id of ids)
      expect((await world.newStore().read(counter, id)).version).toBe(outcome instanceof Error ? 0 : 1);
    await checkLog();
  }
});

test('where a group has read such an entry, nothing is appended that it would never be given', async () => {
  const stream = keys.events('counter', 0);
  const id = idIn(0);
  let handled = 0;
  world.start((group) => group.react<Events>('counter', { AddedEvent: async () => void handled++ }));
  await addTo(id);
  await until(() => handled === 1);
  await redis().xadd(stream, '*', 'foo', 'bar');
  await until(async () => (await world.deadLetterCount()) === 1);
  await redis().xtrim(stream, 'MAXLEN', 0);
  await expect(addTo(idIn(0))).rejects.toThrow(LogBlockedError);
  await expect(addTo(idIn(1), idIn(0))).rejects.toThrow(LogBlockedError);
  await world.store.log.raiseEpoch('counter');
  await addTo(idIn(0));
  await until(() => handled === 2);
});

test('commands that go out together: only those of the partition that takes nothing are refused', async () => {
  await addTo(idIn(3));
  await redis().xadd(keys.events('counter', 3), '*', 'foo', 'bar');
  const ids = Array.from({ length: 72 }, () => randomUUID());
  const outcomes = await Promise.allSettled(ids.map((id) => addTo(id)));
  const isBad = (id: string) => partitionOf(id, limits.partitions) === 3;
  expect(outcomes.map(({ status }) => status)).toEqual(
    ids.map((id) => (isBad(id) ? 'rejected' : 'fulfilled')),
  );
  const fresh = world.newStore();
  const versions = await Promise.all(ids.map(async (id) => (await fresh.read(counter, id)).version));
  expect(versions).toEqual(ids.map((id) => (isBad(id) ? 0 : 1)));
  await checkLog();
});

test('a raised epoch goes past what stands there, and the partition takes events again', async () => {
  const bad = idIn(0);
  await addTo(bad);
  const [epoch] = (await redis().xadd(keys.events('counter', 0), '*', 'foo', 'bar'))!.split('-');
  expect(await world.store.log.raiseEpoch('counter')).toBeGreaterThan(Number(epoch));
  expect(await addTo(bad, idIn(1))).toMatchObject({ version: 2 });
});

test('a handler whose partition takes nothing waits, uncounted, and holds up nobody else', async () => {
  const [good, bad] = [idIn(1), idIn(0)];
  const copies = { ...counter, category: 'copies' };
  await world.store.decide(copies, bad, () => [added(1)], command());
  await redis().xadd(keys.events('copies', 0), '*', 'foo', 'bar');
  await world.add(bad);
  for (let n = 0; n < 20; n++) await world.add(good);
  world.start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async (event) => {
        await world.store.decide(copies, event.aggregateId, () => [added(1)], commandOf(event));
      },
    }),
  );
  await until(async () => (await world.newStore().read(copies, good)).version === 20);
  await world.store.log.raiseEpoch('copies');
  await until(async () => (await world.newStore().read(copies, bad)).version === 2);
  expect(await world.deadLetterCount()).toBe(0);
});

test('numbers that are none never reach the script', async () => {
  const [one, two] = [idIn(1), idIn(2)];
  const appendOf = (more: Partial<Append>): Append => ({
    category: 'counter',
    aggregates: [one, two].map((id) => ({
      id,
      expectedVersion: 0,
      events: [encodeEvent(added(1), Date.now(), { correlationId: 'test' })],
    })),
    ...more,
  });
  const timer = { id: 't', type: 'x', aggregateId: one, data: {}, meta: { correlationId: 'test' } };
  await world.store.log.partitions('counter');
  const before = await contents();
  for (const dueAt of [Number.NaN, Number.POSITIVE_INFINITY, undefined as unknown as number])
    await expect(world.store.log.append(appendOf({ timers: [{ ...timer, dueAt }] }))).rejects.toThrow(
      /timer t/,
    );
  const records = [{ idempotencyKey: 'a', eventIndex: Number.NaN, record: {} }];
  await expect(world.store.log.append(appendOf({ records }))).rejects.toThrow();
  expect(await contents()).toEqual(before);
});

test.each(['rpush', 'hset', 'set', 'zadd'])(
  'a user without the right to %s writes nothing',
  async (missing) => {
    await addTo(idIn(1));
    await redis().call('ACL', 'SETUSER', 'some', 'on', '>secret', '~*', '&*', '+@all', `-${missing}`);
    const store = new EventStore({
      redis: world.server.connect({ username: 'some', password: 'secret' }),
      codec: world.store.log.codec,
    });
    const before = await contents();
    const [one, two] = [idIn(1), idIn(2)];
    const timed = {
      ...counter,
      timers: ({ total }: { total: number }) => ({ t: total > 0 ? Date.now() : null }),
    };
    const decided = store.decideAll(
      'counter',
      [ref(timed, one), ref(counter, two)],
      (tx) => {
        for (const id of [one, two]) tx.of(counter, id).append([added(1)]);
      },
      { ...command(), idempotencyKey: randomUUID() },
    );
    await expect(decided).rejects.toThrow(/NOPERM/);
    expect(await contents()).toEqual(before);
    await redis().call('ACL', 'DELUSER', 'some');
  },
);

const lastIdOfAll = '18446744073709551615-18446744073709551615';
/** How many commands Redis has refused. */
const errors = async () =>
  [...(await redis().info('errorstats')).matchAll(/count=(\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
const fail = () => {
  throw new PermanentError('never');
};
const deadKeys = () => [keys.dead('counter', 'readers'), keys.parked('counter', 'readers')] as const;

test.each([
  ['the stream of dead letters is full', (id: string) => redis().xadd(deadKeys()[0], lastIdOfAll, 'a', id)],
  [
    'the list of dead letters is none',
    (id: string) => redis().set(keys.parkedDeadLetters('counter', 'readers', id), 'x'),
  ],
  ['the set of parked aggregates is none', () => redis().set(deadKeys()[1], 'x')],
])('an event whose dead letter cannot be written stays pending: %s', async (_, spoil) => {
  let before: number | undefined;
  world.start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async ({ aggregateId }) => {
        if (before === undefined) {
          await spoil(aggregateId);
          before = await errors();
        }
        fail();
      },
    }),
  );
  const id = randomUUID();
  await world.add(id);
  await until(async () => before !== undefined && (await errors()) > before);
  expect(await world.pending()).toBe(1);
  await redis().del(...deadKeys(), keys.parkedDeadLetters('counter', 'readers', id));
  await until(async () => (await world.deadLetterCount()) === 1 && (await world.pending()) === 0);
});

test('a dead letter that fails again, and cannot be written anew, is still there', async () => {
  let calls = 0;
  world.start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async () => {
        calls++;
        fail();
      },
    }),
  );
  await world.add(randomUUID());
  await until(async () => (await world.deadLetterCount()) === 1);
  await redis().xadd(deadKeys()[0], lastIdOfAll, 'a', 'b');
  const deadLetters = new DeadLetters(world.store.log, 'counter', 'readers');
  const [deadLetter] = await deadLetters.list({ limit: 1 });
  await deadLetters.redrive({ id: deadLetter!.id });
  await until(() => calls > 1);
  await until(async () => (await deadLetters.get(deadLetter!.id)) !== undefined);
});

test('dead letters that cannot be discarded are still there', async () => {
  world.start((group) => group.react<Events>('counter', { AddedEvent: async () => fail() }));
  const id = randomUUID();
  await world.add(id);
  await until(async () => (await world.deadLetterCount()) === 1);
  const deadLetters = new DeadLetters(world.store.log, 'counter', 'readers');
  await redis().set(keys.redrive('counter', 'readers'), 'x');
  await expect(deadLetters.discard({ aggregateId: id }, { reason: 'test' })).rejects.toThrow('WRONGTYPE');
  expect(await world.deadLetterCount()).toBe(1);
  expect(await redis().exists(keys.discarded('counter', 'readers'))).toBe(0);
});
