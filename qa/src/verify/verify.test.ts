/** What verify must find: each thing broken by hand, on a system that was sound before. */
import { keys, partitionOf } from '@quickmart/streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, startLab } from '../lab.ts';
import { append } from '../lab-io.ts';
import { qa, send } from '../testing.ts';
import type { Report } from './command.ts';

let lab: Lab;
let productId: string;
let orderId: string;
/** Of the order's second event, and of its last one. */
let place: string;
let last: string;
let version: number;
let events: string;
const partition = (id: string) => partitionOf(id, 8);

beforeAll(async () => {
  lab = await startLab();
  await lab.consume();
  const mug = { sku: 'MUG', name: 'Mug', price: { amount: 1299, currency: 'EUR' } };
  ({ id: productId } = await send(lab, 'product', { method: 'POST', path: '/api/products', body: mug }));
  await lab.settled();
  for (let n = 0; n < 5; n++) {
    const body = { customerId: 'ann', lines: [{ productId, quantity: 1 }] };
    ({ id: orderId } = await send(lab, 'order', { method: 'POST', path: '/api/orders', body }));
  }
  await lab.settled();
  for (const { consumers } of lab.services.values()) await consumers.stop();
  place = (await lab.redis.lindex(keys.index('order', orderId), 1)) ?? '';
  last = (await lab.redis.lindex(keys.index('order', orderId), -1)) ?? '';
  version = await lab.redis.llen(keys.index('order', orderId));
  events = keys.events('order', partition(orderId));
});
afterAll(() => lab?.stop());

async function verify(): Promise<Report & { kinds: string[] }> {
  const { code, out } = await qa(lab, 'verify', '--json');
  const report = JSON.parse(out) as Report;
  expect(code).toBe(report.ok ? 0 : 1);
  return { ...report, kinds: [...new Set(report.findings.map(({ kind }) => kind))].sort() };
}

/** Breaks something, looks, and mends it. */
async function broken(damage: () => Promise<unknown>, mend: () => Promise<unknown>) {
  await damage();
  const report = await verify();
  await mend();
  expect(await verify()).toMatchObject({ ok: true });
  return report;
}

test('a sound system: nothing is found, and what was looked at is said', async () => {
  expect(await verify()).toMatchObject({ ok: true, findings: [] });
  const { out } = await qa(lab, 'verify');
  expect(out).toMatch(/order: \d+ events of 5 aggregates, \d groups.*nothing found/s);
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

test('an index, a version and a head that were changed by hand', async () => {
  const index = keys.index('order', orderId);
  const cut = await broken(
    () => lab.redis.rpop(index),
    () => lab.redis.rpush(index, last),
  );
  expect(cut.kinds).toEqual(['index']);
  const moved = await broken(
    () => lab.redis.hset(keys.aggregate('order', orderId), 'version', 77),
    () => lab.redis.hset(keys.aggregate('order', orderId), 'version', version),
  );
  expect(moved.findings).toMatchObject([
    { kind: 'index', what: `is at version 77, its index has ${version}` },
  ]);
  const head = await broken(
    () => lab.redis.hincrby(keys.head('order'), 'pos', 3),
    () => lab.redis.hincrby(keys.head('order'), 'pos', -3),
  );
  expect(head.findings).toMatchObject([
    { kind: 'head', what: expect.stringMatching(/^says \d+, the last entry is \d+$/) },
  ]);
  const orphan = await broken(
    () => lab.redis.rpush(keys.index('order', 'nobody'), '1-1'),
    () => lab.redis.del(keys.index('order', 'nobody')),
  );
  expect(orphan.findings).toMatchObject([{ kind: 'index', where: keys.index('order', 'nobody') }]);
});

test('a unique value of nobody', async () => {
  const claim = keys.claim('product', 'sku', 'GONE');
  const report = await broken(
    () => lab.redis.set(claim, 'nobody'),
    () => lab.redis.del(claim),
  );
  expect(report.findings).toMatchObject([{ kind: 'claim', where: claim }]);
});

test('a group past the log, and one that waits for what is gone', async () => {
  const leases = keys.leases('order', 'inventory');
  const field = `done:${partition(orderId)}`;
  const done = (await lab.redis.hget(leases, field)) ?? '';
  const past = await broken(
    () => lab.redis.hset(leases, field, '9-99'),
    () => lab.redis.hset(leases, field, done),
  );
  expect(past.findings).toMatchObject([{ kind: 'group', where: `${events} inventory` }]);
});

test('events that nobody can read, and dead letters', async () => {
  await append(lab, 'order', orderId, { eventType: 'UnheardOfEvent', schema: 1, data: {} });
  const { kinds, findings } = await verify();
  expect(kinds).toEqual(['behind', 'unreadable']);
  expect(findings.find(({ kind }) => kind === 'unreadable')?.what).toMatch(/UnheardOfEvent/);
  expect((await qa(lab, 'verify')).out).toMatch(/unreadable \(1\)\n.*UnheardOfEvent.*\n {2}→ /);
});
