/** The tables of the order service's read models, beside that of the orders. */
import { bigint, char, code, defineTable, type RowOf, uuid } from '@quickmart/projections';
import { limits } from './limits.ts';

/** The SKUs of an order's lines, by which it can be found. */
export const orderSkus = defineTable(
  'order_skus',
  { orderId: uuid(), sku: code(limits.skuLength) },
  { primaryKey: ['orderId', 'sku'], indexes: [['sku', 'orderId']] },
);

/** What was sold per day, product and currency, of which the id is made: the sums over the orders. */
export const sales = defineTable(
  'sales',
  {
    id: code(64),
    day: code(10),
    productId: uuid(),
    sku: code(limits.skuLength),
    currency: char(3),
    units: bigint(),
    amount: bigint(),
  },
  { primaryKey: 'id' },
);
export type SaleRow = RowOf<typeof sales>;
