/** Events that were deleted by hand: what their aggregate is cannot be known, and that is said, once and for all. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { added, command, counter, counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import { LogDamagedError } from '../log/errors.ts';
import { keys, partitionOf } from '../log/keys.ts';
import { DeadLetters } from '../operate/dead-letters.ts';
import { commandOf, ref } from './store.ts';

const world = counting();
const redis = () => world.store.log.redis;
const streamOf = (id: string) => keys.events('counter', partitionOf(id, limits.partitions));

/** An aggregate of so many events, one of which is deleted. */
async function damaged(events: number, gone: number, id: string = randomUUID()): Promise<string> {
  for (let n = 0; n < events; n++) await world.add(id);
  const entry = await redis().lindex(keys.index('counter', id), gone - 1);
  await redis().xdel(streamOf(id), entry!);
  return id;
}

test.each([
  ['the first', 3, 1],
  ['one in the middle', 3, 2],
  ['the last', 3, 3],
  ['the only one', 1, 1],
  ['one of a page', limits.loadEvents / 100, 7],
])('%s event is gone: nothing is read or decided of it', async (_, events, gone) => {
  const id = await damaged(events, gone);
  const store = world.newStore();
  const attempts = [
    () => store.read(counter, id),
    () => store.decide(counter, id, () => [added(1)], command()),
    () => store.decide(counter, id, () => [], command()),
    () => store.decide(counter, id, () => [added(1)], { ...command(), expectedVersion: 0 }),
    () => store.history('counter', id, { afterVersion: 0, limit: 10_000 }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(LogDamagedError);
  await expect(store.read(counter, id)).rejects.toThrow(
    /^CORRUPT \{counter\}:events:\d has no entry 1-\d+, version \d+ of \{counter\}:idx:/,
  );
  expect(await redis().llen(keys.index('counter', id))).toBe(events);
});

test.each([1, 3])(
  'what should be in a read model and is not: the end that is missing is said (version %i)',
  async (gone) => {
    const id = await damaged(3, gone);
    await expect(world.store.head('counter', id)).rejects.toThrow(LogDamagedError);
  },
);

test('a command that others wait with is refused alone', async () => {
  const id = await damaged(3, 2);
  const store = world.newStore();
  const ids = [randomUUID(), id, randomUUID()];
  const outcomes = await Promise.allSettled(
    ids.map((one) => store.decide(counter, one, () => [added(1)], command())),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const both = store.decideAll('counter', [ref(counter, ids[0]!), ref(counter, id)], () => {}, command());
  await expect(both).rejects.toThrow(LogDamagedError);
});

test('a writer that has missed the event that is gone', async () => {
  const id = randomUUID();
  const [behind, ahead] = [world.newStore(), world.newStore()];
  await world.add(id, 1, behind);
  for (let n = 0; n < 2; n++) await world.add(id, 1, ahead);
  await redis().xdel(streamOf(id), (await redis().lindex(keys.index('counter', id), 1))!);
  await expect(world.add(id, 1, behind)).rejects.toThrow(LogDamagedError);
  expect(await world.add(id, 1, ahead)).toMatchObject({ state: { total: 4 } });
});

test('an index that names the event of another aggregate', async () => {
  const id = randomUUID();
  let other = randomUUID();
  while (streamOf(other) !== streamOf(id)) other = randomUUID();
  for (const one of [id, other]) await world.add(one);
  await redis().lset(keys.index('counter', id), 0, (await redis().lindex(keys.index('counter', other), 0))!);
  await expect(world.newStore().read(counter, id)).rejects.toThrow(LogDamagedError);
});

test('a handler that decides on it: a dead letter with the reason, at once; the others go on', async () => {
  const [good, bad] = [randomUUID(), randomUUID()];
  const copies = { ...counter, category: 'copies' };
  for (const id of [good, bad, bad]) await world.store.decide(copies, id, () => [added(1)], command());
  const stream = keys.events('copies', partitionOf(bad, limits.partitions));
  await redis().xdel(stream, (await redis().lindex(keys.index('copies', bad), 0))!);
  const own = world.newStore();
  world.start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async (event) => {
        await own.decide(copies, event.aggregateId, () => [added(1)], commandOf(event));
      },
    }),
  );
  for (const id of [bad, good, bad]) await world.add(id);
  await until(async () => (await world.deadLetterCount()) === 2);
  await until(async () => (await world.newStore().read(copies, good)).version === 2);
  const [deadLetter] = await new DeadLetters(world.store.log, 'counter', 'readers').list({ limit: 1 });
  expect(deadLetter).toMatchObject({ errorClass: 'LogDamagedError' });
});
