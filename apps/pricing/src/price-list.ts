/** What becomes of a price list. */
import { isDeepStrictEqual } from 'node:util';
import { priceListRemoved, priceListSet } from '@quickmart/contracts/pricing/events';
import { type PriceListState, timed } from '@quickmart/price-book';
import { faultsOfPriceList } from '@quickmart/pricing';
import { refuse, refuseFaults } from './problems.ts';
import { ruleId } from './rule.ts';
import type { NewPriceList } from './rules-api.ts';

export const priceListId = ({ key }: { key: string }): string => ruleId('price-list', key);

export function set(state: PriceListState, input: NewPriceList) {
  refuseFaults(faultsOfPriceList(timed(input)));
  if (state !== null && isDeepStrictEqual({ ...state, ...timed(input), status: 'active' }, state)) return [];
  return [priceListSet(input)];
}

export const remove = (state: PriceListState) =>
  (state ?? refuse('not-found', 'there is no such price list')).status === 'removed'
    ? []
    : [priceListRemoved({})];
