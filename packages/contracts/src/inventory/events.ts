/** What the inventory service publishes: about the stock of each product, and about one reservation per order. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { typedReason } from '../personal.ts';
import { examples, id, instant, shortage, sku } from '../shapes.ts';

export type InventoryEvents = StockItemEvents & ReservationEvents;

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
  z.object({ productId: id, sku, quantity: units, sourceEventId: id.nullable() }),
);
export const stockAdjusted = event(
  'StockAdjustedEvent',
  z.object({
    delta: z.int(),
    onHand: units,
    reason: adjustmentReason,
    reference: z.string().nullable(),
  }),
);
/** Stock of this item was reserved for an order. `reserved` is the total that is reserved now. */
export const stockAllocated = event(
  'StockAllocatedEvent',
  z.object({ orderId: id, quantity: z.int().min(1), reserved: units }),
);
export const stockDeallocated = event(
  'StockDeallocatedEvent',
  z.object({ orderId: id, quantity: z.int().min(1), reserved: units }),
);
/** Reserved stock of this item was dispatched. It is neither on hand nor reserved any more. */
export const stockWithdrawn = event(
  'StockWithdrawnEvent',
  z.object({ orderId: id, quantity: z.int().min(1), onHand: units, reserved: units }),
);
/** The available stock fell to the threshold or below. Reported once, until it is above the threshold again. */
export const lowStockDetected = event(
  'LowStockDetectedEvent',
  z.object({ sku, available: units, threshold: units }),
);
export const inventoryRemoved = event('InventoryRemovedEvent', z.object({ onHand: units }));

const stockItemEvents = {
  inventoryCreated,
  stockAdjusted,
  stockAllocated,
  stockDeallocated,
  stockWithdrawn,
  lowStockDetected,
  inventoryRemoved,
};
export type StockItemEvents = EventsOf<typeof stockItemEvents>;

// Events of a reservation (the aggregate id is the order id)

const lines = z.array(reservedLine);
export const stockReserved = event(
  'StockReservedEvent',
  z.object({ orderId: id, lines, expiresAt: instant }),
);
export const stockReservationRejected = event(
  'StockReservationRejectedEvent',
  z.object({ orderId: id, lines, shortages: z.array(shortage) }),
);
export const stockReservationConfirmed = event(
  'StockReservationConfirmedEvent',
  z.object({ orderId: id, lines }),
);
const released = z.object({ orderId: id, lines, reason: z.string() });
export const stockReservationReleased = event('StockReservationReleasedEvent', released) //
  .version(2, released.extend({ reason: typedReason }), (old) => old);
/** The reservation was not confirmed in time. The stock is available again. */
export const stockReservationExpired = event(
  'StockReservationExpiredEvent',
  z.object({ orderId: id, lines, reason: z.string() }),
);
/** Some lines of the order were cancelled: these units are available again, the rest stays reserved. */
export const stockReservationReduced = event(
  'StockReservationReducedEvent',
  z.object({ orderId: id, lines, cancellationId: id }),
);
const committed = z.object({ orderId: id, lines });
/** These lines of the order were dispatched. `shipmentId` is null in older events: they were all. */
export const stockCommitted = event('StockCommittedEvent', committed) //
  .version(2, committed.extend({ shipmentId: id.nullable() }), (old) => ({ ...old, shipmentId: null }));
/** Goods of a dispatched order are back in stock: these lines, by this return. Older events have no `returnId`. */
export const stockRestocked = event(
  'StockRestockedEvent',
  z.object({ orderId: id, lines, returnId: id.optional() }),
);

const reservationEvents = {
  stockReserved,
  stockReservationRejected,
  stockReservationConfirmed,
  stockReservationReleased,
  stockReservationReduced,
  stockReservationExpired,
  stockCommitted,
  stockRestocked,
};
export type ReservationEvents = EventsOf<typeof reservationEvents>;
