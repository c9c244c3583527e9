/** What the delivery service publishes: what is to be picked for an order, and what becomes of its shipments. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { id, instant, quantity, sku } from '../shapes.ts';

const shippedLine = z.object({ productId: id, sku, quantity });
export type ShippedLine = z.infer<typeof shippedLine>;
const lines = z.array(shippedLine);

// The pick list of an order has its id

/** The order is confirmed. `number` is that of the order, for people; null: an older order, which has none. */
export const pickListOpened = event(
  'PickListOpenedEvent',
  z.object({ number: z.string().nullable(), lines: z.array(shippedLine.extend({ name: z.string() })) }),
);
/** Lines of the order were cancelled. */
export const pickListReduced = event('PickListReducedEvent', z.object({ lines }));
/** The order was cancelled. */
export const pickListClosed = event('PickListClosedEvent', z.object({}));
/** These units are in a shipment now. */
export const pickListPacked = event('PickListPackedEvent', z.object({ shipmentId: id, lines }));
/** The shipment was unpacked: its units are to be picked again. */
export const pickListPutBack = event('PickListPutBackEvent', z.object({ shipmentId: id }));
/** The shipment has left. `lines` are what the order has sent in it. */
export const pickListSent = event('PickListSentEvent', z.object({ shipmentId: id, lines }));

const pickListEvents = {
  pickListOpened,
  pickListReduced,
  pickListClosed,
  pickListPacked,
  pickListPutBack,
  pickListSent,
};
export type PickListEvents = EventsOf<typeof pickListEvents>;

// Shipments

const how = { carrier: z.string().nullable(), tracking: z.string().nullable() };
export const shipmentPacked = event('ShipmentPackedEvent', z.object({ orderId: id, lines, ...how }));
export const shipmentUnpacked = event('ShipmentUnpackedEvent', z.object({}));
/** The carrier has taken the order for it, and given it a number. */
export const shipmentBooked = event(
  'ShipmentBookedEvent',
  z.object({ carrier: z.string(), tracking: z.string() }),
);
/** The order has sent it, so the carrier has it: in the same append as `PickListSentEvent`. */
export const shipmentHandedOver = event('ShipmentHandedOverEvent', z.object({ orderId: id, lines, ...how }));

export const trackingNews = z.enum(['accepted', 'moving', 'out-for-delivery', 'delayed']);
/** The carrier has told where it is. `at`: when it was there. */
export const shipmentTracked = event(
  'ShipmentTrackedEvent',
  z.object({ news: trackingNews, place: z.string().nullable(), at: instant }),
);

export const shipmentEnd = z.enum(['delivered', 'lost', 'returned']);
export type ShipmentEnd = z.infer<typeof shipmentEnd>;
/**
 * `returned`: to the sender, without being delivered; `restock`: the goods go on the shelf again. `by`: who has told. The order notes
 * it, and refunds what was lost or returned, unless it has told it itself.
 */
export const shipmentEnded = event(
  'ShipmentEndedEvent',
  z.object({
    orderId: id,
    status: shipmentEnd,
    restock: z.boolean(),
    by: z.enum(['staff', 'carrier', 'order']),
  }),
);

const shipmentEvents = {
  shipmentPacked,
  shipmentUnpacked,
  shipmentBooked,
  shipmentHandedOver,
  shipmentTracked,
  shipmentEnded,
};
export type ShipmentEvents = EventsOf<typeof shipmentEvents>;
