/** An order that reaches the inventory before the event that created its product: the two are in different categories. */
import { keys, partitionOf } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send } from '../test/testing.ts';
import { type Lab, startLab } from './lab.ts';
import { deliveredTo } from './look/groups.ts';

const partitions = Array.from({ length: 8 }, (_, partition) => keys.events('product', partition));

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
  // The inventory has had all products that there will be.
  for (const stream of partitions) await lab.redis.xgroup('CREATE', stream, 'inventory', '999-0', 'MKSTREAM');
  await lab.consume();
});
afterAll(() => lab?.stop());

test('its stock is made for the order, and not again when the event comes', async () => {
  const body = { sku: 'FAST', name: 'Fast', price: { amount: 100, currency: 'EUR' } };
  const { id } = await send(lab, 'product', { method: 'POST', path: '/api/products', body });
  const order = { customerId: 'ann', lines: [{ sku: 'FAST', quantity: 2 }] };
  const placed = await send(lab, 'order', { method: 'POST', path: '/api/orders', body: order });
  await lab.caughtUp();
  const stock = () => send(lab, 'inventory', { method: 'GET', path: `/api/inventories/${id}` });
  expect(await stock()).toMatchObject({ onHand: 100, reserved: 2, version: 2 });
  const stream = keys.events('product', partitionOf(id, partitions.length));
  await lab.redis.xgroup('SETID', stream, 'inventory', '0');
  await until('the event comes', async () => (await deliveredTo(lab.redis, stream, 'inventory')).pos > 0);
  await lab.caughtUp();
  expect(await stock()).toMatchObject({ onHand: 100, reserved: 2, version: 2 });
  expect(await send(lab, 'order', { method: 'GET', path: `/api/orders/${placed.id}` })).toMatchObject({
    status: 'confirmed',
  });
});
