/** From a product to its stock, to an order, and back. */
import { randomUUIDv7 } from 'node:crypto';
import { until } from '@quickmart/streams/testing';
import { describe, expect, test } from 'vitest';
import {
  createProduct,
  decided,
  euros,
  historyOf,
  knownToOrders,
  newSku,
  orderOf,
  placeOrder,
  send,
  stockedProduct,
  stockOf,
} from './shop.ts';
import { systemOfTests } from './system.ts';

const system = systemOfTests();

const reserved = (productId: string, wanted: number) =>
  until(`${wanted} of ${productId} are reserved`, async () => {
    const stock = await stockOf(system, productId);
    return stock.reserved === wanted && stock;
  });

test('a new product has 100 in stock, within a second where the machine has one', async () => {
  let fastestMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 10; round++) {
    const { id: productId, sku } = await createProduct(system);
    const began = performance.now();
    const stock = await stockOf(system, productId);
    fastestMs = Math.min(fastestMs, performance.now() - began);
    expect(stock).toMatchObject({ productId, sku, onHand: 100, reserved: 0, available: 100 });
  }
  // The fastest of ten: one that waits for a turn of something takes it every time, a busy machine does not.
  expect(fastestMs).toBeLessThan(1000);
});

test('an order within the stock is confirmed, and its stock set aside', async () => {
  const [mug, cup] = [await stockedProduct(system), await stockedProduct(system, { price: euros(250) })];
  const placed = await placeOrder(system, [
    { sku: mug.sku, quantity: 3 },
    { productId: cup.id, quantity: 2 },
    { productId: mug.id, quantity: 1 },
  ]);
  expect(placed).toMatchObject({ status: 201, body: { status: 'pending', total: euros(5696), version: 1 } });
  const confirmed = await decided(system, placed.body.id);
  expect(confirmed).toEqual({
    ...placed.body,
    status: 'confirmed',
    payment: {
      id: expect.any(String),
      status: 'authorized',
      authorized: euros(5696),
      captured: euros(0),
      refunded: euros(0),
    },
    version: confirmed.version,
    updatedAt: confirmed.updatedAt,
  });
  expect(await reserved(mug.id, 4)).toMatchObject({ onHand: 100, available: 96 });
  expect(await reserved(cup.id, 2)).toMatchObject({ onHand: 100, available: 98 });
  const status = await until('the reservation is confirmed', async () => {
    const { body } = await send(system.inventory, 'GET', `/api/reservations/${placed.body.id}`);
    return body.status === 'confirmed' && body;
  });
  expect(status).toMatchObject({
    expiresAt: null,
    lines: [{ productId: mug.id, quantity: 4 }, { quantity: 2 }],
  });
});

test('an order beyond the stock is cancelled as a whole, and says what is short', async () => {
  const [mug, cup] = [await stockedProduct(system), await stockedProduct(system)];
  const lines = [
    { sku: mug.sku, quantity: 1000 },
    { sku: cup.sku, quantity: 1 },
  ];
  const placed = await placeOrder(system, lines);
  expect(placed.status).toBe(201);
  expect(await decided(system, placed.body.id)).toMatchObject({
    status: 'cancelled',
    reason: 'shortage',
    shortages: [{ productId: mug.id, sku: mug.sku, requested: 1000, available: 100 }],
  });
  for (const { id } of [mug, cup])
    expect(await stockOf(system, id)).toMatchObject({ onHand: 100, reserved: 0, version: 1 });
});

test('an order may follow its product at once, before any service has seen it', async () => {
  const orders = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      const product = await createProduct(system);
      const line =
        n % 2 ? { sku: product.sku, quantity: 3 } : { productId: product.id.toUpperCase(), quantity: 3 };
      const placed = await placeOrder(system, [line]);
      expect(placed).toMatchObject({ status: 201, body: { lines: [{ productId: product.id }] } });
      expect(await orderOf(system, placed.body.id)).toMatchObject({ id: placed.body.id });
      return { id: placed.body.id, productId: product.id };
    }),
  );
  for (const { id, productId } of orders) {
    expect(await decided(system, id)).toMatchObject({ status: 'confirmed' });
    expect(await reserved(productId, 3)).toMatchObject({ onHand: 100 });
    const events = await historyOf(system.inventory, `/api/inventories/${productId}`);
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'InventoryCreatedEvent',
      'StockAllocatedEvent',
    ]);
  }
});

test('the last units are sold once', async () => {
  const product = await stockedProduct(system);
  const placed = await Promise.all(
    Array.from({ length: 20 }, () => placeOrder(system, [{ sku: product.sku, quantity: 9 }])),
  );
  const orders = await Promise.all(placed.map(({ body }) => decided(system, body.id)));
  expect(orders.filter(({ status }) => status === 'confirmed')).toHaveLength(11);
  expect(await reserved(product.id, 99)).toMatchObject({ onHand: 100, available: 1 });
});

describe('cancel', () => {
  const cancel = (id: string, body?: object) => send(system.order, 'POST', `/api/orders/${id}/cancel`, body);

  test('gives the stock back, and another order can have it', async () => {
    const product = await stockedProduct(system);
    const first = await placeOrder(system, [{ sku: product.sku, quantity: 100 }]);
    const { version } = await decided(system, first.body.id);
    expect(await cancel(first.body.id, { reason: 'ordered twice' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled', reason: 'ordered twice', version: version + 1 },
    });
    expect(await reserved(product.id, 0)).toMatchObject({ onHand: 100, available: 100 });
    const second = await placeOrder(system, [{ sku: product.sku, quantity: 100 }]);
    expect(await decided(system, second.body.id)).toMatchObject({ status: 'confirmed' });
  });

  test('before the inventory has answered: nothing stays set aside', async () => {
    const product = await stockedProduct(system);
    const orders = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { body } = await placeOrder(system, [{ sku: product.sku, quantity: 1 }]);
        const cancelled = await cancel(body.id);
        expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled' } });
        return body.id;
      }),
    );
    // This one has to pass behind all of them only if they gave back everything.
    const last = await placeOrder(system, [{ sku: product.sku, quantity: 91 }]);
    await decided(system, last.body.id);
    for (const id of orders) {
      const { body } = await until('the reservation is released', async () => {
        const answer = await send(system.inventory, 'GET', `/api/reservations/${id}`);
        return answer.body.status === 'released' && answer;
      });
      expect(body.lines).toEqual([{ productId: product.id, sku: product.sku, quantity: 1 }]);
      expect(await orderOf(system, id)).toMatchObject({ status: 'cancelled' });
    }
    const { status } = await decided(system, last.body.id);
    await reserved(product.id, status === 'confirmed' ? 91 : 0);
  });

  test('once: a second time, and a cancelled one, are refused', async () => {
    const product = await stockedProduct(system);
    const { body } = await placeOrder(system, [{ sku: product.sku, quantity: 1000 }]);
    await decided(system, body.id);
    expect(await cancel(body.id)).toMatchObject({ status: 409, body: { code: 'order-not-cancellable' } });
    expect(await cancel(randomUUIDv7())).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('what cannot be ordered', () => {
  test('an archived product, and again after it is restored', async () => {
    const product = await stockedProduct(system);
    const archived = await send(system.product, 'DELETE', `/api/products/${product.id}`, undefined, {
      'If-Match': '"1"',
    });
    expect(archived).toMatchObject({ status: 200, body: { status: 'archived', version: 2 } });
    await knownToOrders(system, archived.headers);
    expect(await placeOrder(system, [{ sku: product.sku, quantity: 1 }])).toMatchObject({
      status: 422,
      body: { code: 'product-unknown', errors: [{ pointer: '/lines/0/sku', code: 'archived' }] },
    });
    const restored = await send(system.product, 'POST', `/api/products/${product.id}/restore`);
    await knownToOrders(system, restored.headers);
    expect(await placeOrder(system, [{ sku: product.sku, quantity: 1 }])).toMatchObject({ status: 201 });
  });

  test('a product that there is not, among others', async () => {
    const product = await stockedProduct(system);
    const lines = [
      { sku: product.sku, quantity: 1 },
      { sku: newSku(), quantity: 1 },
      { productId: randomUUIDv7(), quantity: 1 },
    ];
    const pointers = [{ pointer: '/lines/1/sku' }, { pointer: '/lines/2/productId' }];
    expect(await placeOrder(system, lines)).toMatchObject({
      status: 422,
      body: { code: 'product-unknown', errors: pointers },
    });
  });
});

test('an order of 900 products is reserved in one step, and given back in one', async () => {
  const skus = Array.from({ length: 900 }, newSku);
  await importAll(skus.map((sku) => ({ sku, name: 'ß'.repeat(200), price: euros(1299) })));
  const lines = skus.map((sku) => ({ sku, quantity: 1 }));
  const placed = await placeOrder(system, lines, { 'Idempotency-Key': 'a large order' });
  expect(placed).toMatchObject({ status: 201, body: { total: euros(1299 * 900) } });
  const order = await decided(system, placed.body.id);
  expect(order).toMatchObject({ status: 'confirmed' });
  expect(order.lines.map(({ sku }) => sku)).toEqual(skus);
  await send(system.order, 'POST', `/api/orders/${order.id}/cancel`);
  for (const line of [order.lines[0], order.lines[899]]) await reserved(line?.productId ?? '', 0);
});

async function importAll(products: object[]): Promise<void> {
  const file = products.map((product) => JSON.stringify(product)).join('\n');
  const type = { 'Content-Type': 'application/x-ndjson' };
  const { body } = await send<string>(system.product, 'POST', '/api/products/import', file, type);
  expect(body.match(/"status":"created"/g)).toHaveLength(products.length);
}
