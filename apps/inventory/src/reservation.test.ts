import {
  inventoryCreated,
  inventoryRemoved,
  type ReservedLine,
  stockAllocated,
  stockDeallocated,
  stockReservationConfirmed,
  stockReservationRejected,
  stockReservationReleased,
  stockReserved,
} from '@quickmart/contracts/inventory';
import { registry } from '@quickmart/contracts/registry';
import { givenWith, past } from '@quickmart/streams/given';
import { describe, expect, test } from 'vitest';
import { confirm, holdMs, release, reservation, reserve, summed } from './reservation.ts';
import { stockItem } from './stock-item.ts';

const { given, givenAll } = givenWith(registry);
const mug = '019a0000-0000-7000-8000-000000000001';
const cup = '019a0000-0000-7000-8000-000000000002';
const orderId = '019a0000-0000-7000-8000-00000000000a';
const other = '019a0000-0000-7000-8000-00000000000b';
const now = Date.UTC(2026, 5, 1);

const line = (productId: string, quantity: number): ReservedLine => ({
  ...{ productId, quantity, sku: productId === mug ? 'MUG' : 'CUP' },
});
const lines = [line(mug, 3), line(cup, 100)];
const created = (productId: string) => inventoryCreated({ ...line(productId, 100), sourceEventId: null });
const expiresAt = new Date(now + holdMs).toISOString();
const reserved = stockReserved({ orderId, lines, expiresAt });
const confirmed = stockReservationConfirmed({ orderId, lines });
const released = stockReservationReleased({ orderId, lines, reason: 'enough' });
const tooMuch = [{ ...line(cup, 101), requested: 101, available: 100 }].map(
  ({ quantity: _, ...rest }) => rest,
);
const rejected = stockReservationRejected({ orderId, lines: [line(cup, 101)], shortages: tooMuch });
const took = (quantity: number, reserved = quantity) => stockAllocated({ orderId, quantity, reserved });
const gave = (quantity: number, reserved = 0) => stockDeallocated({ orderId, quantity, reserved });

const fresh = givenAll([
  past(reservation, orderId, []),
  past(stockItem, mug, [created(mug)]),
  past(stockItem, cup, [created(cup)]),
]);
const held = fresh.after((tx) => reserve(tx, orderId, lines, now));

describe('reserve', () => {
  test('sets all lines aside, each item up to its last unit', () => {
    fresh
      .when((tx) => reserve(tx, orderId, lines, now))
      .then({ [mug]: [took(3)], [cup]: [took(100)], [orderId]: [reserved] });
  });

  test('adds to what is set aside for others', () => {
    const world = givenAll([past(reservation, other, []), past(stockItem, mug, [created(mug), took(3)])]);
    const more = [line(mug, 97)];
    world
      .when((tx) => reserve(tx, other, more, now))
      .then({
        [mug]: [stockAllocated({ orderId: other, quantity: 97, reserved: 100 })],
        [other]: [stockReserved({ orderId: other, lines: more, expiresAt })],
      });
  });

  test('one line too many: nothing is set aside, and every shortage is named', () => {
    const wanted = [line(mug, 101), line(cup, 1_000_000)];
    const shortages = [
      { productId: mug, sku: 'MUG', requested: 101, available: 100 },
      { productId: cup, sku: 'CUP', requested: 1_000_000, available: 100 },
    ];
    fresh
      .when((tx) => reserve(tx, orderId, wanted, now))
      .then({ [orderId]: [stockReservationRejected({ orderId, lines: wanted, shortages })] });
    fresh
      .when((tx) => reserve(tx, orderId, [line(mug, 3), line(cup, 101)], now))
      .then({
        [orderId]: [
          stockReservationRejected({ orderId, lines: [line(mug, 3), line(cup, 101)], shortages: tooMuch }),
        ],
      });
  });

  test.each([
    ['no stock', []],
    ['removed stock', [created(mug), inventoryRemoved({ onHand: 100 })]],
  ])('%s is a shortage', (_, events) => {
    const shortages = [{ productId: mug, sku: 'MUG', requested: 1, available: 0 }];
    givenAll([past(reservation, orderId, []), past(stockItem, mug, events)])
      .when((tx) => reserve(tx, orderId, [line(mug, 1)], now))
      .then({ [orderId]: [stockReservationRejected({ orderId, lines: [line(mug, 1)], shortages })] });
  });

  test.each([
    ['reserved', held],
    ['confirmed', held.with(orderId, [confirmed])],
    ['released', held.with(orderId, [released])],
    ['rejected', fresh.with(orderId, [rejected])],
  ])('a second try changes nothing: %s', (_, world) => {
    world.when((tx) => reserve(tx, orderId, lines, now)).then({});
  });
});

test('confirm: once, and only what is held', () => {
  const decide = (state: Parameters<typeof confirm>[0]) => confirm(state, orderId);
  given(reservation, [reserved]).when(decide).then([confirmed]);
  given(reservation, []).when(decide).then([]);
  given(reservation, [reserved, confirmed]).when(decide).then([]);
  given(reservation, [reserved, released]).when(decide).then([]);
  given(reservation, [rejected]).when(decide).then([]);
});

describe('release', () => {
  test.each([
    ['reserved', held],
    ['confirmed', held.with(orderId, [confirmed])],
  ])('gives everything back: %s', (_, world) => {
    world
      .when((tx) => release(tx, orderId, 'enough'))
      .then({ [mug]: [gave(3)], [cup]: [gave(100)], [orderId]: [released] });
  });

  test('leaves what is set aside for others', () => {
    const both = held
      .with(mug, [stockAllocated({ orderId: other, quantity: 5, reserved: 8 })])
      .after((tx) => release(tx, orderId, 'enough'));
    expect(both.state(stockItem, mug)).toMatchObject({ onHand: 100, reserved: 5 });
  });

  test.each([
    ['rejected', fresh.with(orderId, [rejected])],
    ['released already', held.after((tx) => release(tx, orderId, 'enough'))],
  ])('changes nothing: %s', (_, world) => {
    world.when((tx) => release(tx, orderId, 'again')).then({});
  });
});

test('an order that was cancelled before it was reserved never is', () => {
  const nothing = stockReservationReleased({ orderId, lines: [], reason: 'enough' });
  fresh.when((tx) => release(tx, orderId, 'enough')).then({ [orderId]: [nothing] });
  const cancelled = fresh.after((tx) => release(tx, orderId, 'enough'));
  cancelled.when((tx) => reserve(tx, orderId, lines, now)).then({});
});

test('a confirmation without a reservation comes to nothing', () => {
  expect(given(reservation, [confirmed]).state).toBeNull();
});

test('summed: one line per product, what the order asks for in all', () => {
  expect(summed([line(mug, 1), line(cup, 2), line(mug, 3)])).toEqual([line(mug, 4), line(cup, 2)]);
  expect(summed([])).toEqual([]);
  const many = Array.from({ length: 900 }, () => line(mug, 1_000_000));
  expect(summed(many)).toEqual([line(mug, 900_000_000)]);
});
