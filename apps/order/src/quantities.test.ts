import { plainOrder } from '@quickmart/contracts/order/events';
import { expect, test } from 'vitest';
import { choose, countsOf, leftOf, linesOf, paidFor, returnableOf, unitsOf, worthOf } from './quantities.ts';
import type { Cancellation, Return, Shipment } from './state.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const line = (n: number, sku: string, quantity: number, total: number) => ({
  productId: uuid(n),
  sku,
  name: sku,
  quantity,
  unitPrice: euros(0),
  lineTotal: euros(total),
});
const input = { customerId: 'c', total: euros(0), paymentMethod: null };
// A product may be on several lines. 1000 cents for 3 cups cannot be split evenly.
const { lines } = plainOrder({
  ...input,
  lines: [line(1, 'MUG', 3, 1500), line(2, 'CUP', 3, 1000), line(1, 'MUG', 2, 1000)],
});
const some = (n: number, sku: string, quantity: number) => ({ productId: uuid(n), sku, quantity });
type Order = Parameters<typeof countsOf>[0];
const placed: Order = { lines, cancellations: [], shipments: [], returns: [] };

const sent = (order: Order, ...of: ReturnType<typeof some>[]): Order => {
  const shipment = { lines: unitsOf(order, of), status: 'delivered' } as unknown as Shipment;
  return { ...order, shipments: [...order.shipments, shipment] };
};
const cancelled = (order: Order, ...of: ReturnType<typeof some>[]): Order => {
  const cancellation = { lines: unitsOf(order, of) } as unknown as Cancellation;
  return { ...order, cancellations: [...order.cancellations, cancellation] };
};
const back = (order: Order, ...of: ReturnType<typeof some>[]): Order => ({
  ...order,
  returns: [...order.returns, { lines: of } as unknown as Return],
});
const leaving = (order: Order, wanted?: Parameters<typeof choose>[1]) =>
  choose(
    countsOf(order),
    wanted,
    { most: leftOf, words: (count) => `${leftOf(count)} are left` },
    'not-left',
  );
const coming = (order: Order, wanted?: Parameters<typeof choose>[1]) =>
  choose(countsOf(order), wanted, { most: returnableOf, words: () => 'no' }, 'not-ordered').chosen;

test('everything, a line per product', () => {
  const { chosen, faults } = leaving(placed);
  expect([linesOf(chosen), worthOf(chosen), faults]).toEqual([
    [some(1, 'MUG', 5), some(2, 'CUP', 3)],
    3500,
    [],
  ]);
});

test('some of it, by SKU or by id, named more than once', () => {
  const wanted = [
    { sku: 'MUG', quantity: 1 },
    { productId: uuid(1), quantity: 3 },
  ];
  const { chosen } = leaving(placed, wanted);
  expect([linesOf(chosen), worthOf(chosen)]).toEqual([[some(1, 'MUG', 4)], 2000]);
});

test('no more than is left, and nothing else: every fault is named', () => {
  const wanted = [
    { sku: 'MUG', quantity: 2 },
    { sku: 'MUG', quantity: 1 },
    { productId: uuid(9), quantity: 1 },
    { sku: 'mug', quantity: 1 },
  ];
  const order = cancelled(sent(placed, some(1, 'MUG', 2)), some(1, 'MUG', 1));
  expect(leaving(order, wanted).faults).toEqual([
    { pointer: '/lines/1/quantity', code: 'not-left', detail: '2 are left' },
    { pointer: '/lines/2/productId', code: 'not-left', detail: 'this was not ordered' },
    { pointer: '/lines/3/sku', code: 'not-left', detail: 'this was not ordered' },
  ]);
});

test('units that leave one by one, sent or cancelled, are worth what all of them are', () => {
  const one = [{ sku: 'CUP', quantity: 1 }];
  const first = sent(placed, some(2, 'CUP', 1));
  const second = cancelled(first, some(2, 'CUP', 1));
  expect([placed, first, second].map((order) => worthOf(leaving(order, one).chosen))).toEqual([
    333, 333, 334,
  ]);
});

test('what comes back is worth what was paid for it, whatever was cancelled in between', () => {
  const order = sent(cancelled(sent(placed, some(2, 'CUP', 1)), some(2, 'CUP', 1)), some(2, 'CUP', 1));
  expect(paidFor(order, coming(order))).toBe(333 + 334);
  const one = [{ sku: 'CUP', quantity: 1 }];
  const later = back(order, some(2, 'CUP', 1));
  expect([paidFor(order, coming(order, one)), paidFor(later, coming(later, one))]).toEqual([333, 334]);
});

test('only what has arrived can come back', () => {
  const [arrived] = sent(placed, some(1, 'MUG', 1)).shipments;
  const [going] = sent(placed, some(1, 'MUG', 1)).shipments;
  const order = { ...placed, shipments: [arrived!, { ...going!, status: 'in-transit' as const }] };
  expect(linesOf(coming(order))).toEqual([some(1, 'MUG', 1)]);
});
