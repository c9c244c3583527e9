/** The order service: orders, priced by the service from its own read model of the catalog. */
import { z } from 'zod';
import { type EventsOf, event } from './event.ts';
import { limits } from './limits.ts';
import { shortage } from './problem.ts';
import {
  examples,
  historyEntry,
  id,
  instant,
  loggedMoney,
  money,
  page,
  quantity,
  sku,
  text,
  version,
} from './shapes.ts';

export const orderLine = z
  .object({ productId: id, sku, name: z.string(), quantity, unitPrice: money, lineTotal: money })
  .meta({
    id: 'OrderLine',
    example: {
      ...{ productId: examples.product, sku: 'MUG-BLUE-350', name: 'Blue mug', quantity: 3 },
      ...{ unitPrice: { amount: 1299, currency: 'EUR' }, lineTotal: { amount: 3897, currency: 'EUR' } },
    },
  });
export type OrderLine = z.infer<typeof orderLine>;

export const returnedLine = z
  .object({ productId: id, sku, quantity })
  .meta({ id: 'ReturnedLine', example: { productId: examples.product, sku: 'MUG-BLUE-350', quantity: 1 } });
export type ReturnedLine = z.infer<typeof returnedLine>;

export const orderReturn = z
  .object({ lines: z.array(returnedLine), restock: z.boolean(), refund: money })
  .meta({
    id: 'OrderReturn',
    example: {
      lines: [returnedLine.meta()?.example],
      restock: true,
      refund: { amount: 1299, currency: 'EUR' },
    },
  });

/** `refund` is what was paid for the goods; `refunded` is what was given back for them: less, where less was left. */
export const returnOfOrder = orderReturn.extend({ id, refunded: money, returnedAt: instant }).meta({
  id: 'ReturnOfOrder',
  example: {
    ...(orderReturn.meta()?.example as object),
    ...{ id: examples.event, refunded: { amount: 1299, currency: 'EUR' }, returnedAt: examples.at },
  },
});
export type ReturnOfOrder = z.infer<typeof returnOfOrder>;

/** What an order can have asked the payment service for. */
export const owedByPayment = z.enum(['capture', 'void', 'refund']);

// Events

const loggedLine = orderLine.extend({ unitPrice: loggedMoney, lineTotal: loggedMoney });

/** `paymentMethod` is the payment provider's token, as the customer sent it: opaque here, and absent in older events. */
export const orderPlaced = event(
  'OrderPlacedEvent',
  1,
  z.object({
    customerId: z.string(),
    lines: z.array(loggedLine),
    total: loggedMoney,
    paymentMethod: z.string().optional(),
  }),
);
/** All stock is held: asks the payment service for an authorization that comes before `expiresAt`. */
export const orderPaymentRequested = event(
  'OrderPaymentRequestedEvent',
  1,
  z.object({
    paymentId: id,
    customerId: z.string(),
    amount: loggedMoney,
    paymentMethod: z.string().nullable(),
    expiresAt: instant,
  }),
);
/** Paid for (`paymentId` is null where nothing is to be paid): asks the inventory to make the hold final. */
export const orderApproved = event('OrderApprovedEvent', 1, z.object({ paymentId: id.nullable() }));
export const orderConfirmed = event('OrderConfirmedEvent', 1, z.object({}));
/** `system`: something did not answer in time. */
export const orderCancelled = event(
  'OrderCancelledEvent',
  1,
  z.object({
    reason: z.string(),
    by: z.enum(['customer', 'inventory', 'payment', 'system']),
    shortages: z.array(shortage).optional(),
  }),
);
/** The goods have left: the stock is committed, the money is captured. */
export const shipmentDispatched = event(
  'ShipmentDispatchedEvent',
  1,
  z.object({ carrier: z.string(), tracking: z.string() }),
);
export const shipmentDelivered = event('ShipmentDeliveredEvent', 1, z.object({}));
/** Delivered, and paid. */
export const orderCompleted = event('OrderCompletedEvent', 1, z.object({}));
/** Asks the payment service to give `refund` back, and the inventory to take the lines back where `restock` says so. */
export const orderReturned = event('OrderReturnedEvent', 1, orderReturn.extend({ refund: loggedMoney }));
/**
 * What has become of the money. `captured` and `refunded` are all of it so far, absent in older events. `refundId` names the
 * refund that it is about: `refunded`, or `failed` where it had been given back, and has come back. `lost`: what lost
 * disputes have taken, which is not given back a second time.
 */
export const orderPaymentSettled = event(
  'OrderPaymentSettledEvent',
  1,
  z.object({
    paymentId: id,
    outcome: z.enum(['captured', 'voided', 'refunded', 'failed']),
    captured: loggedMoney.optional(),
    refunded: loggedMoney.optional(),
    refundId: z.string().optional(),
    amount: loggedMoney.optional(),
    lost: loggedMoney.optional(),
  }),
);
/** Something that the system cannot mend by itself; an operator does, and says so. */
export const orderAttentionRequired = event(
  'OrderAttentionRequiredEvent',
  1,
  z.object({
    reason: z.string(),
    /** Told by the payment provider; absent: something that was asked for has failed, or was not answered. */
    about: z.enum(['dispute', 'amount']).optional(),
  }),
);
/**
 * An operator has it tried again: asks the payment service once more for what the order is owed. `refundId` names the
 * refund that the order asked for; null where it asked for no certain one.
 */
export const orderPaymentRetried = event(
  'OrderPaymentRetriedEvent',
  1,
  z.object({ paymentId: id, owed: owedByPayment, refundId: z.string().nullable(), amount: loggedMoney }),
);
export const orderAttentionResolved = event('OrderAttentionResolvedEvent', 1, z.object({ note: z.string() }));

export const orderEvents = [
  orderPlaced,
  orderPaymentRequested,
  orderApproved,
  orderConfirmed,
  orderCancelled,
  shipmentDispatched,
  shipmentDelivered,
  orderCompleted,
  orderReturned,
  orderPaymentSettled,
  orderAttentionRequired,
  orderPaymentRetried,
  orderAttentionResolved,
] as const;
export type OrderEvents = EventsOf<typeof orderEvents>;

// Requests

const lineOf = z
  .union([z.strictObject({ productId: id, quantity }), z.strictObject({ sku, quantity })])
  .meta({ id: 'WantedLine', example: { sku: 'MUG-BLUE-350', quantity: 3 } });
export const placeOrder = z
  .strictObject({
    customerId: text(limits.customerIdLength, 1),
    lines: z.array(lineOf).min(1).max(limits.orderLinesMax),
    paymentMethod: text(limits.paymentMethodLength, 1)
      .optional()
      .meta({ description: "The payment provider's token; never a card number", example: 'pm_card_visa' }),
  })
  .meta({
    id: 'NewOrder',
    example: { customerId: 'customer-17', lines: [{ sku: 'MUG-BLUE-350', quantity: 3 }] },
  });
export type PlaceOrder = z.infer<typeof placeOrder>;

export const cancelOrder = z
  .strictObject({ reason: text(limits.reasonLength, 1).default('cancelled by the customer') })
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
    ...{ authorized: money, captured: money, refunded: money },
  })
  .meta({
    id: 'OrderPayment',
    example: {
      ...{ id: examples.event, status: 'captured', authorized: { amount: 3897, currency: 'EUR' } },
      ...{ captured: { amount: 3897, currency: 'EUR' }, refunded: { amount: 1299, currency: 'EUR' } },
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
/** Open until an operator says that it is resolved. */
const attention = z
  .object({ reason: z.string(), since: instant })
  .meta({ id: 'Attention', example: { reason: 'the capture failed: card_expired', since: examples.at } });
export const order = z
  .object({
    id,
    customerId: z.string(),
    lines: z.array(orderLine),
    total: money,
    status: orderStatus,
    reason: z.string().optional(),
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
    example: {
      ...{ id: examples.order, customerId: 'customer-17', lines: [orderLine.meta()?.example] },
      ...{ total: { amount: 3897, currency: 'EUR' }, status: 'confirmed', version: 2 },
      ...{ placedAt: examples.at, updatedAt: examples.at },
    },
  });
export type Order = z.infer<typeof order>;
export const orderPage = page(order).meta({ id: 'OrderPage' });

/** An event of the order, of its reservation or of its payment. */
export const timelineEntry = historyEntry
  .extend({ category: z.enum(['order', 'inventory', 'payment']) })
  .meta({ id: 'TimelineEntry', example: { ...(historyEntry.meta()?.example as object), category: 'order' } });
export const timeline = z
  .object({ data: z.array(timelineEntry) })
  .meta({ id: 'Timeline', example: { data: [timelineEntry.meta()?.example] } });
