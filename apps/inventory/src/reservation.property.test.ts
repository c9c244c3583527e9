/** Whatever happens to reservations and stock, in whatever order: nothing is oversold, nothing leaks. */
import { inventoryCreated, type ReservedLine } from '@quickmart/contracts/inventory/events';
import { registry } from '@quickmart/contracts/registry';
import type { Transaction } from '@quickmart/streams';
import { givenWith, past, type World } from '@quickmart/streams/given';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAll, quantityOf, summed, within } from './lines.ts';
import {
  commit,
  confirm,
  expire,
  heldOf,
  reduce,
  release,
  reservation,
  reserve,
  takeBack,
} from './reservation.ts';
import { adjust, create, remove, replace, stockItem } from './stock-item.ts';

const uuid = (kind: string, n: number) => `019a0000-0000-7000-8000-${kind}${String(n).padStart(11, '0')}`;
const products = [0, 1, 2].map((n) => uuid('a', n));
const orders = [0, 1, 2].map((n) => uuid('b', n));

type Step =
  | { do: 'reserve'; order: string; lines: ReservedLine[] }
  | { do: 'confirm' | 'release' | 'expire' | 'commit'; order: string }
  | { do: 'reduce' | 'commit some' | 'take back'; order: string; lines: ReservedLine[]; id: string }
  | { do: 'adjust' | 'replace'; product: string; by: number }
  | { do: 'remove' | 'create'; product: string };

const order = fc.constantFrom(...orders);
const product = fc.constantFrom(...products);
const line = fc.record({
  productId: product,
  sku: fc.constant('SKU'),
  quantity: fc.integer({ min: 1, max: 60 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('reserve'), order, lines: fc.array(line, { minLength: 1, maxLength: 5 }) }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('confirm', 'confirm', 'release', 'expire', 'commit', 'commit'),
      order,
    }),
  },
  // More than there is, what was not sent, and the same step again: whatever may come.
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('reduce', 'commit some', 'take back', 'take back'),
      order,
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      id: fc.nat({ max: 30 }).map((n) => uuid('c', n)),
    }),
  },
  fc.record({
    do: fc.constantFrom('adjust', 'replace'),
    product,
    by: fc.integer({ min: -80, max: 120 }).filter((by) => by !== 0),
  }),
  fc.record({ do: fc.constantFrom('remove', 'create'), product }),
);

type Move = Extract<Step, { order: string }>;
const moves: { [Do in Move['do']]: (tx: Transaction, one: Extract<Move, { do: Do }>) => void } = {
  reserve: (tx, { order, lines }) => reserve(tx, order, summed(lines), 0),
  release: (tx, { order }) => release(tx, order, 'why'),
  confirm: (tx, { order }) => confirm(tx, order),
  expire: (tx, { order }) => expire(tx, order),
  commit: (tx, { order }) =>
    statusIn(tx, order) === 'confirmed' && commit(tx, order, { shipmentId: order, lines: null }),
  // An order of which nothing is left is cancelled as a whole.
  reduce: (tx, { order, lines, id }) => {
    const held = heldIn(tx, order);
    if (!isAll(summed(lines), held)) reduce(tx, order, lines, id);
  },
  'commit some': (tx, { order, lines, id }) => {
    const isAny = within(lines, heldIn(tx, order)).length > 0;
    if (statusIn(tx, order) === 'confirmed' && isAny) commit(tx, order, { shipmentId: id, lines });
  },
  'take back': (tx, { order, lines, id }) =>
    tx.of(reservation, order).state?.sent && takeBack(tx, order, lines, id),
};
const heldIn = (tx: Transaction, order: string) =>
  heldOf(tx.of(reservation, order).state ?? { lines: [], sent: null });
const statusIn = (tx: Transaction, order: string) => tx.of(reservation, order).state?.status;

function take(tx: Transaction, one: Step): void {
  if ('product' in one) tx.of(stockItem, one.product).append(stockEvents(tx, one));
  else moves[one.do](tx, one as never);
}

function stockEvents(tx: Transaction, one: Extract<Step, { product: string }>) {
  const state = tx.of(stockItem, one.product).state;
  switch (one.do) {
    case 'adjust':
      return adjust(state, { delta: one.by, reason: 'count' }, 10);
    case 'replace':
      return replace(state, { quantity: Math.abs(one.by), reason: 'count' }, 10);
    case 'remove':
      return remove(state);
    case 'create':
      return create(state, tx.of(stockItem, one.product).version, {
        productId: one.product,
        sku: 'SKU',
        quantity: 100,
      });
  }
}

/** A refusal changes nothing; a defect ends the test. */
function after(world: World, one: Step): World {
  try {
    return world.after((tx) => take(tx, one));
  } catch (error) {
    if ((error as Error).name !== 'Refusal') throw error;
    return world;
  }
}

const statusOf = (world: World, id: string) => world.state(reservation, id)?.status ?? 'none';

/** Of an order no more is sent than is kept of it, and no more comes back than was sent. */
function checkReturns(world: World): void {
  for (const id of orders) {
    const { lines = [], sent, restocked: back, status } = world.state(reservation, id) ?? {};
    const restocked = back ?? [];
    for (const { productId, quantity } of restocked) {
      expect(quantity).toBeGreaterThan(0);
      expect(quantity).toBeLessThanOrEqual(quantityOf(sent ?? [], productId));
    }
    for (const { productId, quantity } of sent ?? [])
      expect(quantity).toBeLessThanOrEqual(quantityOf(lines, productId));
    const units = (of: readonly ReservedLine[]) => of.reduce((sum, { quantity }) => sum + quantity, 0);
    if (status === 'restocked') expect(units(restocked)).toBe(units(lines));
    if (status === 'committed') expect(units(restocked)).toBeLessThan(units(lines));
  }
}

function check(world: World): void {
  checkReturns(world);
  const open = orders
    .filter((id) => ['reserved', 'confirmed'].includes(statusOf(world, id)))
    .flatMap((id) => heldOf(world.state(reservation, id)!));
  for (const id of products) {
    const { onHand, reserved } = world.state(stockItem, id) ?? { onHand: 0, reserved: 0 };
    const promised = open.filter(({ productId }) => productId === id);
    expect(reserved).toBe(promised.reduce((sum, { quantity }) => sum + quantity, 0));
    expect(reserved).toBeGreaterThanOrEqual(0);
    expect(onHand).toBeGreaterThanOrEqual(reserved);
  }
}

test('onHand ≥ reserved ≥ 0 and Σ reserved = Σ open reservations, after every step', () => {
  const stocked = products.map((productId) =>
    past(stockItem, productId, [
      inventoryCreated({ productId, sku: 'SKU', quantity: 100, sourceEventId: null }),
    ]),
  );
  const start = givenWith(registry).givenAll([...stocked, ...orders.map((id) => past(reservation, id, []))]);
  const reached = new Set<string>();
  const property = fc.property(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), (steps) => {
    steps.reduce((world, one) => {
      const next = after(world, one);
      check(next);
      for (const id of orders) reached.add(statusOf(next, id));
      return next;
    }, start);
  });
  fc.assert(property, { numRuns: 200, seed: Number(process.env.SEED) });
  // Else the property would say little.
  const all = ['committed', 'confirmed', 'expired', 'none', 'rejected', 'released', 'reserved', 'restocked'];
  expect([...reached].sort()).toEqual(all);
});
