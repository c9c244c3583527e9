/** Stock by file: what a line says, and what is answered. */
import { adjustmentReason } from '@quickmart/contracts/inventory/events';
import { id, sku, text, wholeNumber } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { limits } from '../limits.ts';

export const stockImportQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false').meta({ description: '`true`: nothing is written' }),
});

const quantity = wholeNumber('must be a whole number of pieces')
  .min(0)
  .max(limits.quantityMax)
  .meta({ description: 'A count: what is on hand' });
const delta = wholeNumber('must be a whole number of pieces')
  .min(-limits.quantityMax)
  .max(limits.quantityMax)
  .meta({ description: 'A difference to what is on hand; 0: none' });

/** Of one product, by its id or its SKU: either a count or a difference. */
export const stockImportLine = z
  .strictObject({
    productId: id.optional(),
    sku: sku.optional(),
    quantity: quantity.optional(),
    delta: delta.optional(),
    expectedQuantity: quantity.optional().meta({ description: 'The count holds only where this is on hand' }),
    reason: adjustmentReason.optional(),
    reference: text(limits.referenceLength, 1).optional(),
  })
  .refine((line) => line.productId !== undefined || line.sku !== undefined, {
    error: 'name the product by productId or sku',
  })
  .refine((line) => (line.quantity === undefined) !== (line.delta === undefined), {
    error: 'give either a quantity (a count) or a delta (a difference)',
  })
  .refine((line) => line.expectedQuantity === undefined || line.quantity !== undefined, {
    error: 'expectedQuantity goes with quantity',
  })
  .meta({ id: 'StockImportLine', example: { sku: 'MUG-BLUE-350', quantity: 80, reason: 'count' } });
export type StockImportLine = z.infer<typeof stockImportLine>;

/** What became of the line or record that begins on that line of the file. */
const stockImportResult = z
  .object({
    line: z.int().min(1),
    status: z.enum(['adjusted', 'unchanged', 'would-adjust', 'refused']),
    productId: id.optional(),
    sku: z.string().optional(),
    onHand: z.int().min(0).optional(),
    code: z.string().optional(),
    detail: z.string().optional(),
  })
  .meta({
    id: 'StockImportResult',
    example: { line: 2, status: 'adjusted', sku: 'MUG-BLUE-350', onHand: 80 },
  });
export type StockImportResult = z.infer<typeof stockImportResult>;

const count = z.int().min(0);
/** The last line of the answer. `complete`: the file was read to its end. In a dry run the counts are what would be. */
const stockImportSummary = z
  .object({
    status: z.literal('summary'),
    dryRun: z.boolean(),
    complete: z.boolean(),
    results: count,
    adjusted: count,
    unchanged: count,
    refused: count,
  })
  .meta({
    id: 'StockImportSummary',
    example: {
      status: 'summary',
      dryRun: false,
      complete: true,
      results: 1,
      adjusted: 1,
      unchanged: 0,
      refused: 0,
    },
  });
export type StockImportSummary = z.infer<typeof stockImportSummary>;

export const stockImportAnswer = z
  .union([stockImportResult, stockImportSummary])
  .meta({ id: 'StockImportAnswer', example: stockImportResult.meta()?.example });
