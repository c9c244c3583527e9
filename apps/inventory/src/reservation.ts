/**
 * The reservation of one order: all of its lines, or none. The reservation and every stock item it takes from are
 * changed in one append, so neither can be oversold nor leak.
 */
import {
  type ReservationEvents,
  type ReservedLine,
  stockCommitted,
  stockReservationConfirmed,
  stockReservationExpired,
  stockReservationReduced,
  stockReservationRejected,
  stockReservationReleased,
  stockReserved,
  stockRestocked,
} from '@quickmart/contracts/inventory/events';
import { aggregate, PermanentError, type Transaction } from '@quickmart/streams';
import type { Reservation } from './api.ts';
import { isAll, less, quantityOf, summed, within } from './lines.ts';
import { allocate, available, deallocate, isStocked, restock, stockItem, withdraw } from './stock-item.ts';

type Held = {
  orderId: string;
  status: Reservation['status'];
  lines: ReservedLine[];
  /** Of what it was rejected for. */
  shortages: Reservation['shortages'] | null;
  /** What has left the house so far, a line per product, and by which shipments and cancellations; null: nothing. */
  sent: ReservedLine[] | null;
  stepIds: string[];
  /** When the hold ends, where it is not confirmed until then, UTC ms. */
  expiresAt: number | null;
  /** What has come back on the shelf so far, a line per product, and by which returns; null: nothing. */
  restocked: ReservedLine[] | null;
  returnIds: string[];
  createdAt: number;
  updatedAt: number;
};
export type ReservationState = Held | null;

const begun = (orderId: string, lines: ReservedLine[], at: number) => ({
  orderId,
  lines,
  shortages: null,
  expiresAt: null,
  sent: null,
  stepIds: [],
  restocked: null,
  returnIds: [],
  createdAt: at,
  updatedAt: at,
});
const ended = (state: ReservationState, status: Held['status'], at: number): ReservationState =>
  state && { ...state, status, expiresAt: null, updatedAt: at };

export const reservation = aggregate<ReservationState, ReservationEvents>({
  category: 'inventory',
  initial: null,
  revision: 5,
  evolve: {
    StockReservedEvent: (_, { orderId, lines, expiresAt }, { at }) => ({
      ...begun(orderId, lines, at),
      status: 'reserved',
      expiresAt: Date.parse(expiresAt),
    }),
    StockReservationRejectedEvent: (_, { orderId, lines, shortages }, { at }) => ({
      ...begun(orderId, lines, at),
      status: 'rejected',
      shortages,
    }),
    StockReservationConfirmedEvent: (state, _, { at }) => ended(state, 'confirmed', at),
    StockReservationReleasedEvent: (state, { orderId, lines }, { at }) =>
      ended(state ?? { ...begun(orderId, lines, at), status: 'released' }, 'released', at),
    StockReservationExpiredEvent: (state, _, { at }) => ended(state, 'expired', at),
    StockReservationReducedEvent: (state, { lines, cancellationId }, { at }) =>
      state && moved({ ...state, lines: less(state.lines, lines), updatedAt: at }, cancellationId),
    StockCommittedEvent: (state, { lines, shipmentId }, { at }) => {
      if (state === null) return null;
      const sent = summed([...(state.sent ?? []), ...lines]);
      return moved({ ...state, sent, expiresAt: null, updatedAt: at }, shipmentId);
    },
    // An older event does not name its return, but is known by what has caused it.
    StockRestockedEvent: (state, { lines, ...data }, { at, meta }) => {
      if (state === null) return null;
      const returnId = data.returnId ?? meta.causationId;
      const restocked = summed([...(state.restocked ?? []), ...lines]);
      const returnIds = returnId === undefined ? state.returnIds : [...state.returnIds, returnId];
      const status = isAll(restocked, state.lines) ? 'restocked' : state.status;
      return { ...state, status, restocked, returnIds, expiresAt: null, updatedAt: at };
    },
  },
  timers: (state) => ({ hold: state?.status === 'reserved' ? state.expiresAt : null }),
});

/** `committed` once nothing of it is to leave any more; until then the rest of it is held. */
function moved(state: Held, stepId: string | null): Held {
  const stepIds = stepId === null ? state.stepIds : [...state.stepIds, stepId];
  const isOver = state.sent !== null && isAll(state.sent, state.lines);
  return { ...state, stepIds, status: isOver ? 'committed' : state.status };
}

/** What is held of it, and has not left. */
export const heldOf = ({ lines, sent }: Pick<Held, 'lines' | 'sent'>): ReservedLine[] =>
  less(lines, sent ?? []);

/**
 * Sets all lines aside until `expiresAt` (UTC ms), or says what is missing. An order has one reservation: a second try
 * changes nothing.
 */
export function reserve(tx: Transaction, orderId: string, lines: ReservedLine[], expiresAt: number): void {
  if (tx.of(reservation, orderId).state !== null) return;
  const stock = (productId: string) => tx.of(stockItem, productId).state;
  const shortages = lines
    .map(({ productId, sku, quantity }) => ({
      productId,
      sku,
      requested: quantity,
      available: available(stock(productId)),
    }))
    .filter(({ requested, available }) => requested > available);
  if (shortages.length > 0) {
    tx.of(reservation, orderId).append([stockReservationRejected({ orderId, lines, shortages })]);
    return;
  }
  for (const { productId, quantity } of lines) {
    tx.of(stockItem, productId).append(allocate(stock(productId), orderId, quantity));
  }
  tx.of(reservation, orderId).append([
    stockReserved({ orderId, lines, expiresAt: new Date(expiresAt).toISOString() }),
  ]);
}

/** The order is paid for: the hold no longer expires. Where it has expired, that was said, and it stays so. */
export function confirm(tx: Transaction, orderId: string): void {
  const { state } = tx.of(reservation, orderId);
  if (state?.status !== 'reserved') return;
  tx.of(reservation, orderId).append([stockReservationConfirmed({ orderId, lines: state.lines })]);
}

/** The time is up; too late where it is confirmed, or given back. */
export function expire(tx: Transaction, orderId: string): void {
  const { state } = tx.of(reservation, orderId);
  if (state?.status !== 'reserved') return;
  giveBack(tx, orderId, state.lines);
  const reason = 'not confirmed in time';
  tx.of(reservation, orderId).append([stockReservationExpired({ orderId, lines: state.lines, reason })]);
}

/**
 * Gives everything back that is still held. Where nothing was ever held, that is noted: should the order's placement come
 * later, out of the dead letters, it must not reserve for an order that is cancelled.
 */
export function release(tx: Transaction, orderId: string, reason: string): void {
  const { state } = tx.of(reservation, orderId);
  if (state !== null && !isHeld(state)) return;
  const lines = state ? heldOf(state) : [];
  giveBack(tx, orderId, lines);
  tx.of(reservation, orderId).append([stockReservationReleased({ orderId, lines, reason })]);
}

/** Some lines are cancelled: as often as that is told, once. What is not held any more is not given back. */
export function reduce(
  tx: Transaction,
  orderId: string,
  cancelled: readonly ReservedLine[],
  cancellationId: string,
): void {
  const { state } = tx.of(reservation, orderId);
  if (state === null || !isHeld(state) || state.stepIds.includes(cancellationId)) return;
  const lines = within(cancelled, heldOf(state));
  giveBack(tx, orderId, lines);
  tx.of(reservation, orderId).append([stockReservationReduced({ orderId, lines, cancellationId })]);
}

export type Shipped = { shipmentId: string; lines: readonly ReservedLine[] | null };

/**
 * Goods leave the house: what was reserved for them is neither reserved nor on hand any more. `lines` is null in events of the
 * time before: all that is held.
 */
export function commit(tx: Transaction, orderId: string, { shipmentId, lines: wanted }: Shipped): void {
  const { state } = tx.of(reservation, orderId);
  if (state?.stepIds.includes(shipmentId)) return;
  if (state?.status === 'committed' || state?.status === 'restocked') return;
  if (state?.status !== 'confirmed')
    throw new PermanentError(
      `order ${orderId} is dispatched, its reservation is ${state?.status ?? 'missing'}`,
    );
  const held = heldOf(state);
  const lines = wanted === null ? held : within(wanted, held);
  for (const { productId, quantity } of lines) {
    const item = tx.of(stockItem, productId);
    item.append(withdraw(item.state, orderId, quantity));
  }
  tx.of(reservation, orderId).append([stockCommitted({ orderId, lines, shipmentId })]);
}

/**
 * Goods of a dispatched order are back, by one of its returns: as often as that is told, once. A product that has no stock
 * any more does not get one by this.
 */
export function takeBack(
  tx: Transaction,
  orderId: string,
  returned: readonly ReservedLine[],
  returnId: string,
): void {
  const { state } = tx.of(reservation, orderId);
  if (state?.returnIds.includes(returnId)) return;
  if (state === null || state.sent === null)
    throw new PermanentError(
      `order ${orderId} is returned, its reservation is ${state?.status ?? 'missing'}`,
    );
  const lines = summed(returned)
    .map((line) => ({ ...line, quantity: Math.min(line.quantity, outside(state, line.productId)) }))
    .filter(({ productId, quantity }) => quantity > 0 && isStocked(tx.of(stockItem, productId).state));
  for (const { productId, quantity } of lines) {
    const item = tx.of(stockItem, productId);
    item.append(restock(item.state, orderId, quantity));
  }
  tx.of(reservation, orderId).append([stockRestocked({ orderId, lines, returnId })]);
}

/** Of what has left the house for this order, what has not come back: no more can. */
const outside = ({ sent, restocked }: Held, productId: string): number =>
  quantityOf(sent ?? [], productId) - quantityOf(restocked ?? [], productId);

export const isHeld = (state: ReservationState) =>
  state?.status === 'reserved' || state?.status === 'confirmed';

function giveBack(tx: Transaction, orderId: string, lines: readonly ReservedLine[]): void {
  for (const { productId, quantity } of lines) {
    const item = tx.of(stockItem, productId);
    item.append(deallocate(item.state, orderId, quantity));
  }
}
