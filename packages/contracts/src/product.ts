/** The product service: what it publishes, what it takes, what it shows. The categories are in category.ts. */
import { z } from 'zod';
import { categoryKey } from './category.ts';
import { type EventsOf, event } from './event.ts';
import { limits } from './limits.ts';
import { examples, id, instant, loggedMoney, money, page, price, sku, text, version } from './shapes.ts';

export const attributeName = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const attributeKey = z.string().regex(attributeName).max(limits.attributeKeyLength);
const named = <Value extends z.ZodType>(value: Value, max: number, what: string) =>
  z
    .record(attributeKey, value)
    .refine((record) => Object.keys(record).length <= max, { error: `at most ${max} ${what}` })
    .meta({
      propertyNames: { pattern: attributeName.source, maxLength: limits.attributeKeyLength },
      maxProperties: max,
    });

const attributeValue = z.union([text(limits.attributeValueLength), z.number(), z.boolean()]);
export const attributes = named(attributeValue, limits.attributesMax, 'attributes').meta({
  id: 'Attributes',
  example: { colour: 'blue', volumeMl: 350 },
});

/** The characters of RFC 3986, so that every client reads the address in the same way. */
const mediaUrl = z
  .string()
  .regex(/^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#][A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]*)?$/, {
    error: 'must be an http or https URL',
  })
  .max(limits.mediaUrlLength);
const medium = z
  .strictObject({
    url: mediaUrl.meta({ example: 'https://cdn.example.com/mug-blue.jpg' }),
    alt: text(limits.mediaAltLength).meta({ description: 'What is to be seen; empty: an ornament' }),
  })
  .meta({ id: 'Medium', example: { url: 'https://cdn.example.com/mug-blue.jpg', alt: 'A blue mug' } });
const media = z
  .array(medium)
  .max(limits.mediaMax)
  .meta({ description: 'Images and the like, the first one first' });

const optionValue = text(limits.optionValueLength, 1);
const optionValues = z
  .array(optionValue)
  .min(1)
  .max(limits.optionValuesMax)
  .refine((values) => new Set(values).size === values.length, { error: 'each value once' })
  .meta({ uniqueItems: true });
/** What the variants of a product differ in. A product with options is not sold itself, its variants are. */
const options = named(optionValues, limits.optionsMax, 'options').meta({
  id: 'Options',
  example: { size: ['S', 'M', 'L'], colour: ['blue', 'white'] },
});
/** One value for each of the options. */
const choices = named(optionValue, limits.optionsMax, 'choices').meta({
  id: 'Choices',
  example: { size: 'M', colour: 'blue' },
});
export type Options = z.infer<typeof options>;
export type Choices = z.infer<typeof choices>;

const details = {
  name: text(limits.nameLength, 1).meta({ example: 'Blue mug' }),
  description: text(limits.descriptionLength).meta({ example: 'Stoneware, 350 ml' }),
  category: categoryKey.nullable(),
  attributes,
};

// Events. What is optional came later than the first logs.

export const productCreated = event(
  'ProductCreatedEvent',
  1,
  z.object({
    ...{ productId: id, sku, ...details, price: loggedMoney },
    ...{ media: media.exactOptional(), options: options.exactOptional() },
    variantOf: id.exactOptional(),
    choices: choices.exactOptional(),
  }),
);
export const productUpdated = event(
  'ProductUpdatedEvent',
  1,
  z.object({ changes: z.object({ ...details, media, options }).partial() }),
);
export const productPriceChanged = event(
  'ProductPriceChangedEvent',
  1,
  z.object({ oldPrice: loggedMoney, newPrice: loggedMoney }),
);
export const productArchived = event('ProductArchivedEvent', 1, z.object({ reason: z.string().nullable() }));
export const productRestored = event('ProductRestoredEvent', 1, z.object({}));
/** Of the product that has the options, together with the creation of the variant. */
export const productVariantAdded = event(
  'ProductVariantAddedEvent',
  1,
  z.object({ variantId: id, sku, choices }),
);

export const productEvents = [
  productCreated,
  productUpdated,
  productPriceChanged,
  productArchived,
  productRestored,
  productVariantAdded,
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
    media: media.default([]),
    options: options.default({}),
  })
  .meta({
    id: 'NewProduct',
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
  .strictObject({ ...details, media, options })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { error: 'name at least one field to change' })
  .meta({ id: 'ProductChanges', minProperties: 1, example: { name: 'Blue mug, large' } });
export type UpdateProduct = z.infer<typeof updateProduct>;

export const changePrice = z
  .strictObject({ price })
  .meta({ id: 'NewPrice', example: { price: { amount: 1499, currency: 'EUR' } } });

/** What is left out is as with the product that it is a variant of. */
export const createVariant = z
  .strictObject({
    sku,
    choices,
    ...z
      .object({ ...details, media, price })
      .omit({ category: true })
      .partial().shape,
  })
  .meta({ id: 'NewVariant', example: { sku: 'TEE-M-BLUE', choices: { size: 'M', colour: 'blue' } } });
export type CreateVariant = z.infer<typeof createVariant>;

// Responses

export const productStatus = z.enum(['active', 'archived']);
const variant = z.object({ id, sku, choices }).meta({
  id: 'Variant',
  example: { id: examples.variant, sku: 'TEE-M-BLUE', choices: { size: 'M', colour: 'blue' } },
});
export const product = z
  .object({
    ...{ id, sku, ...details, price: money, status: productStatus, media, options },
    variants: z.array(variant),
    variantOf: id.nullable().meta({ description: 'The product with the options; null: this is no variant' }),
    choices,
    ...{ version, createdAt: instant, updatedAt: instant },
  })
  .meta({
    id: 'Product',
    example: {
      ...{ id: examples.product, sku: 'MUG-BLUE-350', name: 'Blue mug', description: 'Stoneware, 350 ml' },
      ...{ category: 'kitchen', attributes: { colour: 'blue', volumeMl: 350 }, status: 'active', version: 1 },
      ...{ price: { amount: 1299, currency: 'EUR' }, createdAt: examples.at, updatedAt: examples.at },
      ...{ media: [], options: {}, variants: [], variantOf: null, choices: {} },
    },
  });
export type Product = z.infer<typeof product>;
export const productPage = page(product).meta({ id: 'ProductPage' });
