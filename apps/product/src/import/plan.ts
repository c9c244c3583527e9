/**
 * What an item of an import means for the catalog as it is: the events that follow, or a refusal. Nothing is written here,
 * so an import and its dry run say the same.
 */
import { isDeepStrictEqual } from 'node:util';
import { productArchived } from '@quickmart/contracts/product/events';
import type { CreateProduct, CreateVariant } from '../api.ts';
import { refuse } from '../problems.ts';
import { archive, changePrice, create, type ProductState, update } from '../product.ts';
import type { ChangeProduct } from './api.ts';

const asInFile = 'archived in the imported file';

/** With options it is archived together with its variants, when these are there. */
export const created = (id: string, input: CreateProduct, isArchived: boolean) => [
  ...create(id, input),
  ...(isArchived && isEmpty(input.options) ? [productArchived({ reason: asInFile })] : []),
];

const isEmpty = (options: object): boolean => Object.keys(options).length === 0;

/** What is said of it otherwise than it is. What is archived here and in the file stays as it is. */
export function changed(state: ProductState, { sku: _, price, ...rest }: ChangeProduct, isArchived: boolean) {
  if (isArchived && state?.status === 'archived') return [];
  const changes = Object.keys(rest).length > 0 ? update(state, rest) : [];
  return [
    ...changes,
    ...(price === undefined ? [] : changePrice(state, price)),
    ...(isArchived && state?.variantOf === null && isEmpty(state.options) ? archive(state) : []),
  ];
}

/** A variant is known by its SKU; what it is a variant of, and its choices, stay. */
export function changedVariant(
  state: ProductState,
  parentId: string,
  { choices, ...change }: CreateVariant,
  isArchived: boolean,
) {
  if (state?.variantOf !== parentId)
    refuse('sku-taken', 'the SKU is that of something else than a variant of this product');
  if (!isDeepStrictEqual(state.choices, choices))
    refuse('choices-invalid', 'the variant with this SKU has other choices, and keeps them');
  return changed(state, change as ChangeProduct, isArchived);
}
