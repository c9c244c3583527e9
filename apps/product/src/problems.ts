/** What the product service refuses, beside what every service does. */
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';

export const problems = {
  'sku-taken': [409, 'Another product has this SKU', { isFinal: true }],
  'product-archived': [409, 'The product is archived'],
  'options-missing': [409, 'The product has no options', { isFinal: true }],
  'options-in-use': [409, 'A variant uses this option'],
  'variant-exists': [409, 'A variant with these choices exists', { isFinal: true }],
  'category-exists': [409, 'Another category has this key', { isFinal: true }],
  'category-cycle': [409, 'A category cannot be below itself'],
  'choices-invalid': [422, 'The choices do not match the options of the product'],
  'category-unknown': [422, 'Unknown parent category'],
  'product-unknown': [422, 'Unknown product'],
} as const satisfies Problems;

/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);
