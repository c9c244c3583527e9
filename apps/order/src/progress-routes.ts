/** What happens to an order after it is placed: cancelled, shipped, delivered, returned, seen to by an operator. */
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { Sealing } from '@quickmart/sealing';
import { type Commands, needs, ownerOr } from '@quickmart/service';
import {
  cancelledByCustomer,
  cancelOrder,
  type Order,
  resolveAttention as resolveAttentionShape,
  returnOrder,
  shipOrder,
} from './api.ts';
import { decideOrder, orderWith, type Parts } from './decide.ts';
import { cancel, deliver, resolveAttention, retryPayment, ship, takeBack } from './order.ts';
import { errors } from './problems.ts';
import type { OrderState } from './state.ts';

/** Seals what a person has typed about an order: it is personal data of the customer. */
const typedAbout =
  ({ store, settings, sealing }: Parts & { sealing: Sealing }) =>
  async (id: string, place: string, text: string): Promise<string> => {
    const { state } = await store.read(orderWith(settings), id);
    // There is no such order: the decision will say so.
    return state === null ? text : await sealing.seal(sealing.subjectOf(state.customerId), place, text);
  };

export function progressRoutes(
  orders: Commands<OrderState, OrderEvents, Order>,
  parts: Parts & { sealing: Sealing },
): void {
  const typed = typedAbout(parts);
  orders.post('cancel', {
    access: ownerOr('orders:write'),
    summary: 'Cancel an order that is not shipped; stock and money are given back',
    description:
      'Until it is shipped. What was reserved is released, what was authorized or captured is given back.',
    body: cancelOrder,
    responses: errors('order-not-cancellable'),
    prepare: async ({ reason }, id) => ({
      reason: reason === cancelledByCustomer ? reason : await typed(id, 'reason', reason),
    }),
    run: (id, { reason }, command) => decideOrder(parts, id, (state) => cancel(state, reason), command),
  });

  orders.post('ship', {
    access: needs('orders:write'),
    summary: 'Hand a confirmed order to the carrier; the money is captured',
    description: 'Only a confirmed order. Its stock leaves the inventory, and the payment is captured.',
    body: shipOrder,
    responses: errors('order-not-shippable'),
    decide: ship,
  });

  orders.post('deliver', {
    access: needs('orders:write'),
    summary: 'Note that the order has arrived; it is completed, once the money is captured',
    description:
      'Only a shipped order. Where the money is not captured yet, the order is completed when it is.',
    responses: errors('order-not-deliverable'),
    decide: deliver,
  });

  orders.post('return', {
    access: needs('orders:write'),
    summary: 'Take a completed order back, or some of its lines; what was paid for them is refunded',
    description: 'Without `lines`, all of it. With `restock`, the goods are on the shelf again.',
    body: returnOrder,
    responses: errors('order-not-returnable', 'not-ordered'),
    decide: takeBack,
  });

  orders.post('retry-payment', {
    access: needs('orders:write'),
    operationId: 'retryOrderPayment',
    summary: 'Have the capture, void or refund that needs attention tried again',
    description: 'For an order whose status is `attention`, after the cause is mended.',
    responses: errors('order-needs-no-attention'),
    decide: retryPayment,
  });

  orders.post('resolve-attention', {
    access: needs('orders:write'),
    operationId: 'resolveOrderAttention',
    summary: 'Say that what needed attention has been seen to, and how',
    description:
      'For an order whose status is `attention`, where an operator has settled it in another way. ' +
      'Nothing is asked of the provider any more.',
    body: resolveAttentionShape,
    responses: errors('order-needs-no-attention'),
    prepare: async ({ note }, id) => ({ note: await typed(id, 'note', note) }),
    decide: (state, { note }) => resolveAttention(state, note),
  });
}
