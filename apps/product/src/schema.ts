/** The tables of the product service's read models. */

import {
  bigint,
  char,
  code,
  defineTable,
  instant,
  integer,
  json,
  key,
  type RowOf,
  text,
  uuid,
} from '@quickmart/projections';
import type { Product } from './api.ts';
import { limits } from './limits.ts';

export const products = defineTable(
  'products',
  {
    id: uuid(),
    sku: code(limits.skuLength),
    name: text(limits.nameLength),
    /** What it is searched by: see search.ts. */
    search: code(limits.searchTextLength),
    description: text(limits.descriptionLength),
    category: key(limits.categoryLength).nullable(),
    attributes: json<Product['attributes']>(),
    media: json<Product['media']>(),
    options: json<Product['options']>(),
    variants: json<Product['variants']>(),
    variantOf: uuid().nullable(),
    choices: json<Product['choices']>(),
    priceAmount: bigint(),
    currency: char(3),
    status: code(16),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  {
    primaryKey: 'id',
    unique: [['sku']],
    indexes: [
      ['createdAt', 'id'],
      ['updatedAt', 'id'],
      ['name', 'id'],
      ['priceAmount', 'id'],
      ['category', 'createdAt', 'id'],
      ['status', 'createdAt', 'id'],
      ['status', 'category'],
      ['variantOf', 'createdAt', 'id'],
    ],
  },
);
export type ProductRow = RowOf<typeof products>;

/** What a product can be found by: its attributes, the values of its options, and what a variant has chosen. */
export const productAttributes = defineTable(
  'product_attributes',
  { productId: uuid(), name: code(limits.attributeKeyLength), value: code(limits.attributeTermLength) },
  { primaryKey: ['productId', 'name', 'value'], indexes: [['name', 'value', 'productId']] },
);

export const categories = defineTable(
  'categories',
  {
    id: uuid(),
    key: key(limits.categoryLength),
    name: text(limits.nameLength),
    parentId: uuid().nullable(),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  {
    primaryKey: 'id',
    unique: [['key']],
    indexes: [
      ['name', 'id'],
      ['createdAt', 'id'],
    ],
  },
);
export type CategoryRow = RowOf<typeof categories>;

/** What of a product can be bought, as far as the list of products asks; `parentId`: the product that it is a variant of. */
export const productStock = defineTable(
  'product_stock',
  { productId: uuid(), parentId: uuid().nullable(), status: code(16), onHand: bigint(), reserved: bigint() },
  { primaryKey: 'productId' },
);
export type ProductStockRow = RowOf<typeof productStock>;

/** One row for each product that is in stock by this one: by itself, or as one of its variants. */
export const productsInStock = defineTable(
  'products_in_stock',
  { stockOf: uuid(), productId: uuid() },
  { primaryKey: ['stockOf', 'productId'], indexes: [['productId', 'stockOf']] },
);
