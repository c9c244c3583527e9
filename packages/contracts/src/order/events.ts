/** What the order service publishes. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { nextAction } from '../payment/next-action.ts';
import { copiedCustomerId, customerId, personalAddress } from '../personal.ts';
import { quotedDiscount, quotedDiscountPart, quotedShipping, quotedTax } from '../pricing/quote.ts';
import { examples, id, instant, loggedMoney, money, quantity, sku } from '../shapes.ts';
import { cancellation, cancelledBefore, cancelledNow, fromOneText } from './cancelling.ts';
import { onDecline } from './placing.ts';
import { shipmentDelivered, shipmentDispatched, shipmentLost, shipmentReturned, units } from './shipments.ts';

export { shipmentDelivered, shipmentDispatched, shipmentLost, shipmentReturned };

const boughtLine = z.object({
  productId: id,
  sku,
  name: z.string(),
  quantity,
  unitPrice: money,
  lineTotal: money,
});
export const orderLine = boughtLine
  .extend({
    priceList: z.string().nullable().meta({ description: 'Whose price it is; null: that of the catalog' }),
    discounts: z.array(quotedDiscountPart),
    tax: z.array(quotedTax),
    total: money,
  })
  .meta({
    id: 'OrderLine',
    description:
      '`lineTotal` is unit price × quantity, `total` is what is paid for the line: after discounts, with all taxes',
    example: {
      productId: examples.product,
      sku: 'MUG-BLUE-350',
      name: 'Blue mug',
      quantity: 3,
      unitPrice: { amount: 1299, currency: 'EUR' },
      lineTotal: { amount: 3897, currency: 'EUR' },
      priceList: null,
      discounts: [],
      tax: [],
      total: { amount: 3897, currency: 'EUR' },
    },
  });
export type OrderLine = z.infer<typeof orderLine>;

export const returnedLine = units.meta({
  id: 'ReturnedLine',
  example: { productId: examples.product, sku: 'MUG-BLUE-350', quantity: 1 },
});
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
const owedByPayment = z.enum(['capture', 'void', 'refund']);

// Events

const loggedBought = boughtLine.extend({ unitPrice: loggedMoney, lineTotal: loggedMoney });
const loggedPart = quotedDiscountPart.extend({ amount: loggedMoney });
const loggedTax = quotedTax.extend({ base: loggedMoney, amount: loggedMoney });
const ofCustomer = (place: string) => z.string().meta({ personal: { of: 'customerId', place } });

const placed = z.object({ customerId: z.string(), lines: z.array(loggedBought), total: loggedMoney });
const placed3 = placed.extend({ customerId, paymentMethod: z.string().nullable() });
/** Of the time when a decline ended every order. */
const cancelledByDecline = { onDecline: 'cancel' } as const;
/** Of the time when nobody counted which order of a customer is the first. */
const uncounted = { ...cancelledByDecline, isFirst: false };
/** An order without anything that rules add to it, and about which nothing more is known: as all orders were once. */
export const plainOrder = ({ lines, total, ...order }: z.infer<typeof placed3>) => ({
  ...order,
  ...uncounted,
  number: null,
  email: null,
  addresses: { shipping: null, billing: null },
  locale: null,
  metadata: {},
  lines: lines.map((line) => ({
    ...line,
    priceList: null,
    discounts: [],
    tax: [],
    total: line.lineTotal,
  })),
  subtotal: total,
  discounts: [],
  shipping: null,
  tax: [],
  total,
});
const placed4 = placed3.extend({
  /** For people: `QM-2026-000123`. Null: of the time before orders had numbers. */
  number: z.string().nullable(),
  email: ofCustomer('order/email').nullable(),
  addresses: z.object({
    shipping: personalAddress('customerId').nullable(),
    billing: personalAddress('customerId').nullable(),
  }),
  locale: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  lines: z.array(
    loggedBought.extend({
      priceList: z.string().nullable(),
      discounts: z.array(loggedPart),
      tax: z.array(loggedTax),
      total: loggedMoney,
    }),
  ),
  subtotal: loggedMoney,
  discounts: z.array(quotedDiscount.extend({ amount: loggedMoney })),
  shipping: quotedShipping
    .extend({
      amount: loggedMoney,
      discounts: z.array(loggedPart),
      tax: z.array(loggedTax),
      total: loggedMoney,
    })
    .nullable(),
  tax: z.array(loggedTax),
});
/**
 * `paymentMethod` is a token of the payment provider, as the customer sent it. It is null if they sent none. The amounts are
 * those of the quote by the rules of that moment. `billing` is null if the bill goes where the goods go. `onDecline`: whether the
 * order waits for another payment method if one is declined. `isFirst`: it is counted as the first one of its customer, as the rules
 * of that moment ask for that.
 */
export const orderPlaced = event('OrderPlacedEvent', placed.extend({ paymentMethod: z.string().optional() })) //
  .version(
    2,
    placed.extend({ paymentMethod: z.string().nullable() }),
    ({ paymentMethod = null, ...old }) => ({
      ...old,
      paymentMethod,
    }),
  )
  .version(3, placed3, (old) => old)
  .version(4, placed4, plainOrder)
  .version(5, placed4.extend({ onDecline, isFirst: z.boolean() }), (old) => ({ ...old, ...uncounted }));
const paymentRequest = z.object({
  paymentId: id,
  customerId: z.string(),
  amount: loggedMoney,
  paymentMethod: z.string().nullable(),
  expiresAt: instant,
});
const paymentRequest2 = paymentRequest.extend({ customerId: copiedCustomerId });
/** All stock is reserved. Asks the payment service to authorize the payment before `expiresAt`. */
export const orderPaymentRequested = event('OrderPaymentRequestedEvent', paymentRequest) //
  .version(2, paymentRequest2, (old) => old)
  .version(3, paymentRequest2.extend({ onDecline }), (old) => ({ ...old, ...cancelledByDecline }));
/** The bank wants the buyer to do something: see PaymentActionRequiredEvent. */
export const orderPaymentActionRequired = event(
  'OrderPaymentActionRequiredEvent',
  nextAction.extend({ paymentId: id }),
);
/** Which of the payment methods of an order, counted from 1. */
const methodNumber = z.int().min(1);
/** The payment method was declined; `reason` is the provider's code. The order waits for another one, or this was the last. */
export const orderPaymentDeclined = event(
  'OrderPaymentDeclinedEvent',
  z.object({ paymentId: id, methodNumber, reason: z.string() }),
);
/** After a decline, the buyer has given another payment method. Asks the payment service to authorize the same payment by it. */
export const orderPaymentMethodGiven = event(
  'OrderPaymentMethodGivenEvent',
  z.object({ paymentId: id, methodNumber, paymentMethod: z.string() }),
);
/** The payment is authorized; `paymentId` is null if the order is free. Asks the inventory to confirm the reservation. */
export const orderApproved = event('OrderApprovedEvent', z.object({ paymentId: id.nullable() }));
export const orderConfirmed = event('OrderConfirmedEvent', z.object({}));
/** Nothing of the order is sent: all of it is released, voided or refunded. */
export const orderCancelled = event('OrderCancelledEvent', cancelledBefore.first) //
  .version(2, cancelledBefore.second, (old) => old)
  .version(3, cancelledNow, fromOneText);
/**
 * These units are not sent any more; others are, or were. Asks the inventory to release them. `amount` is what was agreed on for
 * them: asks the payment service not to capture it, or to refund what of it is captured.
 */
export const orderLinesCancelled = event(
  'OrderLinesCancelledEvent',
  cancellation.extend({ lines: z.array(returnedLine), amount: loggedMoney }),
);
/** The order is delivered and paid. */
export const orderCompleted = event('OrderCompletedEvent', z.object({}));
const returned = orderReturn.extend({ refund: loggedMoney });
/**
 * Goods came back, or were lost. Asks the payment service to refund `refund`, and, if `restock` is true, the inventory to restock
 * the lines. `shipmentId`: of what was not delivered; null: the customer has sent it.
 */
export const orderReturned = event('OrderReturnedEvent', returned) //
  .version(2, returned.extend({ shipmentId: id.nullable() }), (old) => ({ ...old, shipmentId: null }));
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

const orderEvents = {
  orderPlaced,
  orderPaymentRequested,
  orderPaymentActionRequired,
  orderPaymentDeclined,
  orderPaymentMethodGiven,
  orderApproved,
  orderConfirmed,
  orderCancelled,
  orderLinesCancelled,
  shipmentDispatched,
  shipmentDelivered,
  shipmentLost,
  shipmentReturned,
  orderCompleted,
  orderReturned,
  orderPaymentSettled,
  orderAttentionRequired,
  orderPaymentRetried,
  orderAttentionResolved,
};
export type OrderEvents = EventsOf<typeof orderEvents>;

export * from './counts.ts';
