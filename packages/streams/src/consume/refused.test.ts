/** What Redis refuses a consumer is logged, and fails readiness with the reason, until it really works again. */
import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { counting, type Events } from '../../test/counting.ts';
import { until } from '../../test/servers/until.ts';
import type { Logger } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import { EventStore } from '../write/store.ts';
import { type ConsumerGroup, consumerGroup } from './consumer.ts';

const world = counting();
const { add } = world;
const groups: ConsumerGroup[] = [];
afterEach(async () => {
  await world.store.log.redis.config('SET', 'maxmemory', '0');
  await Promise.all(groups.splice(0).map((group) => group.stop(0)));
});

const codec = { decode: (_: string, __: number, data: unknown) => data };
type Line = { message: string; group?: string; err?: Error };

/** A group that reads and has timers, and what it says. */
function start(user: { username?: string; password?: string } = {}) {
  const lines: Line[] = [];
  const seen: number[] = [];
  const note = (fields: object, message: string) => void lines.push({ ...fields, message });
  const logger: Logger = { debug: () => {}, info: note, warn: note, error: note };
  const store = new EventStore({ redis: world.server.connect(user), codec });
  const group = consumerGroup('readers', { store, logger })
    .react<Events>('counter', { AddedEvent: async ({ data }) => void seen.push(data.by) })
    .timers('counter', {});
  groups.push(group);
  group.start();
  const said = (message: string) => lines.filter((line) => line.message === message);
  const refusal = () =>
    group.healthy().then(
      () => '',
      (error: Error) => error.message,
    );
  return { group, seen, said, refusal, lines };
}

const [stopped, again] = ['reading stopped, trying again', 'reading again'];
const leases = keys.leases('counter', 'readers');

test('a user who may not ask for the time: not ready, with the reason, which is said once', async () => {
  const { redis } = world.store.log;
  await redis.call('ACL', 'SETUSER', 'limited', 'on', '>secret', '~*', '&*', '+@all', '-time');
  const { refusal, said, group } = start({ username: 'limited', password: 'secret' });
  await until(async () => /counter readers\b.*(time|subcommand)/i.test(await refusal()));
  expect(group.status().map(({ partitions }) => partitions)).toEqual([[], []]);
  expect(group.status().every(({ failure }) => failure !== undefined)).toBe(true);
  await until(() => said('timers wait, trying again').length === 1);
  expect(said(stopped)).toHaveLength(1);
  expect(said(again)).toHaveLength(0);
});

test('leases that are no hash: not ready until they are removed, then everything is read', async () => {
  const { redis } = world.store.log;
  const { refusal, said, seen } = start();
  await add(randomUUID(), 1);
  await until(() => seen.length === 1);
  expect(await refusal()).toBe('');
  await redis.set(leases, 'x');
  await add(randomUUID(), 2);
  await until(async () => (await refusal()).includes('WRONGTYPE'));
  // Its leases run out, and the read of nothing that follows is no sign that anything is well.
  await until(async () => (await refusal()).includes('WRONGTYPE') && said('leases have run out').length > 0);
  await until(async () => said(stopped).length === 1);
  expect(said(again)).toHaveLength(0);
  await redis.del(leases);
  await until(() => seen.includes(2));
  await until(async () => (await refusal()) === '' && said(again).length === 1);
}, 40_000);

test('a Redis that is full: not ready, for it takes no writes, and ready when it does', async () => {
  const { redis } = world.store.log;
  const { refusal, said, seen } = start();
  await add(randomUUID(), 1);
  await until(() => seen.length === 1);
  await redis.config('SET', 'maxmemory', '1');
  await until(async () => /takes no writes.*OOM/.test(await refusal()));
  expect(said(again)).toHaveLength(0);
  await redis.config('SET', 'maxmemory', '0');
  await until(async () => (await refusal()) === '');
  await add(randomUUID(), 2);
  await until(() => seen.includes(2));
}, 40_000);

test('a dead owner whose lease ends in ten years, and a dead member that lives as long, hold nothing up', async () => {
  const { redis } = world.store.log;
  const far = Date.now() + 10 * 365 * 86_400_000;
  const dead = 'elsewhere|1|dead';
  await redis.hset(leases, { 'owner:0': dead, 'token:0': 7, 'until:0': far });
  const members = keys.members('counter', 'readers');
  await redis.zadd(members, far, dead);
  const heartbeat = () => redis.quickmartLease(2, members, leases, 'alive', 200, 1, 0);
  await until(async () => ((await heartbeat()) as [number, [string]])[1][0] === 'got');
});
