/** Limits of the product service. Units are in the names; a `…Length` is in characters (code points). */
import { limits as shared } from '@quickmart/contracts/limits';
import { productLimits } from '@quickmart/contracts/product/limits';

export const limits = {
  ...shared,
  ...productLimits,
  variantsMax: 250,
  categoriesMax: 2000,
  /** What a list can be filtered by at once. */
  attributeFiltersMax: 10,
  /** UTF-16 units of what a product is searched by: its SKU and its name, folded. */
  searchTextLength: 1000,
  /** Longest value in the index of attributes; longer ones are found by their digest. */
  attributeTermLength: 100,
} as const;
