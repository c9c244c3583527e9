import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Holding, reconcile, type SettledOrder, type Stock } from './reconcile.ts';

const stock = (onHand: number, reserved: number): Stock => ({
  onHand,
  reserved,
  available: onHand - reserved,
});
const mug = (quantity: number, holding: Holding): SettledOrder => ({
  lines: [{ sku: 'mug', quantity }],
  holding,
});
const before = new Map([['mug', stock(100, 5)]]);

test('confirmed orders hold their units on top of what was reserved before, released ones none', () => {
  const orders = [mug(3, 'holds'), mug(4, 'holds'), mug(9, 'released')];
  const result = reconcile(before, orders, new Map([['mug', stock(100, 12)]]));
  expect(result).toEqual({ products: 1, unitsHeld: 7, differences: [], undetermined: [] });
});

test.each([
  ['a unit too many reserved', stock(100, 9)],
  ['something shipped', stock(99, 8)],
  ['an available that does not add up', { onHand: 100, reserved: 8, available: 91 }],
  ['no stock at all', undefined],
])('%s is a difference', (_, actual) => {
  const after = new Map(actual ? [['mug', actual]] : []);
  expect(reconcile(before, [mug(3, 'holds')], after).differences).toEqual([
    { sku: 'mug', before: stock(100, 5), expected: stock(100, 8), actual },
  ]);
});

test('an order of unknown outcome leaves its products undetermined, not different', () => {
  const both = new Map([...before, ['bowl', stock(100, 0)] as const]);
  const result = reconcile(both, [mug(3, 'unknown')], both);
  expect(result).toMatchObject({ differences: [], undetermined: ['mug'] });
});

const skus = ['a', 'b', 'c', 'd'];
const line = fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 40 }) });
const ending = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  takenBack: fc.boolean(),
});
const initial = fc.array(fc.nat({ max: 30 }), { minLength: 4, maxLength: 4 });

/**
 * A simple model of the inventory: all lines of an order or none, one unit at a time, so that it shares nothing with
 * the code it checks.
 */
function replay(reservedFirst: number[], orders: { lines: SettledOrder['lines']; takenBack: boolean }[]) {
  const reserved = new Map(skus.map((sku, index) => [sku, reservedFirst[index] ?? 0]));
  const settled = orders.map(({ lines, takenBack }): SettledOrder => {
    const next = new Map(reserved);
    for (const { sku, quantity } of lines)
      for (let unit = 0; unit < quantity; unit++) next.set(sku, (next.get(sku) ?? 0) + 1);
    const fits = [...next.values()].every((units) => units <= 100);
    if (!fits || takenBack) return { lines, holding: 'released' };
    for (const [sku, units] of next) reserved.set(sku, units);
    return { lines, holding: 'holds' };
  });
  return { settled, after: new Map([...reserved].map(([sku, units]) => [sku, stock(100, units)])) };
}

test('whatever is ordered and however it ends, a right inventory reconciles and a wrong one does not', () => {
  const wrong = fc.record({ sku: fc.constantFrom(...skus), by: fc.constantFrom(-2, -1, 1, 2) });
  fc.assert(
    fc.property(initial, fc.array(ending, { maxLength: 25 }), wrong, (reservedFirst, orders, { sku, by }) => {
      const first = new Map(skus.map((each, index) => [each, stock(100, reservedFirst[index] ?? 0)]));
      const { settled, after } = replay(reservedFirst, orders);
      expect(reconcile(first, settled, after).differences).toEqual([]);
      const wronged = new Map(after).set(sku, stock(100, (after.get(sku)?.reserved ?? 0) + by));
      expect(reconcile(first, settled, wronged).differences.map((each) => each.sku)).toEqual([sku]);
    }),
    { seed: Number(process.env.SEED) },
  );
});

test('the order in which orders end does not matter', () => {
  fc.assert(
    fc.property(initial, fc.array(ending, { maxLength: 25 }), fc.nat(), (reservedFirst, orders, turn) => {
      const first = new Map(skus.map((each, index) => [each, stock(100, reservedFirst[index] ?? 0)]));
      const { settled, after } = replay(reservedFirst, orders);
      const at = settled.length === 0 ? 0 : turn % settled.length;
      const turned = [...settled.slice(at), ...settled.slice(0, at)];
      expect(reconcile(first, turned, after)).toEqual(reconcile(first, settled, after));
    }),
    { seed: Number(process.env.SEED) },
  );
});
