/** An order: its events and its state. What people do with it is in cancelling.ts, shipping.ts, returns.ts, attention.ts; the rest in fulfilment.ts. */
import { type OrderEvents, orderCompleted } from '@quickmart/contracts/order/events';
import { aggregate, evolve, type NewEventOf, type StoredEvent } from '@quickmart/streams';
import type { Order } from './api.ts';
import { none, owedFor, owedOf, settledBy, withoutAction } from './money.ts';
import { refuse } from './problems.ts';
import { hasEnded, isAllReturned, isOpen, unitsOf } from './quantities.ts';
import { type OrderState, type Payment, type Placed, type Shipment, type Stage, waitOf } from './state.ts';

function changed(state: OrderState, at: number, changes: Partial<Placed>): OrderState {
  if (state === null) return null;
  const next = { ...state, ...changes, updatedAt: at };
  const isSameWait = waitOf(next) === waitOf(state) && next.owed === state.owed;
  return isSameWait ? next : { ...next, waitsSince: at };
}

export const order = aggregate<OrderState, OrderEvents>({
  category: 'order',
  initial: null,
  revision: 12,
  evolve: {
    OrderPlacedEvent: (
      _,
      { number, customerId, lines, total, paymentMethod, onDecline, isFirst, ...checkout },
      { aggregateId, at },
    ) => ({
      id: aggregateId,
      number,
      customerId,
      lines,
      total,
      checkout,
      paymentMethod,
      methodNumber: 1,
      onDecline,
      decline: null,
      isFirst,
      stage: 'reserving',
      payment: null,
      payBy: 0,
      due: 0,
      owed: null,
      cancellations: [],
      shipments: [],
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
    OrderPaymentActionRequiredEvent: (state, { paymentId: _, ...nextAction }, { at }) => {
      const payment = state?.payment && { ...state.payment, status: 'action-required' as const, nextAction };
      return changed(state, at, { payment: payment ?? null });
    },
    OrderPaymentDeclinedEvent: (state, { reason: decline }, { at }) => {
      const payment = state?.payment && { ...withoutAction(state.payment), status: 'declined' as const };
      return changed(state, at, { payment: payment ?? null, decline });
    },
    OrderPaymentMethodGivenEvent: (state, { methodNumber, paymentMethod }, { at }) => {
      const payment = state?.payment && { ...state.payment, status: 'requested' as const };
      return changed(state, at, { payment: payment ?? null, methodNumber, paymentMethod, decline: null });
    },
    OrderApprovedEvent: (state, _, { at }) =>
      changed(state, at, { stage: 'confirming', payment: authorized(state) }),
    OrderConfirmedEvent: (state, _, { at }) => changed(state, at, { stage: 'confirmed' }),
    OrderCancelledEvent: (state, { by, code, note, unpaid, shortages }, { at }) =>
      changed(state, at, {
        stage: 'cancelled',
        cancelled: { by, code, note },
        ...(shortages && { shortages }),
        ...(unpaid ? notPaid(state) : { owed: mayHoldMoney(state) ? 'void' : null }),
      }),
    OrderLinesCancelledEvent: (state, { lines, amount, by, code, note }, { at, eventId: id }) => {
      if (state === null) return null;
      const one = {
        id,
        lines: unitsOf(state, lines),
        by,
        code,
        note,
        amount,
        refunded: null,
        owed: false,
        isSeenTo: false,
        at,
      };
      const before = { ...state, cancellations: [...state.cancellations, one] };
      const cancellations = owedFor(before, state.payment?.captured.amount ?? 0);
      return moved(state, at, { cancellations });
    },
    ShipmentDispatchedEvent: (state, data, { at, eventId }) =>
      state && moved(state, at, dispatched(state, data, eventId, at)),
    ShipmentDeliveredEvent: (state, { shipmentId }, { at }) => ended(state, shipmentId, 'delivered', at),
    ShipmentLostEvent: (state, { shipmentId }, { at }) => ended(state, shipmentId, 'lost', at),
    ShipmentReturnedEvent: (state, { shipmentId, restock }, { at }) =>
      ended(state, shipmentId, 'returned', at, restock),
    OrderCompletedEvent: (state, _, { at }) => changed(state, at, { stage: 'completed' }),
    OrderReturnedEvent: (state, { lines, restock, refund, shipmentId }, { at, eventId: id }) => {
      if (state === null) return null;
      const owed = state.payment !== null && refund.amount > 0;
      const one = { id, shipmentId, lines, restock, refund, refunded: none(refund), owed, at };
      return moved(state, at, { returns: [...state.returns, one] });
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
    OrderAttentionResolvedEvent: (state, _, { at }) => changed(state, at, seenTo(state)),
  },
});

/** Goods have moved: what follows for where the order is, and for what is owed. */
function moved(state: Placed, at: number, changes: Partial<Placed>): OrderState {
  const next = { ...state, ...changes };
  return changed(state, at, { ...changes, stage: stageOf(next), owed: owedOf(next) });
}

function stageOf(order: Placed): Stage {
  if (order.shipments.length === 0) return order.stage;
  if (isOpen(order)) return 'shipped';
  if (isAllReturned(order)) return 'returned';
  return order.stage === 'completed' || order.stage === 'returned' ? 'completed' : 'delivered';
}

type Dispatched = OrderEvents['ShipmentDispatchedEvent'];

function dispatched(
  state: Placed,
  { shipmentId, lines: sent, carrier, tracking, capture }: Dispatched,
  eventId: string,
  at: number,
) {
  const lines = unitsOf(state, sent);
  const one: Shipment = {
    id: shipmentId ?? eventId,
    lines,
    carrier,
    tracking,
    status: 'in-transit',
    restock: false,
    dispatchedAt: at,
    endedAt: null,
  };
  // In events of the time before: all of it.
  const worth = capture?.amount ?? state.total.amount;
  return { shipments: [...state.shipments, one], due: dueAfter(state, worth) };
}

/** Captured before anything was due, at the provider, be it a part: there is nothing more to capture, for no shipment. */
function dueAfter({ due, payment }: Placed, more: number): number {
  const isAhead = due === 0 && payment !== null && payment.captured.amount > 0;
  return isAhead ? 0 : due + more;
}

/** Without an id: what is on its way. */
function ended(
  state: OrderState,
  id: string | null,
  status: Shipment['status'],
  at: number,
  restock = false,
): OrderState {
  if (state === null) return null;
  const isMeant = (one: Shipment) => !hasEnded(one) && (id === null || one.id === id);
  const shipments = state.shipments.map((one) =>
    isMeant(one) ? { ...one, status, restock, endedAt: at } : one,
  );
  return moved(state, at, { shipments });
}

/** Nothing is waited for any more. */
function seenTo(state: OrderState): Partial<Placed> {
  const { returns = [], cancellations = [], due = 0, payment = null } = state ?? {};
  return {
    attention: null,
    owed: null,
    due: payment ? Math.min(due, payment.captured.amount) : due,
    returns: returns.map((one) => ({ ...one, owed: false })),
    cancellations: cancellations.map((one) => ({ ...one, owed: false, isSeenTo: one.isSeenTo || one.owed })),
  };
}

const authorized = (state: OrderState): Payment | null =>
  state?.payment ? { ...withoutAction(state.payment), status: 'authorized', authorized: state.total } : null;

const unpaidStatuses: readonly Payment['status'][] = ['requested', 'action-required', 'declined'];

/** Refused by the payment service: nothing is held there. */
const notPaid = (state: OrderState): Partial<Placed> => ({
  payment:
    state?.payment && unpaidStatuses.includes(state.payment.status)
      ? { ...withoutAction(state.payment), status: 'failed' }
      : (state?.payment ?? null),
  owed: null,
});
const mayHoldMoney = (state: OrderState) =>
  state?.payment != null &&
  ['requested', 'action-required', 'authorized', 'captured'].includes(state.payment.status);
export const existing = (state: OrderState): Placed => state ?? refuse('not-found', 'there is no such order');

export type OrderEvent = NewEventOf<OrderEvents>;

/** Completed by the same append, where all has arrived and is paid for, or an operator has seen to the money. */
export function withEnd(state: Placed, events: readonly OrderEvent[]): OrderEvent[] {
  const next = after(state, events);
  const isPaid = next?.owed !== 'capture' && next?.attention === null;
  return next?.stage === 'delivered' && isPaid ? [...events, orderCompleted({})] : [...events];
}

/** What the events make of it. */
export const after = (state: OrderState, events: readonly OrderEvent[]): OrderState =>
  events.reduce<OrderState>((now, event) => evolve(order, now, nowhere(event)), state);

const nowhere = (event: OrderEvent): StoredEvent =>
  ({ ...event, category: 'order', aggregateId: '', eventId: '', at: 0 }) as unknown as StoredEvent;

/** Neither confirmed nor cancelled yet. */
export const isPending = (stage: Stage) => ['reserving', 'paying', 'confirming'].includes(stage);

export function statusOf({ stage, attention }: Pick<Placed, 'stage' | 'attention'>): Order['status'] {
  if (attention !== null) return 'attention';
  if (stage === 'reserving' || stage === 'paying' || stage === 'confirming') return 'pending';
  return stage === 'delivered' ? 'shipped' : stage;
}

const iso = (ms: number) => new Date(ms).toISOString();
