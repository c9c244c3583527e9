/** Stopped in order, and started again: nothing that was begun is cut off, nothing that was said is forgotten. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { commandLines, until } from '@quickmart/streams/testing';
import { afterAll, expect, test } from 'vitest';
import {
  all,
  createProduct,
  decided,
  euros,
  historyOf,
  newSku,
  placeOrder,
  send,
  stockedProduct,
  stockOf,
} from './shop.ts';
import { type Service, systemOfTests } from './system.ts';

const folder = mkdtempSync(join(tmpdir(), 'quickmart-secrets-'));
const secretFile = join(folder, 'secret');
writeFileSync(secretFile, 'secret-in-a-file');
afterAll(() => rmSync(folder, { recursive: true }));
const system = systemOfTests({
  apart: ['product', 'inventory', 'order'],
  env: { STRIPE_API_KEY: 'secret-in-the-environment', SIMULATED_WEBHOOK_SECRET_FILE: secretFile },
});

test.runIf(process.platform === 'linux')('ps shows no secret of any process', () => {
  const shown = commandLines(process.pid).join('\n');
  for (const { name } of system.services) expect(shown).toMatch(new RegExp(`serve\\.ts .*\\b${name}\\b`));
  expect(shown).toContain('redis-server');
  for (const secret of ['secret-in', system.toolEnv.CLIENT_SECRET!]) expect(shown).not.toContain(secret);
});

test('a restart of everything, Redis included, keeps everything', async () => {
  const product = await stockedProduct(system);
  const key = randomUUID();
  const order = { customerId: 'c', lines: [{ sku: product.sku, quantity: 3 }] };
  const place = () => send(system.order, 'POST', '/api/orders', order, { 'Idempotency-Key': key });
  const placed = await place();
  await decided(system, placed.body.id);
  await until('the stock is set aside for good', async () => {
    const { body } = await send(system.inventory, 'GET', `/api/reservations/${placed.body.id}`);
    return body.status === 'confirmed' && (await stockOf(system, product.id)).reserved === 3;
  });
  const everything = async () => ({
    products: await all(system.product, '/api/products'),
    stock: await all(system.inventory, '/api/inventories'),
    orders: await all(system.order, '/api/orders'),
    history: await historyOf(system.order, `/api/orders/${placed.body.id}`),
    again: (await place()).body,
  });
  const before = await everything();
  expect(await Promise.all(system.services.map((service) => service.stop()))).toEqual(
    system.services.map(() => 0),
  );
  await system.redis.kill();
  await system.redis.restart();
  await Promise.all(system.services.map((service) => service.start()));
  expect(await everything()).toEqual(before);
  const next = await placeOrder(system, [{ sku: product.sku, quantity: 97 }]);
  expect(await decided(system, next.body.id)).toMatchObject({ status: 'confirmed' });
});

test('what happened while a service was away is caught up with when it is back', async () => {
  const product = await stockedProduct(system);
  await system.inventory.stop();
  const later = await createProduct(system);
  const orders = await Promise.all(
    [product, later].map(({ sku }) => placeOrder(system, [{ sku, quantity: 1 }])),
  );
  await system.order.stop();
  await system.inventory.start();
  expect(await stockOf(system, later.id)).toMatchObject({ onHand: 100 });
  await system.order.start();
  for (const { body } of orders)
    expect(await decided(system, body.id)).toMatchObject({ status: 'confirmed' });
});

test.each(['product', 'inventory', 'order'] as const)(
  'SIGTERM while %s has a request: it is answered, then exit 0',
  async (name) => {
    const [product] = await Promise.all([stockedProduct(system)]);
    const requests = {
      product: ['/api/products', { sku: newSku(), name: 'Mug', price: euros(1) }, 201],
      inventory: [`/api/inventories/${product.id}/adjustments`, { delta: 1, reason: 'count' }, 200],
      order: ['/api/orders', { customerId: 'c', lines: [{ sku: product.sku, quantity: 1 }] }, 201],
    } as const;
    const [path, body, status] = requests[name];
    const service = system[name];
    const half = await beginPost(service, path, JSON.stringify(body));
    const ended = service.stop();
    await until('it takes nothing new', () =>
      fetch(`${service.url}/livez`).then(
        () => false,
        () => true,
      ),
    );
    const answer = await half.finish();
    expect([answer.status, await ended]).toEqual([status, 0]);
    await service.start();
    if (name === 'product') {
      const { location } = answer.headers;
      expect(await send(service, 'GET', location ?? '')).toMatchObject({ status: 200, body: answer.body });
    }
  },
);

/** Sends the first half of a body, once the service has the head of the request. */
async function beginPost(service: Service, path: string, body: string) {
  const half = Math.floor(body.length / 2);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    Expect: '100-continue',
    Authorization: `Bearer ${await system.tokens.current()}`,
  };
  const post = request(service.url + path, { method: 'POST', headers });
  post.flushHeaders();
  await once(post, 'continue');
  post.write(body.slice(0, half));
  const finish = async () => {
    post.end(body.slice(half));
    const [response] = (await once(post, 'response')) as [IncomingMessage];
    return { status: response.statusCode, headers: response.headers, body: JSON.parse(await text(response)) };
  };
  return { finish };
}
