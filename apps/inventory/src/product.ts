/** What the inventory has to know of a product before stock is kept for it: that it is there, and what its SKU is. */
import type { ProductEvents } from '@quickmart/contracts/product/events';
import type { EventStore } from '@quickmart/streams';
import type { CreateInventory } from './api.ts';
import { refuse } from './problems.ts';

/** From the log: the newest product is known, too. Refuses with product-unknown or sku-taken. */
export async function checkProduct(store: EventStore, { productId, sku }: CreateInventory): Promise<void> {
  const [[created], owner] = await Promise.all([
    store.history('product', productId, { afterVersion: 0, limit: 1 }),
    store.owner('product', 'sku', sku),
  ]);
  if (created?.eventType !== 'ProductCreatedEvent') {
    const errors = [{ pointer: '/productId', code: 'unknown', detail: 'there is no product with this id' }];
    return refuse('product-unknown', `there is no product ${productId}`, { errors });
  }
  if (owner !== undefined && owner !== productId)
    refuse('sku-taken', `${sku} belongs to the product ${owner}`);
  const known = (created.data as ProductEvents['ProductCreatedEvent']).sku;
  if (known === sku) return;
  const errors = [{ pointer: '/sku', code: 'unknown', detail: `the SKU of this product is ${known}` }];
  refuse('product-unknown', `no product has the SKU ${sku}`, { errors });
}
