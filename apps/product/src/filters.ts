/** What the list of products is filtered by, and the conditions that follow. */
import { categoryKey } from '@quickmart/contracts/product/shapes';
import { id, money, sku, text } from '@quickmart/contracts/shapes';
import { among, between, type ReadModels } from '@quickmart/projections';
import { anyOf, integerParam, period } from '@quickmart/service';
import { z } from 'zod';
import { productStatus } from './api.ts';
import { attributeFilters } from './attributes.ts';
import { keysBelow } from './categories.ts';
import { searchFilters } from './search.ts';
import { stockFilter } from './stock.ts';

const minorUnits = integerParam(0).meta({ description: 'Minor units' }).optional();
const none = 'null';

export const productFilters = {
  id: anyOf(id).optional(),
  status: anyOf(productStatus)
    .default(['active'])
    .meta({ description: 'Archived products only where asked for: `archived`, or `active,archived`' }),
  category: categoryKey.optional(),
  subcategories: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'With `category`: also the products of all categories below it' }),
  sku: anyOf(sku).optional(),
  variantOf: anyOf(z.union([z.literal(none), id]))
    .refine((values) => values.length === 1 || !values.includes(none), { error: '`null` stands alone' })
    .meta({ description: 'Variants of this product, or of one of several; `null`: what is no variant' })
    .optional(),
  currency: anyOf(money.shape.currency).optional(),
  inStock: z.enum(['false', 'true']).optional().meta({
    description:
      'Whether any is available, of the product or of one of its variants that are on sale; as with the inventory, a moment later',
  }),
  search: text(100, 1).optional().meta({
    description: 'Words, or parts of words, of the name or the SKU: in any order and case, without accents',
  }),
  minPrice: minorUnits,
  maxPrice: minorUnits,
  ...period('created'),
  ...period('updated'),
};
type Query = z.output<z.ZodObject<typeof productFilters>>;

export async function filtersOf(readModels: ReadModels, query: Query) {
  const { variantOf, search } = query;
  const isAll = productStatus.options.every((status) => query.status.includes(status));
  return [
    among('id', query.id),
    isAll ? undefined : among('status', query.status),
    among('category', await categoriesOf(readModels, query)),
    variantOf?.[0] === none
      ? ({ column: 'variantOf', op: 'eq', value: null } as const)
      : among('variantOf', variantOf),
    among('sku', query.sku),
    among('currency', query.currency),
    stockFilter(query.inStock),
    ...(search === undefined ? [] : searchFilters(search)),
    ...between('priceAmount', query.minPrice, query.maxPrice),
    ...between('createdAt', query.createdFrom, query.createdTo),
    ...between('updatedAt', query.updatedFrom, query.updatedTo),
    ...attributeFilters(query),
  ];
}

async function categoriesOf(readModels: ReadModels, { category, subcategories }: Query) {
  if (category === undefined) return undefined;
  return subcategories === 'true' ? await keysBelow(readModels, category) : [category];
}
