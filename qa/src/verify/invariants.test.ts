/** What verify must find between the services, and that what cannot be checked is said: the rest is checked all the same. */
import { keys } from '@quickmart/streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sound, soundSystem } from '../../test/sound-system.ts';
import { qa } from '../../test/testing.ts';
import type { Lab } from '../lab.ts';
import { append } from '../lab-io.ts';

let lab: Lab;
let productId: string;
let orderId: string;
let verify: Sound['verify'];
let broken: Sound['broken'];
beforeAll(async () => {
  ({ lab, productId, orderId, verify, broken } = await soundSystem());
});
afterAll(() => lab?.stop());

test('a head that is gone, and keys that are something else: findings, and the rest is checked', async () => {
  const head = await lab.redis.hgetall(keys.head('order'));
  const headless = await broken(
    () => lab.redis.del(keys.head('order')),
    () => lab.redis.hset(keys.head('order'), head),
  );
  expect(headless.findings).toContainEqual(
    expect.objectContaining({
      kind: 'head',
      what: expect.stringMatching(/^is gone; there are \d+ entries/),
    }),
  );
  const timers = keys.timerBodies('order');
  const bodies = await lab.redis.dumpBuffer(timers);
  const other = await broken(
    () => lab.redis.multi().del(timers).set(timers, 'x').exec(),
    async () => {
      await lab.redis.del(timers);
      if (bodies) await lab.redis.restore(timers, 0, bodies);
    },
  );
  expect(other.findings).toMatchObject([
    { kind: 'unchecked', where: 'invariants', what: expect.stringMatching(/WRONGTYPE/) },
  ]);
  expect(other.readModels.every(({ rows }) => rows !== undefined)).toBe(true);
});

test('stock that is held for nobody', async () => {
  const orphan = '019a0000-0000-7000-8000-000000000001';
  const data = { orderId: orphan, quantity: 2, reserved: 7 };
  await append(lab, 'inventory', productId, { eventType: 'StockAllocatedEvent', schema: 1, data });
  const { findings } = await verify();
  expect(findings).toContainEqual(
    expect.objectContaining({
      kind: 'invariant',
      what: expect.stringMatching(/7 reserved, 5 in open reservations/),
    }),
  );
});

test('events that nobody can read, and dead letters', async () => {
  await append(lab, 'order', orderId, { eventType: 'UnheardOfEvent', schema: 1, data: {} });
  const { kinds, findings } = await verify();
  expect(kinds).toEqual(expect.arrayContaining(['behind', 'unreadable']));
  expect(findings.find(({ kind }) => kind === 'unreadable')?.what).toMatch(/UnheardOfEvent/);
  expect((await qa(lab, 'verify')).out).toMatch(/unreadable \(1\)\n.*UnheardOfEvent.*\n {2}→ /);
  // What else is broken is found all the same; only of that order nothing is known.
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'invariant' }));
  expect(findings.filter(({ kind }) => kind === 'unchecked')).toMatchObject([
    { where: `invariants of order ${orderId}`, what: expect.stringMatching(/cannot be read$/) },
  ]);
});
