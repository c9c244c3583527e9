/**
 * The reservation of one order: all of its lines, or none. The reservation and every stock item it takes from are
 * changed in one append, so neither can be oversold nor leak.
 */
import {
  type Reservation,
  type ReservationEvents,
  type ReservedLine,
  stockReservationConfirmed,
  stockReservationRejected,
  stockReservationReleased,
  stockReserved,
} from '@quickmart/contracts/inventory';
import { aggregate, type Transaction } from '@quickmart/streams';
import { allocate, available, deallocate, stockItem } from './stock-item.ts';

type Held = { status: Reservation['status']; lines: ReservedLine[] };
export type ReservationState = Held | null;

export const reservation = aggregate<ReservationState, ReservationEvents>({
  category: 'inventory',
  initial: null,
  evolve: {
    StockReservedEvent: (_, { lines }) => ({ status: 'reserved', lines }),
    StockReservationRejectedEvent: (_, { lines }) => ({ status: 'rejected', lines }),
    StockReservationConfirmedEvent: (state) => state && { ...state, status: 'confirmed' },
    StockReservationReleasedEvent: (state, { lines }) => ({ lines, ...state, status: 'released' }),
  },
});

/** How long stock is held for an order that is not confirmed. */
export const holdMs = 15 * 60 * 1000;

/** One line per product: what an order asks for in all. */
export function summed(lines: readonly ReservedLine[]): ReservedLine[] {
  const byProduct = new Map<string, ReservedLine>();
  for (const { productId, sku, quantity } of lines) {
    const sum = quantity + (byProduct.get(productId)?.quantity ?? 0);
    byProduct.set(productId, { productId, sku, quantity: sum });
  }
  return [...byProduct.values()];
}

/** Sets all lines aside, or says what is missing. An order has one reservation: a second try changes nothing. */
export function reserve(tx: Transaction, orderId: string, lines: ReservedLine[], now: number): void {
  if (tx.state(reservation, orderId) !== null) return;
  const stock = (productId: string) => tx.state(stockItem, productId);
  const shortages = lines
    .map(({ productId, sku, quantity }) => ({
      productId,
      sku,
      requested: quantity,
      available: available(stock(productId)),
    }))
    .filter(({ requested, available }) => requested > available);
  if (shortages.length > 0) {
    tx.append(reservation, orderId, [stockReservationRejected({ orderId, lines, shortages })]);
    return;
  }
  for (const { productId, quantity } of lines) {
    tx.append(stockItem, productId, allocate(stock(productId), orderId, quantity));
  }
  const expiresAt = new Date(now + holdMs).toISOString();
  tx.append(reservation, orderId, [stockReserved({ orderId, lines, expiresAt })]);
}

/** The order stands: the hold no longer expires. */
export const confirm = (state: ReservationState, orderId: string) =>
  state?.status === 'reserved' ? [stockReservationConfirmed({ orderId, lines: state.lines })] : [];

/**
 * Gives everything back that is still held. Where nothing was ever held, that is noted: should the order's placement come
 * later, out of the dead letters, it must not reserve for an order that is cancelled.
 */
export function release(tx: Transaction, orderId: string, reason: string): void {
  const state = tx.state(reservation, orderId);
  const lines = state?.lines ?? [];
  if (state !== null && state.status !== 'reserved' && state.status !== 'confirmed') return;
  for (const { productId, quantity } of lines) {
    tx.append(stockItem, productId, deallocate(tx.state(stockItem, productId), orderId, quantity));
  }
  tx.append(reservation, orderId, [stockReservationReleased({ orderId, lines, reason })]);
}
