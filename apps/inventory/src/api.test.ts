import { expect, test } from 'vitest';
import type { z } from 'zod';
import { adjustment, createInventory } from './api.ts';

const productId = '019a0000-0000-7000-8000-000000000001';

test.each<[what: string, shape: z.ZodType, value: unknown, taken: boolean]>([
  ['no stock', createInventory, { productId, sku: 'MUG', quantity: 0 }, true],
  ['less than no stock', createInventory, { productId, sku: 'MUG', quantity: -1 }, false],
  ['a difference', adjustment, { delta: -5, reason: 'damaged' }, true],
  ['a difference of nothing', adjustment, { delta: 0, reason: 'damaged' }, false],
  ['a difference of minus nothing', adjustment, { delta: -0, reason: 'damaged' }, false],
  ['a count', adjustment, { quantity: 0, expectedQuantity: 5, reason: 'count', reference: 'R' }, true],
  ['a count without expectation', adjustment, { quantity: 0, reason: 'count' }, false],
  ['both', adjustment, { delta: 1, quantity: 0, expectedQuantity: 5, reason: 'count' }, false],
  ['no reason', adjustment, { delta: 1 }, false],
  ['a reason that there is not', adjustment, { delta: 1, reason: 'theft' }, false],
])('%s', (_, shape, value, taken) => {
  expect(shape.safeParse(value).success).toBe(taken);
});
