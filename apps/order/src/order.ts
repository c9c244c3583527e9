/** An order: its events, its state, and what customers and operators can do with it. The rest is in fulfilment.ts. */
import {
  type Order,
  type OrderEvents,
  type OrderLine,
  orderAttentionResolved,
  orderCancelled,
  orderCompleted,
  orderPaymentRetried,
  orderPlaced,
  orderReturned,
  type ReturnOrder,
  type ShipOrder,
  shipmentDelivered,
  shipmentDispatched,
} from '@quickmart/contracts/order';
import { refuse } from '@quickmart/contracts/problem';
import type { Money } from '@quickmart/contracts/shapes';
import { aggregate } from '@quickmart/streams';
import { returnedLines } from './returns.ts';

/** Where it is. Until `confirmed` the next step is the system's, then it is somebody's in the warehouse. */
export type Stage =
  | 'reserving'
  | 'paying'
  | 'confirming'
  | 'confirmed'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'cancelled'
  | 'returned';

type Shown = Pick<Order, 'id' | 'customerId' | 'lines' | 'total' | 'reason' | 'shortages'>;
/** What is not shown as it is. */
export type Progress = {
  stage: Stage;
  paymentMethod: string | null;
  payment: NonNullable<Order['payment']> | null;
  /** An authorization is worth nothing after this, UTC ms. */
  payBy: number;
  /** What the payment service was asked for and has not done yet. */
  owed: 'capture' | 'void' | 'refund' | null;
  /** The refund that is owed for a return; there may be others, by hand. */
  refundId: string | null;
  shipment: NonNullable<Order['shipment']> | null;
  returned: NonNullable<Order['returned']> | null;
  attention: NonNullable<Order['attention']> | null;
};
export type Placed = Shown & Progress & { placedAt: number; updatedAt: number };
/** Null until it is placed. */
export type OrderState = Placed | null;

const changed = (state: OrderState, at: number, changes: Partial<Placed>): OrderState =>
  state && { ...state, ...changes, updatedAt: at };

export const order = aggregate<OrderState, OrderEvents>({
  category: 'order',
  initial: null,
  revision: 3,
  evolve: {
    OrderPlacedEvent: (_, { customerId, lines, total, paymentMethod = null }, { aggregateId, at }) => ({
      ...{ id: aggregateId, customerId, lines, total, paymentMethod, stage: 'reserving' },
      ...{ payment: null, payBy: 0, owed: null, refundId: null, shipment: null, returned: null },
      ...{ attention: null, placedAt: at, updatedAt: at },
    }),
    OrderPaymentRequestedEvent: (state, { paymentId, expiresAt }, { at }) => {
      const payment = { id: paymentId, status: 'requested' } as const;
      return changed(state, at, { stage: 'paying', payment, payBy: Date.parse(expiresAt) });
    },
    OrderApprovedEvent: (state, _, { at }) =>
      changed(state, at, { stage: 'confirming', payment: paymentIs(state, 'authorized') }),
    OrderConfirmedEvent: (state, _, { at }) => changed(state, at, { stage: 'confirmed' }),
    OrderCancelledEvent: (state, { reason, by, shortages }, { at }) =>
      changed(state, at, {
        ...{ stage: 'cancelled', reason, ...(shortages && { shortages }) },
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
    OrderReturnedEvent: (state, returned, { at, eventId: refundId }) => {
      const owed = state?.payment && returned.refund.amount > 0 ? 'refund' : null;
      return changed(state, at, { stage: 'returned', returned, owed, refundId });
    },
    // What was captured for a cancelled order is given back by the payment service, unasked.
    OrderPaymentSettledEvent: (state, { outcome }, { at }) => {
      const owed = state?.stage === 'cancelled' && outcome === 'captured' ? 'refund' : null;
      return changed(state, at, { payment: paymentIs(state, outcome), owed });
    },
    // Money that came to be held after the cancellation, and could not be voided, is owed only from here.
    OrderAttentionRequiredEvent: (state, { reason }, { at }) => {
      const owed = state?.owed ?? (state?.stage === 'cancelled' ? 'void' : null);
      return changed(state, at, { attention: { reason, since: iso(at) }, owed });
    },
    OrderPaymentRetriedEvent: (state, _, { at }) => changed(state, at, { attention: null }),
    OrderAttentionResolvedEvent: (state, _, { at }) => changed(state, at, { attention: null, owed: null }),
  },
});

type PaymentStatus = NonNullable<Order['payment']>['status'];
const paymentIs = (state: OrderState, status: PaymentStatus): Placed['payment'] =>
  state?.payment ? { ...state.payment, status } : null;

/** Refused by the payment service: nothing is held there. */
const notPaid = (state: OrderState): Partial<Placed> => ({
  payment: state?.payment?.status === 'requested' ? paymentIs(state, 'failed') : (state?.payment ?? null),
  owed: null,
});
const mayHoldMoney = (state: OrderState) =>
  state?.payment != null && ['requested', 'authorized', 'captured'].includes(state.payment.status);
const mustCapture = (state: OrderState) => state?.payment != null && state.payment.status !== 'captured';

export type PricedOrder = {
  customerId: string;
  lines: OrderLine[];
  total: Money;
  paymentMethod?: string | undefined;
};
export const place = ({ paymentMethod, ...rest }: PricedOrder) => [
  orderPlaced({ ...rest, ...(paymentMethod !== undefined && { paymentMethod }) }),
];

export function cancel(state: OrderState, reason: string) {
  const { stage } = existing(state);
  if (!isPending(stage) && stage !== 'confirmed') refuse('order-not-cancellable', `the order is ${stage}`);
  return [orderCancelled({ reason, by: 'customer' })];
}

export function ship(state: OrderState, shipment: ShipOrder) {
  const { stage } = existing(state);
  if (stage !== 'confirmed') refuse('order-not-shippable', `the order is ${stage}`);
  return [shipmentDispatched(shipment)];
}

/** Completed, too, where the money is there. */
export function deliver(state: OrderState) {
  const { stage, owed } = existing(state);
  if (stage !== 'shipped') refuse('order-not-deliverable', `the order is ${stage}`);
  return [shipmentDelivered({}), ...(owed === null ? [orderCompleted({})] : [])];
}

/** The whole order, or some lines of it; what was paid for them is given back. Once. */
export function takeBack(state: OrderState, { lines: wanted, restock }: ReturnOrder) {
  const { stage, lines, total, attention } = existing(state);
  if (stage !== 'completed') refuse('order-not-returnable', `the order is ${stage}`);
  // One thing at a time: else the end of the one would hide that the other has failed.
  if (attention !== null) refuse('order-not-returnable', 'the order needs attention first');
  const { returned, amount } = returnedLines(lines, wanted);
  return [orderReturned({ lines: returned, restock, refund: { amount, currency: total.currency } })];
}

/** An operator thinks that it can be done now: once more what the payment service has not done. */
export function retryPayment(state: OrderState) {
  const { attention, owed, payment, refundId, returned, total } = existing(state);
  if (attention === null || owed === null || payment === null)
    refuse('order-needs-no-attention', 'nothing is open that could be tried again');
  const amount = returned?.refund ?? total;
  return [orderPaymentRetried({ paymentId: payment.id, owed, refundId, amount })];
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

export function orderView(state: OrderState, version: number): Order {
  const { stage, paymentMethod: _, payBy: __, owed: ___, refundId: ____, ...rest } = existing(state);
  const { payment, shipment, returned, attention, placedAt, updatedAt, ...shown } = rest;
  return {
    ...shown,
    status: statusOf({ stage, attention }),
    ...(payment && { payment }),
    ...(shipment && { shipment }),
    ...(returned && { returned }),
    ...(attention && { attention }),
    ...{ version, placedAt: iso(placedAt), updatedAt: iso(updatedAt) },
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
