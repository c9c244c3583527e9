/** What the order service shows: the orders. */
import { sealedLength } from '@quickmart/contracts/personal';
import { bigint, char, code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import type { Shown } from '@quickmart/service';
import type { Order } from './api.ts';
import { limits } from './limits.ts';
import { order, statusOf } from './order.ts';
import { returnView, summary } from './returns.ts';
import { salesPerDay } from './sales.ts';
import { orderSkus } from './schema.ts';
import type { Checkout, Progress } from './state.ts';

export const orderList = tableOf(order, {
  name: 'orders',
  projection: 'order-list',
  columns: {
    id: uuid(),
    customerId: code(sealedLength(limits.customerIdLength, 'customer')),
    number: code(limits.orderNumberLength).nullable(),
    lines: json<Order['lines']>(),
    checkout: json<Checkout>(),
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
    ['number', 'placedAt', 'id'],
  ],
  row: ({
    id,
    number,
    customerId,
    lines,
    checkout,
    total,
    reason,
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

const checkoutView = ({
  addresses: { shipping: to, billing },
  shipping,
  ...checkout
}: Checkout): Pick<Order, keyof Checkout> => ({
  ...checkout,
  addresses: { ...(to && { shipping: to }), ...(billing && { billing }) },
  ...(shipping && { shipping }),
});

export function orderView(row: Shown<typeof orderList.table>): Order {
  const { totalAmount: amount, currency, reason, shortages, checkout, progress, ...rest } = row;
  const { payment, shipment, returns, attention } = progress;
  return {
    ...rest,
    ...checkoutView(checkout),
    total: { amount, currency },
    ...(reason !== null && { reason }),
    ...(shortages && { shortages }),
    ...(payment && { payment }),
    ...(shipment && { shipment }),
    ...(returns.length > 0 && { returned: summary(returns), returns: returns.map(returnView) }),
    ...(attention && { attention }),
  };
}
