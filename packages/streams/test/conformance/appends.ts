/** Guarantees 1 to 5: what is appended. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import {
  AppendTooLargeError,
  IdempotencyKeyReusedError,
  OutageError,
  StaleVersionError,
} from '../../src/log/errors.ts';
import { parsePosition } from '../../src/log/event.ts';
import { keys } from '../../src/log/keys.ts';
import { ref } from '../../src/write/store.ts';
import { until } from '../servers/until.ts';
import type { Guarantee } from './guarantee.ts';
import { readJournal } from './journal.ts';
import { command, noted } from './ledger.ts';
import { faultsOfLog, readLog } from './oracle.ts';
import { someIds, type World } from './world.ts';

const log = (world: World) => readLog<{ n: number }>(world.store.log.redis, world.source);

/** Throws where something that was acknowledged is not in the log, at its place. */
async function checkAcknowledged(
  world: World,
  acknowledged: readonly { aggregateId: string; version: number; position?: string }[],
): Promise<void> {
  const events = await log(world);
  expect(faultsOfLog(events)).toEqual([]);
  const byVersion = new Map(events.map((event) => [`${event.aggregateId} ${event.version}`, event]));
  for (const { aggregateId, version, position } of acknowledged) {
    const event = byVersion.get(`${aggregateId} ${version}`);
    expect(event, `${aggregateId} ${version}`).toBeDefined();
    if (position) expect(event).toMatchObject(parsePosition(position)!);
  }
}

export const noLossByServices: Guarantee = {
  title: 'no acknowledged append is lost by kill -9 of any service',
  test: async (world) => {
    const writers = await Promise.all(
      [0, 1].map((i) => world.work({ write: someIds(8).map((id) => `${id}-of-${i}`) })),
    );
    const acknowledged = () => writers.flatMap(({ journal }) => readJournal(journal));
    await until('both have written', () => writers.every(({ journal }) => readJournal(journal).length > 100));
    for (const writer of writers) writer.kill();
    await Promise.all(writers.map(({ ended }) => ended));
    await checkAcknowledged(world, acknowledged());
  },
};

export const noLossByRedis: Guarantee = {
  title: 'no acknowledged append is lost by kill -9 of Redis that syncs every write, and none is doubled',
  alone: true,
  test: async (world) => {
    const acknowledged: { aggregateId: string; version: number; position: string }[] = [];
    let on = true;
    // Without idempotency keys, and never tried again: what has failed may or may not be in the log, but not twice.
    const writing = someIds(40).map(async (aggregateId) => {
      for (let n = 1; on; n++) {
        try {
          const decision = () => [noted(n)];
          const decided = await world.store.decide(world.notes, aggregateId, decision, command());
          acknowledged.push({ aggregateId, version: decided.version, position: decided.position! });
          await sleep(2); // however long a crash takes: there is a limit to what is written meanwhile
        } catch (error) {
          if (!(error instanceof OutageError)) throw error;
          await sleep(50);
        }
      }
    });
    const written = Promise.all(writing);
    written.catch(() => {});
    for (let crash = 1; crash <= 2; crash++) {
      const before = acknowledged.length;
      await until('it writes', () => acknowledged.length > before + 200);
      await world.deployment.crash(world.source);
    }
    const after = acknowledged.length;
    await until('it writes again', () => acknowledged.length > after + 200);
    on = false;
    await written;
    await checkAcknowledged(world, acknowledged);
    const names = (await log(world)).map(({ aggregateId, data }) => `${aggregateId} ${data.n}`);
    expect(names).toHaveLength(new Set(names).size);
  },
};

export const oneWriterWins: Guarantee = {
  title: 'of two writers at the same version exactly one wins',
  test: async (world) => {
    const stores = [world.store, await world.newStore(), await world.newStore()];
    for (let version = 0; version < 50; version++) {
      const tries = stores.map((store, n) => {
        const expected = { ...command(), expectedVersion: version };
        return store.decide(world.notes, 'contested', () => [noted(n)], expected);
      });
      const outcomes = await Promise.allSettled(tries);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StaleVersionError);
      }
    }
    expect((await world.store.read(world.notes, 'contested')).version).toBe(50);
    expect(faultsOfLog(await log(world))).toEqual([]);
  },
};

export const idempotencyKeys: Guarantee = {
  title: 'a repeated idempotency key has one effect, at once, later, from elsewhere, and after a lost answer',
  test: async (world) => {
    const stores = [world.store, await world.newStore()];
    for (let n = 1; n <= 20; n++) {
      const once = { ...command(), idempotencyKey: `id-${n}`, reply: () => ({ n }) };
      const answers = await Promise.all(
        [0, 1, 0, 1].map((i) => stores[i]!.decide(world.notes, 'a', () => [noted(n)], once)),
      );
      await world.add('a', 1000);
      const fresh = await world.newStore();
      answers.push(await fresh.decide(world.notes, 'a', () => [noted(n)], once));
      for (const { version, position, reply } of answers)
        expect({ version, position, reply }).toEqual({
          version: answers[0]!.version,
          position: answers[0]!.position,
          reply: { n },
        });
      expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    }
    const other = { ...command(), idempotencyKey: 'id-1', fingerprint: 'another' };
    await expect(world.store.decide(world.notes, 'a', () => [noted(1)], other)).rejects.toThrow(
      IdempotencyKeyReusedError,
    );
    await lostAnswers(world);
    const sums = (await log(world)).filter(({ data }) => data.n < 1000);
    expect(sums.map(({ data }) => data.n).sort((x, y) => x - y)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
  },
};

/** The request arrives, its answer does not: with or without an idempotency key, it counts once. */
async function lostAnswers(world: World): Promise<void> {
  const gateway = await world.gateway();
  const store = await world.newStore(gateway);
  let unsent = 0;
  for (let n = 21; n <= 30; ) {
    const before = await versionOf(world, 'b');
    await until('connected', async () => (await store.read(world.notes, 'b')).version === before);
    gateway.all((proxy) => proxy.deafen());
    const once = { ...command(), ...(n % 2 ? { idempotencyKey: `id-${n}` } : {}) };
    let failed: unknown;
    const deciding = store.decide(world.notes, 'b', () => [noted(n)], once);
    deciding.catch((error) => {
      failed = error;
    });
    const isWritten = async () => (await versionOf(world, 'b')) === before + 1;
    await until('written, or not sent', async () => failed !== undefined || (await isWritten()));
    gateway.all((proxy) => proxy.open());
    gateway.all((proxy) => proxy.breakAll());
    // It is looked for in the log; only where the connection does not come back at once, that is left to the caller.
    const outcome = await deciding.then(
      ({ version }) => version,
      (error: Error) => error.name,
    );
    expect([before + 1, 'OutageError']).toContain(outcome);
    if (await isWritten()) n++;
    else unsent++; // a Cluster client may have asked another node first
  }
  expect(unsent).toBeLessThan(10);
}

const versionOf = async (world: World, id: string) =>
  (await world.store.head(world.source, id))?.version ?? 0;

export const allOrNothing: Guarantee = {
  title: 'an append to several aggregates is all or nothing',
  test: async (world) => {
    const ids = someIds(6);
    const stores = [world.store, await world.newStore(), await world.newStore()];
    const transfer = async (i: number) => {
      const [from, to] = [ids[i % 6]!, ids[(i + 1 + (i % 5)) % 6]!];
      const both = [ref(world.notes, from), ref(world.notes, to)] as const;
      await stores[i % 3]!.decideAll(
        world.source,
        [...both],
        (tx) => {
          tx.of(world.notes, from).append([noted(-i)]);
          tx.of(world.notes, to).append([noted(i)]);
          if (i % 7 === 0) throw new Error('refused');
        },
        command(),
      );
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 300 }, (_, i) => transfer(i)));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.map((outcome) => `${(outcome as PromiseRejectedResult).reason}`)).toEqual(
      Array(Math.ceil(300 / 7)).fill('Error: refused'),
    );
    await nothingOfWhatFails(world);
    const events = await log(world);
    expect(faultsOfLog(events)).toEqual([]);
    expect(events.reduce((sum, { data }) => sum + data.n, 0)).toBe(0);
    expect(events).toHaveLength(2 * (300 - refused.length));
  },
};

/** A key of the wrong type, a value that is taken, too much at once: found before anything is written. */
async function nothingOfWhatFails(world: World): Promise<void> {
  const { redis } = world.store.log;
  const before = await redis.hget(keys.head(world.source), 'pos');
  await redis.set(keys.index(world.source, 'broken'), 'not a list');
  const refs = ['aggregate-0', 'broken', 'aggregate-1'].map((id) => ref(world.notes, id));
  const toAll = (count: number) =>
    world.store.decideAll(
      world.source,
      [refs[0]!, ...refs.slice(1)],
      (tx) => {
        for (const { id } of refs) tx.of(world.notes, id).append(Array(count).fill(noted(0)));
      },
      command(),
    );
  await expect(toAll(1)).rejects.toThrow('WRONGTYPE');
  await redis.del(keys.index(world.source, 'broken'));
  await expect(toAll(400)).rejects.toThrow(AppendTooLargeError);
  expect(await redis.hget(keys.head(world.source), 'pos')).toBe(before);
}
