import { expect, test } from 'vitest';
import type { z } from 'zod';
import { cancelOrder, placeOrder } from './api.ts';

const productId = '019a0000-0000-7000-8000-000000000001';
const ordered = { customerId: 'c', lines: [{ sku: 'MUG', quantity: 1 }] };
const price = { amount: 1, currency: 'EUR' };

test('defaults are filled in', () => {
  expect(cancelOrder.parse({})).toEqual({ reason: 'cancelled by the customer' });
});

test.each<[what: string, shape: z.ZodType, value: unknown, taken: boolean]>([
  ['900 lines', placeOrder, { ...ordered, lines: Array(900).fill(ordered.lines[0]) }, true],
  ['901 lines', placeOrder, { ...ordered, lines: Array(901).fill(ordered.lines[0]) }, false],
  ['no lines', placeOrder, { ...ordered, lines: [] }, false],
  [
    'a line by id and SKU',
    placeOrder,
    { ...ordered, lines: [{ productId, sku: 'MUG', quantity: 1 }] },
    false,
  ],
  [
    'a line with a price',
    placeOrder,
    { ...ordered, lines: [{ ...ordered.lines[0], unitPrice: price }] },
    false,
  ],
  ['a customer of 64', placeOrder, { ...ordered, customerId: 'c'.repeat(64) }, true],
  ['a customer of 65', placeOrder, { ...ordered, customerId: 'c'.repeat(65) }, false],
  ['a blank reason', cancelOrder, { reason: ' ' }, false],
])('%s', (_, shape, value, taken) => {
  expect(shape.safeParse(value).success).toBe(taken);
});
