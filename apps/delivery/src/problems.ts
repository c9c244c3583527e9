/** What the delivery service refuses, beside what every service does. */
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';
import { z } from 'zod';

export const problems = {
  'signature-invalid': [400, 'Invalid signature'],
  'pick-list-closed': [409, 'The order is cancelled'],
  'nothing-left': [409, 'Nothing is left to pick'],
  'shipment-not-packed': [409, 'The shipment is not packed'],
  'shipment-not-in-transit': [409, 'The shipment is not in transit'],
  'dispatch-refused': [409, 'The order does not send it', { members: { reason: z.string().optional() } }],
  'not-left': [422, 'More is meant than is left of the order'],
  'carrier-refused': [422, 'The carrier does not take it'],
} as const satisfies Problems;
/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);
