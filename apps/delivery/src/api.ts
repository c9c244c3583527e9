/** Requests and responses of the delivery service. */
import { shipmentEnd, trackingNews } from '@quickmart/contracts/delivery/events';
import { shipmentUnits } from '@quickmart/contracts/order/shipments';
import { examples, id, instant, quantity, sku, text, version } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { limits } from './limits.ts';

const carrier = text(limits.carrierLength, 1);
const tracking = text(limits.trackingLength, 1);

// Requests

const packedLine = z
  .union([z.strictObject({ sku, quantity }), z.strictObject({ productId: id, quantity })])
  .meta({ id: 'PackedLine', example: { sku: 'MUG-BLUE-350', quantity: 1 } });
export const packShipment = z
  .strictObject({
    lines: z
      .array(packedLine)
      .min(1)
      .max(limits.linesMax)
      .optional()
      .meta({ description: 'All that is left to pick where it is left out' }),
    carrier: carrier.optional(),
    tracking: tracking.optional(),
  })
  .meta({ id: 'NewShipment', example: { lines: [{ sku: 'MUG-BLUE-350', quantity: 1 }] } });
export type PackShipment = z.infer<typeof packShipment>;

export const dispatchShipment = z
  .strictObject({
    carrier: carrier.optional(),
    tracking: tracking.optional().meta({
      description:
        'Left out, where the carrier is the one of the shop: it is booked there, and gives a number',
    }),
  })
  .meta({ id: 'ShipmentDispatch', example: { carrier: 'DHL', tracking: '00340434292135100186' } });

export const returnShipment = z
  .strictObject({ restock: z.boolean().default(false).meta({ description: 'Goes on the shelf again' }) })
  .meta({ id: 'ShipmentReturn', example: { restock: true } });

/** What carriers send, in our shape; another shape is a carrier of its own (carriers/). */
export const carrierEvent = z
  .strictObject({
    id: z
      .string()
      .max(limits.webhookIdLength)
      .regex(/^[\w.:-]+$/)
      .meta({ description: 'Of this message: told twice, it counts once' }),
    shipmentId: id.meta({ description: 'The reference that it was booked with' }),
    what: z.enum([...trackingNews.options, ...shipmentEnd.options]),
    place: text(limits.placeLength, 1).nullable().default(null),
    at: instant,
  })
  .meta({
    id: 'CarrierEvent',
    example: {
      id: 'evt-1',
      shipmentId: examples.event,
      what: 'delivered',
      place: 'Hamburg',
      at: examples.at,
    },
  });
export type CarrierEvent = z.infer<typeof carrierEvent>;

// Responses

export const shipmentStatus = z.enum(['packed', 'unpacked', 'in-transit', ...shipmentEnd.options]);
const told = z
  .object({ news: trackingNews, place: z.string().nullable(), at: instant })
  .meta({ id: 'TrackingNews', example: { news: 'moving', place: 'Hamburg', at: examples.at } });
export const shipmentShape = z
  .object({
    id,
    orderId: id,
    lines: z.array(shipmentUnits),
    status: shipmentStatus.meta({ description: '`returned`: to the sender, without being delivered' }),
    carrier: z.string().nullable(),
    tracking: z.string().nullable(),
    news: z.array(told).meta({ description: 'What the carrier has told, oldest first' }),
    restock: z.boolean().meta({ description: 'What has come back is on the shelf again' }),
    handedOverAt: instant.nullable(),
    endedAt: instant.nullable(),
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'DeliveryShipment',
    example: {
      id: examples.event,
      orderId: examples.order,
      lines: [shipmentUnits.meta()?.example],
      status: 'in-transit',
      carrier: 'DHL',
      tracking: '00340434292135100186',
      news: [told.meta()?.example],
      restock: false,
      handedOverAt: examples.at,
      endedAt: null,
      version: 2,
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type ShipmentView = z.infer<typeof shipmentShape>;

export const pickListStatus = z.enum(['to-pick', 'packed', 'done', 'cancelled']).meta({
  description: '`packed`: nothing is left to pick, and something is not sent yet. `cancelled`: the order was',
});
const units = z.int().min(0);
const pickLine = z
  .object({
    productId: id,
    sku,
    name: z.string(),
    ordered: units,
    cancelled: units,
    packed: units.meta({ description: 'In shipments that are not sent yet' }),
    sent: units,
    left: units.meta({ description: 'To be picked yet' }),
  })
  .meta({
    id: 'PickLine',
    example: {
      productId: examples.product,
      sku: 'MUG-BLUE-350',
      name: 'Blue mug',
      ordered: 3,
      cancelled: 0,
      packed: 1,
      sent: 1,
      left: 1,
    },
  });
export const pickListShape = z
  .object({
    id: id.meta({ description: 'That of the order' }),
    number: z.string().nullable().meta({ description: 'Of the order, for people' }),
    status: pickListStatus,
    lines: z.array(pickLine),
    shipments: z.array(id).meta({ description: 'Packed or sent' }),
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'PickList',
    example: {
      id: examples.order,
      number: 'QM-2026-000123',
      status: 'to-pick',
      lines: [pickLine.meta()?.example],
      shipments: [examples.event],
      version: 3,
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type PickListView = z.infer<typeof pickListShape>;
