/** Stock as the inventory service says. A product's stock is made by an event, so it may come a little later. */
import { Failure } from '../failure.ts';
import { describe } from '../http.ts';
import type { ClientOf } from '../openapi/client.ts';
import { until } from '../until.ts';
import type { Stock } from './reconcile.ts';

export type StockSteps = {
  inventories: ClientOf<'inventory'>;
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

async function readOne(
  productId: string,
  inventories: StockSteps['inventories'],
): Promise<Stock | undefined> {
  const params = { path: { productId } };
  const answer = await inventories.GET('/api/inventories/{productId}', { params });
  if (answer.response.status === 404) return undefined;
  if (!answer.data) throw new Failure(`the stock of ${productId} cannot be read: ${describe(answer)}`);
  const { onHand, reserved, available } = answer.data;
  return { onHand, reserved, available };
}
