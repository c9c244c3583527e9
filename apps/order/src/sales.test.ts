import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderCancelled, orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import type { ReadModels } from '@quickmart/projections';
import { openEmpty } from '@quickmart/projections/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sales } from './schema.ts';
import order from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'quickmart-sales-'));
const ignore = () => {};
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
let readModels: ReadModels;
beforeAll(async () => {
  const url = `file:${join(folder, 'order.sqlite')}`;
  readModels = await openEmpty({ url, projections: order.readModels, logger });
});
afterAll(async () => {
  await readModels.close();
  rmSync(folder, { recursive: true });
});

const productId = '019a0000-0000-7000-8000-000000000001';
const placed = (pos: number, partition: number, quantities: number[], at: string) => {
  const euros = (amount: number) => ({ amount, currency: 'EUR' });
  const lines = quantities.map((quantity) => ({
    productId,
    sku: 'MUG',
    name: 'Mug',
    quantity,
    unitPrice: euros(100),
    lineTotal: euros(100 * quantity),
  }));
  return {
    ...orderPlaced(plainOrder({ customerId: 'c', lines, total: euros(0), paymentMethod: null })),
    category: 'order',
    partition,
    epoch: 1,
    pos,
    eventId: `e-${pos}`,
    aggregateId: orderId(pos),
    version: 1,
    at: Date.parse(at),
    meta: { correlationId: 'test' },
  };
};
const orderId = (pos: number) => `019a0000-0000-7000-8000-00000000000${pos}`;
const cancelled = (pos: number, order: ReturnType<typeof placed>, by: 'customer' | 'system') => ({
  ...order,
  ...orderCancelled({ by, code: 'other', note: null }),
  pos,
  eventId: `e-${pos}`,
  version: 2,
  at: order.at + 86_400_000,
});

const all = async () => {
  const { rows } = await readModels.list(sales, { sort: { column: 'id', direction: 'asc' }, limit: 9 });
  return rows;
};
const row = { productId, sku: 'MUG', currency: 'EUR' };

test('orders of all partitions add up per product and day, each once', async () => {
  const batch = [
    placed(1, 0, [2, 3], '2026-11-21T00:00:00.000Z'),
    placed(2, 1, [1], '2026-11-21T23:59:59.999Z'),
    placed(3, 0, [7], '2026-11-22T00:00:00.000Z'),
  ];
  await readModels.projector.apply('order', batch.slice(0, 2));
  await readModels.projector.apply('order', batch);
  expect(await all()).toMatchObject([
    { ...row, day: '2026-11-21', units: 6, amount: 600 },
    { ...row, day: '2026-11-22', units: 7, amount: 700 },
  ]);
});

test('a cancelled order is taken off the day of its sale, whoever cancelled it, and once', async () => {
  const before = placed(4, 2, [4], '2026-11-21T12:00:00.000Z');
  await readModels.projector.apply('order', [before]);
  expect((await all())[0]).toMatchObject({ units: 10, amount: 1000 });
  const later = placed(6, 2, [5], '2026-11-23T12:00:00.000Z');
  const batch = [cancelled(5, before, 'customer'), later, cancelled(7, later, 'system')];
  await readModels.projector.apply('order', batch);
  await readModels.projector.apply('order', batch);
  expect(await all()).toMatchObject([
    { ...row, day: '2026-11-21', units: 6, amount: 600 },
    { ...row, day: '2026-11-22', units: 7, amount: 700 },
    // No sale, but a row: whether the two events come in one batch or in two makes no difference.
    { ...row, day: '2026-11-23', units: 0, amount: 0 },
  ]);
});
