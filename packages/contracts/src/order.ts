/** The order service: orders, priced by the service from its own read model of the catalog. */
import { z } from 'zod';
import { type EventsOf, event } from './event.ts';
import { limits } from './limits.ts';
import { shortage } from './problem.ts';
import { examples, id, instant, money, page, quantity, sku, text, version } from './shapes.ts';

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

// Events

export const orderPlaced = event(
  'OrderPlacedEvent',
  1,
  z.object({ customerId: z.string(), lines: z.array(orderLine), total: money }),
);
export const orderConfirmed = event('OrderConfirmedEvent', 1, z.object({}));
export const orderCancelled = event(
  'OrderCancelledEvent',
  1,
  z.object({
    reason: z.string(),
    by: z.enum(['customer', 'inventory']),
    shortages: z.array(shortage).optional(),
  }),
);

export const orderEvents = [orderPlaced, orderConfirmed, orderCancelled] as const;
export type OrderEvents = EventsOf<typeof orderEvents>;

// Requests

const lineOf = z
  .union([z.strictObject({ productId: id, quantity }), z.strictObject({ sku, quantity })])
  .meta({ id: 'PlaceOrderLine', example: { sku: 'MUG-BLUE-350', quantity: 3 } });
export const placeOrder = z
  .strictObject({
    customerId: text(limits.customerIdLength, 1),
    lines: z.array(lineOf).min(1).max(limits.orderLinesMax),
  })
  .meta({
    id: 'PlaceOrder',
    example: { customerId: 'customer-17', lines: [{ sku: 'MUG-BLUE-350', quantity: 3 }] },
  });
export type PlaceOrder = z.infer<typeof placeOrder>;

export const cancelOrder = z
  .strictObject({ reason: text(limits.reasonLength, 1).default('cancelled by the customer') })
  .meta({ id: 'CancelOrder', example: { reason: 'ordered twice' } });
export type CancelOrder = z.infer<typeof cancelOrder>;

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
export const order = z
  .object({
    id,
    customerId: z.string(),
    lines: z.array(orderLine),
    total: money,
    status: orderStatus,
    reason: z.string().optional(),
    shortages: z.array(shortage).optional(),
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
