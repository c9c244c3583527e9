/**
 * What leaves the house for an order, and what becomes of it. An order is sent in one shipment, or in several.
 *
 * A shipment is `in-transit` from its dispatch. It ends once: `delivered`, `lost`, or `returned` to the sender. Whoever runs
 * the warehouse gives it its id, and tells the order by commands: `POST /api/orders/{id}/ship`, `…/deliver`, `…/lost`,
 * `…/returned-to-sender`. The order alone decides: it never sends more than is left of it, and nothing after its
 * cancellation. A command about a shipment that is already so changes nothing, so it may be sent again.
 *
 * What is left to send, per product: ordered − cancelled − shipped. It becomes less by `ShipmentDispatchedEvent`,
 * `OrderLinesCancelledEvent` and `OrderCancelledEvent` (then nothing is left), and never more.
 */
import { z } from 'zod';
import { event } from '../event.ts';
import { examples, id, loggedMoney, quantity, sku } from '../shapes.ts';

/** So many units of a product: of those that an order has. */
export const units = z.object({ productId: id, sku, quantity });

export const shipmentStatus = z.enum(['in-transit', 'delivered', 'lost', 'returned']);

export const shipmentUnits = units.meta({
  id: 'ShipmentLine',
  example: { productId: examples.product, sku: 'MUG-BLUE-350', quantity: 1 },
});

/**
 * Goods have left. Asks the inventory to commit the stock of these lines, and the payment service to capture `capture`: what
 * was agreed on for them; the first shipment of an order also pays for the shipping.
 *
 * Of the time before, when an order was sent as a whole: `lines` and `capture` are null, they are all; `shipmentId` is null,
 * the shipment is named by the id of this event.
 */
export const shipmentDispatched = event(
  'ShipmentDispatchedEvent',
  z.object({ carrier: z.string(), tracking: z.string() }),
).version(
  2,
  z.object({
    shipmentId: id.nullable(),
    lines: z.array(units).nullable(),
    carrier: z.string().nullable(),
    tracking: z.string().nullable(),
    capture: loggedMoney.nullable(),
  }),
  (old) => ({ ...old, shipmentId: null, lines: null, capture: null }),
);

/** It has arrived. `shipmentId` is null in events of the time before: then it is the only one. */
export const shipmentDelivered = event('ShipmentDeliveredEvent', z.object({})).version(
  2,
  z.object({ shipmentId: id.nullable() }),
  () => ({ shipmentId: null }),
);

/**
 * The carrier has lost it. An `OrderReturnedEvent` refunds its lines: in the same append, or, while their money is being captured,
 * in the one that knows how that ended.
 */
export const shipmentLost = event('ShipmentLostEvent', z.object({ shipmentId: id }));

/** It was not delivered, and has come back. Its lines are refunded like those of a lost one, and restocked where `restock` says so. */
export const shipmentReturned = event('ShipmentReturnedEvent', z.object({ shipmentId: id })) //
  .version(2, z.object({ shipmentId: id, restock: z.boolean() }), (old) => ({ ...old, restock: false }));
