import { expect, test } from 'vitest';
import { returnedLines } from './returns.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const line = (n: number, sku: string, quantity: number, price: number) => ({
  productId: uuid(n),
  sku,
  name: sku,
  quantity,
  unitPrice: euros(price),
  lineTotal: euros(price * quantity),
  priceList: null,
  discounts: [],
  tax: [],
  total: euros(price * quantity),
});
const lines = [line(1, 'MUG', 3, 500), line(2, 'CUP', 1, 450), line(1, 'MUG', 2, 500)];
const back = (n: number, sku: string, quantity: number) => ({ productId: uuid(n), sku, quantity });

test('everything, a line per product', () => {
  const returned = [back(1, 'MUG', 5), back(2, 'CUP', 1)];
  expect(returnedLines(lines, undefined, [])).toEqual({ returned, amount: 2950 });
});

test('some of it, by SKU or by id, named more than once', () => {
  const wanted = [
    { sku: 'MUG', quantity: 1 },
    { productId: uuid(1), quantity: 3 },
  ];
  expect(returnedLines(lines, wanted, [])).toEqual({ returned: [back(1, 'MUG', 4)], amount: 2000 });
});

test('no more than was ordered, and nothing else', () => {
  const wanted = [
    { sku: 'MUG', quantity: 5 },
    { sku: 'MUG', quantity: 1 },
    { productId: uuid(9), quantity: 1 },
    { sku: 'mug', quantity: 1 },
  ];
  const errors = [
    { pointer: '/lines/1/quantity', code: 'not-ordered', detail: '5 were ordered' },
    { pointer: '/lines/2/productId', code: 'not-ordered', detail: 'this was not ordered' },
    { pointer: '/lines/3/sku', code: 'not-ordered', detail: 'this was not ordered' },
  ];
  expect(() => returnedLines(lines, wanted, [])).toThrow(
    expect.objectContaining({ code: 'not-ordered', members: { errors } }),
  );
});

test('what has come back before cannot come back again; left out, it is all that is left', () => {
  const before = [{ lines: [back(1, 'MUG', 3)] }, { lines: [back(1, 'MUG', 1)] }];
  const rest = { returned: [back(1, 'MUG', 1), back(2, 'CUP', 1)], amount: 950 };
  expect(returnedLines(lines, undefined, before)).toEqual(rest);
  const errors = [
    { pointer: '/lines/0/quantity', code: 'not-ordered', detail: '5 were ordered, 4 have come back' },
  ];
  expect(() => returnedLines(lines, [{ sku: 'MUG', quantity: 2 }], before)).toThrow(
    expect.objectContaining({ code: 'not-ordered', members: { errors } }),
  );
});
