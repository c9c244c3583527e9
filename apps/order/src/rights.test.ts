/** A customer reaches only their own orders; what is somebody else's is as if it were not there. */
import { randomUUIDv7 } from 'node:crypto';
import { type OrderEvents, orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { serviceOfTests } from '@quickmart/service/testing';
import { aggregate } from '@quickmart/streams';
import { expect, test } from 'vitest';
import order from './service.ts';

const service = serviceOfTests(order, { rights: true });
const { send } = service;
const [anna, bert] = [randomUUIDv7(), randomUUIDv7()];
const any = aggregate<null, OrderEvents>({ category: 'order', initial: null, evolve: {} as never });
const euros = { amount: 100, currency: 'EUR' };

async function placedBy(customerId: string): Promise<string> {
  const id = randomUUIDv7();
  const line = {
    productId: randomUUIDv7(),
    sku: 'MUG',
    name: 'Mug',
    quantity: 1,
    unitPrice: euros,
    lineTotal: euros,
  };
  const placed = orderPlaced(plainOrder({ customerId, lines: [line], total: euros, paymentMethod: null }));
  await service.store.decide(any, id, () => [placed], { at: Date.now(), meta: { correlationId: 'test' } });
  return id;
}

test('one’s own order is there, somebody else’s is 404, on every route for owners', async () => {
  const id = await placedBy(bert);
  const [asAnna, asBert] = [await service.issuer.as({ sub: anna }), await service.issuer.as({ sub: bert })];
  const read = (headers: Record<string, string>) =>
    send('GET', `/api/orders/${id}?minVersion=1`, undefined, headers);
  expect((await read(asBert)).body).toMatchObject({ id, customerId: bert });
  expect((await read(asAnna)).body.code).toBe('not-found');
  expect((await read(await service.issuer.as({ sub: anna, scope: 'orders:read' }))).status).toBe(200);
  expect((await send('POST', `/api/orders/${id}/cancel`, {}, asAnna)).body.code).toBe('not-found');
  expect((await send('GET', '/api/orders', undefined, asAnna)).body.data).toEqual([]);
  expect((await send('GET', `/api/orders?customerId=${bert}`, undefined, asAnna)).body.data).toEqual([]);
  expect((await send('GET', '/api/orders', undefined, asBert)).body.data).toHaveLength(1);
  expect((await send('POST', `/api/orders/${id}/ship`, {}, asBert)).status).toBe(403);
  const cancelled = await send('POST', `/api/orders/${id}/cancel`, {}, asBert);
  expect(cancelled.status).toBe(200);
  const [, last] = await service.store.history('order', id, { afterVersion: 0, limit: 2 });
  expect(last?.meta.actor).toBe(`user:${bert}`);
});

test('nobody orders for somebody else, but who may do it', async () => {
  const lines = [{ sku: 'NONE', quantity: 1 }];
  const place = async (customerId: string | undefined, of: object) =>
    (await send('POST', '/api/orders', { customerId, lines }, await service.issuer.as(of))).body.code;
  expect(await place(bert, { sub: anna })).toBe('not-found');
  // It is theirs, or they may: what is refused now is the product.
  expect(await place(undefined, { sub: anna })).toBe('product-unknown');
  expect(await place(anna, { sub: anna })).toBe('product-unknown');
  expect(await place(bert, { sub: anna, scope: 'orders:write' })).toBe('product-unknown');
  expect(await place(undefined, { kind: 'client', scope: 'orders:write' })).toBe('validation-failed');
});
