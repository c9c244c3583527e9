/** What the order service refuses, beside what every service does. */
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';

export const problems = {
  'order-not-cancellable': [409, 'The order can no longer be cancelled', { isFinal: true }],
  'lines-not-cancellable': [409, 'Nothing of the order can be cancelled now'],
  'order-not-payable': [409, 'The order does not wait for a payment method'],
  'order-not-shippable': [409, 'The order cannot be shipped now'],
  'order-not-deliverable': [409, 'The order is not in transit'],
  'order-not-returnable': [409, 'The order cannot be returned now'],
  'order-needs-no-attention': [409, 'The order needs no attention'],
  'not-left': [422, 'More is meant than is left of the order'],
  'not-ordered': [422, 'More is returned than was ordered', { isFinal: true }],
  'quote-refused': [422, 'The order cannot be priced as it was asked for'],
  'total-changed': [409, 'The order costs something else now'],
  'product-unknown': [422, 'Unknown product'],
  'currencies-mixed': [422, 'All amounts must have the same currency'],
  'order-too-large': [422, 'The order is too large'],
} as const satisfies Problems;

/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);
