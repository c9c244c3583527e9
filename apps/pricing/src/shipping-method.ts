/** A shipping method: what it costs in which zone. It goes by its key. */
import { isDeepStrictEqual } from 'node:util';
import { limits } from '@quickmart/contracts/limits';
import {
  type ShippingMethodEvents,
  shippingMethodRemoved,
  shippingMethodSet,
} from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import type { Zone } from '@quickmart/contracts/pricing/rules';
import { faultsOfShippingMethod } from '@quickmart/pricing';
import { code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import { refuse, refuseFaults } from './problems.ts';
import { category, ruleId } from './rule.ts';
import type { NewShippingMethod, ShippingMethod } from './rules-api.ts';

type Times = { createdAt: number; updatedAt: number };
type Existing = Omit<ShippingMethod, keyof Times | 'id' | 'version'> & Times;
export type ShippingMethodState = Existing | null;

export const shippingMethod = aggregate<ShippingMethodState, ShippingMethodEvents>({
  category,
  initial: null,
  evolve: {
    ShippingMethodSetEvent: (state, method, { at }) => ({
      ...method,
      status: 'active',
      createdAt: state?.createdAt ?? at,
      updatedAt: at,
    }),
    ShippingMethodRemovedEvent: (state, _, { at }) => state && { ...state, status: 'removed', updatedAt: at },
  },
});

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

export const shippingMethods = tableOf(shippingMethod, {
  name: 'shipping_methods',
  columns: {
    id: uuid(),
    key: code(pricingLimits.keyLength),
    name: text(limits.nameLength),
    zones: json<Zone[]>(),
    taxClass: code(pricingLimits.wordLength).nullable(),
    status: code<ShippingMethod['status']>(16),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt', 'key'],
  indexes: [['status', 'createdAt', 'id']],
});
