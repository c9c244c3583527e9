/** Something that handlers stand on is down for some aggregates, for ever: the others do not wait for it. */
import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import { OutageError } from '../log/errors.ts';
import { AggregateQueues } from './aggregate-queues.ts';
import { Stalled } from './stalled.ts';

const world = counting();
const { add, deadLetterCount, pending, start } = world;

test.each([1, 30])(
  '%i of 500 aggregates always meet an outage: the others get through',
  async (bad) => {
    const ids = Array.from({ length: 500 }, () => randomUUID());
    const down = new Set<string>(ids.slice(0, bad));
    await Promise.all(ids.map((id) => add(id, 1)));
    const seen: string[] = [];
    const probes = new Map<string, number>();
    start((group) =>
      group.react<Events>('counter', {
        AddedEvent: async ({ aggregateId }, { attempt }) => {
          expect(attempt).toBe(1);
          if (!down.has(aggregateId)) return void seen.push(aggregateId);
          probes.set(aggregateId, (probes.get(aggregateId) ?? 0) + 1);
          throw new OutageError('the provider does not answer for this one');
        },
      }),
    );
    await until(() => seen.length === ids.length - bad);
    // Those that wait have their turns, one after the other, and what comes meanwhile waits for none of them.
    const late = randomUUID();
    await add(late, 1);
    await until(() => seen.includes(late));
    await until(() => [...probes.values()].filter((count) => count > 1).length >= Math.min(bad, 3));
    expect(Math.max(...probes.values()) - Math.min(...probes.values())).toBeLessThan(8);
    down.clear();
    await until(() => seen.length === ids.length + 1);
    await until(async () => (await pending()) === 0);
    expect(await deadLetterCount()).toBe(0);
  },
  40_000,
);

test('while it is down for all, one at a time probes, and another one each time', async () => {
  const ids = Array.from({ length: 20 }, () => randomUUID());
  await Promise.all(ids.map((id) => add(id, 1)));
  const calls: string[] = [];
  let [active, most, isDown] = [0, 0, true];
  start((group) =>
    group.react<Events>('counter', {
      AddedEvent: async ({ aggregateId }) => {
        calls.push(aggregateId);
        if (calls.length > ids.length) most = Math.max(most, ++active);
        await new Promise(setImmediate);
        if (calls.length > ids.length) active--;
        if (isDown) throw new OutageError('down');
      },
    }),
  );
  await until(() => calls.length >= ids.length + 3);
  expect(most).toBe(1);
  expect(new Set(calls.slice(ids.length)).size).toBe(calls.length - ids.length);
  expect(limits.reactConcurrency).toBeGreaterThan(ids.length);
  isDown = false;
  await until(async () => (await pending()) === 0);
});

test('many that fail at once are one outage: it is tried again as soon as for one', async () => {
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.999);
  const began = performance.now();
  const probes: number[] = [];
  const stalled = new Stalled(new AggregateQueues(), () => probes.push(performance.now() - began));
  for (let n = 0; n < limits.reactConcurrency; n++) stalled.add(`queue ${n}`);
  await until(() => probes.length === 1);
  stalled.add('queue 0');
  await until(() => probes.length === 2);
  expect(probes[1]).toBeLessThan(limits.outageBackoffCapMs / 2);
  random.mockRestore();
});
