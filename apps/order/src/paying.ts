/** Another payment method, after the one before was declined. */
import { orderPaymentMethodGiven } from '@quickmart/contracts/order/events';
import { existing, type OrderEvent } from './order.ts';
import { refuse } from './problems.ts';
import type { PayOrder } from './progress-api.ts';
import type { OrderState } from './state.ts';

/** Sent again while that payment method is tried, nothing happens. `now`: UTC ms. */
export function payWith(state: OrderState, { paymentMethod }: PayOrder, now: number): OrderEvent[] {
  const order = existing(state);
  const { stage, payment, decline, methodNumber } = order;
  if (stage !== 'paying' || payment === null || now >= order.payBy)
    refuse('order-not-payable', stage === 'paying' ? 'its time to pay is over' : `the order is ${stage}`);
  if (decline !== null)
    return [
      orderPaymentMethodGiven({ paymentId: payment.id, methodNumber: methodNumber + 1, paymentMethod }),
    ];
  if (methodNumber > 1 && order.paymentMethod === paymentMethod) return [];
  return refuse('order-not-payable', 'its payment method was not declined');
}
