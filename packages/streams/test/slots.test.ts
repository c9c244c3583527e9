// A category moves to another master of a cluster while events are appended and handled: nobody but a log line knows of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumerGroup, EventStore, keys } from '../src/index.ts';
import { codec, command, type NoteEvents, noted, notes } from './conformance/ledger.ts';
import { connectTo, startCluster, type TestCluster, until } from './servers/index.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster.stop());

const ids = Array.from({ length: 16 }, (_, n) => `a-${n}`);

test.each(['another master', 'a master that has joined just now'])('to %s', async (where) => {
  const category = `moves-${where.length}`;
  const counter = notes(category);
  const redis = await connectTo(cluster.address);
  const store = new EventStore({ redis, codec });
  const handled = new Map<string, number[]>();
  const lines: string[] = [];
  const said = (_: object, message: string) => void lines.push(message);
  const logger = { debug: () => {}, info: () => {}, warn: said, error: said };
  const group = consumerGroup('readers', { store, logger }).react<NoteEvents>(category, {
    NotedEvent: async ({ aggregateId, version }) => {
      handled.set(aggregateId, [...(handled.get(aggregateId) ?? []), version]);
    },
  });
  group.start();
  let isOver = false;
  const load = ids.map(async (id) => {
    let versions = 0;
    // Nothing is refused, and nothing is repeated.
    for (; !isOver; versions++) {
      await store.decide(counter, id, () => [noted(1)], command());
      await sleep(20);
    }
    return versions;
  });
  await until('events are handled', () => handled.size === ids.length);
  const from = await cluster.nodeOf(keys.head(category));
  const to = where.startsWith('a master')
    ? await cluster.join()
    : cluster.nodes.find((node) => node !== from)!;
  await cluster.moveSlot(keys.head(category), to);
  expect(await cluster.nodeOf(keys.head(category))).toBe(to);
  await sleep(500); // events there, too
  isOver = true;
  const appended = await Promise.all(load);
  const all = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
  await until('all is handled', () => ids.every((id, n) => (handled.get(id)?.length ?? 0) >= appended[n]!));
  for (const [n, id] of ids.entries()) {
    expect(handled.get(id)).toEqual(all(appended[n]!));
    expect(await store.head(category, id)).toMatchObject({ version: appended[n] });
  }
  expect(new Set(lines)).toEqual(new Set(lines.length > 0 ? ['reading stopped, trying again'] : []));
  await group.stop(1_000);
  redis.disconnect();
});
