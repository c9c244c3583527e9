/** Guarantees 6, 7, 9, 11 and 12: handlers, over crashes, failures and changes of hands. */
import { expect } from 'vitest';
import { limits } from '../../src/limits.ts';
import { PermanentError } from '../../src/log/errors.ts';
import { partitionOf } from '../../src/log/keys.ts';
import { DeadLetters } from '../../src/operate/dead-letters.ts';
import { until } from '../servers/until.ts';
import type { Guarantee } from './guarantee.ts';
import { nowMs, readJournal, readStalls } from './journal.ts';
import type { CopyEvents, NoteEvents } from './ledger.ts';
import type { Load } from './load.ts';
import { faultsOfCopies, noFaults, readLog } from './oracle.ts';
import type { Worker } from './worker-process.ts';
import { someIds, type World } from './world.ts';

const ids = someIds(24);

/** How many of each aggregate's events were acknowledged; they are its versions from 1 on. */
const perAggregate = ({ acknowledged }: Load) =>
  new Map(ids.map((id) => [id, acknowledged.filter(({ aggregateId }) => aggregateId === id).length]));

async function untilHandled(world: World, load: Load): Promise<void> {
  const counts = perAggregate(load);
  await until('every event is handled', () => {
    const { handled } = world.handling();
    return ids.every((id) => handled.get(id)?.size === counts.get(id));
  });
}

export const orderPerAggregate: Guarantee = {
  title:
    'events of an aggregate are handled in order, by one at a time, over consumers that come, go and crash',
  test: async (world) => {
    await world.work({ handlerMs: 1 });
    const load = world.load(ids);
    const others = await Promise.all([1, 2, 3].map(() => world.work({ handlerMs: 1 })));
    const [killed, stopped] = others as [Worker, Worker];
    await until('they share the work', async () => new Set(await world.owners()).size >= 3);
    killed.kill();
    await stopped.stop();
    await world.work({ handlerMs: 1 });
    await until('all partitions are owned', async () => (await world.owners()).length === limits.partitions);
    const before = load.count;
    await until('the load goes on', () => load.count > before + 500);
    world.workers[0]!.kill();
    await untilHandled(world, await load.stop());
    const { inversions, overlaps, repeats } = world.handling();
    expect({ inversions, overlaps }).toEqual({ inversions: [], overlaps: [] });
    // What the two dead ones had handled and not acknowledged: at most what they worked on at once, and one batch.
    expect(repeats).toBeLessThanOrEqual(2 * (limits.reactConcurrency + ids.length));
  },
};

export const effectsOnce: Guarantee = {
  title: 'what handlers append happens once and in order, over kill -9 of consumers and of Redis',
  alone: true,
  timeoutMs: 120_000,
  test: async (world) => {
    const { source, target, deployment } = world;
    const work = () => world.work({ target });
    const [first] = await Promise.all([work(), work()]);
    const load = world.load(ids);
    const more = async (count: number) => {
      const before = load.count;
      await until('the load goes on', () => load.count > before + count, 60_000);
    };
    await more(300);
    first.kill();
    await work();
    await more(200);
    await deployment.disturb(source);
    await more(200);
    world.workers.at(-1)!.kill();
    await more(100);
    await load.stop();
    const { redis } = world.store.log;
    const copied = async () => (await readLog(redis, target)).length;
    await until('every event is copied', async () => (await copied()) >= load.count, 60_000);
    const [sources, effects] = await Promise.all([
      readLog<NoteEvents['NotedEvent']>(redis, source),
      readLog<CopyEvents['CopiedEvent']>(redis, target),
    ]);
    expect(sources).toHaveLength(load.count);
    expect(faultsOfCopies(sources, effects)).toEqual(noFaults);
    expect(await world.deadLetters()).toBe(0);
  },
};

export const poison: Guarantee = {
  title: 'a poison event stops its aggregate only, also where it kills the process',
  test: async (world) => {
    const good = someIds(10);
    for (const id of ['bad', 'deadly', ...good]) await world.add(id, 1);
    await world.add('bad', 2, { nature: 'poison' });
    await world.add('deadly', 2, { nature: 'fatal' });
    for (const id of ['bad', 'deadly', ...good]) await world.add(id, 3);
    let crashes = 0;
    // Somebody starts it again, whenever it dies.
    const keepAlive = async (): Promise<void> => {
      const worker = await world.work();
      void worker.ended.then(async () => {
        if (++crashes < 12 && !done) await keepAlive();
      });
    };
    let done = false;
    await keepAlive();
    const handled = (id: string) => world.handling().handled.get(id)?.size ?? 0;
    await until('the others are handled', () => good.every((id) => handled(id) === 2), 60_000);
    await until('the two are parked', async () => (await world.deadLetters()) === 4, 60_000);
    await until('nothing is pending', async () => (await world.pending()) === 0);
    await world.add('good', 1);
    await world.add('deadly', 4);
    await until('it goes on', async () => handled('good') === 1 && (await world.deadLetters()) === 5);
    done = true;
    const deadLetters = await new DeadLetters(world.store.log, world.source, 'readers').list();
    const names = deadLetters.map(({ fields, errorClass }) => [
      fields.aggregateId,
      fields.version,
      errorClass,
    ]);
    expect(names.filter(([id]) => id === 'bad')).toEqual([
      ['bad', '2', 'PermanentError'],
      ['bad', '3', 'Parked'],
    ]);
    expect(names.filter(([id]) => id === 'deadly')).toEqual([
      ['deadly', '2', 'PermanentError'],
      ['deadly', '3', 'Parked'],
      ['deadly', '4', 'Parked'],
    ]);
    // Once unexpected, once among others, then alone.
    expect(crashes).toBeLessThanOrEqual(2 + limits.crashesPerEvent);
  },
};

export const redriveInOrder: Guarantee = {
  title: 'a redrive keeps the order, against new events and over a change of hands',
  test: async (world) => {
    const handled = new Map<string, number[]>();
    let broken = true;
    const consume = () =>
      world.consume((group) =>
        group.react<NoteEvents>(world.source, {
          NotedEvent: async ({ aggregateId, version, data }) => {
            if (broken && data.n === 3) throw new PermanentError('three');
            handled.set(aggregateId, [...(handled.get(aggregateId) ?? []), version]);
          },
        }),
      );
    const some = someIds(5);
    for (let n = 1; n <= 30; n++) await Promise.all(some.map((id) => world.add(id, n)));
    const first = await consume();
    await until('all are parked', async () => (await world.deadLetters()) === 5 * 28);
    broken = false;
    const deadLetters = new DeadLetters(world.store.log, world.source, 'readers');
    const adding = (async () => {
      for (let n = 31; n <= 80; n++) await Promise.all(some.map((id) => world.add(id, n)));
    })();
    await deadLetters.redrive('all');
    await until('the redrive has begun', () => (handled.get(some[0]!)?.length ?? 0) > 4);
    await consume();
    await first.stop();
    await adding;
    await until('all are handled', () => some.every((id) => handled.get(id)?.at(-1) === 80));
    await until('no dead letter is left', async () => (await deadLetters.count()) === 0);
    for (const id of some) {
      const versions = handled.get(id)!;
      const firsts = versions.filter((version, i) => versions.indexOf(version) === i);
      expect(firsts).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
    }
  },
};

export const takeover: Guarantee = {
  title: 'after kill -9 another consumer goes on within 12 s, and at once on the same machine',
  test: async (world) => {
    // One after the other would take twice as long.
    const load = world.load(ids, 50);
    const times = await Promise.all([true, false].map((elsewhere) => takeoverMs(world, elsewhere)));
    await load.stop();
    if (process.env.DEBUG_LOG) console.info('takeover, ms: other machine, same machine', times);
    expect(times[0]).toBeLessThan(12_000);
    expect(times[1]).toBeLessThan(limits.leaseMs - 1_000); // it does not wait for the lease
  },
};

/** From the kill until the last partition of the dead one is handled again, less the time that the machine did not let the heir run. */
async function takeoverMs(world: World, elsewhere: boolean): Promise<number> {
  const group = elsewhere ? 'elsewhere' : 'here';
  const [victim, survivor] = await Promise.all([
    world.work({ group, elsewhere }),
    world.work({ group, elsewhere }),
  ]);
  await until('both have a share', async () => new Set(await world.owners(group)).size === 2);
  await until('both handle', () =>
    [victim, survivor].every(({ journal }) => readJournal(journal).length > ids.length),
  );
  const partition = (id: string) => partitionOf(id, limits.partitions);
  const theirs = new Set(
    readJournal(victim.journal)
      .slice(-ids.length)
      .map(({ aggregateId }) => partition(aggregateId)),
  );
  victim.kill();
  const killed = nowMs();
  const again = (of: number) =>
    readJournal(survivor.journal).find(
      ({ at, step, aggregateId }) => at > killed && step === 'ended' && partition(aggregateId) === of,
    )?.at;
  await until('all is handled again', () => [...theirs].every((of) => again(of) !== undefined));
  const ended = Math.max(...[...theirs].map((of) => again(of)!));
  const free = killed + (elsewhere ? limits.leaseMs : 0); // before that there is nothing to do
  const stalls = readStalls(survivor.journal).map(
    ({ from, to }) => Math.min(to, ended) - Math.max(from, free),
  );
  return ended - killed - stalls.reduce((sum, ms) => sum + Math.max(0, ms), 0);
}
