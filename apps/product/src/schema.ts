/** The tables of the product service's read models, beside that of the products. */
import {
  bigint,
  code,
  defineTable,
  instant,
  integer,
  key,
  type RowOf,
  text,
  uuid,
} from '@quickmart/projections';
import { limits } from './limits.ts';

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
