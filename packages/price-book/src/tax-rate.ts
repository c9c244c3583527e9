/** A tax rate of a place and a tax class. There is one for each name and start: a later start is the next rate. */
import { limits } from '@quickmart/contracts/limits';
import type { TaxRateEvents } from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import { boolean, code, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import { category, put, removed, type Stamps, type Timed, timed } from './rule.ts';

type Status = 'active' | 'removed';
type Kept = Timed<TaxRateEvents['TaxRateSetEvent']> & Stamps & { status: Status };
export type TaxRateState = Kept | null;

export const taxRate = aggregate<TaxRateState, TaxRateEvents>({
  category,
  initial: null,
  evolve: {
    TaxRateSetEvent: (state, rate, { at }) => put(timed(rate), state, at),
    TaxRateRemovedEvent: (state, _, { at }) => removed(state, at),
  },
});

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
    status: code<Status>(16),
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
