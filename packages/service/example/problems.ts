/** What the example refuses, beside what every service does. */
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';

export const problems = {
  'colour-invisible': [409, 'Mugs stay visible'],
  'name-taken': [409, 'Another mug has this name', { isFinal: true }],
} as const satisfies Problems;

/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);
