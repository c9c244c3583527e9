/** Whose a cart is: nobody's, until somebody with a token has used it; from then on theirs alone. */
import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { serviceOfTests, startService } from '@quickmart/service/testing';
import { neighbourOfTests } from '@quickmart/service/testing/neighbour';
import { expect, onTestFinished, test } from 'vitest';
import { sold } from '../test/shop.ts';
import definition from './service.ts';

const env: Record<string, string> = {};
const orders = neighbourOfTests(env, 'ORDER_URL');
const service = serviceOfTests(definition, { env, rights: true });
const { send } = service;
type Headers = Record<string, string>;

const newCart = async (headers: Headers = {}): Promise<string> =>
  `/api/carts/${(await send('POST', '/api/carts', {}, headers)).body.id}`;
const tokensOf = async () => {
  const [anna, bert, guest] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
  return {
    anna,
    guest,
    asAnna: await service.issuer.as({ sub: anna }),
    asBert: await service.issuer.as({ sub: bert }),
    asGuest: await service.issuer.as({ kind: 'guest', sub: guest }),
    asStaff: await service.issuer.as({ kind: 'client', sub: 'shop', scope: 'carts:write' }),
  };
};
const home = { name: 'Anna', line1: 'Lange Straße 1', postalCode: '20095', city: 'Hamburg', country: 'DE' };

test('a cart of nobody is used without a token; what is personal, and the checkout, need one', async () => {
  await sold(service, 'MUG');
  const cart = await newCart();
  expect((await send('PUT', `${cart}/lines/MUG`, { quantity: 1 })).body).toMatchObject({ customerId: null });
  for (const [method, path, body] of [
    ['PUT', 'addresses', { shipping: home }],
    ['PUT', 'email', { email: 'anna@example.com' }],
    ['POST', 'checkout', {}],
  ] as const) {
    const refused = await send(method, `${cart}/${path}`, body);
    expect([refused.status, refused.body.code]).toEqual([401, 'unauthenticated']);
  }
  expect((await send('GET', cart)).body).toMatchObject({ customerId: null, status: 'open', version: 2 });
});

test('who changes it with a token has it from then on; for everybody else it is not there', async () => {
  await sold(service, 'CUP');
  const { anna, asAnna, asBert, asStaff } = await tokensOf();
  const cart = await newCart();
  const line = { quantity: 1 };
  expect((await send('PUT', `${cart}/lines/CUP`, line, asAnna)).body).toMatchObject({ customerId: anna });
  // Every operation on a cart: see below.
  const ways = [
    ['GET', ''],
    ['DELETE', ''],
    ['PUT', '/lines/CUP', line],
    ['POST', '/coupons', { code: 'TEN' }],
    ['DELETE', '/coupons/TEN'],
    ['PUT', '/addresses', { shipping: home }],
    ['PUT', '/email', { email: 'b@example.com' }],
    ['PUT', '/shipping-method', { method: 'post' }],
    ['POST', '/merge', { from: randomUUIDv7() }],
    ['POST', '/checkout', {}],
  ] as const;
  const tried = ways.map(([method, path]) => `${method} ${path.replace(/(lines|coupons)\/.*/, '$1/*')}`);
  expect(tried.sort()).toEqual(operationsOnACart());
  for (const [method, path, body] of ways) {
    const others = await send(method, cart + path, body, asBert);
    expect([method, path, others.status]).toEqual([method, path, 404]);
    expect([method, path, (await send(method, cart + path, body)).status]).toEqual([method, path, 401]);
  }
  expect((await send('GET', cart, undefined, asAnna)).body).toMatchObject({ lines: [{ sku: 'CUP' }] });
  expect((await send('GET', cart, undefined, asStaff)).status).toBe(200);
});

/** From the document, so that a new route cannot be forgotten. */
function operationsOnACart(): string[] {
  const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'));
  const below = '/api/carts/{id}';
  return Object.entries<object>(document.paths)
    .filter(([path]) => path.startsWith(below))
    .flatMap(([path, item]) => {
      const rest = path.slice(below.length).replaceAll(/\{\w+\}/g, '*');
      return Object.keys(item).map((method) => `${method.toUpperCase()} ${rest}`);
    })
    .sort();
}

test('nobody makes a cart for somebody else, but who may', async () => {
  const { anna, asAnna, asBert, asStaff } = await tokensOf();
  const made = (headers: Headers) => send('POST', '/api/carts', { customerId: anna }, headers);
  expect((await made(asBert)).status).toBe(404);
  expect((await made({})).status).toBe(401);
  expect((await made(asAnna)).body.customerId).toBe(anna);
  expect((await made(asStaff)).body.customerId).toBe(anna);
  const asTill = await service.issuer.as({ kind: 'client', sub: 'till', scope: 'orders:read' });
  expect((await made(asTill)).status).toBe(404);
  const asClerk = await service.issuer.as({ scope: 'carts:write' });
  expect((await made(asClerk)).body.customerId).toBe(anna);
});

test('a guest’s cart is merged by who has the guest’s token, and by nobody else', async () => {
  await sold(service, 'TEA');
  const { anna, asAnna, asBert, asGuest } = await tokensOf();
  const [theirs, own] = [await newCart(asGuest), await newCart(asAnna)];
  await send('PUT', `${theirs}/lines/TEA`, { quantity: 2 }, asGuest);
  const from = theirs.split('/').at(-1);
  const guestToken = asGuest.Authorization!.split(' ')[1];
  expect((await send('POST', `${own}/merge`, { from }, asAnna)).status).toBe(404);
  const wrong = asBert.Authorization!.split(' ')[1];
  expect((await send('POST', `${own}/merge`, { from, guestToken: wrong }, asAnna)).status).toBe(404);
  const done = await send('POST', `${own}/merge`, { from, guestToken }, asAnna);
  expect(done.body).toMatchObject({ customerId: anna, lines: [{ sku: 'TEA', quantity: 2 }] });
});

test('the order is asked for with the token of who checks out, and somebody else does not take over', async () => {
  await sold(service, 'POT');
  const { asGuest, guest, asStaff } = await tokensOf();
  const cart = await newCart(asGuest);
  await send('PUT', `${cart}/lines/POT`, { quantity: 1 }, asGuest);
  orders.answer = () => undefined;
  expect((await send('POST', `${cart}/checkout`, {}, asGuest)).status).toBe(503);
  expect((await send('POST', `${cart}/checkout`, {}, asStaff)).body.code).toBe('checkout-running');
  orders.answer = () => ({ status: 201, body: { id: randomUUIDv7(), status: 'pending', version: 1 } });
  expect((await send('POST', `${cart}/checkout`, {}, asGuest)).status).toBe(201);
  expect(orders.asked.map(({ token, body }) => [token, body.customerId])).toEqual([
    [asGuest.Authorization, guest],
    [asGuest.Authorization, guest],
  ]);
});

test('where a token cannot be verified yet, its owner is told to try again, not to log in again', async () => {
  await sold(service, 'JUG');
  const { asAnna } = await tokensOf();
  const [theirs, nobodys] = [await newCart(asAnna), await newCart()];
  await send('PUT', `${theirs}/lines/JUG`, { quantity: 1 }, asAnna);
  const starting = await startService(definition, {
    env: {
      AUTH: 'on',
      ISSUER: service.issuer.env.ISSUER,
      JWKS_URL: 'http://127.0.0.1:1/keys',
      EPHEMERAL_REDIS_URL: service.redis.url,
    },
  });
  onTestFinished(() => starting.stop());
  for (const [method, path, body] of [
    ['GET', theirs, undefined],
    ['PUT', `${nobodys}/email`, { email: 'anna@example.com' }],
  ] as const) {
    const early = await starting.send(method, path, body, asAnna);
    expect([method, early.status, early.body.code]).toEqual([method, 503, 'unavailable']);
    expect(early.headers.get('Retry-After')).not.toBeNull();
    expect((await starting.send(method, path, body)).body.code).toBe('unauthenticated');
  }
  expect((await starting.send('GET', nobodys, undefined, asAnna)).status).toBe(200);
});
