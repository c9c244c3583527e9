/** A log that is not the one that the read models come from, under services that run: nothing is taken, and one command mends it. */
import { writeFileSync } from 'node:fs';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Untyped } from '../test/system/shop.ts';
import { qa, sellMugs, send } from '../test/testing.ts';
import { type Lab, startLab } from './lab.ts';

let lab: Lab;
let productId: string;
beforeAll(async () => {
  lab = await startLab();
  productId = await sellMugs(lab);
  await order();
  await lab.caughtUp();
});
afterAll(() => lab?.stop());

const order = () =>
  send(lab, 'order', {
    method: 'POST',
    path: '/api/orders',
    body: { customerId: 'ann', lines: [{ productId, quantity: 1 }] },
  });
const asked = async (service: string, path: string, init: RequestInit = {}) => {
  const { api } = lab.services.get(service)!;
  const response = await api.request(path, init);
  return { status: response.status, body: (await response.json()) as Untyped };
};
const post = (service: string, path: string, body: unknown, key = 'none') =>
  asked(service, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
  });
const events = async () => (await lab.redis.hget('{order}:head', 'pos')) ?? '0';

/** Every key as it is now, to be put back later: a backup of Redis. */
async function backup(): Promise<() => Promise<void>> {
  const names = await lab.redis.keys('*');
  const values = await Promise.all(names.map((name) => lab.redis.dumpBuffer(name)));
  return async () => {
    const all = lab.redis.multi().flushall();
    for (const [i, name] of names.entries()) if (values[i]) all.restore(name, 0, values[i]);
    await all.exec();
    // The Redis that comes back is another process.
    await lab.redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  };
}

async function isRefused(): Promise<void> {
  const before = await events();
  const lines = { customerId: 'ann', lines: [{ productId, quantity: 1 }] };
  const refused = { status: 503, body: { code: 'log-replaced' } };
  for (let n = 0; n < 3; n++)
    expect(await post('order', '/api/orders', lines, 'again')).toMatchObject(refused);
  const unknown = `/api/orders/${productId}/cancel`;
  expect(await post('order', unknown, { reason: 'changed my mind' })).toMatchObject(refused);
  expect(await events()).toBe(before);
  expect(await lab.redis.keys('{order}:done:*')).toEqual([]);
  expect(await asked('order', '/readyz')).toMatchObject({
    status: 503,
    body: {
      checks: {
        log: { detail: expect.stringMatching(/\) (is|and \d+ more are) not in it\. .*`pnpm qa heal --yes`/) },
      },
    },
  });
  const { code, err } = await qa(lab, 'lag', '--wait', '1');
  expect(code).toBe(1);
  expect(err).toContain('order/order-list is not of this log of order');
}

async function isHealed(): Promise<void> {
  expect((await qa(lab, 'heal')).out).toMatch(
    /would raise the epoch of .*order.*would rebuild order\/order-list/s,
  );
  expect(await qa(lab, 'heal', '--yes')).toMatchObject({ code: 0 });
  await until('every service is ready', async () => {
    const answers = await Promise.all([...lab.services.keys()].map((name) => asked(name, '/readyz')));
    return answers.every(({ status }) => status === 200);
  });
  expect((await qa(lab, 'heal')).out).toContain('nothing to heal');
}

test('a backup that is older than the read models', async () => {
  const restore = await backup();
  await order();
  await lab.caughtUp();
  await restore();
  await until(
    'the services are connected again',
    async () =>
      (await asked('order', '/livez')).status === 200 &&
      (await asked('order', '/readyz')).body.checks.redis.status === 'up',
  );
  await lab.redis.del(...(await lab.redis.keys('{order}:done:*')));
  await isRefused();
  await isHealed();
  await order();
  await lab.caughtUp();
  expect(await qa(lab, 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('nothing found') });
  expect(await qa(lab, 'lag', '--wait', '5')).toMatchObject({ code: 0 });
});

test('a flush', async () => {
  await lab.redis.flushall();
  await isRefused();
  await isHealed();
  productId = await sellMugs(lab);
  await order();
  await lab.caughtUp();
  expect(await qa(lab, 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('nothing found') });
});

test('events that a failover has lost: one command for the whole system', async () => {
  const restore = await backup();
  await order();
  await lab.caughtUp();
  await restore();
  const lines = { customerId: 'ann', lines: [{ productId, quantity: 1 }] };
  const isRefusal = async () =>
    (await post('order', '/api/orders', lines, 'lost')).body.code === 'log-replaced';
  await until('it is noticed, on the next connection', isRefusal);
  const [dry, healed] = [await qa(lab, 'heal', '--all'), await qa(lab, 'heal', '--all', '--yes')];
  expect(dry).toMatchObject({
    code: 0,
    out: expect.stringMatching(/applied by read models: .*order\.\d@\d+-\d+/),
  });
  expect(healed).toMatchObject({
    code: 0,
    out: expect.stringMatching(/raised the epoch of .*order[\s\S]*nothing found/),
  });
  expect(await qa(lab, 'heal', 'order', '--all')).toMatchObject({ code: 2 });
});

test('an event that the rebuild cannot apply is said, and is no success', async () => {
  await qa(lab, 'inject', 'poison', 'order', '--yes');
  await lab.caughtUp();
  const restore = await backup();
  await order();
  await lab.caughtUp();
  await restore();
  expect(await qa(lab, 'heal', '--yes')).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /rebuilt order\/order-list[\s\S]*stays a dead letter: order-list .*PoisonEvent/,
    ),
  });
});

test('a database that cannot be read is not taken for one that needs nothing', async () => {
  const file = `${lab.data}/broken.sqlite`;
  writeFileSync(file, 'no database');
  process.env.PAYMENT_DATABASE_URL = `file:${file}`;
  try {
    const { code, out } = await qa(lab, 'heal');
    expect(code).toBe(1);
    expect(out).toMatch(/nothing to heal\n {2}payment was not looked at: .*not a database/);
  } finally {
    delete process.env.PAYMENT_DATABASE_URL;
  }
});
