/** Guarantee 13: what consumers do when Redis has lost what they stood on. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { limits } from '../../src/limits.ts';
import { keys, partitionOf } from '../../src/log/keys.ts';
import { until } from '../servers/until.ts';
import type { Guarantee } from './guarantee.ts';
import type { NoteEvents } from './ledger.ts';
import { SqliteProjector } from './sqlite.ts';
import { someIds, type World } from './world.ts';

const ids = someIds(24);

export const lostGroups: Guarantee = {
  title: 'a lost group goes on where it was; a lost log is said, and what is new in it is not skipped',
  test: async (world) => {
    await groupUnderConsumers(world);
    await groupWithWorkLeft(world);
    await wholeCategory(world);
  },
};

const groups = ['readers', 'readers-read-models'];

async function destroyGroups(world: World): Promise<void> {
  const { redis } = world.store.log;
  for (let p = 0; p < limits.partitions; p++)
    for (const group of groups) await redis.xgroup('DESTROY', keys.events(world.source, p), group);
}

/** The groups vanish again and again while events are appended, read and handled. */
async function groupUnderConsumers(world: World): Promise<void> {
  const seen = new Set<string>();
  const projector = new SqliteProjector(join(world.dir, 'rows.db'));
  const consumers = await world.consume((group) =>
    group.project(world.source, projector).react<NoteEvents>(world.source, {
      NotedEvent: async ({ eventId }) => void seen.add(eventId),
    }),
  );
  const load = world.load(ids);
  for (let times = 1; times <= 5; times++) {
    const before = load.count;
    await until('the load goes on', () => load.count > before + 200);
    await destroyGroups(world);
  }
  await load.stop();
  await until('every event is handled', () => seen.size === load.count);
  const count = () => projector.rows().reduce((sum, { events }) => sum + events, 0);
  await until('every event is counted', () => count() === load.count);
  expect(projector.rows().filter(({ inversions }) => inversions > 0)).toEqual([]);
  expect([await world.deadLetters(), await world.deadLetters(groups[1])]).toEqual([0, 0]);
  await consumers.stop();
}

/** A stop leaves events that were read and not begun, between others that were handled; then the group is lost. */
async function groupWithWorkLeft(world: World): Promise<void> {
  const partition = (id: string) => partitionOf(id, limits.partitions);
  const [a, b] = ['first', ...someIds(1000)].filter((id) => partition(id) === partition('first')) as [
    string,
    string,
  ];
  const [began, handled]: [string[], string[]] = [[], []];
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const consume = () =>
    world.consume((group) =>
      group.react<NoteEvents>(world.source, {
        NotedEvent: async ({ aggregateId, data }) => {
          began.push(`${aggregateId} ${data.n}`);
          await finished;
          handled.push(`${aggregateId} ${data.n}`);
        },
      }),
    );
  await world.add(a, -1);
  await world.add(a, -2);
  await world.add(b, -3);
  const first = await consume();
  await until('two have begun', () => began.includes(`${a} -1`) && began.includes(`${b} -3`));
  const stopped = first.stop();
  await until('nothing more is begun', () => first.status()[0]!.partitions.length === 0);
  finish();
  await stopped;
  expect(handled).not.toContain(`${a} -2`);
  await destroyGroups(world);
  const second = await consume();
  await until('what was left is handled', () => handled.includes(`${a} -2`));
  await second.stop();
}

/** As a flush of the server would, or the loss of its disk: everything of the category is gone. */
async function wholeCategory(world: World): Promise<void> {
  const projector = new SqliteProjector(join(world.dir, 'rows.db'));
  const seen: number[] = [];
  const consumers = await world.consume((group) =>
    group.project(world.source, projector).react<NoteEvents>(world.source, {
      NotedEvent: async ({ data }) => void seen.push(data.n),
    }),
  );
  await world.add('before', 7);
  await until('it is counted', () => projector.rows().some(({ aggregateId }) => aggregateId === 'before'));
  await until('it is handled', () => seen.includes(7));
  await drop(world);
  const rows = JSON.stringify(projector.rows());
  for (let n = 101; n <= 120; n++) await world.add(`after-${n}`, n);
  await until('what is new is handled', () => seen.filter((n) => n > 100).length >= 20);
  await until('the read model stops', () =>
    consumers.healthy().then(
      () => false,
      () => true,
    ),
  );
  await expect(consumers.healthy()).rejects.toThrow('the log is not the one that was read before');
  expect(JSON.stringify(projector.rows())).toBe(rows);
}

async function drop(world: World): Promise<void> {
  const { redis } = world.store.log;
  const nodes = 'nodes' in redis ? redis.nodes('master') : [redis];
  for (const node of nodes) {
    // Not found by KEYS, which a user of its own may not send; but gone at once, as by a flush.
    const all: string[] = [];
    for await (const some of node.scanStream({ match: `{${world.source}}:*` })) all.push(...some);
    if (all.length > 0) await node.del(...all);
  }
}
