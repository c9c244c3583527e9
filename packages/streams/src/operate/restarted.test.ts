/** Redis was killed and started anew: what its append-only file does not have of a group must not be believed. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counting } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import type { Checkpoint, Projector } from '../consume/project.ts';
import { limits } from '../limits.ts';
import { OutageError } from '../log/errors.ts';
import { keys, partitionOf } from '../log/keys.ts';
import { groupStatus } from './status.ts';

const world = counting({ appendOnly: true });
const { add, start } = world;
const group = 'readers-read-models';

test('a read model that was in the middle of a batch goes on, and is not said to be behind when it is not', async () => {
  const checkpoints = new Map<number, Checkpoint>();
  let [applied, isDown] = [0, false];
  const projector: Projector = {
    checkpoint: async (_, partition) => checkpoints.get(partition),
    apply: async (_, events) => {
      if (isDown) throw new OutageError('the database is down');
      applied += events.length;
      for (const { eventId, partition, epoch, pos } of events)
        checkpoints.set(partition, { epoch, pos, eventId });
    },
    park: async () => {},
  };
  start((consumers) => consumers.project('counter', projector));
  const id = randomUUID();
  const { redis } = world.store.log;
  const stream = keys.events('counter', partitionOf(id, limits.partitions));
  for (let n = 0; n < 20; n++) await add(id);
  await until(() => applied === 20);
  isDown = true;
  for (let n = 0; n < 30; n++) await add(id);
  await until(async () => ((await redis.xpending(stream, group)) as [number])[0] === 30);
  await world.server.kill();
  await world.server.restart();
  isDown = false;
  await until(() => applied === 50);
  const lag = () => groupStatus(world.store.log, 'counter', group).then((status) => status.lag);
  await until(async () => (await lag()) === 0);
  expect(applied).toBe(50);
}, 40_000);

test('how far a group is behind is told without what Redis may have forgotten', async () => {
  // Not the group of the test before, whose consumers may make it once more on their way out.
  const nobody = 'nobody-read-models';
  const { redis } = world.store.log;
  const id = randomUUID();
  const stream = keys.events('counter', partitionOf(id, limits.partitions));
  for (let n = 0; n < 10; n++) await add(id);
  await redis.call('XGROUP', 'CREATE', stream, nobody, '0', 'ENTRIESREAD', 0);
  await redis.xreadgroup('GROUP', nobody, 'owner', 'COUNT', 7, 'STREAMS', stream, '>');
  await world.server.kill();
  await world.server.restart();
  await until(() => redis.ping().catch(() => undefined));
  const { partitions } = await groupStatus(world.store.log, 'counter', nobody);
  const { lag, pending } = partitions[partitionOf(id, limits.partitions)]!;
  expect({ lag, pending }).toEqual({ lag: 10, pending: 7 });
}, 40_000);
