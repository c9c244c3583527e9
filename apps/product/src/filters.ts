/** What the list of products is filtered by, and the conditions that follow. */
import { categoryKey } from '@quickmart/contracts/product/shapes';
import { id, money, sku, text } from '@quickmart/contracts/shapes';
import { among, type ReadModels } from '@quickmart/projections';
import { anyOf, atLeast, atMost, filter, integerParam, period } from '@quickmart/service';
import { z } from 'zod';
import { productStatus } from './api.ts';
import { keysBelow } from './categories.ts';
import { searchFilters } from './search.ts';
import { stockFilter } from './stock.ts';

const minorUnits = integerParam(0).meta({ description: 'Minor units' });
const none = 'null';

export const productFilters = (readModels: ReadModels) => ({
  id: anyOf(id),
  status: filter(
    anyOf(productStatus)
      .default(['active'])
      .meta({ description: 'Archived products only where asked for: `archived`, or `active,archived`' }),
    (given) => (productStatus.options.every((one) => given.includes(one)) ? [] : among('status', given)),
  ),
  category: filter(categoryKey, async (key, { subcategories }) =>
    among('category', subcategories === 'true' ? await keysBelow(readModels, key) : [key]),
  ),
  subcategories: filter(
    z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: 'With `category`: also the products of all categories below it' }),
    () => [],
  ),
  sku: anyOf(sku),
  variantOf: filter(
    anyOf(z.union([z.literal(none), id]))
      .refine((values) => values.length === 1 || !values.includes(none), { error: '`null` stands alone' })
      .meta({ description: 'Variants of this product, or of one of several; `null`: what is no variant' }),
    (ids) => (ids[0] === none ? { column: 'variantOf', op: 'eq', value: null } : among('variantOf', ids)),
  ),
  currency: anyOf(money.shape.currency),
  inStock: filter(
    z.enum(['false', 'true']).meta({
      description:
        'Whether any is available, of the product or of one of its variants that are on sale; as with the inventory, a moment later',
    }),
    stockFilter,
  ),
  search: filter(
    text(100, 1).meta({
      description: 'Words, or parts of words, of the name or the SKU: in any order and case, without accents',
    }),
    searchFilters,
  ),
  minPrice: atLeast('priceAmount', minorUnits),
  maxPrice: atMost('priceAmount', minorUnits),
  ...period('created'),
  ...period('updated'),
});
