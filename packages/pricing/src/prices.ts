/** What a unit of each line costs: the price of a price list, or else that of the catalog. */
import type { QuoteRefusal } from '@quickmart/contracts/pricing/quote';
import { isCurrent, type PriceList, type QuoteLine, type QuoteRequest } from './rules.ts';

export type PricedLine = {
  line: QuoteLine;
  unit: number;
  compareAt: number | null;
  /** The key of the list that has the price. */
  priceList: string | null;
};

export function pricesOf(
  { lines, currency, customer }: QuoteRequest,
  lists: readonly PriceList[],
  now: number,
): { priced: PricedLine[]; refusals: QuoteRefusal[] } {
  const listed = listedPrices(
    lists.filter(
      (list) => list.currency === currency && isCurrent(list, now) && isFor(list, customer?.groups),
    ),
  );
  const refusals: QuoteRefusal[] = [];
  const priced = lines.flatMap((line): PricedLine[] => {
    const found = listed.get(line.sku) ?? fromCatalog(line, currency);
    if (found !== undefined) return [{ line, ...found }];
    const detail = `it has no price in ${currency}`;
    refusals.push({ reason: 'price-missing', detail, sku: line.sku });
    return [];
  });
  return { priced, refusals };
}

const isFor = ({ customerGroups }: PriceList, groups: readonly string[] = []): boolean =>
  customerGroups.length === 0 || customerGroups.some((group) => groups.includes(group));

type Found = Omit<PricedLine, 'line'>;

/** By SKU: the price of the list with the highest priority; of equal ones, the lowest price. */
function listedPrices(lists: readonly PriceList[]): Map<string, Found> {
  const all = lists.flatMap(({ key, priority, prices }) => prices.map((one) => ({ ...one, key, priority })));
  all.sort((a, b) => a.priority - b.priority || b.price - a.price || (a.key < b.key ? 1 : -1));
  return new Map(
    all.map(({ sku, price, compareAt, key }) => [sku, { unit: price, compareAt, priceList: key }]),
  );
}

const fromCatalog = ({ unitPrice }: QuoteLine, currency: string): Found | undefined =>
  unitPrice?.currency === currency ? { unit: unitPrice.amount, compareAt: null, priceList: null } : undefined;
