/** What becomes of a tax rate. */
import { isDeepStrictEqual } from 'node:util';
import { taxRateRemoved, taxRateSet } from '@quickmart/contracts/pricing/events';
import { type TaxRateState, timed } from '@quickmart/price-book';
import { faultsOfSchedule } from '@quickmart/pricing';
import { refuse, refuseFaults } from './problems.ts';
import { ruleId } from './rule.ts';
import type { NewTaxRate } from './rules-api.ts';

export const taxRateId = ({ country, region, taxClass, name, ...rate }: NewTaxRate): string =>
  ruleId('tax-rate', country, region, taxClass, name, timed(rate).startsAt);

export function set(state: TaxRateState, input: NewTaxRate) {
  refuseFaults(faultsOfSchedule(timed(input)));
  if (state !== null && isDeepStrictEqual({ ...state, ...timed(input), status: 'active' }, state)) return [];
  return [taxRateSet(input)];
}

export const remove = (state: TaxRateState) =>
  (state ?? refuse('not-found', 'there is no such tax rate')).status === 'removed'
    ? []
    : [taxRateRemoved({})];
