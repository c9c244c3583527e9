/** The product service: what it publishes, what it takes, what it shows. */
import { z } from 'zod';
import { type EventsOf, event } from './event.ts';
import { limits } from './limits.ts';
import { examples, id, instant, money, page, price, sku, text, version } from './shapes.ts';

const attributeName = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const attributeKey = z.string().regex(attributeName).max(limits.attributeKeyLength);
const attributes = z
  .record(attributeKey, z.union([text(limits.attributeValueLength), z.number(), z.boolean()]))
  .refine((value) => Object.keys(value).length <= limits.attributesMax, {
    error: `at most ${limits.attributesMax} attributes`,
  })
  .meta({
    id: 'Attributes',
    propertyNames: { pattern: attributeName.source, maxLength: limits.attributeKeyLength },
    maxProperties: limits.attributesMax,
    example: { colour: 'blue', volumeMl: 350 },
  });

const details = {
  name: text(limits.nameLength, 1).meta({ example: 'Blue mug' }),
  description: text(limits.descriptionLength).meta({ example: 'Stoneware, 350 ml' }),
  category: text(limits.categoryLength, 1).nullable().meta({ example: 'kitchen' }),
  attributes,
};

// Events

export const productCreated = event(
  'ProductCreatedEvent',
  1,
  z.object({ productId: id, sku, ...details, price: money }),
);
export const productUpdated = event(
  'ProductUpdatedEvent',
  1,
  z.object({ changes: z.object(details).partial() }),
);
export const productPriceChanged = event(
  'ProductPriceChangedEvent',
  1,
  z.object({ oldPrice: money, newPrice: money }),
);
export const productArchived = event('ProductArchivedEvent', 1, z.object({ reason: z.string().nullable() }));
export const productRestored = event('ProductRestoredEvent', 1, z.object({}));

export const productEvents = [
  productCreated,
  productUpdated,
  productPriceChanged,
  productArchived,
  productRestored,
] as const;
export type ProductEvents = EventsOf<typeof productEvents>;
export type ProductCreatedEvent = ProductEvents['ProductCreatedEvent'];

// Requests

export const createProduct = z
  .strictObject({
    sku,
    name: details.name,
    price,
    description: details.description.default(''),
    category: details.category.default(null),
    attributes: attributes.default({}),
  })
  .meta({
    id: 'CreateProduct',
    example: {
      sku: 'MUG-BLUE-350',
      name: 'Blue mug',
      price: { amount: 1299, currency: 'EUR' },
      category: 'kitchen',
      attributes: { colour: 'blue', volumeMl: 350 },
    },
  });
export type CreateProduct = z.infer<typeof createProduct>;

export const updateProduct = z
  .strictObject(details)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { error: 'name at least one field to change' })
  .meta({ id: 'UpdateProduct', minProperties: 1, example: { name: 'Blue mug, large' } });
export type UpdateProduct = z.infer<typeof updateProduct>;

export const changePrice = z
  .strictObject({ price })
  .meta({ id: 'ChangePrice', example: { price: { amount: 1499, currency: 'EUR' } } });

// Responses

export const productStatus = z.enum(['active', 'archived']);
export const product = z
  .object({
    id,
    sku,
    ...details,
    price: money,
    status: productStatus,
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Product',
    example: {
      ...{ id: examples.product, sku: 'MUG-BLUE-350', name: 'Blue mug', description: 'Stoneware, 350 ml' },
      ...{ category: 'kitchen', attributes: { colour: 'blue', volumeMl: 350 }, status: 'active', version: 1 },
      ...{ price: { amount: 1299, currency: 'EUR' }, createdAt: examples.at, updatedAt: examples.at },
    },
  });
export type Product = z.infer<typeof product>;
export const productPage = page(product).meta({ id: 'ProductPage' });

/** One line of an import's answer (NDJSON): what became of the line with that number. */
export const importResult = z
  .object({
    line: z.int().min(1),
    status: z.enum(['created', 'refused']),
    id: id.optional(),
    sku: z.string().optional(),
    code: z.string().optional(),
    detail: z.string().optional(),
  })
  .meta({ id: 'ImportResult', example: { line: 1, status: 'created', sku: 'MUG-BLUE-350' } });
export type ImportResult = z.infer<typeof importResult>;
