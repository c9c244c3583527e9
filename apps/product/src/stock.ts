/**
 * Which products are in stock: a copy of what the inventory tells, as far as the list of products is filtered by it. A product
 * that is sold by its variants is in stock while one of them is, and is on sale.
 */
import type { StockItemEvents } from '@quickmart/contracts/inventory/events';
import type { ProductEvents } from '@quickmart/contracts/product/events';
import { from, joined, withDetail } from '@quickmart/projections';
import { type ProductStockRow, productStock, productsInStock } from './schema.ts';

/** Both categories make the row where it is not there yet: which of them is read first is not known. */
const unknown = (productId: string): ProductStockRow => ({
  productId,
  parentId: null,
  status: 'active',
  onHand: 0,
  reserved: 0,
});
const key = ({ aggregateId }: { aggregateId: string }) => aggregateId;
const changed = (
  row: ProductStockRow | undefined,
  productId: string,
  changes: Partial<ProductStockRow>,
): ProductStockRow => ({ ...(row ?? unknown(productId)), ...changes });

export const stock = joined({
  name: 'stock',
  table: productStock,
  details: {
    table: productsInStock,
    from: ['productId', 'parentId', 'status', 'onHand', 'reserved'],
    of: ({ productId: stockOf, parentId, status, onHand, reserved }) => {
      if (onHand <= reserved) return [];
      const isOnSale = parentId !== null && status === 'active';
      return [stockOf, ...(isOnSale ? [parentId] : [])].map((productId) => ({ stockOf, productId }));
    },
  },
  from: [
    from<ProductEvents, typeof productStock>('product', {
      key,
      evolve: {
        ProductCreatedEvent: (row, { variantOf = null }, event) =>
          changed(row, key(event), { parentId: variantOf }),
        ProductArchivedEvent: (row, _, event) => changed(row, key(event), { status: 'archived' }),
        ProductRestoredEvent: (row, _, event) => changed(row, key(event), { status: 'active' }),
      },
    }),
    from<StockItemEvents, typeof productStock>('inventory', {
      key,
      evolve: {
        InventoryCreatedEvent: (row, { quantity }, event) =>
          changed(row, key(event), { onHand: quantity, reserved: 0 }),
        StockAdjustedEvent: (row, { onHand }, event) => changed(row, key(event), { onHand }),
        StockAllocatedEvent: (row, { reserved }, event) => changed(row, key(event), { reserved }),
        StockDeallocatedEvent: (row, { reserved }, event) => changed(row, key(event), { reserved }),
        StockWithdrawnEvent: (row, { onHand, reserved }, event) =>
          changed(row, key(event), { onHand, reserved }),
        InventoryRemovedEvent: (row, _, event) => changed(row, key(event), { onHand: 0, reserved: 0 }),
      },
    }),
  ],
});

export const stockFilter = (inStock: 'true' | 'false') =>
  withDetail(productsInStock, [], { owner: 'productId', isAbsent: inStock === 'false' });
