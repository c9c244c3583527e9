/** The catalog: one row per product. */
import type { ProductEvents } from '@quickmart/contracts/product/events';
import { projection } from '@quickmart/projections';
import type { Product } from './api.ts';
import { attributeRows } from './attributes.ts';
import { type ProductRow, productAttributes, products } from './schema.ts';
import { searchText } from './search.ts';

type Changed = { version: number; at: number };

export const catalog = projection<ProductEvents, typeof products, typeof productAttributes>({
  name: 'products',
  category: 'product',
  table: products,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    ProductCreatedEvent: (_, { productId, price, ...details }, { version, at }) => ({
      id: productId,
      media: [],
      options: {},
      variantOf: null,
      choices: {},
      ...details,
      variants: [],
      priceAmount: price.amount,
      currency: price.currency,
      search: searchText(details),
      status: 'active',
      version,
      createdAt: at,
      updatedAt: at,
    }),
    ProductUpdatedEvent: (row, { changes }, event) =>
      row &&
      after({ ...row, search: searchText({ sku: row.sku, name: changes.name ?? row.name }) }, event, changes),
    ProductPriceChangedEvent: (row, { newPrice: { amount, currency } }, event) =>
      after(row, event, { priceAmount: amount, currency }),
    ProductArchivedEvent: (row, _, event) => after(row, event, { status: 'archived' }),
    ProductRestoredEvent: (row, _, event) => after(row, event, { status: 'active' }),
    ProductVariantAddedEvent: (row, { variantId, ...variant }, event) =>
      after(row, event, { variants: [...(row?.variants ?? []), { id: variantId, ...variant }] }),
  },
  details: {
    table: productAttributes,
    from: ['id', 'attributes', 'options', 'choices'],
    of: attributeRows,
  },
});

const after = (
  row: ProductRow | undefined,
  { version, at }: Changed,
  changes: object,
): ProductRow | undefined => row && Object.assign({}, row, changes, { version, updatedAt: at });

export const rowView = ({
  search: _,
  priceAmount,
  currency,
  createdAt,
  updatedAt,
  ...row
}: ProductRow): Product => ({
  ...row,
  status: row.status as Product['status'],
  price: { amount: priceAmount, currency },
  createdAt: new Date(createdAt).toISOString(),
  updatedAt: new Date(updatedAt).toISOString(),
});
