/** Requests about an order that is placed: cancel it, send it, take it back. */
import { statedCode } from '@quickmart/contracts/order/cancelling';
import { examples, id, text } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { limits } from './limits.ts';
import { lineOf, paymentMethod } from './placing-api.ts';

const note = text(limits.reasonLength, 1);
const why = {
  code: statedCode.default('customer-request'),
  note: note.optional().meta({ description: 'In words; it is personal data of the customer' }),
};
export const cancelOrder = z
  .strictObject({ ...why, reason: note.optional().meta({ description: 'As `note`', deprecated: true }) })
  .meta({ id: 'Cancellation', example: { code: 'customer-request', note: 'ordered twice' } });
export type CancelOrder = z.infer<typeof cancelOrder>;

export const payOrder = z
  .strictObject({ paymentMethod })
  .meta({ id: 'AnotherPaymentMethod', example: { paymentMethod: 'pm_card_visa' } });
export type PayOrder = z.infer<typeof payOrder>;

const someLines = z.array(lineOf).min(1).max(limits.orderLinesMax);
export const cancelLines = z.strictObject({ lines: someLines, ...why }).meta({
  id: 'LineCancellation',
  example: { lines: [{ sku: 'MUG-BLUE-350', quantity: 1 }], code: 'out-of-stock' },
});
export type CancelLines = z.infer<typeof cancelLines>;

const shipmentId = id.meta({ description: 'Of the caller; sent again with the same one, nothing happens' });
export const shipOrder = z
  .strictObject({
    shipmentId: shipmentId.optional(),
    lines: someLines.optional().meta({ description: 'All that is left where it is left out' }),
    carrier: text(limits.carrierLength, 1).optional(),
    tracking: text(limits.trackingLength, 1).optional(),
  })
  .meta({ id: 'Dispatch', example: { carrier: 'DHL', tracking: '00340434292135100186' } });
export type ShipOrder = z.infer<typeof shipOrder>;

export const deliverOrder = z
  .strictObject({
    shipmentId: id.optional().meta({ description: 'All that is on its way where it is left out' }),
  })
  .meta({ id: 'Delivery', example: { shipmentId: examples.event } });
export type DeliverOrder = z.infer<typeof deliverOrder>;

export const loseShipment = z
  .strictObject({ shipmentId: id })
  .meta({ id: 'Loss', example: { shipmentId: examples.event } });
export type LoseShipment = z.infer<typeof loseShipment>;

const restock = z.boolean().default(false).meta({ description: 'Whether it goes back on the shelf' });
export const shipmentBack = loseShipment
  .extend({ restock })
  .meta({ id: 'ReturnToSender', example: { shipmentId: examples.event, restock: true } });
export type ShipmentBack = z.infer<typeof shipmentBack>;

export const returnOrder = z
  .strictObject({
    lines: someLines.optional().meta({
      description: 'What has come back; all that has arrived and has not come back where it is left out',
    }),
    restock,
  })
  .meta({ id: 'GoodsReturn', example: { lines: [{ sku: 'MUG-BLUE-350', quantity: 1 }], restock: true } });
export type ReturnOrder = z.infer<typeof returnOrder>;

export const resolveAttention = z
  .strictObject({ note: text(limits.reasonLength, 1) })
  .meta({ id: 'AttentionNote', example: { note: 'paid by bank transfer' } });
