import { expect, test } from 'vitest';
import { counting } from '../../test/counting.ts';
import { limits } from '../limits.ts';
import { eventIdOf } from './entry.ts';
import { keys, partitionOf } from './keys.ts';
import { readNewer } from './newer.ts';
import type { Place } from './reader.ts';

const world = counting();

test('something that was written by hand past the end of the log hides nothing that is appended elsewhere', async () => {
  const { log } = world.store;
  const [blocked, free] = ['one', 'other'];
  expect(partitionOf(blocked, limits.partitions)).not.toBe(partitionOf(free, limits.partitions));
  const read = (after: Place) => readNewer(log.redis, 'counter', limits.partitions, after, 100);
  await world.add(blocked);
  await log.redis.xadd(keys.events('counter', partitionOf(blocked, limits.partitions)), '*', 'foo', 'bar');
  await world.add(free);
  const before = await read({ epoch: 0, pos: 0 });
  expect(before.map(({ epoch, pos }) => [epoch, pos])).toEqual([
    [1, 1],
    [1, 2],
  ]);
  await world.add(free);
  const after = await read(before.at(-1)!);
  expect(after.map(({ epoch, pos }) => [epoch, pos])).toEqual([[1, 3]]);

  // Once the epoch is raised, it has its place in the order, and is passed by.
  await log.raiseEpoch('counter');
  await world.add(blocked);
  const healed = await read(after.at(-1)!);
  expect(healed.map(({ entry }) => eventIdOf(entry) !== '')).toEqual([false, true]);
  expect(await read(healed.at(-1)!)).toEqual([]);
});
