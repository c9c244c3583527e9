/** Requests and responses of the order service. */

import { orderLine, orderReturn } from '@quickmart/contracts/order/events';
import { locale, orderMetadata } from '@quickmart/contracts/order/placing';
import { quotedDiscount, quotedShipping, quotedTax } from '@quickmart/contracts/pricing/quote';
import {
  address,
  examples,
  historyEntry,
  id,
  instant,
  money,
  page,
  shortage,
  sku,
  text,
  version,
} from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { limits } from './limits.ts';
import { lineOf } from './placing-api.ts';

/** `refund` is what was paid for the goods. `refunded` is what was refunded: it is less if less was left. */
export const returnOfOrder = orderReturn.extend({ id, refunded: money, returnedAt: instant }).meta({
  id: 'ReturnOfOrder',
  example: {
    ...(orderReturn.meta()?.example as object),
    id: examples.event,
    refunded: { amount: 1299, currency: 'EUR' },
    returnedAt: examples.at,
  },
});
export type ReturnOfOrder = z.infer<typeof returnOfOrder>;

// Requests

/** What is said where nobody has typed a reason. */
export const cancelledByCustomer = 'cancelled by the customer';
export const cancelOrder = z
  .strictObject({ reason: text(limits.reasonLength, 1).default(cancelledByCustomer) })
  .meta({ id: 'Cancellation', example: { reason: 'ordered twice' } });
export type CancelOrder = z.infer<typeof cancelOrder>;

export const shipOrder = z
  .strictObject({ carrier: text(limits.carrierLength, 1), tracking: text(limits.trackingLength, 1) })
  .meta({ id: 'Dispatch', example: { carrier: 'DHL', tracking: '00340434292135100186' } });
export type ShipOrder = z.infer<typeof shipOrder>;

export const returnOrder = z
  .strictObject({
    lines: z
      .array(lineOf)
      .min(1)
      .max(limits.orderLinesMax)
      .optional()
      .meta({ description: 'What has come back; all that has not come back before where it is left out' }),
    restock: z.boolean().default(false).meta({ description: 'Whether it goes back on the shelf' }),
  })
  .meta({ id: 'GoodsReturn', example: { lines: [{ sku: 'MUG-BLUE-350', quantity: 1 }], restock: true } });
export type ReturnOrder = z.infer<typeof returnOrder>;

export const resolveAttention = z
  .strictObject({ note: text(limits.reasonLength, 1) })
  .meta({ id: 'AttentionNote', example: { note: 'paid by bank transfer' } });

// Responses

export const orderStatus = z.enum([
  'pending',
  'confirmed',
  'shipped',
  'completed',
  'cancelled',
  'returned',
  'attention',
]);
const orderPayment = z
  .object({
    id,
    status: z
      .enum(['requested', 'authorized', 'captured', 'voided', 'refunded', 'failed'])
      .meta({ description: '`refunded` where all of it was; a part is told by the amounts' }),
    authorized: money,
    captured: money,
    refunded: money,
  })
  .meta({
    id: 'OrderPayment',
    example: {
      id: examples.event,
      status: 'captured',
      authorized: { amount: 3897, currency: 'EUR' },
      captured: { amount: 3897, currency: 'EUR' },
      refunded: { amount: 1299, currency: 'EUR' },
    },
  });
const shipment = z
  .object({
    carrier: z.string(),
    tracking: z.string(),
    dispatchedAt: instant,
    deliveredAt: instant.optional(),
  })
  .meta({
    id: 'Shipment',
    example: { carrier: 'DHL', tracking: '00340434292135100186', dispatchedAt: examples.at },
  });
const erasable = z.string().nullable();
/** Also null: the customer was erased. */
const shownAddress = z
  .object({
    name: erasable,
    company: erasable,
    line1: erasable,
    line2: erasable,
    postalCode: erasable,
    city: erasable,
    region: erasable,
    country: erasable,
    phone: erasable,
  })
  .meta({
    id: 'OrderAddress',
    description: 'A field is null where there is none, or the customer was erased',
    example: {
      ...(address.meta()?.example as object),
      company: null,
      line2: null,
      region: null,
      phone: null,
    },
  });
/** Open until an operator resolves it. */
const attention = z
  .object({ reason: z.string(), since: instant })
  .meta({ id: 'Attention', example: { reason: 'the capture failed: card_expired', since: examples.at } });
export const order = z
  .object({
    id,
    number: z.string().nullable().meta({ description: 'For people; null: an older order, which has none' }),
    customerId: z.string().nullable().meta({ description: 'Null: the customer was erased' }),
    email: z.string().nullable(),
    addresses: z.object({ shipping: shownAddress.optional(), billing: shownAddress.optional() }).meta({
      id: 'OrderAddresses',
      description: 'There is no `billing` where the bill goes where the goods go',
      example: { shipping: shownAddress.meta()?.example },
    }),
    locale: locale.nullable(),
    metadata: orderMetadata,
    lines: z.array(orderLine),
    subtotal: money,
    discounts: z.array(quotedDiscount),
    shipping: quotedShipping.optional(),
    tax: z.array(quotedTax),
    total: money,
    status: orderStatus,
    reason: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'Null: the customer, who has typed it, was erased' }),
    shortages: z.array(shortage).optional(),
    payment: orderPayment.optional(),
    shipment: shipment.optional(),
    returned: orderReturn.optional(),
    returns: z
      .array(returnOfOrder)
      .optional()
      .meta({ description: 'One by one, oldest first; `returned` is their sum' }),
    attention: attention.optional(),
    version,
    placedAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Order',
    description:
      'total = subtotal − Σ discounts + shipping + the taxes that are not included, and Σ totals of lines and shipping',
    example: {
      id: examples.order,
      number: 'QM-2026-000123',
      customerId: 'customer-17',
      email: null,
      addresses: {},
      locale: null,
      metadata: {},
      lines: [orderLine.meta()?.example],
      subtotal: { amount: 3897, currency: 'EUR' },
      discounts: [],
      tax: [],
      total: { amount: 3897, currency: 'EUR' },
      status: 'confirmed',
      version: 2,
      placedAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type Order = z.infer<typeof order>;

/** An event of the order, of its reservation or of its payment. */
export const timelineEntry = historyEntry
  .extend({ category: z.enum(['order', 'inventory', 'payment']) })
  .meta({ id: 'TimelineEntry', example: { ...(historyEntry.meta()?.example as object), category: 'order' } });
export const timeline = z
  .object({ data: z.array(timelineEntry) })
  .meta({ id: 'Timeline', example: { data: [timelineEntry.meta()?.example] } });

export const day = z.iso.date().meta({ description: 'A day, UTC', example: '2026-11-21' });

export const sale = z
  .object({
    day,
    productId: id,
    sku,
    units: z
      .int()
      .min(0)
      .meta({ description: 'Pieces in orders that were not cancelled, on the day of the order' }),
    amount: money,
  })
  .meta({
    id: 'Sale',
    example: {
      day: '2026-11-21',
      productId: examples.product,
      sku: 'MUG-BLUE-350',
      units: 3,
      amount: { amount: 3897, currency: 'EUR' },
    },
  });
export type Sale = z.infer<typeof sale>;
export const salePage = page(sale).meta({ id: 'SalePage' });
