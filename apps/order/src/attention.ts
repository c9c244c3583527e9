/** What an operator does about an order that needs attention. */
import { orderAttentionResolved, orderPaymentRetried } from '@quickmart/contracts/order/events';
import { existing, type OrderEvent, withEnd } from './order.ts';
import { refuse } from './problems.ts';
import { withReturns } from './returns.ts';
import type { OrderState } from './state.ts';

/** It can be done now, they think: once more what the payment service has not done. */
export function retryPayment(state: OrderState): OrderEvent[] {
  const order = existing(state);
  const { attention, owed, payment, returns, cancellations, total } = order;
  if (attention === null || owed === null || payment === null)
    refuse('order-needs-no-attention', 'nothing is open that could be tried again');
  const { id: paymentId } = payment;
  const refunds = [
    ...returns.filter((one) => one.owed).map(({ id, refund }) => ({ refundId: id, amount: refund })),
    ...cancellations.filter((one) => one.owed).map(({ id, amount }) => ({ refundId: id, amount })),
  ].map((refund) => orderPaymentRetried({ paymentId, owed: 'refund', ...refund }));
  const isWhole = owed !== 'refund' || refunds.length === 0;
  const whole = orderPaymentRetried({ paymentId, owed, refundId: null, amount: total });
  return withEnd(order, isWhole ? [whole, ...refunds] : refunds);
}

/** They have seen to it: what the payment service owed is owed no more. */
export function resolveAttention(state: OrderState, note: string): OrderEvent[] {
  const order = existing(state);
  if (order.attention === null) refuse('order-needs-no-attention', 'nothing is open on this order');
  return withEnd(order, withReturns(order, [orderAttentionResolved({ note })]));
}
