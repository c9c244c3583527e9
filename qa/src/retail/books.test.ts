import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Order, reconcile, type Stock } from './books.ts';

const stock = (onHand: number, reserved: number): Stock => ({
  onHand,
  reserved,
  available: onHand - reserved,
});
const mug = (quantity: number, status: Order['status'] = 'confirmed'): Order => ({
  lines: [{ sku: 'mug', quantity }],
  status,
});
const before = new Map([['mug', stock(100, 5)]]);

test('the confirmed orders of a product are what is reserved of it, whoever has placed them', () => {
  const result = reconcile(before, [mug(5), mug(3), mug(4)], new Map([['mug', stock(100, 12)]]));
  expect(result).toEqual({ products: 1, unitsHeld: 12, differences: [], undetermined: [] });
});

test.each([
  ['a unit too many reserved', stock(100, 9)],
  ['a unit too few reserved', stock(100, 7)],
  ['something shipped', stock(99, 8)],
  ['an available that does not add up', { onHand: 100, reserved: 8, available: 91 }],
  ['no stock at all', undefined],
])('%s is a difference', (_, actual) => {
  const after = new Map(actual ? [['mug', actual]] : []);
  expect(reconcile(before, [mug(8)], after).differences).toEqual([
    { sku: 'mug', expected: stock(100, 8), actual },
  ]);
});

test('an order that is pending leaves its products undetermined, not different', () => {
  const both = new Map([...before, ['bowl', stock(100, 0)] as const]);
  const result = reconcile(both, [mug(3, 'pending')], both);
  expect(result).toMatchObject({ differences: [], undetermined: ['mug'] });
});

const skus = ['a', 'b', 'c', 'd'];
const line = fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 40 }) });
const lines = fc.array(line, { minLength: 1, maxLength: 6 });
const ordered = fc.array(fc.record({ lines, takenBack: fc.boolean() }), { maxLength: 25 });

/**
 * A simple model of the inventory: all lines of an order or none, one unit at a time, so that it shares nothing with
 * the code it checks.
 */
function shop(asked: { lines: Order['lines']; takenBack: boolean }[]) {
  const reserved = new Map(skus.map((sku) => [sku, 0]));
  const confirmed = asked.flatMap(({ lines, takenBack }): Order[] => {
    const next = new Map(reserved);
    for (const { sku, quantity } of lines)
      for (let unit = 0; unit < quantity; unit++) next.set(sku, (next.get(sku) ?? 0) + 1);
    const fits = [...next.values()].every((units) => units <= 100);
    if (!fits || takenBack) return [];
    for (const [sku, units] of next) reserved.set(sku, units);
    return [{ lines, status: 'confirmed' }];
  });
  return { confirmed, after: new Map([...reserved].map(([sku, units]) => [sku, stock(100, units)])) };
}
const full = new Map(skus.map((sku) => [sku, stock(100, 0)]));
const seed = Number(process.env.SEED);

test('whatever is ordered and however it ends, a right inventory reconciles and a wrong one does not', () => {
  const wrong = fc.record({ sku: fc.constantFrom(...skus), by: fc.constantFrom(-2, -1, 1, 2) });
  fc.assert(
    fc.property(ordered, wrong, (asked, { sku, by }) => {
      const { confirmed, after } = shop(asked);
      expect(reconcile(full, confirmed, after).differences).toEqual([]);
      const wronged = new Map(after).set(sku, stock(100, (after.get(sku)?.reserved ?? 0) + by));
      expect(reconcile(full, confirmed, wronged).differences.map((each) => each.sku)).toEqual([sku]);
    }),
    { seed },
  );
});

test('the order in which orders are listed does not matter', () => {
  fc.assert(
    fc.property(ordered, fc.nat(), (asked, turn) => {
      const { confirmed, after } = shop(asked);
      const at = confirmed.length === 0 ? 0 : turn % confirmed.length;
      const turned = [...confirmed.slice(at), ...confirmed.slice(0, at)];
      expect(reconcile(full, turned, after)).toEqual(reconcile(full, confirmed, after));
    }),
    { seed },
  );
});
