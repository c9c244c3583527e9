import { expect, test } from 'vitest';
import { reconcile, type Stock } from './stock.ts';

const stock = (onHand: number, reserved: number): Stock => ({
  onHand,
  reserved,
  available: onHand - reserved,
});
const mugs = (quantity: number) => ({ sku: 'mug', quantity });
const before = new Map([['mug', stock(100, 5)]]);

test('the lines of confirmed orders are what is reserved of a product, whoever has placed them', () => {
  const found = reconcile(before, [mugs(5), mugs(3), mugs(4)], new Map([['mug', stock(100, 12)]]));
  expect(found).toEqual({ products: 1, unitsHeld: 12, differences: [] });
});

test.each([
  ['a unit too many reserved', stock(100, 9)],
  ['a unit too few reserved', stock(100, 7)],
  ['something shipped', stock(99, 8)],
  ['an available that does not add up', { onHand: 100, reserved: 8, available: 91 }],
  ['no stock at all', undefined],
])('%s is a difference', (_, actual) => {
  const after = new Map(actual ? [['mug', actual]] : []);
  expect(reconcile(before, [mugs(8)], after).differences).toEqual([
    { sku: 'mug', expected: stock(100, 8), actual },
  ]);
});
