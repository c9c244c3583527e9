/**
 * The stock that the inventory service shows against the orders that the order service shows, product by product.
 *
 * A confirmed order keeps its units reserved until it is shipped; a cancelled one keeps none, and no order changes what is
 * on hand before that. So
 *
 *   onHand = what it was,  reserved = Σ units of confirmed orders,  available = onHand − reserved.
 */

import type { ShopClient } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import { Failure, ifLate } from '../failure.ts';
import { chunksOf, describe, filterMax } from '../http.ts';
import { type OrderLine, unitsOf } from './ledger.ts';
import type { Shop } from './trade.ts';

export type Stock = { onHand: number; reserved: number; available: number };
export type Difference = { sku: string; expected: Stock; actual: Stock | undefined };
export type Reconciliation = { products: number; unitsHeld: number; differences: Difference[] };
type Stocks = ReadonlyMap<string, Stock>;

/** `held`: the lines of all confirmed orders of the products. Pure. */
export function reconcile(before: Stocks, held: readonly OrderLine[], after: Stocks): Reconciliation {
  const units = unitsOf(held);
  const compared = [...before].map(([sku, { onHand }]): Difference => {
    const reserved = units.get(sku) ?? 0;
    return { sku, expected: { onHand, reserved, available: onHand - reserved }, actual: after.get(sku) };
  });
  return {
    products: compared.length,
    unitsHeld: compared.reduce((sum, { expected }) => sum + expected.reserved, 0),
    differences: compared.filter(({ expected, actual }) => !isSame(expected, actual)),
  };
}

const isSame = (a: Stock, b: Stock | undefined): boolean =>
  a.onHand === b?.onHand && a.reserved === b.reserved && a.available === b.available;

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
    const answer = await inventory.GET('/api/inventories', { params: { query: { sku, limit: filterMax } } });
    if (!answer.data) throw new Failure(`the stock cannot be read: ${describe(answer)}`);
    for (const { sku: name, onHand, reserved, available } of answer.data.data)
      stock.set(name, { onHand, reserved, available });
  }
  return stock;
}

/** The lines of confirmed orders with these products. */
async function readHeld(skus: readonly string[], order: ShopClient): Promise<OrderLine[]> {
  const held: OrderLine[] = [];
  for (const sku of chunksOf(skus)) {
    let cursor: string | null | undefined;
    do {
      const query = { sku, status: ['confirmed' as const], limit: filterMax, ...(cursor && { cursor }) };
      const answer = await order.GET('/api/orders', { params: { query } });
      if (!answer.data) throw new Failure(`the orders cannot be read: ${describe(answer)}`);
      // An order with products of several chunks is found with each of them.
      for (const { lines } of answer.data.data) held.push(...lines.filter((line) => sku.includes(line.sku)));
      cursor = answer.data.nextCursor;
    } while (cursor);
  }
  return held;
}

/** Differences that are there for so long do not go away: longer than any consumer takes to take over. */
const differsMs = 20_000;

/** Reads both until they agree, or will not any more: the read models follow the orders. */
export async function compareStock(
  before: Stocks,
  { inventory, order, timeoutMs }: Shop,
): Promise<Reconciliation> {
  const skus = [...before.keys()];
  let found: Reconciliation | undefined;
  const agree = async () => {
    found = reconcile(before, await readHeld(skus, order), await readStock(skus, inventory));
    return found.differences.length === 0;
  };
  await until(agree, Math.min(differsMs, timeoutMs)).catch(ifLate);
  return found!;
}
