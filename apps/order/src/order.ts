/** An order: its events, its state, and what customers and operators can do with it. The rest is in fulfilment.ts. */
import {
  type OrderEvents,
  orderAttentionResolved,
  orderCancelled,
  orderCompleted,
  orderPaymentRetried,
  orderReturned,
  shipmentDelivered,
  shipmentDispatched,
} from '@quickmart/contracts/order/events';
import { aggregate } from '@quickmart/streams';
import type { Order, ReturnOrder, ShipOrder } from './api.ts';
import { none, settledBy } from './money.ts';
import { refuse } from './problems.ts';
import { isAllReturned, returnedLines } from './returns.ts';
import { type OrderState, type Payment, type Placed, type Stage, waitOf } from './state.ts';

function changed(state: OrderState, at: number, changes: Partial<Placed>): OrderState {
  if (state === null) return null;
  const next = { ...state, ...changes, updatedAt: at };
  return waitOf(next) === waitOf(state) ? next : { ...next, waitsSince: at };
}

export const order = aggregate<OrderState, OrderEvents>({
  category: 'order',
  initial: null,
  revision: 5,
  evolve: {
    OrderPlacedEvent: (
      _,
      { number, customerId, lines, total, paymentMethod, ...checkout },
      { aggregateId, at },
    ) => ({
      id: aggregateId,
      number,
      customerId,
      lines,
      total,
      checkout,
      paymentMethod,
      stage: 'reserving',
      payment: null,
      payBy: 0,
      owed: null,
      shipment: null,
      returns: [],
      attention: null,
      waitsSince: at,
      placedAt: at,
      updatedAt: at,
    }),
    OrderPaymentRequestedEvent: (state, { paymentId, amount, expiresAt }, { at }) => {
      const nothing = { authorized: none(amount), captured: none(amount), refunded: none(amount) };
      const payment = { id: paymentId, status: 'requested', ...nothing } as const;
      return changed(state, at, { stage: 'paying', payment, payBy: Date.parse(expiresAt) });
    },
    OrderApprovedEvent: (state, _, { at }) =>
      changed(state, at, { stage: 'confirming', payment: authorized(state) }),
    OrderConfirmedEvent: (state, _, { at }) => changed(state, at, { stage: 'confirmed' }),
    OrderCancelledEvent: (state, { reason, by, shortages }, { at }) =>
      changed(state, at, {
        stage: 'cancelled',
        reason,
        ...(shortages && { shortages }),
        ...(by === 'payment' ? notPaid(state) : { owed: mayHoldMoney(state) ? 'void' : null }),
      }),
    ShipmentDispatchedEvent: (state, { carrier, tracking }, { at }) => {
      const shipment = { carrier, tracking, dispatchedAt: iso(at) };
      return changed(state, at, { stage: 'shipped', shipment, owed: mustCapture(state) ? 'capture' : null });
    },
    ShipmentDeliveredEvent: (state, _, { at }) => {
      const shipment = state?.shipment ? { ...state.shipment, deliveredAt: iso(at) } : null;
      return changed(state, at, { stage: 'delivered', shipment });
    },
    OrderCompletedEvent: (state, _, { at }) => changed(state, at, { stage: 'completed' }),
    OrderReturnedEvent: (state, { lines, restock, refund }, { at, eventId: id }) => {
      const isOwed = state?.payment != null && refund.amount > 0;
      const one = { id, lines, restock, refund, refunded: none(refund), owed: isOwed, at };
      const returns = [...(state?.returns ?? []), one];
      const stage = state && isAllReturned(state.lines, returns) ? 'returned' : 'completed';
      return changed(state, at, { stage, returns, owed: isOwed ? 'refund' : (state?.owed ?? null) });
    },
    OrderPaymentSettledEvent: (state, settled, { at }) =>
      state && changed(state, at, settledBy(state, settled)),
    // Money that came to be held after the cancellation, and could not be voided, is owed only from here.
    OrderAttentionRequiredEvent: (state, { reason, about }, { at }) => {
      const isLate = state?.stage === 'cancelled' && about === undefined;
      const owed = state?.owed ?? (isLate ? 'void' : null);
      return changed(state, at, { attention: { reason, since: iso(at) }, owed });
    },
    OrderPaymentRetriedEvent: (state, _, { at }) => changed(state, at, { attention: null }),
    OrderAttentionResolvedEvent: (state, _, { at }) => {
      const returns = state?.returns.map((one) => ({ ...one, owed: false })) ?? [];
      return changed(state, at, { attention: null, owed: null, returns });
    },
  },
});

const authorized = (state: OrderState): Payment | null =>
  state?.payment ? { ...state.payment, status: 'authorized', authorized: state.total } : null;

/** Refused by the payment service: nothing is held there. */
const notPaid = (state: OrderState): Partial<Placed> => ({
  payment:
    state?.payment?.status === 'requested'
      ? { ...state.payment, status: 'failed' }
      : (state?.payment ?? null),
  owed: null,
});
const mayHoldMoney = (state: OrderState) =>
  state?.payment != null && ['requested', 'authorized', 'captured'].includes(state.payment.status);
/** What was captured before, at the provider, be it a part: there is nothing more to capture. */
const mustCapture = (state: OrderState) => state?.payment != null && state.payment.captured.amount === 0;

export function cancel(state: OrderState, reason: string) {
  const { stage } = existing(state);
  if (!isPending(stage) && stage !== 'confirmed') refuse('order-not-cancellable', `the order is ${stage}`);
  return [orderCancelled({ reason, by: 'customer' })];
}

export function ship(state: OrderState, shipment: ShipOrder) {
  const { stage, payment } = existing(state);
  if (stage !== 'confirmed') refuse('order-not-shippable', `the order is ${stage}`);
  // At the provider, before anything was sent: nobody would pay for the goods.
  if (payment?.status === 'refunded')
    refuse('order-not-shippable', 'all of the money was given back: cancel the order');
  return [shipmentDispatched(shipment)];
}

/** Completed, too, where the money is there, or an operator has seen to it. */
export function deliver(state: OrderState) {
  const { stage, owed, attention } = existing(state);
  if (stage !== 'shipped') refuse('order-not-deliverable', `the order is ${stage}`);
  const isPaid = owed === null && attention === null;
  return [shipmentDelivered({}), ...(isPaid ? [orderCompleted({})] : [])];
}

/** All that has not come back yet, or some of it; what was paid for it is given back. */
export function takeBack(state: OrderState, { lines: wanted, restock }: ReturnOrder) {
  const { stage, lines, total, attention, returns } = existing(state);
  if (stage !== 'completed') refuse('order-not-returnable', `the order is ${stage}`);
  // One thing at a time: else the end of the one would hide that the other has failed.
  if (attention !== null) refuse('order-not-returnable', 'the order needs attention first');
  const { returned, amount } = returnedLines(lines, wanted, returns);
  return [orderReturned({ lines: returned, restock, refund: { amount, currency: total.currency } })];
}

/** An operator thinks that it can be done now: once more what the payment service has not done. */
export function retryPayment(state: OrderState) {
  const { attention, owed, payment, returns, total } = existing(state);
  if (attention === null || owed === null || payment === null)
    refuse('order-needs-no-attention', 'nothing is open that could be tried again');
  const about = { paymentId: payment.id, owed };
  const owedFor = returns.filter((one) => one.owed);
  if (owedFor.length === 0) return [orderPaymentRetried({ ...about, refundId: null, amount: total })];
  return owedFor.map(({ id, refund }) => orderPaymentRetried({ ...about, refundId: id, amount: refund }));
}

/** An operator has seen to it: what the payment service owed is owed no more. */
export function resolveAttention(state: OrderState, note: string) {
  const { stage, attention } = existing(state);
  if (attention === null) refuse('order-needs-no-attention', 'nothing is open on this order');
  return [orderAttentionResolved({ note }), ...(stage === 'delivered' ? [orderCompleted({})] : [])];
}

const existing = (state: OrderState): Placed => state ?? refuse('not-found', 'there is no such order');

/** Neither confirmed nor cancelled yet. */
export const isPending = (stage: Stage) => ['reserving', 'paying', 'confirming'].includes(stage);

export function statusOf({ stage, attention }: Pick<Placed, 'stage' | 'attention'>): Order['status'] {
  if (attention !== null) return 'attention';
  if (stage === 'reserving' || stage === 'paying' || stage === 'confirming') return 'pending';
  return stage === 'delivered' ? 'shipped' : stage;
}

const iso = (ms: number) => new Date(ms).toISOString();
