/** Requests and responses of the product service. Those of the import are in import/api.ts. */
import {
  attributes,
  categoryKey,
  categoryName,
  choices,
  details,
  media,
  options,
  parentId,
} from '@quickmart/contracts/product/shapes';
import { examples, id, instant, money, price, sku, version } from '@quickmart/contracts/shapes';
import { z } from 'zod';

const variantId = '019a0000-0000-7000-8000-000000000006';
const categoryId = '019a0000-0000-7000-8000-000000000005';

// Requests about products

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

/** Fields that are left out are taken from the product that it is a variant of. */
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

// Responses about products

export const productStatus = z.enum(['active', 'archived']);
const variant = z.object({ id, sku, choices }).meta({
  id: 'Variant',
  example: { id: variantId, sku: 'TEE-M-BLUE', choices: { size: 'M', colour: 'blue' } },
});
export const product = z
  .object({
    id,
    sku,
    ...details,
    price: money,
    status: productStatus,
    media,
    options,
    variants: z.array(variant),
    variantOf: id.nullable().meta({ description: 'The product with the options; null: this is no variant' }),
    choices,
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({
    id: 'Product',
    example: {
      id: examples.product,
      sku: 'MUG-BLUE-350',
      name: 'Blue mug',
      description: 'Stoneware, 350 ml',
      category: 'kitchen',
      attributes: { colour: 'blue', volumeMl: 350 },
      status: 'active',
      version: 1,
      price: { amount: 1299, currency: 'EUR' },
      createdAt: examples.at,
      updatedAt: examples.at,
      media: [],
      options: {},
      variants: [],
      variantOf: null,
      choices: {},
    },
  });
export type Product = z.infer<typeof product>;

// Requests about categories

export const createCategory = z
  .strictObject({ key: categoryKey, name: categoryName, parentId: parentId.default(null) })
  .meta({ id: 'NewCategory', example: { key: 'kitchen', name: 'Kitchen & Dining', parentId: null } });
export type CreateCategory = z.infer<typeof createCategory>;

export const updateCategory = z
  .strictObject({ name: categoryName, parentId })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { error: 'name at least one field to change' })
  .meta({ id: 'CategoryChanges', minProperties: 1, example: { name: 'Kitchen' } });
export type UpdateCategory = z.infer<typeof updateCategory>;

// Responses about categories

const fields = {
  id,
  key: categoryKey,
  name: categoryName,
  parentId,
  version: version.meta({ description: 'Version of the tree when this category was last changed' }),
  createdAt: instant,
  updatedAt: instant,
};
const example = {
  id: categoryId,
  key: 'kitchen',
  name: 'Kitchen & Dining',
  parentId: null,
  version: 1,
  createdAt: examples.at,
  updatedAt: examples.at,
};
export const category = z.object(fields).meta({ id: 'Category', example });
export type Category = z.infer<typeof category>;

const products = z.int().min(0);
export const countedCategory = z
  .object({
    ...fields,
    products: products.meta({ description: 'Active products of this category' }),
    productsBelow: products.meta({ description: 'Active products of this category and of all below it' }),
  })
  .meta({ id: 'CountedCategory', example: { ...example, products: 12, productsBelow: 40 } });
export type CountedCategory = z.infer<typeof countedCategory>;
