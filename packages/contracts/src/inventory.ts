/** The inventory service: stock per product, and one reservation per order. */
import { z } from 'zod';
import { type EventsOf, event } from './event.ts';
import { limits } from './limits.ts';
import { shortage } from './problem.ts';
import { examples, id, instant, page, sku, text, version } from './shapes.ts';

const units = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
export const adjustmentReason = z.enum([
  'received',
  'correction',
  'damaged',
  'shrinkage',
  'restock',
  'count',
]);
export const reservedLine = z.object({ productId: id, sku, quantity: z.int().min(1) }).meta({
  id: 'ReservedLine',
  example: { productId: examples.product, sku: 'MUG-BLUE-350', quantity: 3 },
});
export type ReservedLine = z.infer<typeof reservedLine>;

// Events of a stock item (the aggregate id is the product id)

/** The first quantity is written into the event, so that a replay does not depend on configuration. */
export const inventoryCreated = event(
  'InventoryCreatedEvent',
  1,
  z.object({ productId: id, sku, quantity: units, sourceEventId: id.nullable() }),
);
export const stockAdjusted = event(
  'StockAdjustedEvent',
  1,
  z.object({
    delta: z.int(),
    onHand: units,
    reason: adjustmentReason,
    reference: z.string().nullable(),
  }),
);
/** This item's share of an order's reservation was set aside. `reserved` is what is set aside after it. */
export const stockAllocated = event(
  'StockAllocatedEvent',
  1,
  z.object({ orderId: id, quantity: z.int().min(1), reserved: units }),
);
export const stockDeallocated = event(
  'StockDeallocatedEvent',
  1,
  z.object({ orderId: id, quantity: z.int().min(1), reserved: units }),
);
/** This item's share of an order has left the house: it is neither on hand nor reserved any more. */
export const stockWithdrawn = event(
  'StockWithdrawnEvent',
  1,
  z.object({ orderId: id, quantity: z.int().min(1), onHand: units, reserved: units }),
);
/** What is available has fallen to the threshold or below it; said once, until it is above it again. */
export const lowStockDetected = event(
  'LowStockDetectedEvent',
  1,
  z.object({ sku, available: units, threshold: units }),
);
export const inventoryRemoved = event('InventoryRemovedEvent', 1, z.object({ onHand: units }));

export const stockItemEvents = [
  inventoryCreated,
  stockAdjusted,
  stockAllocated,
  stockDeallocated,
  stockWithdrawn,
  lowStockDetected,
  inventoryRemoved,
] as const;
export type StockItemEvents = EventsOf<typeof stockItemEvents>;

// Events of a reservation (the aggregate id is the order id)

const lines = z.array(reservedLine);
export const stockReserved = event(
  'StockReservedEvent',
  1,
  z.object({ orderId: id, lines, expiresAt: instant }),
);
export const stockReservationRejected = event(
  'StockReservationRejectedEvent',
  1,
  z.object({ orderId: id, lines, shortages: z.array(shortage) }),
);
export const stockReservationConfirmed = event(
  'StockReservationConfirmedEvent',
  1,
  z.object({ orderId: id, lines }),
);
export const stockReservationReleased = event(
  'StockReservationReleasedEvent',
  1,
  z.object({ orderId: id, lines, reason: z.string() }),
);
/** The hold ran out before it was confirmed: the stock is available again. */
export const stockReservationExpired = event(
  'StockReservationExpiredEvent',
  1,
  z.object({ orderId: id, lines, reason: z.string() }),
);
/** The order was dispatched. */
export const stockCommitted = event('StockCommittedEvent', 1, z.object({ orderId: id, lines }));
/** Goods of a dispatched order are back on the shelf: these lines, by this return. `returnId` is absent in older events. */
export const stockRestocked = event(
  'StockRestockedEvent',
  1,
  z.object({ orderId: id, lines, returnId: id.optional() }),
);

export const reservationEvents = [
  stockReserved,
  stockReservationRejected,
  stockReservationConfirmed,
  stockReservationReleased,
  stockReservationExpired,
  stockCommitted,
  stockRestocked,
] as const;
export type ReservationEvents = EventsOf<typeof reservationEvents>;
export type InventoryEvents = StockItemEvents & ReservationEvents;

// Requests

const quantity = z.int().min(0).max(limits.quantityMax);
const reason = adjustmentReason.meta({ example: 'received' });
const reference = text(limits.referenceLength, 1).optional();

export const createInventory = z.strictObject({ productId: id, sku, quantity }).meta({
  id: 'NewInventory',
  example: { productId: '019a0000-0000-7000-8000-000000000001', sku: 'MUG-BLUE-350', quantity: 25 },
});
export type CreateInventory = z.infer<typeof createInventory>;

export const replaceInventory = z
  .strictObject({ quantity, reason: reason.default('count'), reference })
  .meta({ id: 'StockCount', example: { quantity: 80, reason: 'count' } });
export type ReplaceInventory = z.infer<typeof replaceInventory>;

/** Either a change (`delta`), or a counted `quantity` that holds only where the stock is still `expectedQuantity`. */
export const adjustment = z
  .union([
    z.strictObject({
      delta: z
        .int()
        .min(-limits.quantityMax)
        .max(limits.quantityMax)
        .refine((delta) => delta !== 0, { error: 'a change of zero changes nothing' })
        .meta({ not: { const: 0 } }),
      reason,
      reference,
    }),
    z.strictObject({ quantity, expectedQuantity: quantity, reason, reference }),
  ])
  .meta({ id: 'Adjustment', example: { delta: 25, reason: 'received', reference: 'PO-1042' } });
export type Adjustment = z.infer<typeof adjustment>;

// Responses

export const inventory = z
  .object({
    productId: id,
    sku,
    onHand: units,
    reserved: units,
    available: units,
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Inventory',
    example: {
      ...{ productId: examples.product, sku: 'MUG-BLUE-350', onHand: 100, reserved: 3, available: 97 },
      ...{ version: 2, createdAt: examples.at, updatedAt: examples.at },
    },
  });
export type Inventory = z.infer<typeof inventory>;
export const inventoryPage = page(inventory).meta({ id: 'InventoryPage' });

export const reservationStatus = z.enum([
  'reserved',
  'confirmed',
  'released',
  'rejected',
  'expired',
  'committed',
  'restocked',
]);
export const reservation = z
  .object({
    orderId: id,
    status: reservationStatus.meta({ description: '`restocked` where all of it is back on the shelf' }),
    lines: z.array(reservedLine),
    restocked: z
      .array(reservedLine)
      .optional()
      .meta({ description: 'What has come back on the shelf so far' }),
    shortages: z.array(shortage).optional(),
    expiresAt: instant.nullable(),
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Reservation',
    example: {
      ...{ orderId: examples.order, status: 'confirmed', expiresAt: null, version: 2 },
      lines: [{ productId: examples.product, sku: 'MUG-BLUE-350', quantity: 3 }],
      ...{ createdAt: examples.at, updatedAt: examples.at },
    },
  });
export type Reservation = z.infer<typeof reservation>;
