/** Responses of the order service. */

import { orderLine, orderReturn } from '@quickmart/contracts/order/events';
import { locale, orderMetadata } from '@quickmart/contracts/order/placing';
import { nextAction } from '@quickmart/contracts/payment/next-action';
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
  version,
} from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { cancelled, erasable, lineCancellation, quantities, returnOfOrder, shipment } from './parts-api.ts';

export const orderStatus = z.enum([
  'pending',
  'confirmed',
  'shipped',
  'completed',
  'cancelled',
  'returned',
  'attention',
]);
const declined = z.object({ code: z.string(), attemptsLeft: z.int().min(0), until: instant }).meta({
  id: 'DeclinedPayment',
  description:
    'Why a payment method was declined, in the words of the provider, and until when another one can be sent',
  example: { code: 'card_declined', attemptsLeft: 4, until: examples.at },
});
const orderPayment = z
  .object({
    id,
    status: z
      .enum([
        'requested',
        'action-required',
        'declined',
        'authorized',
        'captured',
        'voided',
        'refunded',
        'failed',
      ])
      .meta({
        description:
          '`captured` where anything was, `refunded` where all of it was: see the amounts. `declined`: the order waits for ' +
          'another payment method',
      }),
    nextAction: nextAction.optional(),
    declined: declined.optional(),
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
    cancelled: cancelled.optional(),
    reason: z.string().optional().meta({
      description: 'Why it is cancelled, in one text: the note, else words for the code',
      deprecated: true,
    }),
    shortages: z.array(shortage).optional(),
    payment: orderPayment.optional(),
    quantities: z.array(quantities).meta({ description: 'One by one product' }),
    cancellations: z.array(lineCancellation).meta({ description: 'Of some lines, oldest first' }),
    shipments: z.array(shipment).meta({ description: 'Oldest first' }),
    returned: orderReturn.optional(),
    returns: z
      .array(returnOfOrder)
      .meta({ description: 'One by one, oldest first; `returned` is their sum, where there are any' }),
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
      quantities: [quantities.meta()?.example],
      cancellations: [],
      shipments: [],
      returns: [],
      status: 'confirmed',
      version: 2,
      placedAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type Order = z.infer<typeof order>;

/** An event of the order, of its reservation or of its payment. */
const timelineEntry = historyEntry
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
