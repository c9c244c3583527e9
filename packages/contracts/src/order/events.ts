/** What the order service publishes. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
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
/** What an order can have asked the payment service for. */
export const owedByPayment = z.enum(['capture', 'void', 'refund']);

// Events

const loggedLine = orderLine.extend({ unitPrice: loggedMoney, lineTotal: loggedMoney });

const placed = z.object({ customerId: z.string(), lines: z.array(loggedLine), total: loggedMoney });
/** `paymentMethod` is the payment provider's token, as the customer sent it; null where he sent none. */
export const orderPlaced = event('OrderPlacedEvent', placed.extend({ paymentMethod: z.string().optional() })) //
  .version(
    2,
    placed.extend({ paymentMethod: z.string().nullable() }),
    ({ paymentMethod = null, ...old }) => ({
      ...old,
      paymentMethod,
    }),
  );
/** All stock is held: asks the payment service for an authorization that comes before `expiresAt`. */
export const orderPaymentRequested = event(
  'OrderPaymentRequestedEvent',
  z.object({
    paymentId: id,
    customerId: z.string(),
    amount: loggedMoney,
    paymentMethod: z.string().nullable(),
    expiresAt: instant,
  }),
);
/** Paid for (`paymentId` is null where nothing is to be paid): asks the inventory to make the hold final. */
export const orderApproved = event('OrderApprovedEvent', z.object({ paymentId: id.nullable() }));
export const orderConfirmed = event('OrderConfirmedEvent', z.object({}));
/** `system`: something did not answer in time. */
export const orderCancelled = event(
  'OrderCancelledEvent',
  z.object({
    reason: z.string(),
    by: z.enum(['customer', 'inventory', 'payment', 'system']),
    shortages: z.array(shortage).optional(),
  }),
);
/** The goods have left: the stock is committed, the money is captured. */
export const shipmentDispatched = event(
  'ShipmentDispatchedEvent',
  z.object({ carrier: z.string(), tracking: z.string() }),
);
export const shipmentDelivered = event('ShipmentDeliveredEvent', z.object({}));
/** Delivered, and paid. */
export const orderCompleted = event('OrderCompletedEvent', z.object({}));
/** Asks the payment service to give `refund` back, and the inventory to take the lines back where `restock` says so. */
export const orderReturned = event('OrderReturnedEvent', orderReturn.extend({ refund: loggedMoney }));
/**
 * What has become of the money. `captured` and `refunded` are all of it so far, absent in older events. `refundId` names the
 * refund that it is about: `refunded`, or `failed` where it had been given back, and has come back. `lost`: what lost
 * disputes have taken, which is not given back a second time.
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
/** Something that the system cannot mend by itself; an operator does, and says so. */
export const orderAttentionRequired = event(
  'OrderAttentionRequiredEvent',
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
  z.object({ paymentId: id, owed: owedByPayment, refundId: z.string().nullable(), amount: loggedMoney }),
);
export const orderAttentionResolved = event('OrderAttentionResolvedEvent', z.object({ note: z.string() }));
