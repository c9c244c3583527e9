/** Stock as the inventory service says. A product's stock is made by an event, so it may come a little later. */
import { inventory } from '@quickmart/contracts/inventory';
import { Failure } from '../failure.ts';
import { describe, type HttpClient } from '../http.ts';
import { until } from '../until.ts';
import type { Stock } from './reconcile.ts';

export type StockSteps = {
  inventories: HttpClient;
  limit: <T>(run: () => Promise<T>) => Promise<T>;
  timeoutMs: number;
  tick: () => void;
};

/** The stock of every product, by SKU. Throws {@link Failure} when one has none for `timeoutMs`. */
export async function waitForStock(
  productIds: ReadonlyMap<string, string>,
  steps: StockSteps,
): Promise<Map<string, Stock>> {
  const read = async ([sku, productId]: readonly [string, string]) => {
    const stock = await until(steps.timeoutMs, () => readOne(productId, steps.inventories));
    if (stock === undefined) {
      throw new Failure(`no stock was made for ${sku} (${productId}) within ${steps.timeoutMs / 1000} s`);
    }
    steps.tick();
    return [sku, stock] as const;
  };
  return new Map(await Promise.all([...productIds].map((entry) => steps.limit(() => read(entry)))));
}

/** The stock of the products that have one. */
export async function readStock(
  productIds: ReadonlyMap<string, string>,
  steps: StockSteps,
): Promise<Map<string, Stock>> {
  const read = async ([sku, productId]: readonly [string, string]) => {
    const stock = await readOne(productId, steps.inventories);
    steps.tick();
    return stock ? [[sku, stock] as const] : [];
  };
  const entries = await Promise.all([...productIds].map((entry) => steps.limit(() => read(entry))));
  return new Map(entries.flat());
}

async function readOne(productId: string, inventories: HttpClient): Promise<Stock | undefined> {
  const answer = await inventories.get(`/api/inventories/${productId}`);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200)
    throw new Failure(`the stock of ${productId} cannot be read: ${describe(answer)}`);
  const { onHand, reserved, available } = inventory.parse(answer.body);
  return { onHand, reserved, available };
}
