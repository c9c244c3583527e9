/** A cart becomes one order, whatever the order service does: it is played by the test. */
import { randomUUIDv7 } from 'node:crypto';
import { serviceOfTests } from '@quickmart/service/testing';
import { neighbourOfTests } from '@quickmart/service/testing/neighbour';
import { beforeEach, expect, test } from 'vitest';
import { eur, sold } from '../test/shop.ts';
import definition from './service.ts';

const env: Record<string, string> = {};
const orders = neighbourOfTests(env, 'ORDER_URL');
const service = serviceOfTests(definition, { env });
const { send } = service;
const placed = () => ({ status: 201, body: { id: randomUUIDv7(), status: 'pending', version: 1 } });
const home = { name: 'Anna', line1: 'Lange Straße 1', postalCode: '20095', city: 'Hamburg', country: 'DE' };

beforeEach(() => {
  orders.asked.length = 0;
});

async function filled(sku: string, quantity = 1, stock = 100): Promise<string> {
  await sold(service, sku, 1999, stock);
  const cart = `/api/carts/${(await send('POST', '/api/carts', { locale: 'de-DE', metadata: { gift: 'yes' } })).body.id}`;
  await send('PUT', `${cart}/lines/${sku}`, { quantity });
  return cart;
}

test('what is in the cart is ordered, and nothing changes in it any more', async () => {
  const cart = await filled('MUG', 2);
  await send('PUT', `${cart}/addresses`, { shipping: home });
  await send('PUT', `${cart}/email`, { email: 'anna@example.com' });
  await send('POST', `${cart}/coupons`, { code: 'TEN' });
  orders.answer = placed;
  const done = await send('POST', `${cart}/checkout`, { paymentMethod: 'pm_1' });
  expect(done.body).toMatchObject({ status: 'pending', version: 1 });
  expect([done.status, done.headers.get('location')]).toEqual([201, `/api/orders/${done.body.id}`]);
  const { customerId } = (await send('GET', cart)).body;
  expect(orders.asked).toMatchObject([
    { method: 'POST', path: '/api/orders', key: expect.stringMatching(/^cart-/) },
  ]);
  expect(orders.asked[0]?.body).toEqual({
    customerId,
    lines: [{ sku: 'MUG', quantity: 2 }],
    coupons: ['TEN'],
    addresses: { shipping: home },
    email: 'anna@example.com',
    locale: 'de-DE',
    metadata: { gift: 'yes' },
    paymentMethod: 'pm_1',
  });
  const late = await send('PUT', `${cart}/lines/MUG`, { quantity: 3 });
  expect([late.status, late.body]).toMatchObject([409, { code: 'cart-ordered', orderId: done.body.id }]);
  expect((await send('GET', cart)).body).toMatchObject({ status: 'ordered', orderId: done.body.id });
});

test('asked for again, it is the same order, which is read and not placed', async () => {
  const cart = await filled('CUP');
  orders.answer = placed;
  const { body: first } = await send('POST', `${cart}/checkout`, {});
  orders.answer = ({ method }) =>
    method === 'GET' ? { status: 200, body: { id: first.id, status: 'confirmed', version: 3 } } : placed();
  const again = await send('POST', `${cart}/checkout`, {});
  expect([again.status, again.body]).toEqual([201, { id: first.id, status: 'confirmed', version: 3 }]);
  expect(orders.asked.map(({ method }) => method)).toEqual(['POST', 'GET']);
});

test('where nobody knows whether there is an order, the cart waits for the answer under the same key', async () => {
  const cart = await filled('LAMP');
  orders.answer = () => undefined; // it hangs up
  const lost = await send('POST', `${cart}/checkout`, {});
  expect([lost.status, lost.body.code]).toEqual([503, 'unavailable']);
  expect((await send('GET', cart)).body.status).toBe('placing');
  const change = await send('PUT', `${cart}/lines/LAMP`, { quantity: 2 });
  expect([change.status, change.body.code]).toEqual([409, 'checkout-running']);
  expect((await send('DELETE', cart)).status).toBe(409);
  orders.answer = () => ({ status: 503, body: { code: 'unavailable', detail: 'a dependency is down' } });
  expect((await send('POST', `${cart}/checkout`, {})).status).toBe(503);
  // Whose token has run out is told nothing of an order that was placed before.
  orders.answer = () => ({ status: 401, body: { code: 'unauthenticated', detail: 'it has expired' } });
  expect((await send('POST', `${cart}/checkout`, {})).status).toBe(401);
  orders.answer = placed;
  expect((await send('POST', `${cart}/checkout`, {})).status).toBe(201);
  expect(orders.asked).toHaveLength(4);
  expect(new Set(orders.asked.map(({ key }) => key)).size).toBe(1);
});

test('who was erased cannot order; nothing is asked for, and the cart is as before', async () => {
  await sold(service, 'VASE');
  const customerId = 'anna@example.com';
  const named = `/api/carts/${(await send('POST', '/api/carts', { customerId })).body.id}`;
  await send('PUT', `${named}/lines/VASE`, { quantity: 1 });
  const reachable = await filled('JUG');
  await send('PUT', `${reachable}/email`, { email: 'bert@example.com' });
  orders.answer = placed;
  for (const [cart, subject] of [
    [named, service.sealing.subjectOf(customerId)],
    [reachable, (await send('GET', reachable)).body.customerId],
  ]) {
    await service.sealing.erase(subject);
    const refused = await send('POST', `${cart}/checkout`, {});
    expect([refused.status, refused.body.detail]).toEqual([404, 'the customer was erased']);
    expect((await send('GET', cart)).body.status).toBe('open');
  }
  expect(orders.asked).toEqual([]);
});

test('who is erased while nobody knows whether there is an order: the cart does not open, it may be ordered', async () => {
  const cart = await filled('BOX');
  await send('PUT', `${cart}/addresses`, { shipping: home });
  orders.answer = () => undefined; // it has placed the order, and its answer is lost
  expect((await send('POST', `${cart}/checkout`, {})).status).toBe(503);
  await service.sealing.erase((await send('GET', cart)).body.customerId);
  // Without the address that was erased; looked at before the key is.
  orders.answer = () => ({ status: 422, body: { code: 'validation-failed' } });
  expect((await send('POST', `${cart}/checkout`, {})).status).toBe(404);
  expect((await send('GET', cart)).body.status).toBe('placing');
});

test('what is refused changes nothing, and the next try has another key', async () => {
  const cart = await filled('BOWL');
  const errors = [{ pointer: '/coupons/0', code: 'coupon-ended', detail: 'it has ended' }];
  orders.answer = () => ({ status: 422, body: { code: 'coupon-refused', detail: 'it has ended', errors } });
  const refused = await send('POST', `${cart}/checkout`, {});
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { code: 'order-refused', reason: 'coupon-refused', errors },
  ]);
  expect((await send('PUT', `${cart}/lines/BOWL`, { quantity: 2 })).body.status).toBe('open');
  orders.answer = placed;
  expect((await send('POST', `${cart}/checkout`, {})).status).toBe(201);
  expect(new Set(orders.asked.map(({ key }) => key)).size).toBe(2);
});

test('asked for in another way while nobody knows whether there is an order, it is not ordered twice', async () => {
  const cart = await filled('FLUTE');
  const first = placed();
  orders.answer = () => undefined; // it has placed the order, and its answer is lost
  expect((await send('POST', `${cart}/checkout`, { paymentMethod: 'pm_1' })).status).toBe(503);
  orders.answer = ({ body }) =>
    (body as { paymentMethod?: string }).paymentMethod === 'pm_1'
      ? first
      : { status: 422, body: { code: 'idempotency-key-reused' } };
  const other = await send('POST', `${cart}/checkout`, { paymentMethod: 'pm_2' });
  expect([other.status, other.body.code]).toEqual([409, 'checkout-running']);
  expect((await send('GET', cart)).body.status).toBe('placing');
  const again = await send('POST', `${cart}/checkout`, { paymentMethod: 'pm_1' });
  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  expect(new Set(orders.asked.map(({ key }) => key)).size).toBe(1);
});

test('the order is asked for at the total that the buyer has agreed to first, also by a repeat', async () => {
  const cart = await filled('BELL');
  orders.answer = () => undefined;
  await send('POST', `${cart}/checkout`, { total: eur(1999) });
  orders.answer = () => ({ status: 409, body: { code: 'total-changed', detail: 'it costs 20.99 EUR now' } });
  const changed = await send('POST', `${cart}/checkout`, { total: eur(2099) });
  expect([changed.status, changed.body.reason]).toEqual([422, 'total-changed']);
  orders.answer = placed;
  expect((await send('POST', `${cart}/checkout`, { total: eur(2099) })).status).toBe(201);
  expect(orders.asked.map(({ body }) => (body as { total: unknown }).total)).toEqual([
    eur(1999),
    eur(1999),
    eur(2099),
  ]);
});

test('two tabs at once: one order', async () => {
  const cart = await filled('FORK');
  const answers = new Map<string, ReturnType<typeof placed>>();
  const running = new Set<string>();
  // As the order service does it.
  orders.answer = async ({ method, key = '', path }) => {
    if (method === 'GET')
      return { status: 200, body: { id: path.split('/').at(-1)!, status: 'pending', version: 1 } };
    const first = answers.get(key);
    if (first) return first;
    if (running.has(key)) return { status: 409, body: { code: 'request-in-progress' } };
    running.add(key);
    await new Promise((resolve) => setTimeout(resolve, 150));
    answers.set(key, placed());
    return answers.get(key)!;
  };
  const tabs = await Promise.all([1, 2, 3].map(() => send('POST', `${cart}/checkout`, {})));
  expect(tabs.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(tabs.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.size).toBe(1);
});

test('two tabs, of which one is refused while the other is placed: the cart does not open in between', async () => {
  const cart = await filled('KNIFE');
  const both = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  let count = 0;
  orders.answer = async () => {
    const number = ++count;
    if (number === 2) both.resolve();
    await both.promise;
    if (number === 1) return { status: 422, body: { code: 'coupon-refused', detail: 'it is used up' } };
    await second.promise;
    return placed();
  };
  const tabs = [1, 2].map(() => send('POST', `${cart}/checkout`, {}));
  const refused = await Promise.race(tabs);
  expect([refused.status, refused.body.code]).toEqual([422, 'order-refused']);
  const change = await send('PUT', `${cart}/lines/KNIFE`, { quantity: 2 });
  expect([change.status, change.body.code]).toEqual([409, 'checkout-running']);
  second.resolve();
  const statuses = (await Promise.all(tabs)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([201, 422]);
  expect((await send('GET', cart)).body.status).toBe('ordered');
  expect(new Set(orders.asked.map(({ key }) => key)).size).toBe(1);
});

test('two tabs that are both refused: the cart is open again', async () => {
  const cart = await filled('PLATE');
  orders.answer = () => ({ status: 422, body: { code: 'coupon-refused', detail: 'it is used up' } });
  const tabs = await Promise.all([1, 2].map(() => send('POST', `${cart}/checkout`, {})));
  expect(tabs.map(({ status }) => status)).toEqual([422, 422]);
  expect((await send('PUT', `${cart}/lines/PLATE`, { quantity: 2 })).body.status).toBe('open');
});

test('a cart that is merged while it is ordered is not thrown away: its order is told', async () => {
  orders.answer = placed;
  for (let round = 0; round < 10; round++) {
    const [from, to] = [await filled(`FROM-${round}`), await filled(`TO-${round}`)];
    const checkout = send('POST', `${from}/checkout`, {});
    const merge = send('POST', `${to}/merge`, { from: from.split('/').at(-1) });
    const { status, body } = await checkout;
    await merge;
    if (status === 404) expect(orders.asked).toHaveLength(0);
    else expect((await send('GET', from)).body).toMatchObject({ status: 'ordered', orderId: body.id });
    orders.asked.length = 0;
  }
});

test('what cannot be bought is told before anything is ordered', async () => {
  orders.answer = placed;
  const empty = `/api/carts/${(await send('POST', '/api/carts', {})).body.id}`;
  expect((await send('POST', `${empty}/checkout`, {})).body.code).toBe('cart-empty');
  const cart = await filled('SPOON', 5, 3);
  const refused = await send('POST', `${cart}/checkout`, {});
  expect([refused.status, refused.body]).toMatchObject([
    409,
    { code: 'cart-not-ready', errors: [{ pointer: '/lines/0', code: 'too-few' }] },
  ]);
  expect((await send('GET', cart)).body).toMatchObject({ status: 'open', quote: { total: eur(9995) } });
  expect(orders.asked).toEqual([]);
});

test('a cart is merged into another one once; the other one ends', async () => {
  const from = await filled('TEA', 2);
  const to = await filled('POT', 1);
  await send('PUT', `${to}/lines/TEA`, { quantity: 1 });
  await send('POST', `${from}/coupons`, { code: 'TEN' });
  const merge = () => send('POST', `${to}/merge`, { from: from.split('/').at(-1) });
  const both = await merge();
  expect(both.body).toMatchObject({
    lines: [
      { sku: 'POT', quantity: 1 },
      { sku: 'TEA', quantity: 3 },
    ],
    coupons: ['TEN'],
  });
  expect((await merge()).body.version).toBe(both.body.version);
  expect((await send('GET', from)).status).toBe(404);
});
