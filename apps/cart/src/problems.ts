/** What the cart service refuses, beside what every service does. */
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';
import { z } from 'zod';

export const problems = {
  'product-unknown': [422, 'Unknown product'],
  'cart-full': [409, 'The cart is full'],
  'cart-empty': [409, 'There is nothing in the cart'],
  'cart-ordered': [409, 'The cart was ordered', { members: { orderId: z.string().optional() } }],
  'checkout-running': [409, 'A checkout of the cart is under way'],
  'cart-not-ready': [409, 'Not all of the cart can be ordered'],
  'order-refused': [422, 'The order was refused', { members: { reason: z.string().optional() } }],
} as const satisfies Problems;
export const refuse: Refuse<typeof problems> = refuseWith;
export const errors = errorsOf(problems);
