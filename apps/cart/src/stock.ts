/** How many of each product can be bought: a copy of what the inventory tells. */
import type { StockItemEvents } from '@quickmart/contracts/inventory/events';
import { bigint, defineTable, projection, uuid } from '@quickmart/projections';

export const stock = defineTable(
  'stock',
  { productId: uuid(), onHand: bigint(), reserved: bigint() },
  { primaryKey: 'productId' },
);

export const stockOfProducts = projection<StockItemEvents, typeof stock>({
  name: 'stock',
  category: 'inventory',
  table: stock,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    InventoryCreatedEvent: (_, { quantity }, { aggregateId: productId }) => ({
      productId,
      onHand: quantity,
      reserved: 0,
    }),
    StockAdjustedEvent: (row, { onHand }) => row && { ...row, onHand },
    StockAllocatedEvent: (row, { reserved }) => row && { ...row, reserved },
    StockDeallocatedEvent: (row, { reserved }) => row && { ...row, reserved },
    StockWithdrawnEvent: (row, { onHand, reserved }) => row && { ...row, onHand, reserved },
    InventoryRemovedEvent: () => undefined,
  },
});
