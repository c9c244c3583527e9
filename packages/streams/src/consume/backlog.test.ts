/** How far behind a group is, and what it costs to know: the same few commands, whatever the backlog. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { counting } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { keys, partitionOf } from '../log/keys.ts';
import { groupStatus } from '../operate/status.ts';
import type { Projector } from './project.ts';

const world = counting();
const { add, start } = world;
const partitions = 8;

/** Entries straight into the log, as the append script writes them, evenly over the partitions. */
async function preload(count: number): Promise<void> {
  const { log } = world.store;
  await log.partitions('counter');
  const [streams, head] = [
    Array.from({ length: partitions }, (_, p) => keys.events('counter', p)),
    keys.head('counter'),
  ];
  const script = `for pos = 1, ${count} do
    redis.call('XADD', KEYS[1 + pos % ${partitions}], '1-' .. pos, 'eventId', pos, 'eventType', 'AddedEvent', 'schema', 1,
      'aggregateId', 'a' .. pos, 'version', 1, 'at', 1, 'data', '{"by":1}', 'meta', '{}')
  end
  redis.call('HSET', KEYS[${partitions + 1}], 'pos', ${count})`;
  await log.redis.eval(script, partitions + 1, ...streams, head);
}

const createGroups = (id: string) =>
  Promise.all(
    Array.from({ length: partitions }, (_, p) =>
      world.store.log.redis.xgroup('CREATE', keys.events('counter', p), 'readers', id, 'MKSTREAM'),
    ),
  );

/** What one look costs Redis: commands, and their time in ms. */
async function costOf(look: () => Promise<unknown>): Promise<{ calls: number; ms: number }> {
  const { redis } = world.store.log;
  await redis.config('RESETSTAT');
  await look();
  const lines = (await redis.info('commandstats')).split('\n');
  const stats = lines
    .filter((line) => !/cmdstat_(config|info)/.test(line))
    .map((line) => /calls=(\d+),usec=(\d+)/.exec(line));
  const sum = (group: number) => stats.reduce((all, match) => all + Number(match?.[group] ?? 0), 0);
  return { calls: sum(1), ms: sum(2) / 1000 };
}

const status = () => groupStatus(world.store.log, 'counter', 'readers');

test('100,000 events behind: the number is exact, and costs Redis one command a partition more than none, under 10 ms', async () => {
  await world.store.log.partitions('counter');
  await createGroups('0');
  const none = await costOf(status);
  await preload(100_000);
  expect((await status()).lag).toBe(100_000);
  const costs = [await costOf(status), await costOf(status), await costOf(status)];
  // The first event that nobody has read says how old the backlog is.
  expect(costs.map(({ calls }) => calls)).toEqual(costs.map(() => none.calls + partitions));
  expect(Math.min(...costs.map(({ ms }) => ms))).toBeLessThan(10);
});

test('a group that was made anew in the middle: few are counted, of many there are about so many, 0 is 0', async () => {
  await preload(50_000);
  await createGroups('1-10000');
  const behind = await status();
  expect(behind.lag).toBeGreaterThan(39_000);
  expect(behind.lag).toBeLessThan(41_000);
  expect(Math.min(...[await costOf(status), await costOf(status)].map(({ ms }) => ms))).toBeLessThan(10);
  const set = (id: string) =>
    Promise.all(
      behind.partitions.map(({ partition }) =>
        world.store.log.redis.xgroup('SETID', keys.events('counter', partition), 'readers', id),
      ),
    );
  await set('1-49900');
  expect((await status()).lag).toBe(100);
  await set('1-50000');
  expect((await status()).lag).toBe(0);
});

test('a read model that begins again in the middle knows how far it is behind', async () => {
  await preload(4_000);
  let waiting = 0;
  const projector: Projector = {
    // The events of partition p have the positions that leave p when they are divided by 8.
    checkpoint: async (_, partition) => {
      const pos = 2_000 + partition;
      return { epoch: 1, pos, eventId: `${pos}` };
    },
    apply: () => {
      waiting++;
      return new Promise(() => {});
    },
    park: async () => {},
  };
  start((group) => group.project('counter', projector));
  await until(() => waiting > 0);
  const { lag } = await groupStatus(world.store.log, 'counter', 'readers-read-models');
  expect(lag).toBe(4_000 - 2_007);
});

test('a read model that begins again further back than is counted is not said to be up to date', async () => {
  const { redis } = world.store.log;
  await preload(48_000);
  for (let p = 0; p < partitions; p++) {
    const end = ['readers-read-models', '1-48000', 'MKSTREAM', 'ENTRIESREAD', 6_000] as const;
    await redis.call('XGROUP', 'CREATE', keys.events('counter', p), ...end);
  }
  let waiting = 0;
  const projector: Projector = {
    checkpoint: async (_, partition) => ({ epoch: 1, pos: 80 + partition, eventId: `${80 + partition}` }),
    apply: () => {
      waiting++;
      return new Promise(() => {});
    },
    park: async () => {},
  };
  start((group) => group.project('counter', projector));
  await until(() => waiting > 0);
  const { lag } = await groupStatus(world.store.log, 'counter', 'readers-read-models');
  expect(lag).toBeGreaterThan(47_000);
});

test('a group that has read what was written by hand, and deleted since: only what is there counts', async () => {
  const { log } = world.store;
  await preload(10_000);
  await createGroups('1-10000');
  const foreign = (await log.redis.xadd(keys.events('counter', 0), '*', 'foo', 'bar'))!;
  await log.redis.xgroup('SETID', keys.events('counter', 0), 'readers', foreign);
  await log.redis.xdel(keys.events('counter', 0), foreign);
  expect((await status()).lag).toBe(0);
  await log.raiseEpoch('counter');
  let id: string = randomUUID();
  while (partitionOf(id, partitions) !== 0) id = randomUUID();
  await add(id, 1);
  expect((await status()).lag).toBe(1);
});

test('timers: what should have fired counts, events do not', async () => {
  const { log } = world.store;
  await Promise.all(Array.from({ length: 10 }, () => add(randomUUID(), 1)));
  const lag = async () => (await groupStatus(log, 'counter', 'readers-timers', 'timers')).lag;
  await log.redis.zadd(keys.timers('counter'), Date.now() + 60_000, 'later');
  expect(await lag()).toBe(0);
  await log.redis.zadd(keys.timers('counter'), Date.now() - 60_000, 'overdue');
  expect(await lag()).toBe(1);
});

test('a partition whose entries were deleted by hand before the group had read them: nothing is unread', async () => {
  const { redis } = world.store.log;
  await world.store.log.partitions('counter');
  await createGroups('0');
  const stream = keys.events('counter', 0);
  const id = await redis.xadd(stream, '*', 'foo', 'bar');
  expect((await status()).lag).toBe(1);
  await redis.xdel(stream, id!);
  expect((await status()).lag).toBe(0);
});
