/** Events and poison that are put into a system by hand, and a group that gets its events again. */
import { keys } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logOf, qa, sellMugs, send } from '../../test/testing.ts';
import { assertAllowed } from '../allowed.ts';
import { type Lab, startLab } from '../lab.ts';
import type { Target } from '../target.ts';

let lab: Lab;
let orderId: string;
beforeAll(async () => {
  lab = await startLab();
  const productId = await sellMugs(lab);
  const body = { customerId: 'ann', lines: [{ productId, quantity: 1 }] };
  ({ id: orderId } = await send(lab, 'order', { method: 'POST', path: '/api/orders', body }));
  await lab.caughtUp();
});
afterAll(() => lab?.stop());

test('an event is checked and said, appended with --yes, and the services take it', async () => {
  const event = ['inject', 'event', `order/${orderId}`, 'OrderCancelledEvent'];
  const before = await logOf(lab);
  expect(await qa(lab, ...event, '{"by":"staff","code":"other","note":null}')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^would append OrderCancelledEvent.*--yes does it/),
  });
  expect(await qa(lab, ...event, '{"code":7}', '--yes')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/invalid OrderCancelledEvent[\s\S]*code/),
  });
  expect(await qa(lab, 'inject', 'event', `order/${orderId}`, 'OrderEvent', '--yes')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/order has no OrderEvent; it has OrderPlacedEvent/),
  });
  expect(await qa(lab, ...event, '{}', '--schema', 'newest', '--yes')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/--schema .*not a whole number/),
  });
  expect(await logOf(lab)).toEqual(before);
  expect(await qa(lab, ...event, '{"by":"staff","code":"other","note":null}', '--yes')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^appended OrderCancelledEvent .* at order\.\d@1-\d+/),
  });
  await lab.caughtUp();
  const { status } = await send(lab, 'order', { method: 'GET', path: `/api/orders/${orderId}` });
  expect(status).toBe('cancelled');
});

test.each(['unknown-type', 'invalid-data'])(
  'poison of the kind %s becomes a dead letter, and is listed',
  async (kind) => {
    const poison = ['inject', 'poison', 'order', '--kind', kind];
    expect(await qa(lab, ...poison)).toMatchObject({ code: 0, out: expect.stringMatching(/--yes does it/) });
    const { code, out } = await qa(lab, ...poison, '--yes', '--json');
    expect(code).toBe(0);
    const { id } = JSON.parse(out);
    await lab.caughtUp();
    const { out: listed } = await qa(lab, 'dead', 'list', 'order/order-read-models');
    // Why, and not that it waits for another one.
    expect(listed).toMatch(new RegExp(`${id} after 1 attempts: event .* cannot be decoded`));
    const listeners = process.listenerCount('SIGINT');
    // A rebuild does not help: it says so, and the dead letter stays.
    expect(await qa(lab, 'rebuild', 'order/order-list', '--yes')).toMatchObject({
      code: 1,
      out: expect.stringMatching(new RegExp(`cannot be applied, and stays a dead letter: order-list ${id} `)),
    });
    expect((await qa(lab, 'dead', 'list', 'order/order-read-models')).out).toBe(listed);
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  },
);

test('a group gets its events again, and nothing happens twice', async () => {
  const stock = () => send(lab, 'inventory', { method: 'GET', path: `/api/reservations/${orderId}` });
  const before = await stock();
  const rewind = ['rewind', 'order/inventory', '--to'];
  const dry = await qa(lab, ...rewind, 'first');
  expect(dry).toMatchObject({
    code: 0,
    out: expect.stringMatching(/would get again; --yes does it\n {2}order\./),
  });
  const handed = async () => {
    const info = await lab.redis.xinfo('GROUPS', keys.events('order', 0));
    return JSON.stringify(info);
  };
  const groups = await handed();
  expect(await qa(lab, ...rewind, 'first')).toEqual(dry);
  expect(await handed()).toBe(groups);
  expect(await qa(lab, ...rewind, 'first', '--yes')).toMatchObject({ code: 0 });
  await until('everything is handled again', async () => (await qa(lab, 'lag', '--wait', '0')).code === 0);
  expect(await stock()).toEqual(before);
  const [index] = await lab.redis.lrange(keys.index('order', orderId), -1, -1);
  const { position } = (await lab.store.head('order', orderId))!;
  expect(position).toMatch(new RegExp(`${index}$`));
  expect(await qa(lab, ...rewind, position)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/order\.\d: \d events after/),
  });
  expect((await qa(lab, ...rewind, '1s')).code).toBe(0);
});

test.each([
  [2, /rebuild/, ['order/order-read-models', '--to', 'first']],
  [1, /has no group nobody/, ['order/nobody', '--to', 'first']],
  [2, /one of payment, the group reads order/, ['order/inventory', '--to', 'payment.1@1-1']],
  [2, /neither a time/, ['order/inventory', '--to', 'yesterday']],
  [2, /required option/, ['order/inventory']],
])('refused with %i: %s', async (code, words, args) => {
  expect(await qa(lab, 'rewind', ...args)).toMatchObject({ code, err: expect.stringMatching(words) });
});

test('another machine has to be named', () => {
  const at = (host: string) => ({ redis: { options: { host } } }) as unknown as Target;
  for (const host of ['127.0.0.1', 'localhost', '::1'])
    expect(() => assertAllowed(at(host), undefined)).not.toThrow();
  expect(() => assertAllowed(at('redis.shop.example'), undefined)).toThrow(/--host redis\.shop\.example/);
  expect(() => assertAllowed(at('redis.shop.example'), 'redis')).toThrow(/nothing was done/);
  expect(() => assertAllowed(at('redis.shop.example'), 'redis.shop.example')).not.toThrow();
});
