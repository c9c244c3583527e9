/**
 * A log that has lost its last events under a running process, as after a failover to a replica that lagged behind.
 * Here it is a server without an append-only file: it begins again with its last snapshot.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { until } from '../../test/servers/until.ts';
import type { StoredEvent } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import { aggregate } from '../write/aggregate.ts';
import { EventStore } from '../write/store.ts';
import { type ConsumerGroup, consumerGroup } from './consumer.ts';
import type { Checkpoint } from './project.ts';

type Events = { NotedEvent: { text: string } };
const notes = aggregate<string[], Events>({
  category: 'notes',
  initial: [],
  evolve: { NotedEvent: (state, { text }) => [...state, text] },
});
const codec = { decode: (_: string, __: number, data: unknown) => data };
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const command = () => ({ at: Date.now(), meta: { correlationId: 'test' } });

let server: TestRedis;
let store: EventStore;
const running: ConsumerGroup[] = [];
const newStore = () => new EventStore({ redis: server.connect(), codec, partitions: () => 1 });

const note = (text: string, of = store, id = 'a') =>
  of.decide(notes, id, () => [{ eventType: 'NotedEvent', schema: 1, data: { text } }], command());
const surely = async (text: string, id = 'a') => {
  await until(() =>
    note(text, store, id).then(
      () => true,
      () => false,
    ),
  );
};
const keep = () => store.log.redis.save();
/** Everything since {@link keep} is lost. */
async function loseTheRest(): Promise<void> {
  await server.kill();
  await server.restart();
}

beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = newStore();
  await store.log.redis.flushall();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((group) => group.stop(100)));
});

test('a decision sees what the log has, not what it had', async () => {
  await note('kept');
  await keep();
  expect((await note('lost')).version).toBe(2);
  await loseTheRest();
  const other = newStore();
  await until(() => note('instead', other).catch(() => undefined));
  const seen: string[][] = [];
  const look = (state: readonly string[]) => {
    seen.push([...state]);
    return [{ eventType: 'NotedEvent' as const, schema: 1, data: { text: 'next' } }];
  };
  await until(() => store.decide(notes, 'a', look, command()).catch(() => undefined));
  expect(seen.at(-1)).toEqual(['kept', 'instead']);
  expect((await other.read(notes, 'a')).state).toEqual(['kept', 'instead', 'next']);
});

test('an event that took the place of a lost one is handled, whatever was at work on the lost one', async () => {
  const handled: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const group = consumerGroup('readers', { store: newStore(), logger }).react<Events>('notes', {
    NotedEvent: async ({ data, aggregateId }) => {
      handled.push(data.text);
      if (aggregateId === 'held') await held;
    },
  });
  running.push(group);
  group.start();
  await note('kept');
  await until(() => handled.includes('kept') && group.status()[0]?.unacknowledged === 0);
  await keep();
  await note('lost while at work', store, 'held');
  await note('lost and not begun', store, 'held');
  await until(() => handled.includes('lost while at work'));
  await until(() => group.status()[0]?.unacknowledged === 2);
  await loseTheRest();
  await surely('in its place', 'b');
  await surely('and in its', 'c');
  await until(() => handled.includes('in its place') && handled.includes('and in its'));
  release();
  await surely('after', 'held');
  await until(() => handled.includes('after') && group.status()[0]?.unacknowledged === 0);
  expect(handled).toEqual(['kept', 'lost while at work', 'in its place', 'and in its', 'after']);
  const [pending] = (await store.log.redis.xpending(keys.events('notes', 0), 'readers')) as [number];
  expect(pending).toBe(0);
});

test('a read model stops when what it has applied is lost; under a new epoch positions are not given twice', async () => {
  const applied: StoredEvent[] = [];
  let checkpoint: Checkpoint | undefined;
  const projector = {
    checkpoint: async () => checkpoint,
    apply: async (_: string, events: readonly StoredEvent[]) => {
      applied.push(...events);
      checkpoint = applied.at(-1);
    },
    park: async () => {},
  };
  const group = consumerGroup('readers', { store: newStore(), logger }).project('notes', projector);
  running.push(group);
  group.start();
  await note('kept');
  await keep();
  await note('lost');
  await until(() => applied.length === 2);
  await loseTheRest();
  await until(() =>
    group.healthy().then(
      () => false,
      (error: Error) => error.message.includes('the log is not the one that was read before'),
    ),
  );
  await until(() => store.log.raiseEpoch('notes').catch(() => 0));
  await surely('after');
  expect(applied).toHaveLength(2);
  const events = await store.history('notes', 'a', { afterVersion: 0, limit: 10 });
  expect(events.map(({ epoch, pos, data }) => [epoch, pos, (data as { text: string }).text])).toEqual([
    [1, 1, 'kept'],
    [2, 2, 'after'],
  ]);
  checkpoint = events[0]; // rebuilt from what the log has
  await until(() => applied.length === 3);
  await group.healthy();
});
