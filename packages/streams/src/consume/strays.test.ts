/** Somebody else reads from a group, by hand or with a tool: what was taken is handled all the same, once, and soon. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import { keys, partitionOf } from '../log/keys.ts';
import type { Checkpoint, Projector } from './project.ts';

const world = counting();
const { add, pending, start } = world;

/** Appends an event, and takes it out of the group in the same moment, before its owner sees it. */
async function takeAway(group: string, consumer: string, aggregateId: string, by: number): Promise<void> {
  const { redis } = world.store.log;
  const stream = keys.events('counter', partitionOf(aggregateId, limits.partitions));
  const pos = Number(await redis.hincrby(keys.head('counter'), 'pos', 1));
  const event = { eventId: randomUUID(), eventType: 'AddedEvent', schema: 1, aggregateId, version: 1 };
  const entry = { ...event, at: 1, data: JSON.stringify({ by }), meta: '{"correlationId":"test"}' };
  const fields = Object.entries(entry).flat();
  const read = ['GROUP', group, consumer, 'STREAMS', stream, '>'] as const;
  const answers = await redis
    .multi()
    .xadd(stream, `1-${pos}`, ...fields)
    .xreadgroup(...(read as unknown as Parameters<typeof redis.xreadgroup>))
    .exec();
  expect(JSON.stringify(answers?.[1])).toContain(event.eventId);
}

test.each(['tool', 'owner'])(
  'what %s has taken and left is handled within seconds, once',
  async (name) => {
    const seen: number[] = [];
    start((group) =>
      group.react<Events>('counter', { AddedEvent: async ({ data }) => void seen.push(data.by) }),
    );
    await add(randomUUID(), 1);
    await until(() => seen.length === 1);
    const began = performance.now();
    for (let by = 10; by < 15; by++) await takeAway('readers', name, randomUUID(), by);
    await until(() => seen.length === 6);
    expect(performance.now() - began).toBeLessThan(3 * limits.strayPollMs);
    await until(async () => (await pending()) === 0);
    expect(seen.toSorted((a, b) => a - b)).toEqual([1, 10, 11, 12, 13, 14]);
  },
  20_000,
);

test('what is claimed while it is being handled is not handled a second time', async () => {
  const { redis } = world.store.log;
  const id = randomUUID();
  const stream = keys.events('counter', partitionOf(id, limits.partitions));
  const release = Promise.withResolvers<void>();
  let calls = 0;
  start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async () => {
        calls++;
        await release.promise;
      },
    }),
  );
  await add(id, 1);
  await until(() => calls === 1);
  await redis.call('XCLAIM', stream, 'readers', 'tool', 0, '1-1');
  await until(async () => {
    const rows = (await redis.xpending(stream, 'readers', '-', '+', 10)) as [string, string][];
    return rows[0]?.[1] === 'taken';
  });
  release.resolve();
  await until(async () => (await pending()) === 0);
  expect(calls).toBe(1);
});

test('a read model gets what another has taken, too', async () => {
  const applied: string[] = [];
  const checkpoints = new Map<number, Checkpoint>();
  const projector: Projector = {
    checkpoint: async (_, partition) => checkpoints.get(partition),
    apply: async (_, events) => {
      for (const { eventId, partition, epoch, pos } of events) {
        applied.push(eventId);
        checkpoints.set(partition, { epoch, pos, eventId });
      }
    },
    park: async () => {},
  };
  start((group) => group.project('counter', projector));
  await add(randomUUID(), 1);
  await until(() => applied.length === 1);
  await takeAway('readers-read-models', 'tool', randomUUID(), 2);
  await until(() => applied.length === 2);
  expect(new Set(applied).size).toBe(2);
});

/** An id of another aggregate in the same partition. */
function besides(id: string): string {
  for (;;) {
    const other = randomUUID();
    if (partitionOf(other, limits.partitions) === partitionOf(id, limits.partitions)) return other;
  }
}

test('a read model gets what another has taken, also where more has come in its partition since, in order', async () => {
  const applied: number[] = [];
  const checkpoints = new Map<number, Checkpoint>();
  const projector: Projector = {
    checkpoint: async (_, partition) => checkpoints.get(partition),
    apply: async (_, events) => {
      for (const { eventId, partition, epoch, pos, data } of events) {
        applied.push((data as { by: number }).by);
        checkpoints.set(partition, { epoch, pos, eventId });
      }
    },
    park: async () => {},
  };
  start((group) => group.project('counter', projector));
  const first = randomUUID();
  await add(first, 1);
  await until(() => applied.length === 1);
  await takeAway('readers-read-models', 'tool', besides(first), 2);
  await add(besides(first), 3);
  await until(() => applied.includes(3));
  await until(() => applied.length >= 3);
  expect(applied).toEqual([1, 2, 3]);
});

test('what another has taken is handled before the later events of its aggregate', async () => {
  const seen: number[] = [];
  start((group) =>
    group.react<Events>('counter', { AddedEvent: async ({ data }) => void seen.push(data.by) }),
  );
  const first = randomUUID();
  await add(first, 1);
  await until(() => seen.length === 1);
  const id = besides(first);
  await takeAway('readers', 'tool', id, 2);
  for (const by of [3, 4]) await add(id, by);
  await until(async () => seen.length === 4 && (await pending()) === 0);
  expect(seen).toEqual([1, 2, 3, 4]);
});
