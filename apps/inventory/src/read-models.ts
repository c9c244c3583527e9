/** What the inventory service shows: the stock of every product, and the reservation of every order. */
import type { ReservationEvents, StockItemEvents } from '@quickmart/contracts/inventory/events';
import { projection } from '@quickmart/projections';
import type { Inventory, Reservation } from './api.ts';
import { statusAfter, summed } from './reservation.ts';
import { type InventoryRow, inventories, type ReservationRow, reservations } from './schema.ts';

type Changed = { version: number; at: number };

export const stockLevels = projection<StockItemEvents, typeof inventories>({
  name: 'inventories',
  category: 'inventory',
  table: inventories,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    InventoryCreatedEvent: (_, { productId, sku, quantity }, { version, at }) => ({
      productId,
      sku,
      onHand: quantity,
      reserved: 0,
      available: quantity,
      version,
      createdAt: at,
      updatedAt: at,
    }),
    StockAdjustedEvent: (row, { onHand }, event) => level(row, event, { onHand }),
    StockAllocatedEvent: (row, { reserved }, event) => level(row, event, { reserved }),
    StockDeallocatedEvent: (row, { reserved }, event) => level(row, event, { reserved }),
    StockWithdrawnEvent: (row, { onHand, reserved }, event) => level(row, event, { onHand, reserved }),
    LowStockDetectedEvent: (row, _, event) => level(row, event, {}),
    InventoryRemovedEvent: () => undefined,
  },
});

function level(row: InventoryRow | undefined, { version, at }: Changed, changes: Partial<InventoryRow>) {
  if (row === undefined) return undefined;
  const next = { ...row, ...changes, version, updatedAt: at };
  return { ...next, available: next.onHand - next.reserved };
}

export const openReservations = projection<ReservationEvents, typeof reservations>({
  name: 'reservations',
  category: 'inventory',
  table: reservations,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    StockReservedEvent: (_, { orderId, lines, expiresAt }, { version, at }) => ({
      orderId,
      status: 'reserved',
      lines,
      shortages: null,
      restocked: null,
      expiresAt: Date.parse(expiresAt),
      version,
      createdAt: at,
      updatedAt: at,
    }),
    StockReservationRejectedEvent: (_, { orderId, lines, shortages }, { version, at }) => ({
      orderId,
      status: 'rejected',
      lines,
      shortages,
      restocked: null,
      expiresAt: null,
      version,
      createdAt: at,
      updatedAt: at,
    }),
    StockReservationConfirmedEvent: (row, _, event) => settled(row, event, 'confirmed'),
    StockReservationReleasedEvent: (row, { orderId, lines }, event) =>
      settled(row ?? nothingHeld(orderId, lines, event), event, 'released'),
    StockReservationExpiredEvent: (row, _, event) => settled(row, event, 'expired'),
    StockCommittedEvent: (row, _, event) => settled(row, event, 'committed'),
    StockRestockedEvent: (row, { lines }, event) => {
      if (row === undefined) return undefined;
      const restocked = summed([...(row.restocked ?? []), ...lines]);
      return { ...settled(row, event, statusAfter(row.lines, restocked)), restocked };
    },
  },
});

const nothingHeld = (
  orderId: string,
  lines: Reservation['lines'],
  { version, at }: Changed,
): ReservationRow => ({
  orderId,
  status: 'released',
  lines,
  shortages: null,
  restocked: null,
  expiresAt: null,
  version,
  createdAt: at,
  updatedAt: at,
});

const settled = <Row extends ReservationRow | undefined>(
  row: Row,
  { version, at }: Changed,
  status: Reservation['status'],
): Row => row && { ...row, status, expiresAt: null, version, updatedAt: at };

const iso = (ms: number) => new Date(ms).toISOString();

export const inventoryView = ({ createdAt, updatedAt, ...row }: InventoryRow): Inventory => ({
  ...row,
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});

export const reservationView = ({
  createdAt,
  updatedAt,
  expiresAt,
  shortages,
  restocked,
  ...row
}: ReservationRow): Reservation => ({
  ...row,
  status: row.status as Reservation['status'],
  ...(shortages && { shortages }),
  ...(restocked && { restocked }),
  expiresAt: expiresAt === null ? null : iso(expiresAt),
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});
