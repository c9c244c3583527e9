import {
  inventoryCreated,
  inventoryRemoved,
  lowStockDetected,
  stockAdjusted,
  stockAllocated,
  stockDeallocated,
  stockWithdrawn,
} from '@quickmart/contracts/inventory/events';
import { registry } from '@quickmart/contracts/registry';
import { shownState } from '@quickmart/service';
import { givenWith } from '@quickmart/streams/given';
import { describe, expect, test } from 'vitest';
import { limits } from './limits.ts';
import { inventories } from './read-models.ts';
import {
  adjust,
  allocate,
  available,
  create,
  createFor,
  deallocate,
  detectLow,
  remove,
  replace,
  restock,
  stockItem,
  withdraw,
} from './stock-item.ts';

const { given } = givenWith(registry);
const productId = '019a0000-0000-7000-8000-000000000001';
const orderId = '019a0000-0000-7000-8000-00000000000a';
const sourceEventId = '019a0000-0000-7000-8000-0000000000e1';
const sku = 'MUG-BLUE-350';
const hundred = inventoryCreated({ productId, sku, quantity: 100, sourceEventId });
const allocated = (quantity: number, reserved: number) => stockAllocated({ orderId, quantity, reserved });
const adjusted = (delta: number, onHand: number) =>
  stockAdjusted({ delta, onHand, reason: 'count', reference: null });
const threshold = 10;
const low = (available: number) => lowStockDetected({ sku, available, threshold });
const removed = inventoryRemoved({ onHand: 100 });

const none = given(stockItem, []);
const full = given(stockItem, [hundred]);
const partly = given(stockItem, [hundred, allocated(30, 30)]);
const gone = given(stockItem, [hundred, removed]);

describe('created for a product', () => {
  const first = { productId, sku, quantity: 100 };
  test('once, however often the event comes', () => {
    none.when((s) => createFor(s, first, sourceEventId)).then([hundred]);
    none
      .when((s) => createFor(s, { ...first, quantity: 0 }, sourceEventId))
      .then([inventoryCreated({ ...first, quantity: 0, sourceEventId })]);
    full.when((s) => createFor(s, first, sourceEventId)).then([]);
    partly.when((s) => createFor(s, first, sourceEventId)).then([]);
  });

  test('not again after it was removed', () => {
    gone.when((s) => createFor(s, first, sourceEventId)).then([]);
  });
});

test('created by hand, also after it was removed', () => {
  const input = { productId, sku, quantity: 7 };
  const byHand = inventoryCreated({ ...input, sourceEventId: null });
  none.when((s, version) => create(s, version, input)).then([byHand]);
  gone.when((s, version) => create(s, version, input)).then([byHand]);
  full.when((s, version) => create(s, version, input)).refuses('inventory-exists');
  none.when((s) => create(s, 3, input)).refuses('inventory-exists'); // an order's id
  expect(given(stockItem, [hundred, removed, byHand]).state).toMatchObject({
    onHand: 7,
    reserved: 0,
    removed: false,
  });
});

describe('adjust by a difference', () => {
  const by = (delta: number) => ({ delta, reason: 'count' }) as const;
  test.each([
    ['up', full, 1, [adjusted(1, 101)]],
    ['down to nothing', full, -100, [adjusted(-100, 0), low(0)]],
    ['down to what is reserved', partly, -70, [adjusted(-70, 30), low(0)]],
    [
      'up to the most there can be',
      full,
      limits.quantityMax - 100,
      [adjusted(limits.quantityMax - 100, limits.quantityMax)],
    ],
  ])('%s', (_, stock, delta, events) => {
    stock.when((s) => adjust(s, by(delta), threshold)).then(events);
  });

  test.each([
    ['no stock', none, 1, 'not-found'],
    ['removed stock', gone, 1, 'not-found'],
    ['below nothing', full, -101, 'out-of-stock'],
    ['below what is reserved', partly, -71, 'out-of-stock'],
    ['above the most there can be', full, limits.quantityMax - 99, 'limit-reached'],
  ])('is refused: %s', (_, stock, delta, code) => {
    stock.when((s) => adjust(s, by(delta), threshold)).refuses(code);
  });

  test('a refusal says what is available', () => {
    const shortages = [{ productId, sku, requested: 71, available: 70 }];
    partly.when((s) => adjust(s, by(-71), threshold)).refuses('out-of-stock', { members: { shortages } });
  });

  test('keeps reason and reference', () => {
    full
      .when((s) => adjust(s, { delta: 5, reason: 'received', reference: 'PO-1042' }, threshold))
      .then([stockAdjusted({ delta: 5, onHand: 105, reason: 'received', reference: 'PO-1042' })]);
  });
});

describe('adjust by a count', () => {
  const count = (quantity: number, expectedQuantity: number) =>
    ({ quantity, expectedQuantity, reason: 'count' }) as const;
  test('holds only where the stock is what was expected', () => {
    full.when((s) => adjust(s, count(80, 100), threshold)).then([adjusted(-20, 80)]);
    full.when((s) => adjust(s, count(80, 99), threshold)).refuses('stock-changed');
    full.when((s) => adjust(s, count(100, 99), threshold)).refuses('stock-changed');
    partly.when((s) => adjust(s, count(29, 100), threshold)).refuses('out-of-stock');
    partly.when((s) => adjust(s, count(29, 70), threshold)).refuses('stock-changed');
    none.when((s) => adjust(s, count(0, 0), threshold)).refuses('not-found');
  });

  test('a count that finds nothing new changes nothing', () => {
    full.when((s) => adjust(s, count(100, 100), threshold)).then([]);
  });
});

describe('low stock', () => {
  const by = (delta: number) => ({ delta, reason: 'count' }) as const;
  const decide = (delta: number) => (s: typeof full.state) => adjust(s, by(delta), threshold);
  const few = given(stockItem, [hundred, adjusted(-91, 9), low(9)]);

  test('is reported at the threshold, not above it', () => {
    full.when(decide(-89)).then([adjusted(-89, 11)]);
    full.when(decide(-90)).then([adjusted(-90, 10), low(10)]);
  });

  test('is reported once, until there was more than the threshold', () => {
    few.when(decide(-1)).then([adjusted(-1, 8)]);
    few.when(decide(1)).then([adjusted(1, 10)]);
    given(stockItem, [hundred, adjusted(-91, 9), low(9), adjusted(2, 11)])
      .when(decide(-1))
      .then([adjusted(-1, 10), low(10)]);
  });

  test('is of what is available: reservations count, and what they give back', () => {
    const nearly = given(stockItem, [hundred, allocated(90, 90)]);
    nearly.when((s) => detectLow(s, threshold)).then([low(10)]);
    given(stockItem, [hundred, allocated(90, 90), low(10)])
      .when((s) => detectLow(s, threshold))
      .then([]);
    const given1 = stockDeallocated({ orderId, quantity: 1, reserved: 89 });
    given(stockItem, [hundred, allocated(90, 90), low(10), given1, allocated(2, 91)])
      .when((s) => detectLow(s, threshold))
      .then([low(9)]);
    partly.when((s) => detectLow(s, threshold)).then([]);
  });

  test('is not reported of stock that there is not, nor when there is more of it', () => {
    none.when((s) => detectLow(s, threshold)).then([]);
    gone.when((s) => detectLow(s, threshold)).then([]);
    given(stockItem, [inventoryCreated({ productId, sku, quantity: 3, sourceEventId })])
      .when(decide(1))
      .then([adjusted(1, 4)]);
  });
});

test('replace', () => {
  full
    .when((s) => replace(s, { quantity: 0, reason: 'damaged', reference: 'R-1' }, threshold))
    .then([stockAdjusted({ delta: -100, onHand: 0, reason: 'damaged', reference: 'R-1' }), low(0)]);
  full.when((s) => replace(s, { quantity: 100, reason: 'count' }, threshold)).then([]);
  partly
    .when((s) => replace(s, { quantity: 30, reason: 'count' }, threshold))
    .then([adjusted(-70, 30), low(0)]);
  partly.when((s) => replace(s, { quantity: 29, reason: 'count' }, threshold)).refuses('out-of-stock');
  none.when((s) => replace(s, { quantity: 1, reason: 'count' }, threshold)).refuses('not-found');
  gone.when((s) => replace(s, { quantity: 1, reason: 'count' }, threshold)).refuses('not-found');
});

test('remove', () => {
  full.when(remove).then([removed]);
  given(stockItem, [hundred, allocated(30, 30), stockDeallocated({ orderId, quantity: 30, reserved: 0 })])
    .when(remove)
    .then([removed]);
  partly.when(remove).refuses('stock-reserved');
  gone.when(remove).refuses('not-found');
  none.when(remove).refuses('not-found');
});

test('allocate and deallocate count what is set aside in all', () => {
  partly.when((s) => allocate(s, orderId, 70)).then([allocated(70, 100)]);
  partly
    .when((s) => deallocate(s, orderId, 30))
    .then([stockDeallocated({ orderId, quantity: 30, reserved: 0 })]);
  none.when((s) => allocate(s, orderId, 1)).refuses('not-found');
});

test('withdraw takes a share from what is reserved and from what is on hand', () => {
  const gone = stockWithdrawn({ orderId, quantity: 20, onHand: 80, reserved: 10 });
  partly.when((s) => withdraw(s, orderId, 20)).then([gone]);
  expect(available(given(stockItem, [hundred, allocated(30, 30), gone]).state)).toBe(70);
});

test('restock adds what has come back, above every limit of adjustments', () => {
  const back = (delta: number, onHand: number) =>
    stockAdjusted({ delta, onHand, reason: 'restock', reference: orderId });
  partly.when((s) => restock(s, orderId, 5)).then([back(5, 105)]);
  full
    .when((s) => restock(s, orderId, limits.quantityMax))
    .then([back(limits.quantityMax, limits.quantityMax + 100)]);
});

test('available is what can still be promised', () => {
  expect([none, full, partly, gone].map(({ state }) => available(state))).toEqual([0, 100, 70, 0]);
});

test('the state as it is shown; events before a creation come to nothing', () => {
  const { state, version } = given(stockItem, [hundred, allocated(30, 30), adjusted(20, 120)]);
  expect(shownState(inventories, state, productId, version)).toEqual({
    productId,
    sku,
    onHand: 120,
    reserved: 30,
    available: 90,
    version: 3,
    createdAt: '2026-01-01T00:00:01.000Z',
    updatedAt: '2026-01-01T00:00:03.000Z',
  });
  expect(inventories.rowOf(null, productId, 0)).toBeUndefined();
  const early = [
    adjusted(1, 1),
    allocated(1, 1),
    stockDeallocated({ orderId, quantity: 1, reserved: 0 }),
    stockWithdrawn({ orderId, quantity: 1, onHand: 0, reserved: 0 }),
    low(0),
    removed,
  ];
  expect(given(stockItem, early).state).toBeNull();
});
