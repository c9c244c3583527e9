/**
 * What the stock must be, against what the inventory service says. Pure.
 *
 * A confirmed order keeps its units reserved (until shipment, which this tool does not do); a cancelled or refused one
 * keeps none; nothing here changes what is on hand. So for every product
 *
 *   onHand' = onHand,  reserved' = reserved + Σ units of confirmed orders,  available' = onHand' − reserved'.
 *
 * Where an order of unknown outcome has a product, nothing can be said of it: it is undetermined, not different.
 */
import { type OrderLine, unitsOf } from './parse.ts';

export type Stock = { onHand: number; reserved: number; available: number };
/** Whether an order ended with its units set aside. */
export type Holding = 'holds' | 'released' | 'unknown';
export type SettledOrder = { lines: readonly OrderLine[]; holding: Holding };

export type StockDifference = {
  sku: string;
  before: Stock | undefined;
  expected: Stock | undefined;
  actual: Stock | undefined;
};
export type Reconciliation = {
  products: number;
  /** Units that the confirmed orders hold. */
  unitsHeld: number;
  differences: StockDifference[];
  undetermined: string[];
};

export function reconcile(
  before: ReadonlyMap<string, Stock>,
  orders: readonly SettledOrder[],
  after: ReadonlyMap<string, Stock>,
): Reconciliation {
  const held = unitsOf(orders.flatMap(({ lines, holding }) => (holding === 'holds' ? lines : [])));
  const unsure = unitsOf(orders.flatMap(({ lines, holding }) => (holding === 'unknown' ? lines : [])));
  const skus = [...new Set([...before.keys(), ...held.keys(), ...unsure.keys()])].sort();
  const compared = skus
    .filter((sku) => !unsure.has(sku))
    .map((sku) => {
      const stock = before.get(sku);
      return {
        sku,
        before: stock,
        expected: stock && hold(stock, held.get(sku) ?? 0),
        actual: after.get(sku),
      };
    });
  return {
    products: skus.length,
    unitsHeld: [...held.values()].reduce((sum, units) => sum + units, 0),
    differences: compared.filter(({ expected, actual }) => !sameStock(expected, actual)),
    undetermined: skus.filter((sku) => unsure.has(sku)),
  };
}

function hold({ onHand, reserved }: Stock, units: number): Stock {
  return { onHand, reserved: reserved + units, available: onHand - reserved - units };
}

/** A product without stock, before or after, is never as it should be. */
function sameStock(a: Stock | undefined, b: Stock | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.onHand === b.onHand && a.reserved === b.reserved && a.available === b.available;
}
