import { expect, test } from 'vitest';
import type { z } from 'zod';
import { placeOrder } from './placing-api.ts';
import { cancelOrder } from './progress-api.ts';

const productId = '019a0000-0000-7000-8000-000000000001';
const ordered = { customerId: 'c', lines: [{ sku: 'MUG', quantity: 1 }] };
const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`key${n}`, '']));
const price = { amount: 1, currency: 'EUR' };

test('defaults are filled in', () => {
  expect(cancelOrder.parse({})).toEqual({ code: 'customer-request' });
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
  ['50 keys', placeOrder, { ...ordered, metadata: keys(50) }, true],
  ['51 keys', placeOrder, { ...ordered, metadata: keys(51) }, false],
  ['a key that is none', placeOrder, { ...ordered, metadata: { 'a b': 'c' } }, false],
  ['a value that is no text', placeOrder, { ...ordered, metadata: { a: 1 } }, false],
  ['a language tag', placeOrder, { ...ordered, locale: 'de-Latn-DE-1996' }, true],
  ['no language tag', placeOrder, { ...ordered, locale: 'Deutsch, bitte' }, false],
  ['no e-mail address', placeOrder, { ...ordered, email: 'anna' }, false],
  ['a bill without a parcel', placeOrder, { ...ordered, addresses: { billing: {} } }, false],
  ['a blank note', cancelOrder, { note: ' ' }, false],
  ['a code that only the system gives', cancelOrder, { code: 'payment-late' }, false],
])('%s', (_, shape, value, taken) => {
  expect(shape.safeParse(value).success).toBe(taken);
});
