/** What the order service shows: the orders. */
import { sealedLength } from '@quickmart/contracts/personal';
import { bigint, char, code, instant, integer, json, tableOf, uuid } from '@quickmart/projections';
import type { Order } from './api.ts';
import { limits } from './limits.ts';
import { order, statusOf } from './order.ts';
import { salesPerDay } from './sales.ts';
import { orderSkus } from './schema.ts';
import type { Checkout, Placed, Progress } from './state.ts';

export const orderList = tableOf(order, {
  name: 'orders',
  projection: 'order-list',
  revision: 4,
  columns: {
    id: uuid(),
    customerId: code(sealedLength(limits.customerIdLength, 'customer')),
    number: code(limits.orderNumberLength).nullable(),
    lines: json<Order['lines']>(),
    checkout: json<Checkout>(),
    totalAmount: bigint(),
    currency: char(3),
    status: code<Order['status']>(16),
    cancelled: json<NonNullable<Placed['cancelled']>>().nullable(),
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
    ['number', 'placedAt', 'id'],
  ],
  row: ({
    id,
    number,
    customerId,
    lines,
    checkout,
    total,
    cancelled,
    shortages,
    placedAt,
    updatedAt,
    waitsSince: _,
    ...progress
  }) => ({
    id,
    number,
    customerId,
    lines,
    checkout,
    totalAmount: total.amount,
    currency: total.currency,
    status: statusOf(progress),
    cancelled,
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
    cancelled,
    shortages,
    progress,
    ...row
  }) => ({
    ...row,
    ...progress,
    ...(cancelled !== null && { cancelled }),
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
