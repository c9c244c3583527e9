/**
 * The stock that the inventory service shows against the orders that the order service shows, product by product.
 *
 * A confirmed order keeps its units reserved until it is shipped; a cancelled one keeps none, and no order changes what is
 * on hand before that. So
 *
 *   onHand = what it was,  reserved = Σ units of confirmed orders,  available = onHand − reserved.
 *
 * Where an order is pending, nothing can be said of its products: they are undetermined, and do not differ.
 */

import type { ShopClient } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import { Failure, ifLate } from '../failure.ts';
import { describe } from '../http.ts';
import { type OrderLine, unitsOf } from './ledger.ts';
import type { Shop } from './trade.ts';

export type Stock = { onHand: number; reserved: number; available: number };
export type Order = { lines: readonly OrderLine[]; status: 'confirmed' | 'pending' };
export type Difference = { sku: string; expected: Stock; actual: Stock | undefined };
export type Reconciliation = {
  products: number;
  unitsHeld: number;
  differences: Difference[];
  undetermined: string[];
};
type Stocks = ReadonlyMap<string, Stock>;

/** `orders`: of the products, all that are confirmed or pending. Pure. */
export function reconcile(before: Stocks, orders: readonly Order[], after: Stocks): Reconciliation {
  const [held, unsure] = (['confirmed', 'pending'] as const).map((wanted) =>
    unitsOf(orders.flatMap(({ status, lines }) => (status === wanted ? lines : []))),
  ) as [Map<string, number>, Map<string, number>];
  const skus = [...before.keys()].sort();
  const compared = skus.map((sku): Difference => {
    const [{ onHand }, reserved] = [before.get(sku)!, held.get(sku) ?? 0];
    return { sku, expected: { onHand, reserved, available: onHand - reserved }, actual: after.get(sku) };
  });
  return {
    products: skus.length,
    unitsHeld: compared.reduce((sum, { expected }) => sum + expected.reserved, 0),
    differences: compared.filter((one) => !unsure.has(one.sku) && !isSame(one.expected, one.actual)),
    undetermined: skus.filter((sku) => unsure.has(sku)),
  };
}

const isSame = (a: Stock, b: Stock | undefined): boolean =>
  a.onHand === b?.onHand && a.reserved === b.reserved && a.available === b.available;

/** So many names go into one filter of a list. */
const namesMax = 100;
/** Differences that are there for so long do not go away: longer than any consumer takes to take over. */
const differsMs = 20_000;

const chunksOf = (skus: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(skus.length / namesMax) }, (_, n) =>
    skus.slice(n * namesMax, (n + 1) * namesMax),
  );

/** The stock of every product, by SKU, once each has one: it is made by an event. Throws a Failure where none is made. */
export async function stockOf(skus: readonly string[], { inventory, timeoutMs }: Shop): Promise<Stocks> {
  let stock: Stocks = new Map();
  const isThere = async () => {
    stock = await readStock(skus, inventory);
    return stock.size === skus.length;
  };
  if (await until(isThere, timeoutMs).catch(ifLate)) return stock;
  const missing = skus.filter((sku) => !stock.has(sku));
  throw new Failure(`no stock was made within ${timeoutMs / 1000} s for ${missing.join(', ')}`);
}

async function readStock(skus: readonly string[], inventory: ShopClient): Promise<Stocks> {
  const stock = new Map<string, Stock>();
  for (const sku of chunksOf(skus)) {
    const answer = await inventory.GET('/api/inventories', { params: { query: { sku, limit: namesMax } } });
    if (!answer.data) throw new Failure(`the stock cannot be read: ${describe(answer)}`);
    for (const { sku: name, onHand, reserved, available } of answer.data.data)
      stock.set(name, { onHand, reserved, available });
  }
  return stock;
}

async function readOrders(skus: readonly string[], order: ShopClient): Promise<Order[]> {
  const found: Order[] = [];
  for (const sku of chunksOf(skus))
    for (let cursor: string | undefined, isLast = false; !isLast; ) {
      const query = { sku, status: ['confirmed' as const, 'pending' as const], limit: namesMax };
      const answer = await order.GET('/api/orders', {
        params: { query: cursor === undefined ? query : { ...query, cursor } },
      });
      if (!answer.data) throw new Failure(`the orders cannot be read: ${describe(answer)}`);
      // One with products of several chunks is found with each of them.
      for (const { lines, status } of answer.data.data)
        found.push({
          status: status as Order['status'],
          lines: lines.filter((line) => sku.includes(line.sku)),
        });
      cursor = answer.data.nextCursor ?? undefined;
      isLast = cursor === undefined;
    }
  return found;
}

/** Reads both until they agree, or will not any more: the read models follow the orders. */
export async function compareBooks(
  before: Stocks,
  { inventory, order, timeoutMs }: Shop,
): Promise<Reconciliation> {
  const skus = [...before.keys()];
  let found: Reconciliation | undefined;
  const agree = async () => {
    found = reconcile(before, await readOrders(skus, order), await readStock(skus, inventory));
    return found.differences.length === 0 && found.undetermined.length === 0;
  };
  await until(agree, Math.min(differsMs, timeoutMs)).catch(ifLate);
  return found!;
}
