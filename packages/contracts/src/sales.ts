/** Sales: what was sold, per product and day. */
import { z } from 'zod';
import { examples, id, money, page, sku } from './shapes.ts';

export const day = z.iso.date().meta({ description: 'A day, UTC', example: '2026-11-21' });

export const sale = z
  .object({
    day,
    productId: id,
    sku,
    units: z
      .int()
      .min(0)
      .meta({ description: 'Pieces in orders that were not cancelled, on the day of the order' }),
    amount: money,
  })
  .meta({
    id: 'Sale',
    example: {
      ...{ day: '2026-11-21', productId: examples.product, sku: 'MUG-BLUE-350', units: 3 },
      amount: { amount: 3897, currency: 'EUR' },
    },
  });
export type Sale = z.infer<typeof sale>;
export const salePage = page(sale).meta({ id: 'SalePage' });
