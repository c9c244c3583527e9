/** What the order service shows, the orders, and what it prices them from, the catalog. */
import { sealedLength } from '@quickmart/contracts/personal';
import type { ProductEvents } from '@quickmart/contracts/product/events';
import {
  bigint,
  char,
  code,
  instant,
  integer,
  json,
  projection,
  tableOf,
  text,
  uuid,
} from '@quickmart/projections';
import type { Shown } from '@quickmart/service';
import type { Order } from './api.ts';
import { limits } from './limits.ts';
import { order, statusOf } from './order.ts';
import { returnView, summary } from './returns.ts';
import { salesPerDay } from './sales.ts';
import { catalogEntries, orderSkus } from './schema.ts';
import type { Progress } from './state.ts';

export const orderList = tableOf(order, {
  name: 'orders',
  projection: 'order-list',
  columns: {
    id: uuid(),
    customerId: code(sealedLength(limits.customerIdLength, 'customer')),
    lines: json<Order['lines']>(),
    totalAmount: bigint(),
    currency: char(3),
    status: code<Order['status']>(16),
    reason: text(sealedLength(limits.reasonLength, 'reason')).nullable(),
    shortages: json<NonNullable<Order['shortages']>>().nullable(),
    /** The rest of the order's state. */
    progress: json<Progress>(),
    version: integer(),
    placedAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['placedAt', 'updatedAt', 'totalAmount'],
  indexes: [
    ['customerId', 'placedAt', 'id'],
    ['status', 'placedAt', 'id'],
  ],
  row: ({
    id,
    customerId,
    lines,
    total,
    reason,
    shortages,
    placedAt,
    updatedAt,
    waitsSince: _,
    ...progress
  }) => ({
    id,
    customerId,
    lines,
    totalAmount: total.amount,
    currency: total.currency,
    status: statusOf(progress),
    reason,
    shortages,
    progress,
    placedAt,
    updatedAt,
  }),
  state: ({
    totalAmount: amount,
    currency,
    status: _,
    version: __,
    reason,
    shortages,
    progress,
    ...row
  }) => ({
    ...row,
    ...progress,
    ...(reason !== null && { reason }),
    ...(shortages !== null && { shortages }),
    total: { amount, currency },
    waitsSince: 0,
  }),
  details: {
    table: orderSkus,
    from: ['id', 'lines'],
    of: ({ id: orderId, lines }) =>
      [...new Set(lines.map(({ sku }) => sku))].map((sku) => ({ orderId, sku })),
  },
  totals: salesPerDay,
});

export function orderView(row: Shown<typeof orderList.table>): Order {
  const { totalAmount: amount, currency, reason, shortages, progress, ...rest } = row;
  const { payment, shipment, returns, attention } = progress;
  return {
    ...rest,
    total: { amount, currency },
    ...(reason !== null && { reason }),
    ...(shortages && { shortages }),
    ...(payment && { payment }),
    ...(shipment && { shipment }),
    ...(returns.length > 0 && { returned: summary(returns), returns: returns.map(returnView) }),
    ...(attention && { attention }),
  };
}

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
