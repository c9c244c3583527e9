/** What is known of the products: enough to price a basket. */
import { limits } from '@quickmart/contracts/limits';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { taxClass } from '@quickmart/contracts/pricing/shapes';
import type { ProductEvents } from '@quickmart/contracts/product/events';
import {
  bigint,
  char,
  code,
  defineTable,
  integer,
  key,
  projection,
  type RowOf,
  text,
  uuid,
} from '@quickmart/projections';

export const catalogEntries = defineTable(
  'catalog_entries',
  {
    productId: uuid(),
    sku: code(limits.skuLength),
    name: text(limits.nameLength),
    category: key(pricingLimits.categoryLength).nullable(),
    priceAmount: bigint(),
    currency: char(3),
    taxClass: code(pricingLimits.wordLength),
    weight: integer(),
    status: code(16),
  },
  { primaryKey: 'productId', unique: [['sku']] },
);
export type CatalogRow = RowOf<typeof catalogEntries>;

type Attributes = ProductEvents['ProductCreatedEvent']['attributes'];

/** Products have no fields for these: the attributes `taxClass` and `weightGrams` are read, where they make sense. */
const traitsOf = (attributes: Attributes) => ({
  taxClass: taxClass.safeParse(attributes.taxClass).data ?? 'standard',
  weight: weightOf(attributes.weightGrams),
});

function weightOf(grams: unknown): number {
  if (typeof grams !== 'number' || !(grams > 0)) return 0;
  return Math.min(Math.round(grams), pricingLimits.weightMax);
}

export const catalog = projection<ProductEvents, typeof catalogEntries>({
  name: 'catalog',
  category: 'product',
  table: catalogEntries,
  key: ({ aggregateId }) => aggregateId,
  evolve: {
    // A product with options is sold by its variants, each of which is a product: it has no row here.
    ProductCreatedEvent: (_, { productId, sku, name, category, price, attributes, options = {} }) =>
      Object.keys(options).length > 0
        ? undefined
        : {
            productId,
            sku,
            name,
            category,
            priceAmount: price.amount,
            currency: price.currency,
            ...traitsOf(attributes),
            status: 'active',
          },
    ProductUpdatedEvent: (row, { changes: { name, category, attributes } }) =>
      row && {
        ...row,
        name: name ?? row.name,
        category: category === undefined ? row.category : category,
        ...(attributes && traitsOf(attributes)),
      },
    ProductPriceChangedEvent: (row, { newPrice: { amount, currency } }) =>
      row && { ...row, priceAmount: amount, currency },
    ProductArchivedEvent: (row) => row && { ...row, status: 'archived' },
    ProductRestoredEvent: (row) => row && { ...row, status: 'active' },
  },
});
