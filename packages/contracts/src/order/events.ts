/** What the order service publishes. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { copiedCustomerId, customerId, typedReason } from '../personal.ts';
import { examples, id, instant, loggedMoney, money, quantity, shortage, sku } from '../shapes.ts';

export type OrderEvents = EventsOf<typeof import('./events.ts')>;

export const orderLine = z
  .object({ productId: id, sku, name: z.string(), quantity, unitPrice: money, lineTotal: money })
  .meta({
    id: 'OrderLine',
    example: {
      productId: examples.product,
      sku: 'MUG-BLUE-350',
      name: 'Blue mug',
      quantity: 3,
      unitPrice: { amount: 1299, currency: 'EUR' },
      lineTotal: { amount: 3897, currency: 'EUR' },
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
/** What an order may still be waiting for from the payment service. */
export const owedByPayment = z.enum(['capture', 'void', 'refund']);

// Events

const loggedLine = orderLine.extend({ unitPrice: loggedMoney, lineTotal: loggedMoney });

const placed = z.object({ customerId: z.string(), lines: z.array(loggedLine), total: loggedMoney });
/** `paymentMethod` is a token of the payment provider, as the customer sent it. It is null if they sent none. */
export const orderPlaced = event('OrderPlacedEvent', placed.extend({ paymentMethod: z.string().optional() })) //
  .version(
    2,
    placed.extend({ paymentMethod: z.string().nullable() }),
    ({ paymentMethod = null, ...old }) => ({
      ...old,
      paymentMethod,
    }),
  )
  .version(3, placed.extend({ customerId, paymentMethod: z.string().nullable() }), (old) => old);
const paymentRequest = z.object({
  paymentId: id,
  customerId: z.string(),
  amount: loggedMoney,
  paymentMethod: z.string().nullable(),
  expiresAt: instant,
});
/** All stock is reserved. Asks the payment service to authorize the payment before `expiresAt`. */
export const orderPaymentRequested = event('OrderPaymentRequestedEvent', paymentRequest) //
  .version(2, paymentRequest.extend({ customerId: copiedCustomerId }), (old) => old);
/** The payment is authorized; `paymentId` is null if the order is free. Asks the inventory to confirm the reservation. */
export const orderApproved = event('OrderApprovedEvent', z.object({ paymentId: id.nullable() }));
export const orderConfirmed = event('OrderConfirmedEvent', z.object({}));
const cancelled = z.object({
  reason: z.string(),
  by: z.enum(['customer', 'inventory', 'payment', 'system']),
  shortages: z.array(shortage).optional(),
});
/** `by` is `system` if another service did not answer in time. */
export const orderCancelled = event('OrderCancelledEvent', cancelled) //
  .version(2, cancelled.extend({ reason: typedReason }), (old) => old);
/** The goods have left. Asks the inventory to commit the stock, and the payment service to capture the money. */
export const shipmentDispatched = event(
  'ShipmentDispatchedEvent',
  z.object({ carrier: z.string(), tracking: z.string() }),
);
export const shipmentDelivered = event('ShipmentDeliveredEvent', z.object({}));
/** The order is delivered and paid. */
export const orderCompleted = event('OrderCompletedEvent', z.object({}));
/** Goods came back. Asks the payment service to refund `refund`, and, if `restock` is true, the inventory to restock the lines. */
export const orderReturned = event('OrderReturnedEvent', orderReturn.extend({ refund: loggedMoney }));
/**
 * What the payment service said about the money. `captured`, `refunded` and `lost` are totals of the whole order so far;
 * `lost` is what lost disputes took, which is not refunded as well. `refundId` and `amount` are those of one refund: it
 * succeeded (`refunded`), or it failed after it had succeeded (`failed`). Older events have no amounts.
 */
export const orderPaymentSettled = event(
  'OrderPaymentSettledEvent',
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
/** Something went wrong that the system cannot repair. An operator does, and then resolves it. */
export const orderAttentionRequired = event(
  'OrderAttentionRequiredEvent',
  z.object({
    reason: z.string(),
    /** What the payment provider reported by itself. Absent if something that the order asked for failed or timed out. */
    about: z.enum(['dispute', 'amount']).optional(),
  }),
);
/**
 * An operator wants another attempt. Asks the payment service once more for what the order is owed. `refundId` is that of
 * the return that is not refunded yet; it is null if no return is.
 */
export const orderPaymentRetried = event(
  'OrderPaymentRetriedEvent',
  z.object({ paymentId: id, owed: owedByPayment, refundId: z.string().nullable(), amount: loggedMoney }),
);
export const orderAttentionResolved = event('OrderAttentionResolvedEvent', z.object({ note: z.string() })) //
  .version(2, z.object({ note: z.string().meta({ personal: { place: 'note' } }) }), (old) => old);
