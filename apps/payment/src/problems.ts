/** What the payment service refuses, beside what every service does. */
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';

export const problems = {
  'signature-invalid': [400, 'Invalid signature'],
  'payment-not-refundable': [409, 'Nothing is left to refund'],
  'refund-too-large': [409, 'The refund is larger than what is left'],
  'currencies-mixed': [422, 'All amounts must have the same currency'],
} as const satisfies Problems;

/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);
