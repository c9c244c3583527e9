import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startRedis, type TestRedis } from '../../test/servers/index.ts';
import { until } from '../../test/servers/until.ts';
import { type ConsumerGroup, consumerGroup } from '../consume/consumer.ts';
import { limits } from '../limits.ts';
import { PermanentError } from '../log/errors.ts';
import { formatPosition } from '../log/event.ts';
import { keys, partitionOf } from '../log/keys.ts';
import { type LogEntry, readPartition } from '../log/reader.ts';
import { aggregate } from '../write/aggregate.ts';
import { EventStore } from '../write/store.ts';
import { DeadLetters } from './dead-letters.ts';

const ledger = aggregate<number, { NotedEvent: { n: number } }>({
  category: 'ledger',
  initial: 0,
  evolve: { NotedEvent: (count) => count + 1 },
});
const codec = { decode: (_: string, __: number, data: unknown) => data };
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let server: TestRedis;
let store: EventStore;
let deadLetters: DeadLetters;
let group: ConsumerGroup;
/** `id n`, in the order of handling. */
let seen: string[];
/** Which events fail just now, and when. */
let poison: (id: string, n: number) => boolean;
let wait: () => Promise<void>;

const note = (id: string, n: number) =>
  store.decide(ledger, id, () => [{ eventType: 'NotedEvent', schema: 1, data: { n } }], {
    at: Date.now(),
    meta: { correlationId: 'test' },
  });

beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = new EventStore({ redis: server.connect(), codec });
  await store.log.redis.flushall();
  deadLetters = new DeadLetters(store.log, 'ledger', 'readers');
  seen = [];
  poison = (id, n) => id === 'bad' && n === 1;
  wait = async () => {};
  group = consumerGroup('readers', { store: new EventStore({ redis: server.connect(), codec }), logger });
  group.react<{ NotedEvent: { n: number } }>('ledger', {
    NotedEvent: async ({ aggregateId, data: { n } }) => {
      if (poison(aggregateId, n)) {
        await wait();
        throw new PermanentError(`${n} is poison`);
      }
      seen.push(`${aggregateId} ${n}`);
    },
  });
  group.start();
  for (const n of [1, 2, 3]) await note('bad', n);
  await until(async () => (await deadLetters.count()) === 3);
});
afterEach(() => group.stop(100));

test('a redrive handles an aggregate in order, and its new events come after', async () => {
  poison = () => false;
  await deadLetters.redrive({ aggregateId: 'bad' });
  await note('bad', 4);
  await until(() => seen.length === 4);
  expect(seen).toEqual(['bad 1', 'bad 2', 'bad 3', 'bad 4']);
  await until(async () => (await deadLetters.count()) === 0);
  expect(
    await store.log.redis.exists(keys.parked('ledger', 'readers'), keys.redrive('ledger', 'readers')),
  ).toBe(0);
  await note('bad', 5);
  await until(() => seen.includes('bad 5'));
});

test('a dead letter that fails again stays the first, with one more attempt, and nothing overtakes it', async () => {
  poison = (_, n) => n === 2;
  await deadLetters.redrive('all');
  await until(async () => {
    const [first] = await deadLetters.ofAggregate('bad');
    return first?.fields.data === '{"n":2}' && first.attempts === 1;
  });
  const left = await deadLetters.ofAggregate('bad');
  expect(left.map(({ fields, errorClass }) => [fields.data, errorClass])).toEqual([
    ['{"n":2}', 'PermanentError'],
    ['{"n":3}', 'Parked'],
  ]);
  expect(seen).toEqual(['bad 1']);
});

test('a dry run only says what would be redriven', async () => {
  poison = () => false;
  const would = await deadLetters.redrive('all', { dryRun: true });
  expect(would.map(({ fields }) => fields.data)).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
  expect(await store.log.redis.exists(keys.redrive('ledger', 'readers'))).toBe(0);
});

test('one dead letter is redriven alone, and only where it is the first', async () => {
  const [first, second] = await deadLetters.ofAggregate('bad');
  await expect(deadLetters.redrive({ id: second!.id })).rejects.toThrow('stands before it');
  poison = () => false;
  await deadLetters.redrive({ id: first!.id });
  await until(() => seen.length === 1);
  await until(async () => (await deadLetters.count()) === 2);
  expect(seen).toEqual(['bad 1']);
});

test('discarded dead letters are kept with the reason, and the aggregate goes on', async () => {
  await deadLetters.discard({ aggregateId: 'bad' }, { reason: 'test data' });
  await note('bad', 4);
  await until(() => seen.includes('bad 4'));
  const kept = await store.log.redis.xrange(keys.discarded('ledger', 'readers'), '-', '+');
  expect(kept.map(([, fields]) => fields[fields.indexOf('discardReason') + 1])).toEqual(
    Array(3).fill('test data'),
  );
  expect(await deadLetters.count()).toBe(0);
});

test('redriving is spaced out by its rate', async () => {
  poison = () => false;
  await deadLetters.redrive('all', { ratePerSecond: 1 });
  const scores = await store.log.redis.zrange(keys.redrive('ledger', 'readers'), '0', '-1', 'WITHSCORES');
  expect(scores).toHaveLength(2);
  await until(() => seen.length === 3);
});

const versions = async () =>
  (await deadLetters.ofAggregate('bad')).map(({ fields }) => Number(fields.version));

async function loseGroup(): Promise<void> {
  for (let p = 0; p < limits.partitions; p++)
    await store.log.redis.xgroup('DESTROY', keys.events('ledger', p), 'readers');
}

test('what comes again after a loss of the group queues up once', async () => {
  const isNear = (id: string) => partitionOf(id, limits.partitions) === partitionOf('bad', limits.partitions);
  const slow = Array.from({ length: 100 }, (_, i) => `slow-${i}`).find(isNear)!;
  const { promise: done, resolve: finish } = Promise.withResolvers<void>();
  poison = (id) => id === slow;
  wait = () => done;
  await note(slow, 1); // holds back what counts as done in the partition
  await note('bad', 4);
  await until(async () => (await versions()).includes(4));
  await loseGroup();
  await note('bad', 5);
  await until(async () => (await versions()).includes(5));
  expect(await versions()).toEqual([1, 2, 3, 4, 5]);
  finish();
});

test('an event that fails while the group is lost becomes a dead letter all the same', async () => {
  await deadLetters.discard('all', { reason: 'begin anew' });
  const { promise: lost, resolve: goOn } = Promise.withResolvers<void>();
  const isBad = vi.fn((_: string, n: number) => n === 4);
  poison = isBad;
  wait = () => lost;
  await note('bad', 4);
  await note('bad', 5);
  await until(() => isBad.mock.calls.length > 0);
  await loseGroup();
  goOn();
  await until(async () => (await versions()).includes(5));
  expect(await versions()).toEqual([4, 5]);
  expect(seen).toEqual([]);
});

test('an event that fails before the owner has it again from a group that was made anew is not taken for done', async () => {
  await deadLetters.discard('all', { reason: 'begin anew' });
  const { promise: isNew, resolve: goOn } = Promise.withResolvers<void>();
  const isBad = vi.fn((_: string, n: number) => n === 4);
  poison = isBad;
  wait = () => isNew;
  await note('bad', 4);
  await note('bad', 5);
  await until(() => isBad.mock.calls.length > 0 && group.status()[0]?.unacknowledged === 2);
  const stream = keys.events('ledger', partitionOf('bad', limits.partitions));
  const [, , third] = await store.log.redis.lrange(keys.index('ledger', 'bad'), 0, -1);
  const made = store.log.redis
    .multi()
    .xgroup('DESTROY', stream, 'readers')
    .xgroup('CREATE', stream, 'readers', third!);
  await made.exec();
  goOn();
  await until(async () => (await versions()).includes(5));
  expect(await versions()).toEqual([4, 5]);
  expect(seen).toEqual([]);
});

test('what comes late, and was never handled, has its place among the dead letters of its aggregate', async () => {
  const { redis } = store.log;
  await deadLetters.discard('all', { reason: 'begin anew' });
  poison = (_, n) => n === 6;
  for (const n of [4, 5, 6, 7, 8]) await note('bad', n);
  await until(async () => (await deadLetters.count()) === 3);
  const stream = keys.events('ledger', partitionOf('bad', limits.partitions));
  const ids = await redis.lrange(keys.index('ledger', 'bad'), 0, -1);
  // Pending again, under the name of somebody else: two that have no dead letter, and two that have theirs.
  for (const n of [5, 4, 6, 7])
    await redis.call('XCLAIM', stream, 'readers', 'tool', 0, ids[n - 1]!, 'FORCE');
  await until(async () => (await deadLetters.count()) === 5);
  await until(async () => ((await redis.xpending(stream, 'readers')) as [number])[0] === 0);
  expect(await versions()).toEqual([4, 5, 6, 7, 8]);
  seen = [];
  poison = () => false;
  await deadLetters.redrive('all');
  await until(async () => (await deadLetters.count()) === 0);
  expect(seen).toEqual(['bad 4', 'bad 5', 'bad 6', 'bad 7', 'bad 8']);
});

/** The events of an aggregate as a build of tables reads them. */
async function logged(id: string): Promise<LogEntry[]> {
  const found: LogEntry[] = [];
  for await (const page of readPartition(store.log.redis, 'ledger', partitionOf(id, limits.partitions)))
    found.push(...page.filter(({ entry: [, fields] }) => fields.includes(id)));
  return found;
}

test('a build of tables adds a dead letter once, at its place among those of its aggregate', async () => {
  for (const n of [1, 2, 3]) await note('left-out', n);
  const [first, second, third] = (await logged('left-out')) as [LogEntry, LogEntry, LogEntry];
  const reason = new PermanentError('it cannot be applied');
  for (const one of [third, first, second, third, first]) await deadLetters.add(one, reason);
  const added = await deadLetters.ofAggregate('left-out');
  expect(added).toMatchObject([
    { position: formatPosition(first), group: 'readers', attempts: 1, errorMessage: reason.message },
    { position: formatPosition(second), eventType: 'NotedEvent', errorClass: 'PermanentError' },
    { position: formatPosition(third), aggregateId: 'left-out' },
  ]);
  const { redis } = store.log;
  expect(await redis.sismember(keys.parked('ledger', 'readers'), 'left-out')).toBe(1);
  await deadLetters.discard({ aggregateId: 'left-out' }, { reason: 'test' });
  expect(await redis.sismember(keys.parked('ledger', 'readers'), 'left-out')).toBe(0);
  expect(await deadLetters.count()).toBe(3);

  // An entry that is no event has no aggregate.
  const foreign: LogEntry = { ...third, entry: [third.entry[0], ['foo', 'bar']] };
  for (let times = 0; times < 2; times++) await deadLetters.add(foreign, reason);
  expect(await deadLetters.count()).toBe(4);
});

test('an entry that is no event has no aggregate, whatever its fields: redriven, it fails again and says so', async () => {
  await deadLetters.discard('all', { reason: 'begin anew' });
  const { redis } = store.log;
  const stream = keys.events('ledger', partitionOf('bad', limits.partitions));
  await redis.xadd(stream, '*', 'aggregateId', 'bad', 'eventType', 'NotedEvent', 'by', 'hand');
  await until(async () => (await deadLetters.count()) === 1);
  const [foreign] = await deadLetters.list();
  expect(foreign).toMatchObject({ aggregateId: undefined, eventType: undefined, attempts: 1 });
  expect(foreign!.fields).toEqual({ aggregateId: 'bad', eventType: 'NotedEvent', by: 'hand' });
  await deadLetters.redrive('all');
  await until(async () => (await deadLetters.list())[0]?.attempts === 2);
});

test.each(['redrive', 'discard'] as const)(
  'dead letters that somebody has deleted by hand hold nothing after a %s',
  async (what) => {
    poison = () => false;
    const [first, second] = await deadLetters.ofAggregate('bad');
    await store.log.redis.xdel(keys.dead('ledger', 'readers'), first!.id, second!.id);
    if (what === 'redrive') await deadLetters.redrive({ aggregateId: 'bad' });
    else await deadLetters.discard({ aggregateId: 'bad' }, { reason: 'test data' });
    await until(async () => (await deadLetters.count()) === 0);
    await note('bad', 4);
    await until(() => seen.includes('bad 4'));
    expect(seen).toEqual(what === 'redrive' ? ['bad 3', 'bad 4'] : ['bad 4']);
    expect(await store.log.redis.exists(keys.parked('ledger', 'readers'))).toBe(0);
  },
);
