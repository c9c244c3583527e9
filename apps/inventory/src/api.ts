/** Requests and responses of the inventory service. */
import { adjustmentReason, reservedLine } from '@quickmart/contracts/inventory/events';
import { examples, id, instant, shortage, sku, text, version } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { limits } from './limits.ts';

const units = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

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
      productId: examples.product,
      sku: 'MUG-BLUE-350',
      onHand: 100,
      reserved: 3,
      available: 97,
      version: 2,
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type Inventory = z.infer<typeof inventory>;

const reservationStatus = z.enum([
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
    status: reservationStatus.meta({
      description:
        '`committed` where all of it has left the house, `restocked` where all of it is back on the shelf',
    }),
    lines: z.array(reservedLine).meta({ description: 'Without what was cancelled of it' }),
    sent: z.array(reservedLine).optional().meta({ description: 'What has left the house so far' }),
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
      orderId: examples.order,
      status: 'confirmed',
      expiresAt: null,
      version: 2,
      lines: [{ productId: examples.product, sku: 'MUG-BLUE-350', quantity: 3 }],
      createdAt: examples.at,
      updatedAt: examples.at,
    },
  });
export type Reservation = z.infer<typeof reservation>;
