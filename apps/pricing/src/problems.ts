/** What the pricing service refuses, beside what every service does. */
import type { Fault } from '@quickmart/pricing';
import { errorsOf } from '@quickmart/service/openapi';
import { type Problems, type Refuse, refuseWith } from '@quickmart/service/problems';

export const problems = {
  'rule-invalid': [422, 'The rule cannot hold as it is'],
  'promotion-archived': [409, 'The promotion is archived'],
  'promotion-automatic': [409, 'The promotion is given without a code'],
  'coupon-taken': [409, 'There is a coupon with this code'],
  'product-unknown': [422, 'Unknown product'],
  'quote-too-large': [422, 'The quote is too large'],
} as const satisfies Problems;
/** In decisions. */
export const refuse: Refuse<typeof problems> = refuseWith;
/** In routes. */
export const errors = errorsOf(problems);

/** Refuses a rule with everything that is wrong with it. */
export function refuseFaults(faults: readonly Fault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  refuse('rule-invalid', `${first.pointer}: ${first.detail}${more}`, { errors: [...faults] });
}
