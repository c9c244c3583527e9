/** A price list: prices in one currency, for some customers or for all, for a time or for good. It goes by its key. */
import { limits } from '@quickmart/contracts/limits';
import type { PriceListEvents } from '@quickmart/contracts/pricing/events';
import { pricingLimits } from '@quickmart/contracts/pricing/limits';
import type { ListedPrice } from '@quickmart/contracts/pricing/shapes';
import { char, code, defineTable, instant, integer, json, tableOf, text, uuid } from '@quickmart/projections';
import { aggregate } from '@quickmart/streams';
import { category, put, removed, type Stamps, type Timed, timed } from './rule.ts';

type Status = 'active' | 'removed';
type Kept = Timed<PriceListEvents['PriceListSetEvent']> & Stamps & { status: Status };
export type PriceListState = Kept | null;

export const priceList = aggregate<PriceListState, PriceListEvents>({
  category,
  initial: null,
  evolve: {
    PriceListSetEvent: (state, list, { at }) => put(timed(list), state, at),
    PriceListRemovedEvent: (state, _, { at }) => removed(state, at),
  },
});

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

export const priceLists = tableOf(priceList, {
  name: 'price_lists',
  columns: {
    id: uuid(),
    name: text(limits.nameLength),
    ...about,
    prices: json<ListedPrice[]>(),
    status: code<Status>(16),
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
