/** The import of products: what it takes beside single products, and what it answers. */
import { currency, id, price, sku } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import { createProduct, createVariant, updateProduct } from '../api.ts';
import { limits } from '../limits.ts';

const isTrue = z.enum(['true', 'false']).default('false');
export const importQuery = z.strictObject({
  format: z
    .enum(['quickmart', 'shopify', 'woocommerce', 'olist'])
    .default('quickmart')
    .meta({ description: 'Whose export the file is: see docs/import.md' }),
  mode: z
    .enum(['create', 'upsert'])
    .default('create')
    .meta({ description: '`upsert`: a known SKU is changed instead of refused' }),
  dryRun: isTrue.meta({ description: '`true`: nothing is written' }),
  currency: currency.optional().meta({
    description: 'Of the prices of a foreign file, which does not name it. Without: EUR; Olist: BRL',
  }),
  amount: z
    .string()
    .regex(/^\d{1,10}$/, { error: 'must be a whole number' })
    .transform(Number)
    .pipe(z.int().min(0).max(limits.priceMax))
    .optional()
    .meta({ description: 'Minor units: the price of what has none in a foreign file' }),
});
export type ImportQuery = z.infer<typeof importQuery>;

/** A variant in a file names its product by SKU, whose line comes before. */
const importedVariant = createVariant.extend({ variantOf: sku }).meta({
  id: 'ImportedVariant',
  example: { sku: 'TEE-M-BLUE', variantOf: 'TEE', choices: { size: 'M', colour: 'blue' } },
});
/** With `mode=upsert`: what is left out stays as it is. */
export const changeProduct = z
  .strictObject({ sku, price: price.optional(), ...updateProduct.shape })
  .meta({ id: 'ChangeImported', example: { sku: 'MUG-BLUE-350', name: 'Blue mug, large' } });
export type ChangeProduct = z.infer<typeof changeProduct>;
export const importedProduct = z
  .union([createProduct, importedVariant, changeProduct])
  .meta({ id: 'ImportedProduct', example: createProduct.meta()?.example });

/** One line of the answer (NDJSON): what became of the line or record that begins on that line of the file. */
export const importResult = z
  .object({
    line: z.int().min(1),
    status: z.enum(['created', 'updated', 'unchanged', 'would-create', 'would-update', 'refused']),
    id: id.optional(),
    sku: z.string().optional(),
    code: z.string().optional(),
    detail: z.string().optional(),
  })
  .meta({ id: 'ImportResult', example: { line: 1, status: 'created', sku: 'MUG-BLUE-350' } });
export type ImportResult = z.infer<typeof importResult>;

const count = z.int().min(0);
const priceRange = z
  .object({ currency: z.string(), count, lowest: count, highest: count, shown: z.string() })
  .meta({
    id: 'PriceRange',
    example: { currency: 'EUR', count: 1, lowest: 1299, highest: 1299, shown: '12.99 EUR to 12.99 EUR' },
  });
/** The last line of the answer. `complete`: the file was read to its end. In a dry run the counts are what would be. */
const importSummary = z
  .object({
    status: z.literal('summary'),
    dryRun: z.boolean(),
    complete: z.boolean(),
    results: count,
    created: count,
    updated: count,
    unchanged: count,
    refused: count,
    prices: z.array(priceRange),
    warnings: z.array(z.string()),
  })
  .meta({
    id: 'ImportSummary',
    example: {
      status: 'summary',
      dryRun: false,
      complete: true,
      results: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      refused: 0,
      prices: [priceRange.meta()?.example],
      warnings: [],
    },
  });
export type ImportSummary = z.infer<typeof importSummary>;

export const importAnswer = z
  .union([importResult, importSummary])
  .meta({ id: 'ImportAnswer', example: importResult.meta()?.example });
