/** Small promises of the HTTP side, kept between the services: what is known, what is waited for, what is decided anew. */
import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send } from '../test/testing.ts';
import { type Lab, startLab } from './lab.ts';
import { request } from './lab-io.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
  // The order service reads nothing yet.
  await lab.consume(['product', 'inventory']);
});
afterAll(() => lab.stop());

const price = { amount: 1299, currency: 'EUR' };
const create = async (sku: string, more: object = {}) =>
  await send(lab, 'product', {
    method: 'POST',
    path: '/api/products',
    body: { sku, name: sku, price, ...more },
  });
const headersOf = async (service: string, path: string, init: RequestInit) =>
  (await lab.services.get(service)!.api.request(path, init)).headers;

test('an inventory is of a product that is there, under its SKU', async () => {
  const [mug, cup] = [await create('MUG'), await create('CUP')];
  await lab.caughtUp();
  const post = async (body: object) =>
    await request(lab, 'inventory', {
      method: 'POST',
      path: '/api/inventories',
      body: { quantity: 5, ...body },
    });
  const refusal = (status: number, code: string, pointer: string) => ({
    status,
    body: { code, errors: [{ pointer }] },
  });
  expect(await post({ productId: randomUUIDv7(), sku: 'NEW' })).toMatchObject(
    refusal(422, 'product-unknown', '/productId'),
  );
  const remove = { method: 'DELETE', path: `/api/inventories/${mug.id}`, headers: { 'If-Match': '*' } };
  await send(lab, 'inventory', remove);
  expect(await post({ productId: mug.id, sku: 'CUP' })).toMatchObject({
    status: 409,
    body: { code: 'sku-taken' },
  });
  expect(await post({ productId: mug.id, sku: 'MUG-2' })).toMatchObject(
    refusal(422, 'product-unknown', '/sku'),
  );
  expect(await post({ productId: cup.id, sku: 'CUP' })).toMatchObject({
    status: 409,
    body: { code: 'inventory-exists' },
  });
  expect(await post({ productId: mug.id, sku: 'MUG' })).toMatchObject({ status: 201, body: { onHand: 5 } });
});

test('Event-Position of what a service has no copy of is refused, not passed over', async () => {
  const { id } = await create('POSITION');
  const headers = { 'Event-Position': 'product.0@1-1' };
  for (const method of ['GET', 'POST', 'DELETE']) {
    const path = method === 'POST' ? `/api/inventories/${id}/adjustments` : `/api/inventories/${id}`;
    const body = method === 'POST' ? { delta: 1, reason: 'received' } : undefined;
    expect(await request(lab, 'inventory', { method, path, headers, body })).toMatchObject({
      status: 400,
      body: { code: 'malformed-request', detail: expect.stringContaining('send one of inventory') },
    });
  }
  const order = { 'Event-Position': 'payment.0@1-1' };
  for (const path of ['/api/orders', '/api/sales', `/api/orders/${id}`, `/api/orders/${id}/timeline`])
    expect(await request(lab, 'order', { method: 'GET', path, headers: order })).toMatchObject({
      status: 400,
    });
});

test('an order is priced after what its caller has seen, and refused where that takes too long', async () => {
  const { id } = await create('PRICED');
  const body = JSON.stringify({ price: { ...price, amount: 1499 } });
  const init = { method: 'POST', body, headers: { 'Content-Type': 'application/json' } };
  const changed = await headersOf('product', `/api/products/${id}/price`, init);
  const headers = { 'Event-Position': changed.get('Event-Position') ?? '' };
  const order = { customerId: 'c', lines: [{ sku: 'PRICED', quantity: 1 }] };
  const place = { method: 'POST', path: '/api/orders', body: order, headers };
  expect(await request(lab, 'order', place)).toMatchObject({
    status: 503,
    body: { code: 'read-model-behind' },
  });
  for (const never of ['product.0@9-1', 'product.99@1-1', 'product.0@1-999999'])
    expect(await request(lab, 'order', { ...place, headers: { 'Event-Position': never } })).toMatchObject({
      status: 400,
      body: { code: 'malformed-request' },
    });
  const waiting = request(lab, 'order', place);
  await lab.consume(['order', 'payment']);
  expect(await waiting).toMatchObject({ status: 201, body: { total: { amount: 1499 } } });
});

test('a refused order is placed under the same key, once there is what it needs', async () => {
  const headers = { 'Idempotency-Key': 'early' };
  const body = { customerId: 'c', lines: [{ sku: 'EARLY', quantity: 1 }] };
  const place = { method: 'POST', path: '/api/orders', body, headers };
  expect(await request(lab, 'order', place)).toMatchObject({
    status: 422,
    body: { code: 'product-unknown' },
  });
  await create('EARLY');
  const placed = await send(lab, 'order', place);
  expect(await send(lab, 'order', place)).toEqual(placed);
});
