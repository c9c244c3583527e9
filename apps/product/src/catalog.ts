/** The catalog: one row per product. */
import { bigint, char, code, instant, integer, json, key, tableOf, text, uuid } from '@quickmart/projections';
import type { Shown } from '@quickmart/service';
import type { Product } from './api.ts';
import { attributeRows } from './attributes.ts';
import { limits } from './limits.ts';
import { product } from './product.ts';
import { productAttributes } from './schema.ts';
import { searchText } from './search.ts';

export const products = tableOf(product, {
  name: 'products',
  columns: {
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
    status: code<Product['status']>(16),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  unique: [['sku']],
  sorts: ['createdAt', 'updatedAt', 'name', 'priceAmount'],
  indexes: [
    ['category', 'createdAt', 'id'],
    ['status', 'createdAt', 'id'],
    ['status', 'category'],
    ['variantOf', 'createdAt', 'id'],
  ],
  row: ({ price, ...state }) => ({
    ...state,
    priceAmount: price.amount,
    currency: price.currency,
    search: searchText(state),
  }),
  state: ({ priceAmount: amount, currency, ...row }) => ({
    ...row,
    price: { amount, currency },
    archiveReason: null,
  }),
  details: {
    table: productAttributes,
    from: ['id', 'attributes', 'options', 'choices'],
    of: attributeRows,
  },
});

export const productView = ({
  search: _,
  priceAmount: amount,
  currency,
  ...row
}: Shown<typeof products.table>): Product => ({ ...row, price: { amount, currency } });
