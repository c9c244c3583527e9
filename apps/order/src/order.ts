/** An order: its events, its state, the decisions on it. */
import {
  type Order,
  type OrderEvents,
  type OrderLine,
  orderCancelled,
  orderConfirmed,
  orderPlaced,
} from '@quickmart/contracts/order';
import { refuse, type Shortage } from '@quickmart/contracts/problem';
import type { Money } from '@quickmart/contracts/shapes';
import { aggregate } from '@quickmart/streams';

type State = Omit<Order, 'version' | 'placedAt' | 'updatedAt'> & { placedAt: number; updatedAt: number };
/** Null until it is placed. */
export type OrderState = State | null;

const same = (state: OrderState) => state;

export const order = aggregate<OrderState, OrderEvents>({
  category: 'order',
  initial: null,
  evolve: {
    OrderPlacedEvent: (_, { customerId, lines, total }, { aggregateId, at }) => ({
      ...{ id: aggregateId, customerId, lines, total, status: 'pending' },
      ...{ placedAt: at, updatedAt: at },
    }),
    OrderConfirmedEvent: (state, _, { at }) => state && { ...state, status: 'confirmed', updatedAt: at },
    OrderCancelledEvent: (state, { reason, shortages }, { at }) =>
      state && { ...state, status: 'cancelled', reason, ...(shortages && { shortages }), updatedAt: at },
    ...{ OrderPaymentRequestedEvent: same, OrderApprovedEvent: same, OrderPaymentSettledEvent: same },
    ...{ ShipmentDispatchedEvent: same, ShipmentDeliveredEvent: same, OrderCompletedEvent: same },
    ...{ OrderReturnedEvent: same, OrderAttentionRequiredEvent: same, OrderAttentionResolvedEvent: same },
  },
});

export type PricedOrder = {
  customerId: string;
  lines: OrderLine[];
  total: Money;
  paymentMethod?: string | undefined;
};
export const place = ({ paymentMethod, ...rest }: PricedOrder) => [
  orderPlaced({ ...rest, ...(paymentMethod !== undefined && { paymentMethod }) }),
];

/** All stock is set aside. Late for an order that is cancelled already: then the cancellation gives it back. */
export const confirm = (state: OrderState) => (state?.status === 'pending' ? [orderConfirmed({})] : []);

/** The stock does not suffice. */
export const reject = (state: OrderState, shortages: Shortage[]) =>
  state?.status === 'pending' ? [orderCancelled({ reason: 'shortage', by: 'inventory', shortages })] : [];

export function cancel(state: OrderState, reason: string) {
  const { status } = existing(state);
  if (status !== 'pending' && status !== 'confirmed')
    refuse('order-not-cancellable', `the order is ${status}`);
  return [orderCancelled({ reason, by: 'customer' })];
}

const existing = (state: OrderState): State => state ?? refuse('not-found', 'there is no such order');

export function orderView(state: OrderState, version: number): Order {
  const { placedAt, updatedAt, ...rest } = existing(state);
  return { ...rest, version, placedAt: iso(placedAt), updatedAt: iso(updatedAt) };
}

const iso = (ms: number) => new Date(ms).toISOString();
