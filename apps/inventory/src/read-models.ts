/** What the inventory service shows: the stock of every product, and the reservation of every order. */
import { bigint, code, instant, integer, json, tableOf, uuid } from '@quickmart/projections';
import type { Shown } from '@quickmart/service';
import type { Reservation } from './api.ts';
import { limits } from './limits.ts';
import { reservation } from './reservation.ts';
import { stockItem } from './stock-item.ts';

export const inventories = tableOf(stockItem, {
  name: 'inventories',
  key: 'productId',
  columns: {
    productId: uuid(),
    sku: code(limits.skuLength),
    onHand: bigint(),
    reserved: bigint(),
    available: bigint(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt', 'sku', 'onHand', 'available'],
  row: (state) => ({ ...state, available: state.onHand - state.reserved }),
  state: (row) => ({ ...row, removed: false, lowAt: null }),
  hides: ({ removed }) => removed,
});

export const reservations = tableOf(reservation, {
  name: 'reservations',
  key: 'orderId',
  columns: {
    orderId: uuid(),
    status: code<Reservation['status']>(16),
    lines: json<Reservation['lines']>(),
    shortages: json<NonNullable<Reservation['shortages']>>().nullable(),
    /** What has left the house so far; null: nothing. */
    sent: json<Reservation['lines']>().nullable(),
    /** What has come back on the shelf so far; null: nothing. */
    restocked: json<Reservation['lines']>().nullable(),
    expiresAt: instant().nullable(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  state: (row) => ({ ...row, returnIds: [], stepIds: [] }),
});

export const reservationView = ({
  shortages,
  sent,
  restocked,
  ...row
}: Shown<typeof reservations.table>): Reservation => ({
  ...row,
  ...(shortages && { shortages }),
  ...(sent && { sent }),
  ...(restocked && { restocked }),
});
