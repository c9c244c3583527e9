/** What verify must find in the log: each thing broken by hand, on a system that was sound before. */
import { keys } from '@quickmart/streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf, partitionFor, type Sound, soundSystem } from '../../test/sound-system.ts';
import { qa } from '../../test/testing.ts';
import type { Lab } from '../lab.ts';

let lab: Lab;
let orderId: string;
let verify: Sound['verify'];
let broken: Sound['broken'];
/** Of the order's second event, and of its last one. */
let place: string;
let last: string;
let version: number;
let events: string;
beforeAll(async () => {
  ({ lab, orderId, verify, broken } = await soundSystem());
  place = (await lab.redis.lindex(keys.index('order', orderId), 1)) ?? '';
  last = (await lab.redis.lindex(keys.index('order', orderId), -1)) ?? '';
  version = await lab.redis.llen(keys.index('order', orderId));
  events = eventsOf(orderId);
});
afterAll(() => lab?.stop());

/** What stood at the end of a stream, and was deleted. */
async function forget(stream: string): Promise<void> {
  const [end] = await lab.redis.xrevrange(stream, '+', '-', 'COUNT', 1);
  await lab.redis.call('XSETID', stream, end?.[0] ?? '0-0');
}

test('a sound system: nothing is found, and what was looked at is said', async () => {
  expect(await verify()).toMatchObject({ ok: true, findings: [] });
  const { out } = await qa(lab, 'verify');
  // Five orders, and what gives them their numbers.
  expect(out).toMatch(/order: \d+ events of 6 aggregates, \d groups.*nothing found/s);
});

test('a stream entry that was deleted by hand', async () => {
  // An entry in the middle cannot be put back: the partition is written anew.
  const all = (await lab.redis.xrange(events, '-', '+')) as [string, string[]][];
  const groups = (await lab.redis.xinfo('GROUPS', events)) as string[][];
  const report = await broken(
    () => lab.redis.xdel(events, place),
    async () => {
      await lab.redis.del(events);
      for (const [id, fields] of all) await lab.redis.xadd(events, id, ...fields);
      for (const flat of groups) {
        const value = (name: string) => flat[flat.indexOf(name) + 1]!;
        await lab.redis.xgroup('CREATE', events, value('name'), value('last-delivered-id'));
      }
    },
  );
  const pos = place.split('-')[1];
  expect(report.findings.map(({ what }) => what).join('\n')).toMatch(
    new RegExp(`position ${pos} (is|was) missing|the last entry is`),
  );
  expect(report.findings).toContainEqual(
    expect.objectContaining({ kind: 'index', what: `version 2: the index says ${place}, the log nothing` }),
  );
});

test('an entry that was written past the append script', async () => {
  let id: string;
  const report = await broken(
    async () => {
      id = (await lab.redis.xadd(events, '*', 'foo', 'bar'))!;
    },
    async () => {
      await lab.redis.xdel(events, id);
      await forget(events);
    },
    'order',
  );
  expect(report.findings.filter(({ kind }) => kind === 'foreign')).toMatchObject([
    { what: expect.stringMatching(/stands after the head: order\.\d takes no events/) },
  ]);
});

test('a position that was given twice, and an entry that is no event between others', async () => {
  const pos = Number(await lab.redis.hget(keys.head('order'), 'pos'));
  const { categories } = await verify('--category', 'order');
  const streams = Array.from({ length: 8 }, (_, p) => keys.events('order', p));
  const ends = await Promise.all(streams.map((stream) => lab.redis.xrevrange(stream, '+', '-', 'COUNT', 1)));
  const other = streams[ends.findIndex(([end]) => end?.[0] !== `1-${pos}`)]!;
  const [, fields] = (await lab.redis.xrange(events, last, last))[0]!;
  const report = await broken(
    async () => {
      await lab.redis.xadd(other, `1-${pos}`, ...fields);
      await lab.redis.hset(keys.head('order'), 'epoch', 3);
      await lab.redis.xadd(other, '2-1', 'foo', 'bar');
    },
    async () => {
      await lab.redis.xdel(other, `1-${pos}`, '2-1');
      await forget(other);
      await lab.redis.hset(keys.head('order'), 'epoch', 1);
    },
    'order',
  );
  expect(report.kinds).toEqual(expect.arrayContaining(['double', 'foreign']));
  expect(report.categories[0]?.events).toBe(categories[0]!.events + 1);
});

test('an index, a version and a head that were changed by hand', async () => {
  const index = keys.index('order', orderId);
  const cut = await broken(
    () => lab.redis.rpop(index),
    () => lab.redis.rpush(index, last),
    'order',
  );
  expect(cut.kinds).toEqual(['index']);
  const ids = await lab.redis.lrange(index, 0, -1);
  const lost = await broken(
    () => lab.redis.del(index),
    () => lab.redis.rpush(index, ...ids),
    'order',
  );
  // All of it is one finding, beside that of the version.
  expect(lost.findings).toMatchObject([
    { kind: 'index', what: `is at version ${version}, its index has 0` },
    {
      kind: 'index',
      what: expect.stringMatching(`and so on: ${version} of ${version} versions differ$`),
    },
  ]);
  const moved = await broken(
    () => lab.redis.hset(keys.aggregate('order', orderId), 'version', 77),
    () => lab.redis.hset(keys.aggregate('order', orderId), 'version', version),
    'order',
  );
  expect(moved.findings).toMatchObject([
    { kind: 'index', what: `is at version 77, its index has ${version}` },
  ]);
  const head = await broken(
    () => lab.redis.hincrby(keys.head('order'), 'pos', 3),
    () => lab.redis.hincrby(keys.head('order'), 'pos', -3),
    'order',
  );
  expect(head.findings).toMatchObject([
    { kind: 'head', what: expect.stringMatching(/^says \d+, the last entry is \d+$/) },
  ]);
  const orphan = await broken(
    () => lab.redis.rpush(keys.index('order', 'nobody'), '1-1'),
    () => lab.redis.del(keys.index('order', 'nobody')),
    'order',
  );
  expect(orphan.findings).toMatchObject([{ kind: 'index', where: keys.index('order', 'nobody') }]);
});

test('a unique value of nobody', async () => {
  const claim = keys.claim('product', 'sku', 'GONE');
  const report = await broken(
    () => lab.redis.set(claim, 'nobody'),
    () => lab.redis.del(claim),
    'product',
  );
  expect(report.findings).toMatchObject([{ kind: 'claim', where: claim }]);
});

test('a group past the log, and one that waits for what is gone', async () => {
  const leases = keys.leases('order', 'inventory');
  const field = `done:${partitionFor(orderId)}`;
  const done = (await lab.redis.hget(leases, field)) ?? '';
  const past = await broken(
    () => lab.redis.hset(leases, field, '9-99'),
    () => lab.redis.hset(leases, field, done),
    'order',
  );
  expect(past.findings).toMatchObject([{ kind: 'group', where: `${events} inventory` }]);
});
