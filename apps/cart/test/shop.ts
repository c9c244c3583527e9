/** What carts are about: products with prices and stock, as their services write them. */
import { randomUUIDv7 } from 'node:crypto';
import { inventoryCreated, type StockItemEvents, stockAdjusted } from '@quickmart/contracts/inventory/events';
import { type ProductEvents, productCreated, productPriceChanged } from '@quickmart/contracts/product/events';
import type { ReadModels } from '@quickmart/projections';
import { aggregate, type EventStore } from '@quickmart/streams';

export const eur = (amount: number) => ({ amount, currency: 'EUR' });
const product = aggregate<null, ProductEvents>({ category: 'product', initial: null, evolve: {} as never });
const stock = aggregate<null, StockItemEvents>({ category: 'inventory', initial: null, evolve: {} as never });
const command = () => ({ at: Date.now(), meta: { correlationId: 'test' } });

type Service = { store: EventStore; readModels: ReadModels };

/** A product with a price and stock, known to the service. */
export async function sold(service: Service, sku: string, price = 1999, quantity = 100): Promise<string> {
  const productId = randomUUIDv7();
  const details = { name: sku, description: '', category: null, attributes: {} };
  const created = productCreated({ productId, sku, price: eur(price), ...details });
  const claims = [{ name: 'sku', value: sku }];
  const one = await service.store.decide(product, productId, () => [created], { ...command(), claims });
  const counted = inventoryCreated({ productId, sku, quantity, sourceEventId: null });
  const other = await service.store.decide(stock, productId, () => [counted], command());
  await known(service, one.position, other.position);
  return productId;
}

export async function costs(
  service: Service,
  productId: string,
  oldPrice: number,
  newPrice: number,
): Promise<void> {
  const change = productPriceChanged({ oldPrice: eur(oldPrice), newPrice: eur(newPrice) });
  await known(service, (await service.store.decide(product, productId, () => [change], command())).position);
}

export async function counted(service: Service, productId: string, onHand: number): Promise<void> {
  const change = stockAdjusted({ delta: -1, onHand, reason: 'count', reference: null });
  await known(service, (await service.store.decide(stock, productId, () => [change], command())).position);
}

async function known({ readModels }: Service, ...positions: (string | undefined)[]): Promise<void> {
  for (const position of positions)
    if (!(await readModels.waitFor(position!, 20_000))) throw new Error(`${position} was not read in time`);
}
