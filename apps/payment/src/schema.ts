/** The table of the payment service's read model. */
import {
  bigint,
  char,
  code,
  defineTable,
  instant,
  integer,
  json,
  key,
  type RowOf,
  text,
  uuid,
} from '@quickmart/projections';
import { limits } from './limits.ts';
import type { Payment } from './payment.ts';

/** What is not in a column of its own. */
export type PaymentProgress = Pick<
  Payment,
  'refunds' | 'disputes' | 'paymentMethod' | 'hold' | 'wants' | 'cancelled' | 'voidGivenUp' | 'attempt'
>;

export const payments = defineTable(
  'payments',
  {
    id: uuid(),
    orderId: uuid(),
    customerId: key(limits.customerIdLength),
    status: code(16),
    amount: bigint(),
    captured: bigint(),
    refunded: bigint(),
    currency: char(3),
    provider: code(32),
    providerRef: text(limits.providerRefLength).nullable(),
    reason: text(limits.reasonLength).nullable(),
    /** The rest of the payment's state. */
    progress: json<PaymentProgress>(),
    version: integer(),
    expiresAt: instant(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  {
    primaryKey: 'id',
    indexes: [
      ['createdAt', 'id'],
      ['updatedAt', 'id'],
      ['amount', 'id'],
      ['orderId', 'id'],
      ['customerId', 'createdAt', 'id'],
      ['status', 'createdAt', 'id'],
    ],
  },
);
export type PaymentRow = RowOf<typeof payments>;
