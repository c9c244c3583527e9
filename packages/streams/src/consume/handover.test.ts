/** What happens to events at work while their partition changes hands in good order: each is handled once. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import { limits } from '../limits.ts';
import type { StoredEvent } from '../log/event.ts';
import type { ConsumerGroup } from './consumer.ts';

const { add, newStore, pending, start } = counting();

const partitions = (group: ConsumerGroup) => group.status()[0]!.partitions;
const react = (handle: (event: StoredEvent) => Promise<void>, of = newStore()) =>
  start((group) => group.react<Events>('counter', { AddedEvent: handle }), of);

test('a member that comes and goes beside a busy one: no event is handled twice', async () => {
  const ids = Array.from({ length: 40 }, () => randomUUID());
  const seen = new Map<string, number>();
  const handle = async ({ eventId }: StoredEvent) => {
    seen.set(eventId, (seen.get(eventId) ?? 0) + 1);
    await sleep(1);
  };
  const busy = react(handle);
  let [on, count] = [true, 0];
  const load = (async () => {
    for (; on; count += ids.length) {
      await Promise.all(ids.map((id) => add(id)));
      await until(() => seen.size > count - 1000); // it is busy, and keeps up
    }
  })();
  for (let round = 0; round < 4; round++) {
    const guest = react(handle);
    await until(() => partitions(guest).length > 0);
    await guest.stop();
    await until(() => partitions(busy).length === limits.partitions);
  }
  on = false;
  await load;
  await until(() => seen.size === count);
  await until(async () => (await pending()) === 0);
  expect([...seen.values()].filter((times) => times > 1)).toEqual([]);
}, 60_000);

test('a member that stops while it hands partitions over finishes what runs of them before it leaves', async () => {
  const ids = Array.from({ length: 40 }, () => randomUUID());
  await Promise.all(ids.map((id) => add(id)));
  const gates = Array.from({ length: limits.partitions }, () => Promise.withResolvers<void>());
  let [begun, ended] = [0, 0];
  const first = react(async ({ partition }) => {
    begun++;
    await gates[partition]!.promise;
    ended++;
  });
  await until(() => begun === ids.length);
  const repeated: string[] = [];
  react(async ({ eventId }) => void repeated.push(eventId));
  await until(() => partitions(first).length < limits.partitions);
  const kept = partitions(first);
  const endedAtStop = first.stop().then(() => ended);
  for (const partition of kept) gates[partition]!.resolve();
  await sleep(500); // long enough to leave too early
  for (const gate of gates) gate.resolve();
  expect(await endedAtStop).toBe(ids.length);
  await until(async () => (await pending()) === 0);
  expect(repeated).toEqual([]);
});

test('a heartbeat that is answered after partitions were given back does not bring them back', async () => {
  const ids = Array.from({ length: 40 }, () => randomUUID());
  const own = newStore();
  const seen: string[] = [];
  let gate = Promise.withResolvers<void>();
  const first = react(async ({ eventId }) => {
    seen.push(eventId);
    await gate.promise;
  }, own);
  await Promise.all(ids.map((id) => add(id)));
  await until(() => seen.length === ids.length);
  const guest = react(async () => {});
  await until(() => partitions(first).length < limits.partitions);
  await guest.stop(); // what is being handed over falls back
  const answer = await heldAnswer(own.log.redis, 'quickmartLease');
  gate.resolve();
  gate = Promise.withResolvers();
  await until(async () => (await pending()) === 0);
  await sleep(200); // long enough to give back too early
  answer.arrive();
  await until(() => partitions(first).length === limits.partitions);
  await Promise.all(ids.map((id) => add(id)));
  await until(() => seen.length === 2 * ids.length);
  await sleep(limits.heartbeatMs + 200); // the next heartbeat tells the truth
  gate.resolve();
  await until(async () => (await pending()) === 0);
  expect(seen).toHaveLength(2 * ids.length);
});

test('a stop begins nothing more, also where the last look for redrives is not answered yet', async () => {
  const own = newStore();
  const gate = Promise.withResolvers<void>();
  let begun = 0;
  const group = react(async () => {
    begun++;
    await gate.promise;
  }, own);
  await Promise.all(Array.from({ length: 100 }, () => add(randomUUID())));
  await until(() => begun === limits.reactConcurrency);
  const look = await heldAnswer(own.log.redis, 'quickmartWanted');
  const stopped = group.stop();
  gate.resolve();
  await until(() => group.status()[0]!.unacknowledged === 0);
  look.arrive();
  await stopped;
  expect(begun).toBe(limits.reactConcurrency);
});

/** Resolves when Redis has run the next one of these commands; the caller hears of it when it arrives. */
async function heldAnswer(redis: object, name: 'quickmartLease' | 'quickmartWanted') {
  const commands = redis as Record<typeof name, (...args: unknown[]) => Promise<unknown>>;
  const [ran, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const run = commands[name].bind(redis);
  const spy = vi.spyOn(commands, name).mockImplementationOnce(async (...args) => {
    const answer = await run(...args);
    ran.resolve();
    await held.promise;
    return answer;
  });
  await ran.promise;
  spy.mockRestore();
  return { arrive: held.resolve };
}
