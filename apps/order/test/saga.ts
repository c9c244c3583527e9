/** For tests of the saga: what has happened to an order, and what may happen elsewhere then. */
import type { InventoryEvents } from '@quickmart/contracts/inventory/events';
import type { CancellationCode } from '@quickmart/contracts/order/cancelling';
import {
  orderApproved,
  orderAttentionRequired,
  orderAttentionResolved,
  orderCancelled,
  orderCompleted,
  orderConfirmed,
  orderPaymentDeclined,
  orderPaymentMethodGiven,
  orderPaymentRequested,
  orderPaymentSettled,
  orderPlaced,
  orderReturned,
  plainOrder,
  shipmentDelivered,
  shipmentDispatched,
} from '@quickmart/contracts/order/events';
import type { PaymentEvents } from '@quickmart/contracts/payment/events';
import { answers } from '../src/fulfilment.ts';
import type { OrderState, Placed } from '../src/state.ts';
import { euros, productId } from './testing.ts';

export const uuid = (n: number) => `019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const [orderId, paymentId, otherPayment] = [uuid(2), uuid(3), uuid(4)];
export const line = {
  productId,
  sku: 'MUG',
  name: 'Mug',
  quantity: 3,
  unitPrice: euros(5),
  lineTotal: euros(15),
};
export const held = [{ productId, sku: 'MUG', quantity: 3 }];
export const shortages = [{ productId, sku: 'MUG', requested: 3, available: 2 }];
export const payBy = Date.UTC(2026, 0, 1, 0, 5);
export const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

// What has happened to the order

export const placed = orderPlaced(
  plainOrder({ customerId: 'c', lines: [line], total: euros(15), paymentMethod: 'pm_1' }),
);
export const free = orderPlaced(
  plainOrder({ customerId: 'c', lines: [line], total: euros(0), paymentMethod: null }),
);
export const asked = orderPaymentRequested({
  paymentId,
  customerId: 'c',
  amount: euros(15),
  paymentMethod: 'pm_1',
  onDecline: 'cancel',
  expiresAt: at(5),
});
/** An order that waits for another payment method after a decline. */
export const placedToWait = orderPlaced({ ...placed.data, onDecline: 'wait' });
export const askedToWait = orderPaymentRequested({ ...asked.data, onDecline: 'wait', expiresAt: at(15) });
export const declined = (methodNumber = 1, reason = 'card_declined') =>
  orderPaymentDeclined({ paymentId, methodNumber, reason });
export const methodGiven = (methodNumber = 2, paymentMethod = 'pm_2') =>
  orderPaymentMethodGiven({ paymentId, methodNumber, paymentMethod });
export const approved = orderApproved({ paymentId });
export const confirmed = orderConfirmed({});
export const system = (code: CancellationCode, note: string | null = null) =>
  orderCancelled({ by: 'system', code, note });
export const notPaid = (note: string) =>
  orderCancelled({ by: 'system', code: 'payment-declined', note, unpaid: true });
export const byCustomer = orderCancelled({ by: 'customer', code: 'customer-request', note: 'x' });
export const dispatched = shipmentDispatched({
  shipmentId: null,
  lines: null,
  capture: null,
  carrier: 'DHL',
  tracking: '1',
});
export const delivered = shipmentDelivered({ shipmentId: null });
export const completed = orderCompleted({});
export const settled = (outcome: 'captured' | 'voided' | 'refunded' | 'failed') =>
  orderPaymentSettled({
    paymentId,
    outcome,
    ...(outcome === 'captured' && { captured: euros(15) }),
    ...(outcome === 'refunded' && { refunded: euros(15) }),
  });
/** What given() calls every event. */
export const mine = '00000000-0000-7000-8000-000000000000';
export const givenBack = (refundId: string, amount = 15, all = amount) =>
  orderPaymentSettled({
    paymentId,
    outcome: 'refunded',
    refunded: euros(all),
    refundId,
    amount: euros(amount),
  });
export const returned = orderReturned({ lines: held, restock: true, refund: euros(15), shipmentId: null });
export const attention = (reason: string) => orderAttentionRequired({ reason });

export const paid = [placed, asked, approved, confirmed];
export const sent = [...paid, dispatched];
export const done = [...sent, settled('captured'), delivered, completed];
export const pasts = {
  reserving: [placed],
  paying: [placed, asked],
  declined: [placedToWait, askedToWait, declined()],
  'paying, again': [placedToWait, askedToWait, declined(), methodGiven()],
  confirming: [placed, asked, approved],
  confirmed: paid,
  shipped: sent,
  delivered: [...sent, delivered],
  'shipped, seen to': [...sent, attention('x'), orderAttentionResolved({ note: 'paid by bank transfer' })],
  completed: done,
  cancelled: [...paid, byCustomer],
  'cancelled before it was paid for': [placed, byCustomer],
  'cancelled, voided': [...paid, byCustomer, settled('voided')],
  'cancelled, captured': [...paid, byCustomer, settled('captured')],
  'cancelled, unpaid': [placed, asked, notPaid('expired')],
  returned: [...done, returned],
  refunded: [...done, returned, givenBack(mine)],
};
export type Past = keyof typeof pasts;

// What happens elsewhere

export const payment = { paymentId, orderId, amount: euros(15) };
export const action = { type: 'redirect', url: 'https://bank.example/', clientSecret: null } as const;
export const happens: { [Type in keyof typeof answers]: (InventoryEvents & PaymentEvents)[Type] } = {
  StockReservedEvent: { orderId, lines: held, expiresAt: at(15) },
  StockReservationRejectedEvent: { orderId, lines: held, shortages },
  StockReservationConfirmedEvent: { orderId, lines: held },
  StockReservationExpiredEvent: { orderId, lines: held, reason: 'not confirmed in time' },
  PaymentActionRequiredEvent: { paymentId, orderId, methodNumber: 1, providerRef: 'pi_1', ...action },
  PaymentDeclinedEvent: { ...payment, methodNumber: 1, providerRef: 'pi_1', reason: 'card_declined' },
  PaymentAuthorizedEvent: { ...payment, providerRef: 'pi_1' },
  PaymentFailedEvent: { ...payment, providerRef: null, reason: 'declined' },
  PaymentCapturedEvent: { ...payment, providerRef: 'pi_1', isHeld: false },
  PaymentVoidedEvent: { ...payment, providerRef: 'pi_1', reason: 'cancelled' },
  PaymentRefundedEvent: { ...payment, refunded: euros(15), providerRef: 'pi_1', reason: 'returned' },
  PaymentCaptureFailedEvent: { ...payment, reason: 'expired_card' },
  PaymentVoidFailedEvent: { ...payment, reason: 'api_error' },
  PaymentRefundFailedEvent: { ...payment, reason: 'api_error' },
  PaymentDisputedEvent: { ...payment, disputeId: 'dp_1', reason: 'fraudulent' },
  PaymentDisputeClosedEvent: { ...payment, disputeId: 'dp_1', outcome: 'lost', reason: 'fraudulent' },
};
export type Happening = keyof typeof happens;

export const cause = { eventId: paymentId, payBy };
export const answer =
  (type: Happening, data: object = happens[type]) =>
  (state: OrderState) =>
    answers[type](state as Placed, data as never, cause);

export const noStock = orderCancelled({ by: 'system', code: 'out-of-stock', note: null, shortages });
export const tooLong = system('hold-expired');
export const lost = notPaid('the authorization is gone');
export const unpaid = attention('the goods have left, the authorization is gone');
export const [captureFailed, voidFailed, refundFailed] = [
  [attention('the capture failed: expired_card')],
  [attention('the void failed: api_error')],
  [attention('the refund failed: api_error')],
];
export type Events = ReturnType<ReturnType<typeof answer>>;
