/** Who has ordered before: the orders that stand, a copy of what the order service tells. */

import { limits } from '@quickmart/contracts/limits';
import type { OrderEvents } from '@quickmart/contracts/order/events';
import { sealedLength, subjectIn } from '@quickmart/contracts/personal';
import { asksFirstOrder } from '@quickmart/price-book';
import type { Rules } from '@quickmart/pricing';
import { among, code, defineTable, projection, type ReadModels, uuid } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';

const orders = defineTable(
  'orders_of_customers',
  { orderId: uuid(), customerId: code(sealedLength(limits.customerIdLength, 'customer')) },
  { primaryKey: 'orderId', indexes: [['customerId', 'orderId']] },
);

export const ordersOfCustomers = projection<OrderEvents, typeof orders>({
  name: 'orders-of-customers',
  category: 'order',
  table: orders,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    OrderPlacedEvent: (_, { customerId }, { aggregateId: orderId }) => ({ orderId, customerId }),
    OrderCancelledEvent: () => undefined,
  },
});

type Sources = { readModels: ReadModels; sealing: Sealing };

/** Whether the next order of a customer is the first one, where the rules ask for it. It may be a moment behind: what counts is the order itself. */
export async function isFirstOrder(
  { readModels, sealing }: Sources,
  customerId: string | null,
  rules: Rules,
): Promise<boolean> {
  if (customerId === null || !asksFirstOrder(rules)) return false;
  const isSealed = subjectIn(customerId) !== undefined;
  const names = isSealed ? [customerId] : await sealing.customers(customerId);
  const { rows } = await readModels.list(orders, {
    where: [among('customerId', names)],
    sort: { column: 'orderId', direction: 'asc' },
    limit: 1,
  });
  return rows.length === 0;
}
