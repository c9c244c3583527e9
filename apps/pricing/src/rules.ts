/** What becomes of tax rates, shipping methods and price lists: each is put as a whole, under what it goes by, and removed. */
import { isDeepStrictEqual } from 'node:util';
import { namedId } from '@quickmart/contracts/named-id';
import {
  priceListRemoved,
  priceListSet,
  shippingMethodRemoved,
  shippingMethodSet,
  taxRateRemoved,
  taxRateSet,
} from '@quickmart/contracts/pricing/events';
import { timed } from '@quickmart/price-book';
import { type Fault, faultsOfPriceList, faultsOfSchedule, faultsOfShippingMethod } from '@quickmart/pricing';
import { refuse, refuseFaults } from './problems.ts';
import type { NewPriceList, NewShippingMethod, NewTaxRate } from './rules-api.ts';

/** Ids follow from what there is one rule of, so there cannot be two. */
const ruleId = (...key: readonly unknown[]): string =>
  namedId('b3d0a1e2-7c1f-4f6a-9a5e-6f0c2d9b8e41', JSON.stringify(key));

/** `keptOf`: as its state has it. Put again as it is, nothing happens. */
const putting =
  <Input, Kept extends object, Event>(
    keptOf: (input: Input) => Kept,
    faultsOf: (kept: Kept) => readonly Fault[],
    event: (input: Input) => Event,
  ) =>
  (state: object | null, input: Input): Event[] => {
    const kept = keptOf(input);
    refuseFaults(faultsOf(kept));
    const isSame = state !== null && isDeepStrictEqual({ ...state, ...kept, status: 'active' }, state);
    return isSame ? [] : [event(input)];
  };

const removing =
  <Event>(thing: string, event: (nothing: Record<never, never>) => Event) =>
  (state: { status: string } | null): Event[] =>
    (state ?? refuse('not-found', `there is no such ${thing}`)).status === 'removed' ? [] : [event({})];

export const taxRules = {
  idOf: ({ country, region, taxClass, name, ...rate }: NewTaxRate): string =>
    ruleId('tax-rate', country, region, taxClass, name, timed(rate).startsAt),
  put: putting(timed<NewTaxRate>, faultsOfSchedule, taxRateSet),
  remove: removing('tax rate', taxRateRemoved),
};
export const shippingRules = {
  idOf: ({ key }: NewShippingMethod): string => ruleId('shipping-method', key),
  put: putting((method: NewShippingMethod) => method, faultsOfShippingMethod, shippingMethodSet),
  remove: removing('shipping method', shippingMethodRemoved),
};
export const listRules = {
  idOf: ({ key }: NewPriceList): string => ruleId('price-list', key),
  put: putting(timed<NewPriceList>, faultsOfPriceList, priceListSet),
  remove: removing('price list', priceListRemoved),
};
