/** What the order service shows, the orders, and what it prices them from, the catalog. */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { ProductEvents } from '@quickmart/contracts/product/events';
import { projection } from '@quickmart/projections';
import { evolve, type StoredEvent } from '@quickmart/streams';
import type { Order } from './api.ts';
import { order, orderView, statusOf } from './order.ts';
import { salesPerDay } from './sales.ts';
import { catalogEntries, type OrderRow, orderSkus, orders, type sales } from './schema.ts';
import type { Placed } from './state.ts';

/** The row is the aggregate's state, laid out in columns: both fold by the same functions. */
const fold = (row: OrderRow | undefined, _: unknown, event: StoredEvent): OrderRow | undefined => {
  const state = evolve(order, row ? stateOf(row) : null, event);
  return state ? rowOf(state, event.version) : undefined;
};

export const orderList = projection<OrderEvents, typeof orders, typeof orderSkus, typeof sales>({
  name: 'order-list',
  category: 'order',
  table: orders,
  key: ({ aggregateId }) => aggregateId,
  evolve: Object.fromEntries(Object.keys(order.evolve).map((type) => [type, fold])),
  details: {
    table: orderSkus,
    from: ['id', 'lines'],
    of: ({ id: orderId, lines }) =>
      [...new Set(lines.map(({ sku }) => sku))].map((sku) => ({ orderId, sku })),
  },
  totals: salesPerDay,
});

function rowOf({ lines, total, waitsSince: _, ...state }: Placed, version: number): OrderRow {
  const { id, customerId, reason = null, shortages = null, placedAt, updatedAt, ...progress } = state;
  return {
    id,
    customerId,
    lines,
    totalAmount: total.amount,
    currency: total.currency,
    status: statusOf(state),
    reason,
    shortages,
    progress,
    version,
    placedAt,
    updatedAt,
  };
}

function stateOf({ totalAmount: amount, currency, version: _, ...row }: OrderRow): Placed {
  const { status: __, reason, shortages, progress, ...rest } = row;
  const why = { ...(reason !== null && { reason }), ...(shortages !== null && { shortages }) };
  const total = { amount, currency };
  return { ...rest, ...progress, ...why, total, waitsSince: 0 };
}

export const rowView = (row: OrderRow): Order => ({
  ...orderView(stateOf(row), row.version),
  status: row.status as Order['status'],
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
