/** Partitions that change hands, or are lost, while something is not as it should be. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Checkpoint, keys, limits, OutageError, type Projector } from '../src/index.ts';
import { Gateway } from './conformance/deployment.ts';
import type { NoteEvents } from './conformance/ledger.ts';
import { someIds, World } from './conformance/world.ts';
import { startRedis, type TestRedis } from './servers/index.ts';
import { until } from './servers/until.ts';

const ids = someIds(24);
let server: TestRedis;
let world: World;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());
beforeEach(async () => {
  const notUsed = async () => {};
  const address = { kind: 'standalone' as const, port: server.port };
  world = await World.on({ address, ports: [server.port], crash: notUsed, disturb: notUsed, stop: notUsed });
});
afterEach(() => world.close());

test('a partition that is given away before its read model could be reached is let alone afterwards', async () => {
  let down = true;
  const checkpoints = new Map<number, Checkpoint>();
  const orDown = () => {
    if (down) throw new OutageError('the database is down');
  };
  const projector: Projector = {
    checkpoint: async (_, partition) => {
      orDown();
      return checkpoints.get(partition);
    },
    apply: async (_, events) => {
      orDown();
      for (const { partition, epoch, pos, eventId } of events)
        checkpoints.set(partition, { epoch, pos, eventId });
    },
    park: async () => orDown(),
  };
  const gateway = await Gateway.to(world.deployment);
  const project = async () => {
    const store = await world.newStore(gateway);
    return await world.consume((group) => group.project(world.source, projector), { store });
  };
  await Promise.all(ids.map((id) => world.add(id, 1)));
  const first = await project();
  await until(
    'it owns all',
    async () => (await world.owners('readers-read-models')).length === limits.partitions,
  );
  const second = await project();
  await until('it gives some', async () => new Set(await world.owners('readers-read-models')).size === 2);
  down = false;
  const owned = () => [first, second].flatMap((group) => group.status()[0]!.partitions);
  await until('all are read', () => new Set(owned()).size === limits.partitions);
  await sleep(6_000); // the longest pause of what still tries to begin
  expect(owned()).toHaveLength(limits.partitions);
  await Promise.all(ids.map((id) => world.add(id, 2)));
  const [before, from] = [gateway.commands, performance.now()];
  await sleep(1000);
  expect((1000 * (gateway.commands - before)) / (performance.now() - from)).toBeLessThan(100);
  await Promise.all([first.stop(), second.stop()]);
  await gateway.stop();
});

test('an event that fails while its partition is given away is the next owner’s alone', async () => {
  let fail = () => {};
  const failing = new Promise<void>((resolve) => {
    fail = resolve;
  });
  const handled = new Set<string>();
  let began = 0;
  const first = await world.consume((group) =>
    group.react<NoteEvents>(world.source, {
      NotedEvent: async () => {
        began++;
        await failing;
        throw new Error('not now');
      },
    }),
  );
  await Promise.all(ids.map((id) => world.add(id, 1)));
  await until('all have begun', () => began === ids.length);
  const second = await world.consume((group) =>
    group.react<NoteEvents>(world.source, {
      NotedEvent: async ({ aggregateId }) => void handled.add(aggregateId),
    }),
  );
  await until('some are being given away', () => first.status()[0]!.partitions.length < limits.partitions);
  fail();
  await until('they are handled', () => handled.size > 0);
  const kept = () => ids.length - handled.size;
  await until('it holds what it has', () => first.status()[0]!.unacknowledged === kept());
  await Promise.all([first.stop(0), second.stop()]);
});

test('a stop ends with the last handler, also where the lease is lost while it waits for that', async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let began = false;
  const group = await world.consume((of) =>
    of.react<NoteEvents>(world.source, {
      NotedEvent: async () => {
        began = true;
        await finished;
      },
    }),
  );
  await world.add('a', 1);
  await until('it has begun', () => began);
  const stopped = group.stop();
  await until('it stops', () => group.status()[0]!.partitions.length === 0);
  const { redis } = world.store.log;
  const leases = keys.leases(world.source, 'readers');
  for (let p = 0; p < limits.partitions; p++) await redis.hincrby(leases, `token:${p}`, 1);
  await sleep(limits.heartbeatMs + 500); // a heartbeat has told it
  const from = performance.now();
  finish();
  await stopped;
  expect(performance.now() - from).toBeLessThan(limits.drainMs - 5_000);
});

vi.setConfig({ testTimeout: 180_000 });
