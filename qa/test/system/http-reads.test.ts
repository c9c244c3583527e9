/** What the public interface promises of reads, on the services as they run: reads after writes, pages, parameters, ids. */
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '@quickmart/streams/testing';
import { describe, expect, test } from 'vitest';
import type { Product } from '../../../apps/product/src/api.ts';
import { clientOf } from '../../src/openapi/client.ts';
import {
  all,
  createProduct,
  decided,
  euros,
  newSku,
  placeOrder,
  type Sent,
  send,
  stockedProduct,
  stockOf,
} from './shop.ts';
import { systemOfTests } from './system.ts';

const system = systemOfTests({ apart: ['product'] });
const products = '/api/products';

describe('reads after writes', () => {
  test('an item is there straight after its 201, and each change with its minVersion', async () => {
    for (let round = 0; round < 10; round++) {
      const created = await createProduct(system);
      const path = `${products}/${created.id}`;
      expect((await send(system.product, 'GET', path)).body).toEqual(created);
      const { body } = await send(system.product, 'POST', `${path}/price`, { price: euros(round) });
      expect((await send(system.product, 'GET', `${path}?minVersion=2`)).body).toEqual(body);
    }
  });

  test('a list waits for the position that a command gave', async () => {
    for (let round = 0; round < 10; round++) {
      const answer = await send(system.product, 'POST', products, {
        sku: newSku(),
        name: 'Mug',
        price: euros(1),
      });
      const headers = { 'Event-Position': answer.headers.get('Event-Position') ?? '' };
      const page = await send(system.product, 'GET', `${products}?limit=1`, undefined, headers);
      expect(page.body.data).toEqual([answer.body]);
    }
  });

  test('another service waits for it, too: the order service for the product’s', async () => {
    const answer = await send(system.product, 'POST', products, {
      sku: newSku(),
      name: 'Mug',
      price: euros(1),
    });
    const headers = { 'Event-Position': answer.headers.get('Event-Position') ?? '' };
    const page = await send(system.order, 'GET', '/api/orders', undefined, headers);
    expect([page.status, page.headers.get('Read-Model-Stale')]).toEqual([200, null]);
  });

  test('a version that does not come is not waited for longer than two seconds', async () => {
    const { id } = await createProduct(system);
    const ask = async () => {
      const began = performance.now();
      const { status, headers, body } = await send(system.product, 'GET', `${products}/${id}?minVersion=7`);
      expect([status, headers.get('Read-Model-Stale'), body.version]).toEqual([200, 'true', 1]);
      return performance.now() - began;
    };
    // The shortest of some: it is how long the service waits, and not how busy the machine is.
    const times = await Promise.all(Array.from({ length: 5 }, (_, n) => sleep(200 * n).then(ask)));
    expect(Math.min(...times)).toBeLessThan(3500);
  });

  test('where another process projects, items and lists wait for it, and say so when it does not come', async () => {
    const api = await system.another('product', { ROLE: 'api' });
    const create = () => send(api, 'POST', products, { sku: newSku(), name: 'Mug', price: euros(1) });
    const positionOf = ({ headers }: Sent<unknown>) => ({
      'Event-Position': headers.get('Event-Position') ?? '',
    });
    const newest = (headers: Record<string, string>) =>
      send(api, 'GET', `${products}?limit=1`, undefined, headers);
    for (let round = 0; round < 5; round++) {
      const created = await create();
      const path = `${products}/${created.body.id}`;
      const page = await newest(positionOf(created));
      expect([page.body.data, page.headers.get('Read-Model-Stale')]).toEqual([[created.body], null]);
      const { body } = await send(api, 'POST', `${path}/price`, { price: euros(round + 2) });
      expect((await send(api, 'GET', `${path}?minVersion=2`)).body).toEqual(body);
    }
    await system.product.stop();
    const created = await create();
    const page = await newest(positionOf(created));
    expect(page.headers.get('Read-Model-Stale')).toBe('true');
    expect(page.body.data).not.toEqual([created.body]);
    // Whoever waits while it starts gets it as soon as it is there.
    const item = `${products}/${created.body.id}`;
    await system.product.start();
    await until('the worker has caught up', async () => (await send(api, 'GET', item)).status === 200);
    const fresh = await newest(positionOf(created));
    expect([fresh.body.data, fresh.headers.get('Read-Model-Stale')]).toEqual([[created.body], null]);
    await api.stop();
  });

  test.each(['no position', 'product.0', 'product.0@x-1', ''])('%j is no position', async (position) => {
    const { status, body } = await send(system.product, 'GET', products, undefined, {
      'Event-Position': position,
    });
    expect([status, body.code]).toEqual([400, 'malformed-request']);
  });
});

describe('pages', () => {
  test('every item once, in order, while others come and go', async () => {
    const category = `c-${randomUUID()}`;
    const made: Product[] = [];
    for (let n = 0; n < 25; n++) made.push(await createProduct(system, { category, price: euros(n % 3) }));
    for (const sort of ['createdAt', '-createdAt', 'price', '-price', 'sku', '-name']) {
      const seen: Product[] = [];
      let query = `?category=${category}&limit=4&sort=${sort}`;
      for (;;) {
        const { body } = await send(system.product, 'GET', products + query);
        seen.push(...body.data);
        await createProduct(system, { category: `other-${category}` });
        if (body.nextCursor === null) break;
        query = `?category=${category}&limit=4&sort=${sort}&cursor=${encodeURIComponent(body.nextCursor)}`;
      }
      expect(seen.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
      const key = (product: Product) =>
        sort.endsWith('price') ? product.price.amount : product[sort.replace('-', '') as 'sku'];
      const keys = seen.map(key);
      const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(keys).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted);
    }
  });

  test('a cursor of another list is refused', async () => {
    const { body } = await send(system.product, 'GET', `${products}?limit=1`);
    const cursor = encodeURIComponent(body.nextCursor);
    const wrong = [`?sort=sku&cursor=${cursor}`, `?status=archived&cursor=${cursor}`, '?cursor=nonsense'];
    for (const query of wrong) {
      const answer = await send(system.product, 'GET', products + query);
      expect([query, answer.status, answer.body.code]).toEqual([query, 400, 'malformed-request']);
    }
  });

  test('orders of one customer, and a history page by page', async () => {
    const product = await stockedProduct(system);
    const placed = await Promise.all(
      Array.from({ length: 5 }, () => placeOrder(system, [{ sku: product.sku, quantity: 1 }])),
    );
    for (const { body } of placed) await decided(system, body.id);
    const shown = await all<{ id: string }>(system.order, '/api/orders');
    expect(shown.map(({ id }) => id)).toEqual(expect.arrayContaining(placed.map(({ body }) => body.id)));
    await stockOf(system, product.id);
    const versions: number[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await send(
        system.inventory,
        'GET',
        `/api/inventories/${product.id}/history?limit=2${cursor}`,
      );
      versions.push(...body.data.map(({ version }: { version: number }) => version));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(versions).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

test('the typed client asks as the documents say, also for attributes', async () => {
  const client = clientOf(system.product.url);
  const { id } = await createProduct(system, { attributes: { glaze: 'matt', volumeMl: 350 } });
  await client.GET('/api/products/{id}', { params: { path: { id } } });
  const query = { attr: { glaze: 'matt', volumeMl: '350' }, status: ['active' as const] };
  const { data, error } = await client.GET('/api/products', { params: { query } });
  expect([error, data?.data.map((product) => product.id)]).toEqual([undefined, [id]]);
});

test('an id has one spelling: in upper case it is the same product', async () => {
  const product = await stockedProduct(system);
  const id = product.id.toUpperCase();
  expect((await send(system.product, 'GET', `${products}/${id}`)).body).toEqual(product);
  const twice = await send(system.inventory, 'POST', '/api/inventories', {
    productId: id,
    sku: product.sku,
    quantity: 1,
  });
  expect(twice).toMatchObject({ status: 409, body: { code: 'inventory-exists' } });
  expect(await send(system.order, 'GET', `/api/orders/${randomUUIDv7()}`)).toMatchObject({ status: 404 });
});
