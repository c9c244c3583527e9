/** What happens to an order after it is placed: cancelled, shipped, delivered, returned, seen to by an operator. */
import { randomUUIDv7 } from 'node:crypto';
import type { OrderEvents } from '@quickmart/contracts/order/events';
import type { Sealing } from '@quickmart/sealing';
import { type Commands, needs, onlyOf, ownerOr, type ServiceContext } from '@quickmart/service';
import type { Order } from './api.ts';
import { resolveAttention, retryPayment } from './attention.ts';
import { cancel, cancelLines } from './cancelling.ts';
import { decideOrder, orderWith, type Parts } from './decide.ts';
import { payWith } from './paying.ts';
import { errors } from './problems.ts';
import {
  cancelLines as cancelLinesShape,
  cancelOrder,
  deliverOrder,
  loseShipment,
  payOrder,
  resolveAttention as resolveAttentionShape,
  returnOrder,
  shipmentBack,
  shipOrder,
} from './progress-api.ts';
import { takeBack } from './returns.ts';
import { deliver, lose, sendBack, ship } from './shipping.ts';
import type { OrderState } from './state.ts';

/** Seals what a person has typed about an order: it is personal data of the customer. */
const typedAbout =
  ({ store, settings, sealing }: Parts & { sealing: Sealing }) =>
  async (id: string, place: string, text: string): Promise<string> => {
    const { state } = await store.read(orderWith(settings), id);
    // There is no such order: the decision will say so.
    return state === null ? text : await sealing.seal(sealing.subjectOf(state.customerId), place, text);
  };

/** A customer reaches their own orders only; whoever reaches all of them is staff, or a machine of the shop. */
const byOf = (c: ServiceContext) => (onlyOf(c) === undefined ? 'staff' : 'customer');

export function progressRoutes(
  orders: Commands<OrderState, OrderEvents, Order>,
  parts: Parts & { sealing: Sealing },
): void {
  const typed = typedAbout(parts);
  /** What somebody has typed is sealed. */
  const sealed = async <Why extends { note?: string | undefined }>(why: Why, id: string): Promise<Why> =>
    why.note === undefined ? why : { ...why, note: await typed(id, 'reason', why.note) };
  orders.post('payment', {
    access: ownerOr('orders:write'),
    operationId: 'payOrder',
    summary: 'Pay a pending order by another payment method, after the one before was declined',
    description:
      'For an order that was placed with `onDecline: wait`, and whose payment is `declined`: until `payment.declined.until`, and ' +
      'as often as `attemptsLeft` says. The order goes on as if it had been placed with this one.',
    body: payOrder,
    responses: errors('order-not-payable'),
    run: (id, asked, command) =>
      decideOrder(parts, id, (state) => payWith(state, asked, command.at), command),
  });

  orders.post('cancel', {
    access: ownerOr('orders:write'),
    summary: 'Cancel an order of which nothing is shipped; stock and money are given back',
    description: 'What was reserved is released, what was authorized or captured is given back.',
    body: cancelOrder,
    responses: errors('order-not-cancellable'),
    prepare: ({ reason, note = reason, ...why }, id) => sealed({ ...why, ...(note && { note }) }, id),
    run: (id, why, command, c) =>
      decideOrder(parts, id, (state) => cancel(state, { ...why, by: byOf(c) }), command),
  });

  orders.post('lines/cancel', {
    access: ownerOr('orders:write'),
    operationId: 'cancelOrderLines',
    summary: 'Cancel some of what is not shipped yet; stock and money for it are given back',
    description:
      'Of a confirmed order, also where a part of it is shipped. Where nothing of the order is left, all of it is cancelled. What ' +
      'was agreed on for the lines is not captured, or refunded; coupons and discounts of the rest stay as they are.',
    body: cancelLinesShape,
    responses: errors('lines-not-cancellable', 'not-left'),
    prepare: sealed,
    run: (id, asked, command, c) =>
      decideOrder(parts, id, (state) => cancelLines(state, { ...asked, by: byOf(c) }), command),
  });

  orders.post('ship', {
    access: needs('orders:write'),
    summary: 'Hand a confirmed order, or some of its lines, to the carrier; the money for it is captured',
    description:
      'Without `lines`, all that is left. The stock leaves the inventory, and the payment is captured: for each shipment, ' +
      'or all of it at the first, where the payment provider captures only once.',
    body: shipOrder,
    responses: errors('order-not-shippable', 'not-left'),
    decide: (state, asked) => ship(state, asked, randomUUIDv7()),
  });

  orders.post('deliver', {
    access: needs('orders:write'),
    summary: 'Note that a shipment, or all of them, have arrived',
    description:
      'Once all of it has arrived, the order is completed; where the money is not captured yet, when it is.',
    body: deliverOrder,
    responses: errors('order-not-deliverable'),
    decide: deliver,
  });

  orders.post('lost', {
    access: needs('orders:write'),
    operationId: 'loseOrderShipment',
    summary: 'Note that the carrier has lost a shipment; what was paid for it is refunded',
    description:
      'It then counts as returned, and nothing of it goes on the shelf. While its money is being captured, it is refunded after that.',
    body: loseShipment,
    responses: errors('order-not-deliverable'),
    decide: lose,
  });

  orders.post('returned-to-sender', {
    access: needs('orders:write'),
    operationId: 'returnOrderShipment',
    summary: 'Note that a shipment has come back without being delivered; what was paid for it is refunded',
    description:
      'It then counts as returned. With `restock`, the goods are on the shelf again. While its money is being captured, it is refunded after that.',
    body: shipmentBack,
    responses: errors('order-not-deliverable'),
    decide: sendBack,
  });

  orders.post('return', {
    access: needs('orders:write'),
    summary: 'Take back what has arrived, or some of it; what was paid for it is refunded',
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
