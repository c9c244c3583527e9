/** The tables of the inventory service's read models. */
import { bigint, code, defineTable, instant, integer, json, type RowOf, uuid } from '@quickmart/projections';
import type { Reservation } from './api.ts';
import { limits } from './limits.ts';

export const inventories = defineTable(
  'inventories',
  {
    productId: uuid(),
    sku: code(limits.skuLength),
    onHand: bigint(),
    reserved: bigint(),
    available: bigint(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  {
    primaryKey: 'productId',
    indexes: [
      ['createdAt', 'productId'],
      ['updatedAt', 'productId'],
      ['sku', 'productId'],
      ['onHand', 'productId'],
      ['available', 'productId'],
    ],
  },
);
export type InventoryRow = RowOf<typeof inventories>;

export const reservations = defineTable(
  'reservations',
  {
    orderId: uuid(),
    status: code(16),
    lines: json<Reservation['lines']>(),
    shortages: json<NonNullable<Reservation['shortages']>>().nullable(),
    /** What has come back on the shelf so far; null: nothing. */
    restocked: json<Reservation['lines']>().nullable(),
    expiresAt: instant().nullable(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  { primaryKey: 'orderId' },
);
export type ReservationRow = RowOf<typeof reservations>;
