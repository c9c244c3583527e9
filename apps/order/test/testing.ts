/** For tests: one order, and every stage that it can be in. */
import {
  orderApproved,
  orderAttentionRequired,
  orderAttentionResolved,
  orderCancelled,
  orderCompleted,
  orderConfirmed,
  orderPaymentRequested,
  orderPaymentSettled,
  orderPlaced,
  orderReturned,
  plainOrder,
  shipmentDelivered,
  shipmentDispatched,
} from '@quickmart/contracts/order/events';
import { registry } from '@quickmart/contracts/registry';
import { shownState } from '@quickmart/service';
import { givenWith } from '@quickmart/streams/given';
import { order } from '../src/order.ts';
import { orderList } from '../src/read-models.ts';
import type { OrderState } from '../src/state.ts';
import { orderView } from '../src/views.ts';

export const { given } = givenWith(registry);
export const shownOrder = (state: OrderState, version: number) =>
  orderView(shownState(orderList, state, state?.id ?? '', version));
export const euros = (amount: number) => ({ amount, currency: 'EUR' });
export const productId = '019a0000-0000-7000-8000-000000000001';
export const paymentId = '019a0000-0000-7000-8000-0000000000a1';
export const mug = { productId, sku: 'MUG-BLUE-350', name: 'Blue mug', quantity: 3 };
export const input = {
  customerId: 'customer-17',
  lines: [{ ...mug, unitPrice: euros(1299), lineTotal: euros(3897) }],
  total: euros(3897),
};
export const placed = orderPlaced(plainOrder({ ...input, paymentMethod: null }));
export const asked = orderPaymentRequested({
  paymentId,
  customerId: 'customer-17',
  amount: euros(3897),
  onDecline: 'cancel',
  paymentMethod: null,
  expiresAt: '2026-01-01T00:05:00.000Z',
});
export const approved = orderApproved({ paymentId });
export const confirmed = orderConfirmed({});
export const shortages = [{ productId, sku: mug.sku, requested: 3, available: 2 }];
export const short = orderCancelled({ by: 'system', code: 'out-of-stock', note: null, shortages });
export const why = { by: 'customer', code: 'customer-request', note: 'ordered twice' } as const;
export const byCustomer = orderCancelled(why);
export const shipment = { carrier: 'DHL', tracking: '0034' };
export const whole = { productId, sku: mug.sku, quantity: 3 };
export const shipmentId = '019a0000-0000-7000-8000-0000000000b1';
export const sent = (id: string, quantity: number, capture: number) =>
  shipmentDispatched({
    ...shipment,
    shipmentId: id,
    lines: [{ ...whole, quantity }],
    capture: euros(capture),
  });
export const dispatched = sent(shipmentId, 3, 3897);
export const arrived = (id: string) => shipmentDelivered({ shipmentId: id });
export const delivered = arrived(shipmentId);
export const completed = orderCompleted({});
export const captured = orderPaymentSettled({ paymentId, outcome: 'captured' });
export const back = (quantity: number, refund: number, restock = false) =>
  orderReturned({ lines: [{ ...whole, quantity }], restock, refund: euros(refund), shipmentId: null });
export const returned = back(3, 3897);
export const attention = orderAttentionRequired({ reason: 'the capture failed: card_expired' });
export const resolved = orderAttentionResolved({ note: 'paid by bank transfer' });

export const paid = [placed, asked, approved, confirmed];
export const none = given(order, []);
export const stages = {
  reserving: given(order, [placed]),
  paying: given(order, [placed, asked]),
  confirming: given(order, [placed, asked, approved]),
  confirmed: given(order, paid),
  shipped: given(order, [...paid, dispatched]),
  captured: given(order, [...paid, dispatched, captured]),
  delivered: given(order, [...paid, dispatched, delivered]),
  completed: given(order, [...paid, dispatched, captured, delivered, completed]),
  cancelled: given(order, [placed, short]),
  returned: given(order, [...paid, dispatched, captured, delivered, completed, returned]),
};
type Name = keyof typeof stages;
export const except = (...names: Name[]) =>
  (Object.keys(stages) as Name[])
    .filter((name) => !names.includes(name))
    .map((name) => [name, stages[name]] as const);
