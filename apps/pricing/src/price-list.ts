/** A price list: prices in one currency, for some customers or for all, for a time or for good. It goes by its key. */
import { isDeepStrictEqual } from 'node:util';
import { limits } from '@quickmart/contracts/limits';
import { type PriceListEvents, priceListRemoved, priceListSet } from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import type { ListedPrice } from '@quickmart/contracts/pricing/shapes';
import { faultsOfPriceList } from '@quickmart/pricing';
import {
  char,
  code,
  defineTable,
  instant,
  integer,
  json,
  type RowOf,
  tableOf,
  text,
  uuid,
} from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import { refuse, refuseFaults } from './problems.ts';
import { category, ruleId, timed } from './rule.ts';
import type { NewPriceList, PriceList } from './rules-api.ts';

type Times = { startsAt: number | null; endsAt: number | null; createdAt: number; updatedAt: number };
type Existing = Omit<PriceList, keyof Times | 'id' | 'version'> & Times;
export type PriceListState = Existing | null;

export const priceList = aggregate<PriceListState, PriceListEvents>({
  category,
  initial: null,
  evolve: {
    PriceListSetEvent: (state, list, { at }) => ({
      ...timed(list),
      status: 'active',
      createdAt: state?.createdAt ?? at,
      updatedAt: at,
    }),
    PriceListRemovedEvent: (state, _, { at }) => state && { ...state, status: 'removed', updatedAt: at },
  },
});

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

const about = {
  key: code(pricingLimits.keyLength),
  currency: char(3),
  customerGroups: json<string[]>(),
  priority: integer(),
  startsAt: instant().nullable(),
  endsAt: instant().nullable(),
};

/** One row per price, with what decides whether it holds: a quote reads those of its SKUs, and nothing else of the lists. */
export const listedPrices = defineTable(
  'listed_prices',
  {
    priceListId: uuid(),
    sku: code(limits.skuLength),
    price: integer(),
    compareAt: integer().nullable(),
    ...about,
  },
  { primaryKey: ['priceListId', 'sku'], indexes: [['sku', 'priceListId']] },
);
export type ListedPriceRow = RowOf<typeof listedPrices>;

export const priceLists = tableOf(priceList, {
  name: 'price_lists',
  columns: {
    id: uuid(),
    name: text(limits.nameLength),
    ...about,
    prices: json<ListedPrice[]>(),
    status: code<PriceList['status']>(16),
    version: integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  sorts: ['createdAt', 'updatedAt', 'key'],
  indexes: [['status', 'createdAt', 'id']],
  details: {
    table: listedPrices,
    from: ['id', 'prices', 'status', 'key', 'currency', 'customerGroups', 'priority', 'startsAt', 'endsAt'],
    of: ({ id: priceListId, prices, status, ...about }) =>
      status === 'removed' ? [] : prices.map((one) => ({ priceListId, ...one, ...about })),
  },
});
