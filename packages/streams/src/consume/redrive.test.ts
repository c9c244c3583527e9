/** Dead letters that are redriven while something else happens to their partition, their aggregate, or the process. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import { OutageError, PermanentError } from '../log/errors.ts';
import { keys, partitionOf } from '../log/keys.ts';
import { DeadLetters } from '../operate/dead-letters.ts';
import type { Handlers } from './react.ts';

const world = counting();
const { add, deadLetterCount, newStore } = world;
type Handler = NonNullable<Handlers<Events>['AddedEvent']>;
const start = (AddedEvent: Handler, of = newStore()) =>
  world.start((group) => group.react<Events>('counter', { AddedEvent }), of);

let deadLetters: DeadLetters;
beforeEach(() => {
  deadLetters = new DeadLetters(world.store.log, 'counter', 'readers');
});
const wanted = () => world.store.log.redis.zcard(keys.redrive('counter', 'readers'));

/** A reader that has parked these aggregates, with `each` dead letters of each; from then on it does this. */
async function parked(ids: readonly string[], each: number, then: Handler, of = newStore()) {
  let broken = true;
  const group = start(async (event, context) => {
    if (broken) throw new PermanentError('broken');
    await then(event, context);
  }, of);
  for (let by = 1; by <= each; by++) await Promise.all(ids.map((id) => add(id, by)));
  await until(async () => (await deadLetterCount()) === ids.length * each);
  broken = false;
  return group;
}

test('a partition that is given away while its owner looks what is wanted: the redrive is the next owner’s', async () => {
  const ids = Array.from({ length: 30 }, (_, n) => `bad-${n}`);
  const own = newStore();
  const [byFirst, byGuest]: [Set<string>, Set<string>] = [new Set(), new Set()];
  await parked(ids, 1, async ({ aggregateId }) => void byFirst.add(aggregateId), own);
  const [looked, goOn, finish] = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const look = own.log.redis.quickmartWanted.bind(own.log.redis) as (...args: unknown[]) => Promise<string[]>;
  vi.spyOn(own.log.redis, 'quickmartWanted').mockImplementation((async (...args: unknown[]) => {
    const due = await look(...args);
    if (due.length > 0) {
      looked!.resolve();
      await goOn!.promise;
    }
    return due;
  }) as never);
  await deadLetters.redrive('all', { ratePerSecond: 1000 });
  await looked!.promise;
  const guest = start(async ({ aggregateId }) => {
    byGuest.add(aggregateId);
    await finish!.promise;
  });
  await until(() => byGuest.size > 0);
  const theirs = new Set(guest.status()[0]!.partitions);
  const ofGuest = (id: string) => theirs.has(partitionOf(id, limits.partitions));
  await until(() => ids.filter(ofGuest).every((id) => byGuest.has(id)));
  goOn!.resolve();
  await until(() => ids.every((id) => byFirst.has(id) || byGuest.has(id)));
  expect([...byFirst].filter((id) => byGuest.has(id))).toEqual([]);
  finish!.resolve();
  await until(async () => (await deadLetterCount()) === 0);
});

test('a stop waits for the dead letter that is at work, not for all behind it', async () => {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let handled = 0;
  const group = await parked(['bad'], 10, async () => {
    handled++;
    await finished;
  });
  await deadLetters.redrive('all');
  await until(() => handled === 1);
  const stopped = group.stop();
  finish();
  await stopped;
  expect([handled, await deadLetterCount(), await wanted()]).toEqual([1, 9, 1]);
});

test('a dead letter and its whole aggregate, wanted at once: each is redriven once, one after the other', async () => {
  const seen: number[] = [];
  await parked(['bad'], 3, async ({ data }) => {
    seen.push(data.by);
    await sleep(20);
  });
  const [first] = await deadLetters.list();
  await Promise.all([deadLetters.redrive({ id: first!.id }), deadLetters.redrive('all')]);
  await until(async () => (await deadLetterCount()) === 0 && (await wanted()) === 0);
  expect(seen).toEqual([1, 2, 3]);
});

test('a dead letter whose redrive was not noted, because the lease is lost, is still wanted', async () => {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let handled = 0;
  await parked(['bad'], 1, async () => {
    handled++;
    await finished;
  });
  const [first] = await deadLetters.list();
  await deadLetters.redrive({ id: first!.id });
  await until(() => handled === 1);
  const token = `token:${partitionOf('bad', limits.partitions)}`;
  await world.store.log.redis.hset(keys.leases('counter', 'readers'), token, Date.now() + 60_000);
  finish();
  await until(async () => (await deadLetterCount()) === 0);
  expect(handled).toBe(2);
});

test('a redrive that a stop cuts short has not failed: it is still wanted', async () => {
  let handled = 0;
  const group = await parked(['bad'], 1, async (_, { signal }) => {
    handled++;
    await once(signal, 'abort');
    throw new Error('aborted');
  });
  await deadLetters.redrive('all');
  await until(() => handled === 1);
  await group.stop(50);
  await sleep(50);
  const [deadLetter] = await deadLetters.list();
  expect([deadLetter?.attempts, await wanted()]).toEqual([1, 1]);
});

test('dead letters that are discarded while the first is being redriven: what comes next waits for its end', async () => {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const seen: string[] = [];
  await parked(['bad'], 1, async ({ version }) => {
    seen.push(`begin ${version}`);
    if (version === 1) await finished;
    seen.push(`end ${version}`);
  });
  await deadLetters.redrive('all');
  await until(() => seen.length === 1);
  await deadLetters.discard('all', { reason: 'it hangs' });
  await add('bad');
  await sleep(200); // long enough to overtake
  finish();
  await until(() => seen.includes('end 2'));
  expect(seen).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
});

test('a dead letter that has killed its process too often is not begun again, one that meets an outage is', async () => {
  const handled: string[] = [];
  await parked(['deadly', 'unlucky'], 1, async ({ aggregateId }) => {
    handled.push(aggregateId);
    if (handled.length === 1) throw new OutageError('its provider is down');
  });
  const { redis } = world.store.log;
  const leases = keys.leases('counter', 'readers');
  const begun = async (id: string, times: number) => {
    const [deadLetter] = await deadLetters.ofAggregate(id);
    await redis.hset(leases, `repeats:${deadLetter!.id}`, times);
  };
  await begun('deadly', limits.crashesPerEvent);
  await begun('unlucky', limits.crashesPerEvent - 1);
  await deadLetters.redrive('all');
  await until(async () => (await wanted()) === 0);
  expect(handled).toEqual(['unlucky', 'unlucky']);
  const rest = await deadLetters.list();
  expect(rest.map(({ aggregateId, attempts }) => [aggregateId, attempts])).toEqual([['deadly', 2]]);
  expect(rest[0]!.errorMessage).toBe('the process died 3 times while it redrove this dead letter');
  expect((await redis.hkeys(leases)).filter((field) => field.startsWith('repeats:'))).toEqual([]);
});

test('dead letters that meet an outage for ever do not keep out those behind them', async () => {
  const ids = Array.from({ length: limits.redriveBatch + 20 }, (_, n) => `bad-${n}`);
  const redriven = new Set<string>();
  const attempts = new Map<string, number>();
  let down = new Set<string>();
  await parked(ids, 1, async ({ aggregateId }) => {
    attempts.set(aggregateId, (attempts.get(aggregateId) ?? 0) + 1);
    if (down.has(aggregateId)) throw new OutageError('down for this one');
    redriven.add(aggregateId);
  });
  const order = (await deadLetters.list({ limit: ids.length })).map(({ aggregateId = '' }) => aggregateId);
  down = new Set(order.slice(0, limits.redriveBatch));
  await deadLetters.redrive('all', { ratePerSecond: 10_000 });
  await until(() => order.slice(limits.redriveBatch).every((id) => redriven.has(id)));
  expect(redriven.size).toBe(20);
  down.clear();
  await until(async () => (await deadLetterCount()) === 0);
}, 40_000);

test('outages in which Redis is away, too, are no deaths of the process: the redrive is begun again', async () => {
  const own = newStore();
  let [handled, refused] = [0, 0];
  await parked(
    ['unlucky'],
    1,
    async () => {
      if (++handled <= limits.crashesPerEvent) throw new OutageError('its provider is down');
    },
    own,
  );
  const note = own.log.redis.quickmartRedrive.bind(own.log.redis);
  vi.spyOn(own.log.redis, 'quickmartRedrive').mockImplementation(async (...args) => {
    if (args.includes('broken-off') && ++refused <= limits.crashesPerEvent)
      throw new Error('Connection is closed');
    return await note(...args);
  });
  await deadLetters.redrive('all');
  await until(async () => (await deadLetterCount()) === 0 || (await deadLetters.list())[0]?.attempts === 2);
  expect([handled, await deadLetterCount()]).toEqual([limits.crashesPerEvent + 1, 0]);
});
