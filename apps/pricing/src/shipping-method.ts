/** What becomes of a shipping method. */
import { isDeepStrictEqual } from 'node:util';
import { shippingMethodRemoved, shippingMethodSet } from '@quickmart/contracts/pricing/events';
import type { ShippingMethodState } from '@quickmart/price-book';
import { faultsOfShippingMethod } from '@quickmart/pricing';
import { refuse, refuseFaults } from './problems.ts';
import { ruleId } from './rule.ts';
import type { NewShippingMethod } from './rules-api.ts';

export const shippingMethodId = ({ key }: { key: string }): string => ruleId('shipping-method', key);

export function set(state: ShippingMethodState, input: NewShippingMethod) {
  refuseFaults(faultsOfShippingMethod(input));
  if (state !== null && isDeepStrictEqual({ ...state, ...input, status: 'active' }, state)) return [];
  return [shippingMethodSet(input)];
}

export const remove = (state: ShippingMethodState) =>
  (state ?? refuse('not-found', 'there is no such shipping method')).status === 'removed'
    ? []
    : [shippingMethodRemoved({})];
