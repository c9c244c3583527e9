import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counting } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import { OutageError, PermanentError } from '../log/errors.ts';
import type { StoredEvent } from '../log/event.ts';
import { keys, partitionOf } from '../log/keys.ts';
import { DeadLetters } from '../operate/dead-letters.ts';
import type { Checkpoint, Projector, UnappliedEvent } from './project.ts';

const world = counting();
const { add, newStore, start } = world;

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
/** As if another process had taken the partition of an aggregate over. */
const loseLease = (id: string) => {
  const partition = partitionOf(id, limits.partitions);
  return world.store.log.redis.hincrby(
    keys.leases('counter', 'readers-read-models'),
    `token:${partition}`,
    1,
  );
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
  await until(async () => (first.status()[0]?.unacknowledged ?? 1) === 0);
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
  const deadLetters = new DeadLetters(world.store.log, 'counter', 'readers-read-models');
  await until(async () => (await deadLetters.count()) === 4);
  // A crash between dead letter and checkpoint: all of it is read again, and written once.
  await first.stop();
  for (const all of [target.checkpoints, target.totals, target.parked]) all.clear();
  await add(bad, 4);
  start((group) => group.project('counter', target.self));
  await until(async () => (await deadLetters.count()) === 5);
  await until(() => target.totals.get(id) === 20);
  await until(() => target.totals.get(bad) === 5);
  const by = (await deadLetters.ofAggregate(bad)).map(({ fields }) => JSON.parse(fields.data!).by);
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
  await until(() => first.status()[0]?.unacknowledged === 40);
  await first.stop();
  expect(first.status()[0]?.unacknowledged).toBe(0);
  target.fail(undefined);
  start((group) => group.project('counter', target.self));
  await until(() => sum(target.totals) === 40);
});

test('a database that is down is waited for', async () => {
  const target = projector();
  target.fail(() => new OutageError('no database'));
  await add(randomUUID(), 1);
  const group = start((g) => g.project('counter', target.self));
  await until(() => group.status()[0]?.unacknowledged === 1);
  target.fail(undefined);
  await until(() => sum(target.totals) === 1);
  expect(await world.store.log.redis.exists(keys.dead('counter', 'readers-read-models'))).toBe(0);
});

test('a log that is not the one that was applied stops the read model loudly', async () => {
  const target = projector();
  await add('a', 1);
  const first = start((group) => group.project('counter', target.self));
  await until(() => sum(target.totals) === 1);
  await first.stop();
  await world.store.log.redis.flushall();
  await add('a', 1, newStore());
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

test('whose lease is lost before its dead letter is written parks nothing: the next owner writes it', async () => {
  const bad = randomUUID();
  const target = projector();
  target.fail(() => new PermanentError('poison'));
  const { apply } = target.self;
  let times = 0;
  target.self.apply = async (category, events) => {
    if (times++ === 0) await loseLease(bad);
    await apply(category, events);
  };
  await add(bad, 1);
  start((group) => group.project('counter', target.self));
  await until(() => target.parked.has(bad));
  const deadLetters = new DeadLetters(world.store.log, 'counter', 'readers-read-models');
  expect(await deadLetters.count()).toBe(1);
});

test('and moves past nothing that has to follow to the dead letters', async () => {
  const [bad, other] = [randomUUID(), randomUUID()];
  const target = projector();
  target.fail(({ aggregateId, version }) =>
    aggregateId === bad && version === 1 ? new PermanentError('poison') : undefined,
  );
  const { apply } = target.self;
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  target.self.apply = async (category, events) => {
    if (events.some(({ aggregateId }) => aggregateId === other)) {
      begun.resolve();
      await gate.promise;
    }
    await apply(category, events);
  };
  await add(bad, 1);
  const group = start((g) => g.project('counter', target.self));
  await until(() => target.parked.has(bad));
  await add(other, 1);
  await begun.promise;
  await add(bad, 2); // read while the other one is at work
  await until(() => group.status()[0]?.unacknowledged === 2);
  await loseLease(bad);
  gate.resolve();
  const deadLetters = new DeadLetters(world.store.log, 'counter', 'readers-read-models');
  const by = async () =>
    (await deadLetters.ofAggregate(bad)).map(({ fields }) => JSON.parse(fields.data!).by);
  await add(bad, 3);
  await until(async () => (await by()).includes(3));
  expect(await by()).toEqual([1, 2, 3]);
});
