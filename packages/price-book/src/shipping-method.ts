/** A shipping method: what it costs in which zone. It goes by its key. */
import { limits } from '@quickmart/contracts/limits';
import type { ShippingMethodEvents } from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import type { Zone } from '@quickmart/contracts/pricing/rules';
import { code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import { category, put, removed, type Stamps } from './rule.ts';

type Status = 'active' | 'removed';
type Kept = ShippingMethodEvents['ShippingMethodSetEvent'] & Stamps & { status: Status };
export type ShippingMethodState = Kept | null;

export const shippingMethod = aggregate<ShippingMethodState, ShippingMethodEvents>({
  category,
  initial: null,
  evolve: {
    ShippingMethodSetEvent: (state, method, { at }) => put(method, state, at),
    ShippingMethodRemovedEvent: (state, _, { at }) => removed(state, at),
  },
});

export const shippingMethods = tableOf(shippingMethod, {
  name: 'shipping_methods',
  columns: {
    id: uuid(),
    key: code(pricingLimits.keyLength),
    name: text(limits.nameLength),
    zones: json<Zone[]>(),
    taxClass: code(pricingLimits.wordLength).nullable(),
    status: code<Status>(16),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt', 'key'],
  indexes: [['status', 'createdAt', 'id']],
});
