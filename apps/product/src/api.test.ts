import { expect, test } from 'vitest';
import type { z } from 'zod';
import { changePrice, createProduct, createVariant, updateProduct } from './api.ts';

const productId = '019a0000-0000-7000-8000-000000000001';
const mug = { sku: 'MUG', name: 'Mug', price: { amount: 1, currency: 'EUR' } };
const attributes = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`a${n}`, n]));

test('defaults are filled in', () => {
  expect(createProduct.parse(mug)).toEqual({
    ...mug,
    description: '',
    category: null,
    attributes: {},
    media: [],
    options: {},
  });
});

test('an attribute __proto__ is left out, and reaches no prototype', () => {
  const attributes: unknown = JSON.parse('{"__proto__": "x", "constructor": "y"}');
  const parsed = updateProduct.parse({ attributes });
  expect(Object.entries(parsed.attributes ?? {})).toEqual([['constructor', 'y']]);
  expect(Object.getPrototypeOf(parsed.attributes)).toBe(Object.prototype);
});

test.each<[what: string, shape: z.ZodType, value: unknown, taken: boolean]>([
  ['50 attributes', createProduct, { ...mug, attributes: attributes(50) }, true],
  ['51 attributes', createProduct, { ...mug, attributes: attributes(51) }, false],
  [
    'an attribute of every kind',
    createProduct,
    { ...mug, attributes: { a: 'x', 'b.c-d_e': 1.5, F: true } },
    true,
  ],
  ['an attribute named by a digit', createProduct, { ...mug, attributes: { '1a': 1 } }, false],
  ['an attribute with a NUL in it', createProduct, { ...mug, attributes: { a: 'x\0' } }, false],
  ['an attribute that is null', createProduct, { ...mug, attributes: { a: null } }, false],
  [
    'an attribute that is not finite',
    createProduct,
    { ...mug, attributes: { a: Number.POSITIVE_INFINITY } },
    false,
  ],
  ['a field that there is not', createProduct, { ...mug, id: productId }, false],
  ['no name', createProduct, { ...mug, name: undefined }, false],
  ['an empty change', updateProduct, {}, false],
  ['a change of the SKU', updateProduct, { sku: 'B' }, false],
  ['a change that empties the category', updateProduct, { category: null }, true],
])('%s', (_, shape, value, taken) => {
  expect(shape.safeParse(value).success).toBe(taken);
});

test.each<[what: string, shape: z.ZodType, bodyOf: (price: object) => object]>([
  ['a product', createProduct, (price) => ({ ...mug, price })],
  ['a price', changePrice, (price) => ({ price })],
  ['a variant', createVariant, (price) => ({ sku: 'MUG', choices: { size: 'M' }, price })],
])('%s in a currency that there is not is refused', (_, shape, bodyOf) => {
  for (const currency of ['ZZZ', 'XAU', 'DEM', 'EUr']) {
    const { error } = shape.safeParse(bodyOf({ amount: 1999, currency }));
    expect(error?.issues.map(({ path }) => path)).toEqual([['price', 'currency']]);
  }
});
