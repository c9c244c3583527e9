/** Repeats of a command: its idempotency key has one effect, and one result. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { added, command, counter, counting } from '../../test/counting.ts';

const world = counting();
const { newStore } = world;
const refuse = () => {
  throw new Error('refused');
};

test('a repeated command is given its first result, also where it would be refused by now', async () => {
  const id = randomUUID();
  const spend = () =>
    world.store.decide(counter, id, ({ total }) => (total < 5 ? refuse() : [added(-5)]), {
      ...command(),
      idempotencyKey: 'spend',
      expectedVersion: 1,
      reply: ({ state: { total } }) => ({ left: total }),
    });
  await world.store.decide(counter, id, () => [added(5)], command());
  const first = await spend();
  const { duplicate, version, position, reply } = await spend();
  expect({ duplicate, version, position, reply }).toEqual({
    duplicate: true,
    version: 2,
    position: first.position,
    reply: { left: 0 },
  });
});

test('a command is not refused for what another one of its append turns out not to do', async () => {
  const id = randomUUID();
  const spend = (by: number, idempotencyKey: string) =>
    world.store.decide(counter, id, ({ total }) => (total < by ? refuse() : [added(-by)]), {
      ...command(),
      idempotencyKey,
    });
  await world.store.decide(counter, id, () => [added(10)], command());
  await spend(5, 'first');
  const [repeated, second] = await Promise.all([spend(5, 'first'), spend(5, 'second')]);
  expect([repeated.duplicate, second.duplicate]).toEqual([true, false]);
  expect((await world.store.read(counter, id)).state.total).toBe(0);
});

test('a repeated idempotency key has one effect and gives the first reply', async () => {
  const id = randomUUID();
  const once = {
    ...command(),
    idempotencyKey: 'a',
    reply: ({ state }: { state: { total: number } }) => ({ total: state.total }),
  };
  const first = await world.store.decide(counter, id, () => [added(1)], once);
  await world.store.decide(counter, id, () => [added(5)], command());
  const again = await newStore().decide(counter, id, () => [added(1)], once);
  expect(again).toMatchObject({
    duplicate: true,
    reply: { total: 1 },
    version: 1,
    position: first.position,
  });
  expect(await newStore().read(counter, id)).toEqual({ state: { total: 6 }, version: 2 });
});

test('the same idempotency key twice at once has one effect', async () => {
  const id = randomUUID();
  const twice = [1, 2].map(() =>
    world.store.decide(counter, id, () => [added(1)], { ...command(), idempotencyKey: 'b' }),
  );
  expect((await Promise.all(twice)).map(({ duplicate }) => duplicate)).toEqual([false, true]);
  expect((await world.store.read(counter, id)).version).toBe(1);
});

test('an idempotency key with another fingerprint is refused', async () => {
  const id = randomUUID();
  await world.store.decide(counter, id, () => [added(1)], {
    ...command(),
    idempotencyKey: 'c',
    fingerprint: 'x',
  });
  const other = world.store.decide(counter, id, () => [added(1)], {
    ...command(),
    idempotencyKey: 'c',
    fingerprint: 'y',
  });
  await expect(other).rejects.toThrow('was used for something else');
});
