/** A tax rate of a place and a tax class. There is one for each name and start: a later start is the next rate. */
import { isDeepStrictEqual } from 'node:util';
import { limits } from '@quickmart/contracts/limits';
import { type TaxRateEvents, taxRateRemoved, taxRateSet } from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { faultsOfSchedule } from '@quickmart/pricing';
import { boolean, code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import { refuse, refuseFaults } from './problems.ts';
import { category, ruleId, timed } from './rule.ts';
import type { NewTaxRate, TaxRate } from './rules-api.ts';

type Times = { startsAt: number | null; endsAt: number | null; createdAt: number; updatedAt: number };
type Existing = Omit<TaxRate, keyof Times | 'id' | 'version'> & Times;
export type TaxRateState = Existing | null;

export const taxRate = aggregate<TaxRateState, TaxRateEvents>({
  category,
  initial: null,
  evolve: {
    TaxRateSetEvent: (state, rate, { at }) => ({
      ...timed(rate),
      status: 'active',
      createdAt: state?.createdAt ?? at,
      updatedAt: at,
    }),
    TaxRateRemovedEvent: (state, _, { at }) => state && { ...state, status: 'removed', updatedAt: at },
  },
});

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

export const taxRates = tableOf(taxRate, {
  name: 'tax_rates',
  columns: {
    id: uuid(),
    country: code(2),
    region: code(3).nullable(),
    taxClass: code(pricingLimits.wordLength),
    name: text(limits.nameLength),
    /** In an object: there is no column for fractions. */
    rate: json<{ percent: number }>(),
    included: boolean(),
    startsAt: instant().nullable(),
    endsAt: instant().nullable(),
    status: code<TaxRate['status']>(16),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt', 'country'],
  indexes: [
    ['country', 'createdAt', 'id'],
    ['status', 'createdAt', 'id'],
  ],
  row: ({ percent, ...rest }) => ({ ...rest, rate: { percent } }),
  state: ({ id: _, version: __, rate: { percent }, ...rest }) => ({ ...rest, percent }),
});
