// What an acknowledgement survives: the table of docs/durability.md, each cell on real servers. What a killed service loses
// (nothing) is guarantee 1 of the conformance suites.
import { afterEach, describe, expect, test } from 'vitest';
import {
  consumerGroup,
  EventStore,
  NotReplicatedError,
  type Projector,
  type Replication,
} from '../src/index.ts';
import { codec, command, type NoteEvents, noted, notes } from './conformance/ledger.ts';
import { startCable, startRedis, type TestCable, type TestRedis, until } from './servers/index.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const counter = notes('durable');
/** What replicas can get, they get, sooner or later; only what they cannot get is given up soon. */
const waits: Replication = { replicas: 1, timeoutMs: 60_000 };
const givesUp: Replication = { replicas: 1, timeoutMs: 300 };
type Mode = { fsync: 'everysec' | 'always'; replication?: Replication | undefined };
const modes: Record<string, Mode> = {
  memory: { fsync: 'everysec' },
  fsync: { fsync: 'always' },
  replicated: { fsync: 'everysec', replication: waits },
};

type Pair = { master: TestRedis; replica: TestRedis; link: TestCable };

/** A master and its replica, with a network between them that can break. */
async function pair({ fsync }: Mode): Promise<Pair> {
  const args = ['--appendonly', 'yes', '--appendfsync', fsync, '--repl-diskless-sync-delay', '0'];
  const master = await startRedis({ args });
  const link = await startCable(master.port);
  const replica = await startRedis({ args: [...args, '--replicaof', '127.0.0.1', `${link.port}`] });
  stops.push(master.stop, () => link.stop(), replica.stop);
  await inStep(replica);
  return { master, replica, link };
}

const inStep = async (replica: TestRedis): Promise<void> => {
  const operator = replica.connect();
  await until('the replica is linked', async () =>
    (await operator.info('replication')).includes('master_link_status:up'),
  );
};

/** While the disk syncs, Redis with `everysec` puts its writes off: they are not in the file yet. */
const isInFile = async (server: TestRedis): Promise<void> => {
  const operator = server.connect();
  await until('the file has it', async () =>
    /^aof_buffer_length:0\r$/m.test(await operator.info('persistence')),
  );
};

const storeOn = (server: TestRedis, { replication }: Mode) =>
  new EventStore({ redis: server.connect(), codec, replication });
/** For what no replica gets. */
const storeCutOffOn = (server: TestRedis, { replication }: Mode) =>
  storeOn(server, { fsync: 'everysec', replication: replication && givesUp });

/** Appends one event each; those that were acknowledged. */
async function append(store: EventStore, ids: readonly string[]): Promise<string[]> {
  const answers = await Promise.allSettled(
    ids.map((id) => store.decide(counter, id, () => [noted(1)], command())),
  );
  return ids.filter((_, n) => answers[n]?.status === 'fulfilled');
}

/** Of these, those that are not there any more. */
async function lostOn(server: TestRedis, ids: readonly string[]): Promise<string[]> {
  const store = new EventStore({ redis: server.connect(), codec });
  const heads = await Promise.all(ids.map((id) => store.head('durable', id)));
  return ids.filter((_, n) => heads[n] === undefined);
}

const some = (name: string) => Array.from({ length: 20 }, (_, n) => `${name}-${n}`);
const before = some('before');
const after = some('after');

describe.each(Object.entries(modes))('%s', (name, mode) => {
  const isReplicated = mode.replication !== undefined;

  const isSynced = mode.fsync === 'always';
  test(`Redis is killed and starts again with its data: nothing ${isSynced ? 'acknowledged' : 'that its file has'} is lost`, async () => {
    const { master, replica } = await pair(mode);
    expect(await append(storeOn(master, mode), before)).toEqual(before);
    if (!isSynced) await isInFile(master);
    await master.kill();
    await master.restart();
    await inStep(replica);
    expect(await lostOn(master, before)).toEqual([]);
  });

  test(`the master is lost, and a replica takes over: ${isReplicated ? 'nothing acknowledged is lost' : 'what it had not got is'}`, async () => {
    const { master, replica, link } = await pair(mode);
    const acknowledged = await append(storeOn(master, mode), before);
    if (!isReplicated) await until(async () => (await lostOn(replica, before)).length === 0);
    link.hold();
    acknowledged.push(...(await append(storeCutOffOn(master, mode), after)));
    expect(await lostOn(master, [...before, ...after])).toEqual([]);
    await master.kill();
    await replica.connect().call('REPLICAOF', 'NO', 'ONE');
    expect(acknowledged).toEqual(isReplicated ? before : [...before, ...after]);
    expect(await lostOn(replica, acknowledged)).toEqual(isReplicated ? [] : after);
  });

  test(`the master is cut off and goes on, a replica takes over: ${isReplicated ? 'nothing acknowledged is lost' : 'what the old one takes is'}`, async () => {
    const { master, replica, link } = await pair(mode);
    expect(await append(storeOn(master, mode), before)).toEqual(before);
    link.cut();
    await replica.connect().call('REPLICAOF', 'NO', 'ONE');
    const acknowledged = await append(storeCutOffOn(master, mode), after);
    expect(acknowledged).toEqual(isReplicated ? [] : after);
    // The cut heals: the old master follows the new one.
    await master.connect().call('REPLICAOF', '127.0.0.1', replica.port);
    await inStep(master);
    const reads = await replica.connect().exists('{durable}:idx:after-0');
    expect([name, reads]).toEqual([name, 0]);
    expect(await lostOn(replica, acknowledged)).toEqual(acknowledged);
  });
});

describe('written, and not yet replicated', () => {
  const mode = modes.replicated!;
  const once = { ...command(), idempotencyKey: 'once', fingerprint: 'f', reply: () => 'done' };
  const decide = (store: EventStore) => store.decide(counter, 'a', () => [noted(1)], once);

  test('the same idempotency key is answered when replicas have the first one, and not before', async () => {
    const { master, replica, link } = await pair(mode);
    expect(await append(storeOn(master, mode), ['x'])).toEqual(['x']);
    link.hold();
    const store = storeCutOffOn(master, mode);
    await expect(decide(store)).rejects.toThrow('written, and not by a replica in 300 ms');
    // Another process has written nothing that it could wait for.
    const other = storeCutOffOn(master, mode);
    await expect(decide(other)).rejects.toThrow(NotReplicatedError);
    await expect(storeCutOffOn(master, mode).findRecord('durable', 'once')).rejects.toThrow(
      NotReplicatedError,
    );
    expect(await lostOn(replica, ['a'])).toEqual(['a']);
    link.open();
    expect(await until(() => decide(store))).toMatchObject({ version: 1, duplicate: true, reply: 'done' });
    expect(await storeOn(master, mode).findRecord('durable', 'once')).toMatchObject({ version: 1 });
    expect(await lostOn(replica, ['a'])).toEqual([]);
  });

  test('an append whose answer was lost counts only where replicas have it', async () => {
    const { master, link } = await pair(mode);
    const replication = { ...waits };
    const store = storeOn(master, { ...mode, replication });
    expect(await append(store, ['x'])).toEqual(['x']);
    link.hold();
    const answer = store.decide(counter, 'a', () => [noted(1)], command()).catch((error: unknown) => error);
    // Its connection breaks while it waits; the others stay, and its event is found.
    const operator = master.connect();
    await until('it is cut off while it waits', async () => {
      const waiting = /id=(\d+) .*cmd=wait/.exec((await operator.call('CLIENT', 'LIST')) as string)?.[1];
      if (waiting === undefined) return false;
      replication.timeoutMs = givesUp.timeoutMs;
      return (await operator.call('CLIENT', 'KILL', 'ID', waiting)) === 1;
    });
    expect(await answer).toBeInstanceOf(NotReplicatedError);
    expect(await lostOn(master, ['a'])).toEqual([]);
    link.open();
    expect(await until(() => append(store, ['b']).then(([id]) => id))).toBe('b');
  });

  test('a conflict, and a refusal by the script, are what they are', async () => {
    const { master } = await pair(mode);
    const [one, other] = [storeOn(master, mode), storeOn(master, mode)];
    expect(await append(one, ['a'])).toEqual(['a']);
    await Promise.all(
      [one, other, one, other].map((store) => store.decide(counter, 'a', () => [noted(1)], command())),
    );
    expect(await one.head('durable', 'a')).toMatchObject({ version: 5 });
  });
});

test('what replicas do not have is handed to nobody: it is handled as soon as they have it', async () => {
  const mode = modes.replicated!;
  const { master, link } = await pair(mode);
  const [handled, waiting] = [new Set<string>(), new Set<unknown>()];
  const warn = (fields: { group?: string; err?: unknown }) => {
    if (fields.err instanceof NotReplicatedError) waiting.add(fields.group);
  };
  const logger = { debug: () => {}, info: () => {}, warn, error: () => {} };
  const projector: Projector = {
    checkpoint: async () => undefined,
    apply: async (_, events) => {
      for (const { aggregateId } of events) handled.add(`row of ${aggregateId}`);
    },
    park: async () => {},
  };
  const group = consumerGroup('readers', { store: storeCutOffOn(master, mode), logger })
    .react<NoteEvents>('durable', {
      NotedEvent: async ({ aggregateId }) => void handled.add(`reaction to ${aggregateId}`),
    })
    .project('durable', projector);
  group.start();
  stops.push(() => group.stop(100));
  const all = (...ids: string[]) => ids.flatMap((id) => [`reaction to ${id}`, `row of ${id}`]);

  expect(await append(storeOn(master, mode), ['a'])).toEqual(['a']);
  await until(() => handled.size === 2);
  link.hold();
  expect(await append(storeCutOffOn(master, mode), ['b'])).toEqual([]);
  await until('both have read it, and wait for replicas', () => waiting.size === 2);
  expect([...handled].sort()).toEqual(all('a').sort());
  link.open();
  await until('both have handled it', () => handled.size === 4);
  expect([...handled].sort()).toEqual(all('a', 'b').sort());
});
