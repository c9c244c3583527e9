/** The tables of the product service's read models. */

import { limits } from '@quickmart/contracts/limits';
import type { Product } from '@quickmart/contracts/product';
import {
  bigint,
  char,
  defineTable,
  instant,
  integer,
  json,
  key,
  type RowOf,
  text,
  uuid,
} from '@quickmart/projections';

export const products = defineTable(
  'products',
  {
    id: uuid(),
    sku: key(limits.skuLength),
    name: text(limits.nameLength),
    description: text(limits.descriptionLength),
    category: text(limits.categoryLength).nullable(),
    attributes: json<Product['attributes']>(),
    priceAmount: bigint(),
    currency: char(3),
    status: key(16),
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
      ['sku', 'id'],
      ['priceAmount', 'id'],
      ['category', 'createdAt', 'id'],
      ['status', 'createdAt', 'id'],
    ],
  },
);
export type ProductRow = RowOf<typeof products>;
