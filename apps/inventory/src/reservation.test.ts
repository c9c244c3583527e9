import {
  inventoryCreated,
  inventoryRemoved,
  type ReservedLine,
  stockAdjusted,
  stockAllocated,
  stockCommitted,
  stockDeallocated,
  stockReservationConfirmed,
  stockReservationExpired,
  stockReservationRejected,
  stockReservationReleased,
  stockReserved,
  stockRestocked,
  stockWithdrawn,
} from '@quickmart/contracts/inventory/events';
import { registry } from '@quickmart/contracts/registry';
import { evolve } from '@quickmart/streams';
import { givenWith, past } from '@quickmart/streams/given';
import { describe, expect, test } from 'vitest';
import { summed } from './lines.ts';
import { commit, confirm, expire, release, reservation, reserve, takeBack } from './reservation.ts';
import { stockItem } from './stock-item.ts';

const { given, givenAll } = givenWith(registry);
const mug = '019a0000-0000-7000-8000-000000000001';
const cup = '019a0000-0000-7000-8000-000000000002';
const orderId = '019a0000-0000-7000-8000-00000000000a';
const other = '019a0000-0000-7000-8000-00000000000b';

const line = (productId: string, quantity: number): ReservedLine => ({
  productId,
  quantity,
  sku: productId === mug ? 'MUG' : 'CUP',
});
const lines = [line(mug, 3), line(cup, 100)];
const created = (productId: string) => inventoryCreated({ ...line(productId, 100), sourceEventId: null });
const until = Date.UTC(2026, 5, 1, 0, 15);
const expiresAt = new Date(until).toISOString();
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
const held = fresh.after((tx) => reserve(tx, orderId, lines, until));

// Timers in Redis have this name: what is held under another one would not be cancelled.
test('what is held has a timer, until it is confirmed or given back', () => {
  const timersAfter = (
    ...events: (typeof reserved | typeof confirmed | typeof released | typeof rejected)[]
  ) => reservation.timers?.(given(reservation, events).state);
  expect(timersAfter(reserved)).toEqual({ hold: until });
  const expired = stockReservationExpired({ orderId, lines, reason: 'late' });
  for (const events of [[], [rejected], [reserved, confirmed], [reserved, released], [reserved, expired]])
    expect(timersAfter(...(events as [typeof reserved]))).toEqual({ hold: null });
});

describe('reserve', () => {
  test('sets all lines aside, each item up to its last unit', () => {
    fresh
      .when((tx) => reserve(tx, orderId, lines, until))
      .then({ [mug]: [took(3)], [cup]: [took(100)], [orderId]: [reserved] });
  });

  test('adds to what is set aside for others', () => {
    const world = givenAll([past(reservation, other, []), past(stockItem, mug, [created(mug), took(3)])]);
    const more = [line(mug, 97)];
    world
      .when((tx) => reserve(tx, other, more, until))
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
      .when((tx) => reserve(tx, orderId, wanted, until))
      .then({ [orderId]: [stockReservationRejected({ orderId, lines: wanted, shortages })] });
    fresh
      .when((tx) => reserve(tx, orderId, [line(mug, 3), line(cup, 101)], until))
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
      .when((tx) => reserve(tx, orderId, [line(mug, 1)], until))
      .then({ [orderId]: [stockReservationRejected({ orderId, lines: [line(mug, 1)], shortages })] });
  });

  test.each([
    ['reserved', held],
    ['confirmed', held.with(orderId, [confirmed])],
    ['released', held.with(orderId, [released])],
    ['rejected', fresh.with(orderId, [rejected])],
  ])('a second try changes nothing: %s', (_, world) => {
    world.when((tx) => reserve(tx, orderId, lines, until)).then({});
  });
});

const happened = (...events: Parameters<typeof held.with>[1]) => held.with(orderId, events);
const expired = stockReservationExpired({ orderId, lines, reason: 'not confirmed in time' });
const shipmentId = '019a0000-0000-7000-8000-0000000000d1';
const whole = { shipmentId, lines: null };
const committed = stockCommitted({ orderId, lines, shipmentId });
const ended = [
  ['rejected', fresh.with(orderId, [rejected])],
  ['released', held.after((tx) => release(tx, orderId, 'enough'))],
  ['expired', held.after((tx) => expire(tx, orderId))],
  ['committed', happened(confirmed).after((tx) => commit(tx, orderId, whole))],
] as const;

describe('confirm', () => {
  test('what is held', () => held.when((tx) => confirm(tx, orderId)).then({ [orderId]: [confirmed] }));
  test('once', () =>
    happened(confirmed)
      .when((tx) => confirm(tx, orderId))
      .then({}));
  test('never what was not reserved', () => fresh.when((tx) => confirm(tx, orderId)).then({}));
  test.each(ended)('comes too late: %s', (_, world) => {
    world.when((tx) => confirm(tx, orderId)).then({});
  });
});

describe('expire', () => {
  test('gives everything back', () => {
    held
      .when((tx) => expire(tx, orderId))
      .then({ [mug]: [gave(3)], [cup]: [gave(100)], [orderId]: [expired] });
  });
  test('comes too late: confirmed', () =>
    happened(confirmed)
      .when((tx) => expire(tx, orderId))
      .then({}));
  test('finds nothing', () => fresh.when((tx) => expire(tx, orderId)).then({}));
  test.each(ended)('comes too late: %s', (_, world) => {
    world.when((tx) => expire(tx, orderId)).then({});
  });
});

describe('commit', () => {
  const sent = (quantity: number) =>
    stockWithdrawn({ orderId, quantity, onHand: 100 - quantity, reserved: 0 });
  test('takes everything from the shelf', () => {
    happened(confirmed)
      .when((tx) => commit(tx, orderId, whole))
      .then({ [mug]: [sent(3)], [cup]: [sent(100)], [orderId]: [committed] });
  });
  test('once, also after the goods have come back', () => {
    const gone = happened(confirmed).after((tx) => commit(tx, orderId, whole));
    gone.when((tx) => commit(tx, orderId, whole)).then({});
    gone
      .after((tx) => takeBack(tx, orderId, lines, returnId))
      .when((tx) => commit(tx, orderId, whole))
      .then({});
  });
  test.each([['missing', fresh], ['reserved', held], ...ended.slice(0, 3)] as const)(
    'of what is not confirmed is a defect, and is said to be one: %s',
    (status, world) => {
      expect(() => world.after((tx) => commit(tx, orderId, whole))).toThrow(`its reservation is ${status}`);
    },
  );
});

const returnId = '019a0000-0000-7000-8000-0000000000c1';

describe('take back', () => {
  const gone = happened(confirmed).after((tx) => commit(tx, orderId, whole));
  const back = (delta: number, onHand: number) =>
    stockAdjusted({ delta, onHand, reason: 'restock', reference: orderId });
  const some = [line(mug, 2)];

  test('puts what has come back on the shelf', () => {
    gone
      .when((tx) => takeBack(tx, orderId, some, returnId))
      .then({ [mug]: [back(2, 99)], [orderId]: [stockRestocked({ orderId, lines: some, returnId })] });
  });
  test('once', () => {
    const done = gone.after((tx) => takeBack(tx, orderId, some, returnId));
    done.when((tx) => takeBack(tx, orderId, some, returnId)).then({});
  });
  test('in parts, by several returns, and no more than was sent', () => {
    const [second, third] = ['019a0000-0000-7000-8000-0000000000c2', '019a0000-0000-7000-8000-0000000000c3'];
    const once = gone.after((tx) => takeBack(tx, orderId, some, returnId));
    expect(once.state(reservation, orderId)).toMatchObject({ status: 'committed', restocked: some });
    const twice = once.after((tx) => takeBack(tx, orderId, [line(mug, 2)], second));
    expect(twice.state(reservation, orderId)?.restocked).toEqual([line(mug, 3)]);
    expect(twice.state(stockItem, mug)).toMatchObject({ onHand: 100 });
    const all = twice.after((tx) => takeBack(tx, orderId, [line(cup, 100)], third));
    expect(all.state(reservation, orderId)).toMatchObject({ status: 'restocked' });
    all.when((tx) => commit(tx, orderId, whole)).then({});
  });
  test('of an order whose log is older: the return is not named', () => {
    const older = gone.with(orderId, [stockRestocked({ orderId, lines: some })]);
    expect(older.state(reservation, orderId)).toMatchObject({ status: 'committed', restocked: some });
  });
  test('of an order whose log is older: told again, the return changes nothing', () => {
    const older = {
      ...stockRestocked({ orderId, lines: some }),

      category: 'inventory',
      partition: 0,
      epoch: 1,
      pos: 9,
      aggregateId: orderId,
      version: 4,
      at: until,
      eventId: other,
      meta: { correlationId: 'c', causationId: returnId },
    };
    expect(evolve(reservation, gone.state(reservation, orderId), older)).toMatchObject({
      restocked: some,
      returnIds: [returnId],
    });
  });
  test('does not give a product stock that has none any more', () => {
    const without = gone.with(cup, [inventoryRemoved({ onHand: 0 })]);
    without
      .when((tx) => takeBack(tx, orderId, [line(mug, 1), line(cup, 1)], returnId))
      .then({
        [mug]: [back(1, 98)],
        [orderId]: [stockRestocked({ orderId, lines: [line(mug, 1)], returnId })],
      });
  });
  test('of what was never sent is a defect', () => {
    expect(() => held.after((tx) => takeBack(tx, orderId, some, returnId))).toThrow(
      'its reservation is reserved',
    );
  });
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

  test.each(ended)('changes nothing: %s', (_, world) => {
    world.when((tx) => release(tx, orderId, 'again')).then({});
  });
});

test('an order that was cancelled before it was reserved never is', () => {
  const nothing = stockReservationReleased({ orderId, lines: [], reason: 'enough' });
  fresh.when((tx) => release(tx, orderId, 'enough')).then({ [orderId]: [nothing] });
  const cancelled = fresh.after((tx) => release(tx, orderId, 'enough'));
  cancelled.when((tx) => reserve(tx, orderId, lines, until)).then({});
});

test('what follows a reservation comes to nothing without one', () => {
  const back = stockRestocked({ orderId, lines });
  expect(given(reservation, [confirmed, expired, committed, back]).state).toBeNull();
});

test('summed: one line per product, what the order asks for in all', () => {
  expect(summed([line(mug, 1), line(cup, 2), line(mug, 3)])).toEqual([line(mug, 4), line(cup, 2)]);
  expect(summed([])).toEqual([]);
  const many = Array.from({ length: 900 }, () => line(mug, 1_000_000));
  expect(summed(many)).toEqual([line(mug, 900_000_000)]);
});
