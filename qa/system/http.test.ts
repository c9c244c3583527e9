/** What the public interface promises, on the services as they run: versions, repeats, reads after writes, pages. */
import { randomUUID } from 'node:crypto';
import type { Product } from '@quickmart/contracts/product';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from '../src/openapi/client.ts';
import {
  all,
  createProduct,
  euros,
  historyOf,
  newSku,
  placeOrder,
  type Sent,
  send,
  settled,
  stockedProduct,
  stockOf,
} from './shop.ts';
import { type System, startSystem, until } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const products = '/api/products';
const patch = (id: string, body: object, headers?: Record<string, string>) =>
  send(system.product, 'PATCH', `${products}/${id}`, body, headers);

describe('ETag and If-Match', () => {
  test('a change names the version that it is of', async () => {
    const { id } = await createProduct(system);
    const path = `${products}/${id}`;
    expect(await patch(id, { name: 'B' })).toMatchObject({ status: 428, body: { code: 'version-required' } });
    const changed = await patch(id, { name: 'B' }, { 'If-Match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'B', version: 2 } });
    expect(changed.headers.get('ETag')).toBe('"2"');
    const stale = { status: 412, body: { code: 'version-stale' } };
    expect(await patch(id, { name: 'C' }, { 'If-Match': '"1"' })).toMatchObject(stale);
    expect(await send(system.product, 'DELETE', path, undefined, { 'If-Match': '"1"' })).toMatchObject(stale);
    expect(
      await send(system.product, 'POST', `${path}/price`, { price: euros(1) }, { 'If-Match': '"1"' }),
    ).toMatchObject(stale);
    expect(await patch(id, { name: 'C' }, { 'If-Match': 'W/"2"' })).toMatchObject({ status: 400 });
    expect(await patch(id, { name: 'C' }, { 'If-Match': '*' })).toMatchObject({
      status: 200,
      body: { version: 3 },
    });
  });

  test('of ten changes to one version, one is made', async () => {
    const { id } = await stockedProduct(system);
    const put = (quantity: number) =>
      send(
        system.inventory,
        'PUT',
        `/api/inventories/${id}`,
        { quantity, reason: 'count' },
        { 'If-Match': '"1"' },
      );
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => put(20 + n)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    const made = answers.find(({ status }) => status === 200);
    const { body } = await send(system.inventory, 'GET', `/api/inventories/${id}?minVersion=2`);
    expect(body).toMatchObject({ onHand: made?.body.onHand, version: 2 });
  });

  test('what is read has the ETag to change it with, and is not sent again', async () => {
    const { id } = await createProduct(system);
    const read = await send(system.product, 'GET', `${products}/${id}`);
    const etag = read.headers.get('ETag') ?? '';
    expect(etag).toBe('"1"');
    const again = await send(system.product, 'GET', `${products}/${id}`, undefined, {
      'If-None-Match': etag,
    });
    expect(again).toMatchObject({ status: 304, body: '' });
    expect((await patch(id, { name: 'B' }, { 'If-Match': etag })).status).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  const product = () => ({ sku: newSku(), name: 'Mug', price: euros(1) });
  const post = (path: string, body: unknown, key: string) =>
    send(system.product, 'POST', path, body, { 'Idempotency-Key': key });
  /** Everything of an answer but what belongs to the one request. */
  const outcome = ({ status, headers, body }: Sent<unknown>) => ({
    status,
    body,
    ...Object.fromEntries(
      ['Location', 'ETag', 'Event-Position', 'Content-Type'].map((name) => [name, headers.get(name)]),
    ),
  });

  test('a repeat gets the first answer, whatever has happened since', async () => {
    const [body, key] = [product(), randomUUID()];
    const first = await post(products, body, key);
    expect(first.status).toBe(201);
    expect(first.headers.get('Location')).toBe(`${products}/${first.body.id}`);
    expect(first.headers.get('Idempotency-Replayed')).toBeNull();
    await patch(first.body.id, { name: 'B' }, { 'If-Match': '"1"' });
    const again = await post(products, body, key);
    expect(outcome(again)).toEqual(outcome(first));
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  });

  test('another body under the same key is refused; the same key elsewhere is another one', async () => {
    const [body, key] = [product(), randomUUID()];
    const { body: created } = await post(products, body, key);
    expect(await post(products, { ...body, name: 'B' }, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await post(`${products}/${created.id}/price`, { price: euros(2) }, key)).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
  });

  test('twenty at once: one product, and nobody is told anything else', async () => {
    const [body, key] = [product(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(products, body, key)));
    const created = answers.filter(({ status }) => status === 201);
    const others = answers.filter(({ status }) => status !== 201);
    expect(new Set(created.map(({ body }) => body.id)).size).toBe(1);
    for (const answer of others)
      expect(answer).toMatchObject({ status: 409, body: { code: 'request-in-progress' } });
    expect(outcome(await post(products, body, key))).toEqual(outcome(created[0]!));
    const { body: page } = await send(system.product, 'GET', `${products}?sku=${body.sku}&includeTotal=true`);
    expect(page.total).toBe(1);
  });

  test('a refusal is repeated, too; input that has to be mended is not held against its key', async () => {
    const [body, key] = [product(), randomUUID()];
    await createProduct(system, { sku: body.sku });
    const refused = await post(products, body, key);
    expect(refused).toMatchObject({ status: 409, body: { code: 'sku-taken' } });
    expect(outcome(await post(products, body, key))).toEqual(outcome(refused));
    const [mended, other] = [product(), randomUUID()];
    expect(await post(products, { ...mended, name: '' }, other)).toMatchObject({
      status: 422,
      body: { code: 'validation-failed' },
    });
    expect(await post(products, mended, other)).toMatchObject({ status: 201 });
  });

  test('an adjustment of stock counts once', async () => {
    const { id } = await stockedProduct(system);
    const adjust = () =>
      send(
        system.inventory,
        'POST',
        `/api/inventories/${id}/adjustments`,
        { delta: 5, reason: 'received' },
        { 'Idempotency-Key': 'PO-1042' },
      );
    const answers = [await adjust(), await adjust(), await adjust()];
    expect(answers.map(({ body }) => body.onHand)).toEqual([105, 105, 105]);
    expect(await historyOf(system.inventory, `/api/inventories/${id}`)).toHaveLength(2);
  });
});

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
    const began = performance.now();
    const { status, headers, body } = await send(system.product, 'GET', `${products}/${id}?minVersion=7`);
    expect({ status, stale: headers.get('Read-Model-Stale'), version: body.version }).toEqual({
      status: 200,
      stale: 'true',
      version: 1,
    });
    expect(performance.now() - began).toBeLessThan(3500);
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
    const wrong = [`?sort=sku&cursor=${cursor}`, `?status=active&cursor=${cursor}`, '?cursor=nonsense'];
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
    for (const { body } of placed) await settled(system, body.id);
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

test('of two creates of one SKU in two processes, one is made, and the other is told whose it is', async () => {
  const second = await system.another('product');
  for (let round = 0; round < 10; round++) {
    const body = { sku: newSku(), name: 'Mug', price: euros(1) };
    const answers = await Promise.all(
      [system.product, second].map((service) => send(service, 'POST', products, body)),
    );
    const made = answers.find(({ status }) => status === 201);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'sku-taken', detail: expect.stringContaining(made?.body.id) });
  }
  expect(await second.stop()).toBe(0);
});

test('the typed client asks as the documents say: attributes are parameters of their own', async () => {
  const client = clientOf('product', system.product.url);
  const { id } = await createProduct(system, { attributes: { glaze: 'matt', volumeMl: 350 } });
  await client.GET('/api/products/{id}', { params: { path: { id } } });
  const query = { attributes: { 'attr.glaze': 'matt', 'attr.volumeMl': '350' }, status: 'active' as const };
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
  expect(await send(system.order, 'GET', `/api/orders/${uuidv7()}`)).toMatchObject({ status: 404 });
});
