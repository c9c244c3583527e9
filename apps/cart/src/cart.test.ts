/** What is in a cart, with numbers that hold, over HTTP; with a real Redis and SQLite. */
import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test } from 'vitest';
import { rules } from '../test/rules.ts';
import { costs, counted, eur, sold } from '../test/shop.ts';
import service_ from './service.ts';
import { Carts } from './store.ts';

const service = serviceOfTests(service_);
const { send } = service;

async function newCart(): Promise<string> {
  const made = await send('POST', '/api/carts', {});
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toBe(`/api/carts/${made.body.id}`);
  return `/api/carts/${made.body.id}`;
}
const put = (cart: string, sku: string, quantity: number, headers = {}) =>
  send('PUT', `${cart}/lines/${sku}`, { quantity }, headers);

test('lines are set, changed and taken out; each answer is the whole cart with its quote', async () => {
  await sold(service, 'MUG', 1999);
  await sold(service, 'TEA', 550);
  const cart = await newCart();
  expect((await put(cart, 'MUG', 2)).body).toMatchObject({ version: 2, quote: { total: eur(3998) } });
  const both = await put(cart, 'TEA', 1);
  expect(both.headers.get('etag')).toBe('"3"');
  expect(both.body).toMatchObject({
    status: 'open',
    lines: [
      { sku: 'MUG', name: 'MUG', quantity: 2, unitPrice: eur(1999), available: 100, status: 'ready' },
      { sku: 'TEA', quantity: 1, unitPrice: eur(550) },
    ],
    quote: { subtotal: eur(4548), total: eur(4548), refusals: [] },
    changes: [],
  });
  expect((await put(cart, 'MUG', 0)).body).toMatchObject({
    lines: [{ sku: 'TEA' }],
    quote: { total: eur(550) },
  });
  expect((await put(cart, 'TEA', 1)).body.version).toBe(4); // it was so before: nothing was written
  expect((await send('GET', cart)).body).toMatchObject({ version: 4, lines: [{ sku: 'TEA' }] });
  const unknown = await put(cart, 'NOBODY-SELLS-THIS', 1);
  expect([unknown.status, unknown.body.code]).toEqual([422, 'product-unknown']);
  expect((await send('DELETE', cart)).status).toBe(204);
  expect((await send('GET', cart)).status).toBe(404);
});

test('what makes a cart too dear to be priced is refused, and the cart is as before', async () => {
  const dear = Array.from({ length: 10 }, (_, index) => `DEAR-${index}`);
  await Promise.all(dear.map((sku) => sold(service, sku, 1_000_000_000)));
  const cart = await newCart();
  for (const sku of dear.slice(1)) expect((await put(cart, sku, 1_000_000)).status).toBe(200);
  const refused = await put(cart, 'DEAR-0', 1_000_000);
  expect([refused.status, refused.body.code]).toEqual([409, 'cart-full']);
  const other = await newCart();
  await put(other, 'DEAR-0', 1_000_000);
  const merged = await send('POST', `${cart}/merge`, { from: other.split('/').at(-1) });
  expect([merged.status, merged.body.code]).toEqual([409, 'cart-full']);
  expect((await send('GET', other)).status).toBe(200);
  const { status, body } = await send('GET', cart);
  expect([status, body.version, body.lines.length]).toEqual([200, 10, 9]);
});

test('it is priced for where it goes, with the coupon and the method, and says why not', async () => {
  await sold(service, 'LAMP', 10_000);
  await rules(service);
  const cart = await newCart();
  await put(cart, 'LAMP', 1);
  const early = await send('PUT', `${cart}/shipping-method`, { method: 'post' });
  expect(early.body.quote.refusals).toMatchObject([{ reason: 'address-missing', method: 'post' }]);
  const home = { name: 'Anna', line1: 'Lange Straße 1', postalCode: '20095', city: 'Hamburg', country: 'DE' };
  const addressed = await send('PUT', `${cart}/addresses`, { shipping: home });
  expect(addressed.body).toMatchObject({ addresses: { shipping: home } });
  expect(addressed.body.customerId).toMatch(/^[0-9a-f-]{36}$/);
  await send('PUT', `${cart}/email`, { email: 'anna@example.com' });
  const wrong = await send('POST', `${cart}/coupons`, { code: 'GONE' });
  expect(wrong.body.quote.refusals).toMatchObject([{ reason: 'coupon-unknown', code: 'GONE' }]);
  expect((await send('DELETE', `${cart}/coupons/gone`)).body.coupons).toEqual([]);
  const done = await send('POST', `${cart}/coupons`, { code: 'ten' });
  expect(done.body).toMatchObject({
    email: 'anna@example.com',
    coupons: ['ten'],
    quote: {
      subtotal: eur(10_000),
      discounts: [{ code: 'TEN', amount: eur(1_000) }],
      shipping: { method: 'post', amount: eur(490) },
      tax: [{ percent: 19, included: true }],
      total: eur(9_490),
      refusals: [],
    },
  });
  const stored = JSON.stringify(
    await service.redis.connect().hgetall(`{cart}:ephemeral:cart:${done.body.id}`),
  );
  for (const personal of ['Anna', 'anna@', 'Hamburg', '20095']) expect(stored).not.toContain(personal);
});

test('what has changed since it was shown last is said once', async () => {
  const id = await sold(service, 'CUP', 300, 5);
  const cart = await newCart();
  await put(cart, 'CUP', 3);
  await costs(service, id, 300, 350);
  await counted(service, id, 2);
  const seen = await send('GET', cart);
  expect(seen.body).toMatchObject({
    version: 2,
    lines: [{ sku: 'CUP', available: 2, status: 'too-few' }],
    changes: [
      { sku: 'CUP', what: 'price', before: eur(300), now: eur(350) },
      { sku: 'CUP', what: 'availability', before: 5, now: 2 },
    ],
    quote: { total: eur(1050) },
  });
  expect((await send('GET', cart)).body.changes).toEqual([]);
});

test('changes at the same time are all there, and If-Match refuses what is older', async () => {
  const skus = Array.from({ length: 12 }, (_, n) => `PEN-${n}`);
  for (const sku of skus) await sold(service, sku, 100);
  const cart = await newCart();
  const answers = await Promise.all(skus.map((sku) => put(cart, sku, 1)));
  expect(answers.map(({ status }) => status)).toEqual(skus.map(() => 200));
  const { body } = await send('GET', cart);
  expect([body.version, body.lines.length, body.quote.total]).toEqual([13, 12, eur(1_200)]);
  const stale = await put(cart, 'PEN-0', 2, { 'If-Match': '"12"' });
  expect([stale.status, stale.body.code]).toEqual([412, 'version-stale']);
  expect((await put(cart, 'PEN-0', 2, { 'If-Match': '"13"' })).body.version).toBe(14);
});

test('a cart that is changed while it is removed is looked at once more', async () => {
  const id = (await newCart()).split('/').at(-1)!;
  const redis = service.redis.connect();
  const carts = new Carts(redis);
  const seen: number[] = [];
  const isRemoved = await carts.remove(id, ({ version }) => {
    if (seen.push(version) === 1) void redis.hset(`{cart}:ephemeral:cart:${id}`, 'version', 7);
    return true;
  });
  expect([isRemoved, seen]).toEqual([true, [1, 7]]);
  expect(await carts.remove(id, () => true)).toBe(false);
});

test('a cart is in Redis only: another process has it at once, and it ends by itself', async () => {
  const cart = await newCart();
  const id = cart.split('/').at(-1)!;
  const redis = service.redis.connect();
  expect(await new Carts(redis).read(id)).toMatchObject({ version: 1, cart: { lines: [] } });
  const left = await redis.pttl(`{cart}:ephemeral:cart:${id}`);
  expect(left).toBeGreaterThan(29 * 24 * 3_600_000);
});
