/** What the order service shows, the orders, and what it prices them from, the catalog. */
import type { Order, OrderEvents } from '@quickmart/contracts/order';
import type { ProductEvents } from '@quickmart/contracts/product';
import { projection } from '@quickmart/projections';
import { catalogEntries, type OrderRow, orders } from './schema.ts';

export const orderList = projection<OrderEvents, typeof orders>({
  name: 'orders',
  category: 'order',
  table: orders,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    OrderPlacedEvent: (_, { customerId, lines, total }, { aggregateId, version, at }) => ({
      ...{ id: aggregateId, customerId, lines, totalAmount: total.amount, currency: total.currency },
      ...{ status: 'pending', reason: null, shortages: null, version, placedAt: at, updatedAt: at },
    }),
    OrderConfirmedEvent: (row, _, { version, at }) =>
      row && { ...row, status: 'confirmed', version, updatedAt: at },
    OrderCancelledEvent: (row, { reason, shortages = null }, { version, at }) =>
      row && { ...row, status: 'cancelled', reason, shortages, version, updatedAt: at },
  },
});

export const catalog = projection<ProductEvents, typeof catalogEntries>({
  name: 'catalog',
  category: 'product',
  table: catalogEntries,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    // A product with options is sold by its variants, each of which is a product: it has no row here.
    ProductCreatedEvent: (_, { productId, sku, name, price, options = {} }) =>
      Object.keys(options).length > 0
        ? undefined
        : { productId, sku, name, priceAmount: price.amount, currency: price.currency, status: 'active' },
    ProductUpdatedEvent: (row, { changes }) => row && { ...row, name: changes.name ?? row.name },
    ProductPriceChangedEvent: (row, { newPrice: { amount, currency } }) =>
      row && { ...row, priceAmount: amount, currency },
    ProductArchivedEvent: (row) => row && { ...row, status: 'archived' },
    ProductRestoredEvent: (row) => row && { ...row, status: 'active' },
  },
});

const iso = (ms: number) => new Date(ms).toISOString();

export function rowView(row: OrderRow): Order {
  const { totalAmount, currency, status, reason, shortages, placedAt, updatedAt, ...rest } = row;
  return {
    ...rest,
    total: { amount: totalAmount, currency },
    status: status as Order['status'],
    ...(reason !== null && { reason }),
    ...(shortages !== null && { shortages }),
    placedAt: iso(placedAt),
    updatedAt: iso(updatedAt),
  };
}
