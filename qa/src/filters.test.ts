/** What the lists of inventories, orders and payments are filtered by, and those of products as far as others have a part in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send } from '../test/testing.ts';
import { type Lab, startLab } from './lab.ts';
import { request } from './lab-io.ts';

let lab: Lab;
const products: string[] = [];
const orders: string[] = [];
beforeAll(async () => {
  lab = await startLab({ INITIAL_STOCK: '5', LOW_STOCK_THRESHOLD: '3' });
  await lab.consume();
  for (const [sku, currency] of [
    ['CUP', 'EUR'],
    ['POT', 'CHF'],
  ]) {
    const body = { sku, name: sku, price: { amount: 100, currency } };
    products.push((await send(lab, 'product', { method: 'POST', path: '/api/products', body })).id);
  }
  await lab.caughtUp();
  for (const [sku, quantity] of [
    ['CUP', 5],
    ['POT', 1],
    ['POT', 9],
  ]) {
    const body = { customerId: 'c', lines: [{ sku, quantity }] };
    orders.push((await send(lab, 'order', { method: 'POST', path: '/api/orders', body })).id);
    await lab.caughtUp();
  }
}, 60_000);
afterAll(() => lab?.stop());

const found = async (service: string, path: string) => {
  const { data } = await send(lab, service, { method: 'GET', path });
  return data as Record<string, string>[];
};

test('inventories: by several products or SKUs, by what is in stock, by day', async () => {
  const skus = async (query: string) =>
    (await found('inventory', `/api/inventories?sort=sku&${query}`)).map(({ sku }) => sku);
  expect(await skus(`productId=${products.join()}`)).toEqual(['CUP', 'POT']);
  expect(await skus('sku=POT,NONE')).toEqual(['POT']);
  expect(await skus('inStock=true')).toEqual(['POT']);
  expect(await skus('inStock=false')).toEqual(['CUP']);
  expect(await skus('low=true')).toEqual(['CUP']);
  expect(await skus('low=false')).toEqual(['POT']);
  expect(await skus('createdFrom=2026-01-01&updatedTo=9999-12-31')).toEqual(['CUP', 'POT']);
  expect(await skus('createdTo=2020-01-01')).toEqual([]);
});

test('products: by whether they are in stock, by themselves or by a variant that is on sale', async () => {
  const skus = async (query: string) =>
    (await found('product', `/api/products?sort=sku&${query}`)).map(({ sku }) => sku);
  expect(await skus('inStock=true')).toEqual(['POT']);
  expect(await skus('inStock=false')).toEqual(['CUP']);
  const price = { amount: 100, currency: 'EUR' };
  const options = { size: ['S', 'M'] };
  const made = async (path: string, body: object) =>
    (await send(lab, 'product', { method: 'POST', path, body })).id as string;
  const tee = await made('/api/products', { sku: 'TEE', name: 'Tee', price, options });
  await lab.caughtUp();
  expect(await skus('inStock=true')).toEqual(['POT']);
  const small = await made(`/api/products/${tee}/variants`, { sku: 'TEE-S', choices: { size: 'S' } });
  await lab.caughtUp();
  expect(await skus('inStock=true')).toEqual(['POT', 'TEE', 'TEE-S']);
  expect(await skus('inStock=true&variantOf=null')).toEqual(['POT', 'TEE']);
  expect(await skus(`inStock=true&search=tee&variantOf=${tee}`)).toEqual(['TEE-S']);
  const archive = { method: 'DELETE', path: `/api/products/${small}`, headers: { 'If-Match': '*' } };
  await send(lab, 'product', archive);
  await lab.caughtUp();
  expect(await skus('inStock=true&status=active,archived')).toEqual(['POT', 'TEE-S']);
  await send(lab, 'product', { method: 'POST', path: `/api/products/${small}/restore`, body: {} });
  await lab.caughtUp();
  expect(await skus('inStock=true')).toEqual(['POT', 'TEE', 'TEE-S']);
});

test('products: a change of stock that the caller has seen is waited for', async () => {
  const { api } = lab.services.get('inventory')!;
  const list = async (position: string) => {
    const headers = { 'Event-Position': position };
    const answer = await lab.services.get('product')!.api.request('/api/products?inStock=true', { headers });
    const { data } = (await answer.json()) as { data: { sku: string }[] };
    return [data.some(({ sku }) => sku === 'CUP'), answer.headers.get('Read-Model-Stale')];
  };
  for (const [delta, isThere] of [
    [7, true],
    [-7, false],
    [3, true],
  ]) {
    const changed = await api.request(`/api/inventories/${products[0]}/adjustments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
      body: JSON.stringify({ delta, reason: 'correction' }),
    });
    expect(changed.status).toBe(200);
    expect(await list(changed.headers.get('Event-Position') ?? '')).toEqual([isThere, null]);
  }
});

test('orders: by several ids or states, by SKU, currency and day', async () => {
  const ids = async (query: string) =>
    (await found('order', `/api/orders?sort=placedAt&${query}`)).map(({ id }) => id);
  expect(await ids('')).toEqual(orders);
  expect(await ids(`id=${orders[2]},${orders[0]}`)).toEqual([orders[0], orders[2]]);
  expect(await ids('sku=POT')).toEqual([orders[1], orders[2]]);
  expect(await ids('sku=CUP,POT&currency=EUR')).toEqual([orders[0]]);
  expect(await ids('status=pending,cancelled')).toEqual([orders[2]]);
  expect(await ids('placedFrom=2026-01-01&placedTo=9999-12-31')).toEqual(orders);
  expect(await ids('placedTo=2020-01-01T00:00:00.000Z')).toEqual([]);
});

test('payments: by several orders or states, by currency and day', async () => {
  const of = async (query: string) =>
    (await found('payment', `/api/payments?sort=createdAt&${query}`)).map(({ orderId }) => orderId);
  expect(await of(`orderId=${orders.join()}`)).toEqual([orders[0], orders[1]]);
  expect(await of('currency=CHF')).toEqual([orders[1]]);
  expect(await of('status=authorized,captured&createdTo=9999-12-31')).toEqual([orders[0], orders[1]]);
  const payments = await found('payment', '/api/payments?currency=EUR');
  expect(await of(`id=${payments[0]?.id}`)).toEqual([orders[0]]);
  expect(await of('dispute=open,won,lost')).toEqual([]);
});

test('sales: only of orders that were not cancelled', async () => {
  const skus = async () =>
    (await found('order', '/api/sales')).map(({ sku, units }) => [sku, units]).toSorted();
  expect(await skus()).toEqual([
    ['CUP', 5],
    ['POT', 1],
  ]);
  const path = `/api/orders/${orders[0]}/cancel`;
  await send(lab, 'order', { method: 'POST', path, body: {} });
  await lab.caughtUp();
  expect(await skus()).toEqual([['POT', 1]]);
});

test.each([
  ['inventory', '/api/inventories?sku='],
  ['inventory', '/api/inventories?inStock=yes'],
  ['product', '/api/products?inStock=maybe'],
  ['order', '/api/orders?status=confirmed,lost'],
  ['order', '/api/orders?placedFrom=2026-13-01'],
  ['payment', '/api/payments?orderId=1'],
])('%s: %s is refused', async (service, path) => {
  expect(await request(lab, service, { method: 'GET', path })).toMatchObject({ status: 400 });
});
