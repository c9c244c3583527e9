import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderPlaced } from '@quickmart/contracts/order';
import { openReadModels } from '@quickmart/projections';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { salesPerDay } from './sales.ts';
import { sales } from './schema.ts';
import { migrations } from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'quickmart-sales-'));
const ignore = () => {};
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
let readModels: Awaited<ReturnType<typeof openReadModels>>;
beforeAll(async () => {
  const url = `file:${join(folder, 'order.sqlite')}`;
  readModels = await openReadModels({ url, projections: [salesPerDay], migrations, log });
});
afterAll(async () => {
  await readModels.close();
  rmSync(folder, { recursive: true });
});

const productId = '019a0000-0000-7000-8000-000000000001';
const placed = (pos: number, partition: number, quantities: number[], at: string) => {
  const euros = (amount: number) => ({ amount, currency: 'EUR' });
  const lines = quantities.map((quantity) => ({
    ...{ productId, sku: 'MUG', name: 'Mug', quantity },
    ...{ unitPrice: euros(100), lineTotal: euros(100 * quantity) },
  }));
  return {
    ...orderPlaced({ customerId: 'c', lines, total: euros(0) }),
    ...{ category: 'order', partition, epoch: 1, pos, eventId: `e-${pos}`, aggregateId: `o-${pos}` },
    ...{ version: 1, at: Date.parse(at), meta: { correlationId: 'test' } },
  };
};

test('orders of all partitions add up per product and day, each once', async () => {
  const batch = [
    placed(1, 0, [2, 3], '2026-11-21T00:00:00.000Z'),
    placed(2, 1, [1], '2026-11-21T23:59:59.999Z'),
    placed(3, 0, [7], '2026-11-22T00:00:00.000Z'),
  ];
  await readModels.projector.apply('order', batch.slice(0, 2));
  await readModels.projector.apply('order', batch);
  const { rows } = await readModels.list(sales, { sort: { column: 'id', direction: 'asc' }, limit: 9 });
  const row = { productId, sku: 'MUG', currency: 'EUR' };
  expect(rows).toMatchObject([
    { ...row, day: '2026-11-21', units: 6, amount: 600 },
    { ...row, day: '2026-11-22', units: 7, amount: 700 },
  ]);
});
