/** What the inventory service refuses, beside what every service does. */
import { shortage } from '@quickmart/contracts/shapes';
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';
import { z } from 'zod';

export const problems = {
  'sku-taken': [409, 'Another product has this SKU', { isFinal: true }],
  'out-of-stock': [409, 'Not enough stock', { members: { shortages: z.array(shortage).optional() } }],
  'stock-changed': [409, 'The stock has changed'],
  'stock-reserved': [409, 'Stock is reserved by open orders'],
  'inventory-exists': [409, 'The product already has an inventory'],
  'product-unknown': [422, 'Unknown product'],
} as const satisfies Problems;

/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);
