/**
 * Taxes: a port. An inquiry says what goes where, an answer has the taxes of each part of it. {@link taxesOf} is the side
 * that is built in, a table of rates; an outside service is another one, asked by {@link quoteWith} in quote.ts.
 */
import type { Money } from '@quickmart/contracts/shapes';
import { allocate } from './allocate.ts';
import { sum } from './basket.ts';
import { contained, percentRatio, type Ratio, shareOf, sumOf } from './ratio.ts';
import { type Destination, isCurrent, type TaxRate } from './rules.ts';

export type Taxable = { amount: Money; taxClass: string };
/** `lines` and `shipping` after discounts. Shipping that is taxed as the goods comes in parts, one per tax class. */
export type TaxInquiry = {
  address: Destination | null;
  lines: readonly Taxable[];
  shipping: readonly Taxable[];
};

/** `rate`: an id, by which amounts are added up. `base`: what the tax is of, without it. */
export type TaxPart = {
  rate: string;
  name: string;
  percent: number;
  base: number;
  amount: number;
  included: boolean;
};
/** In the order of the inquiry. */
export type TaxAnswer = { lines: readonly (readonly TaxPart[])[]; shipping: readonly (readonly TaxPart[])[] };

/** A service that knows the taxes of many places. It may reject: then there is no quote. */
export type TaxService = (inquiry: TaxInquiry, now: number) => Promise<TaxAnswer>;

export function taxesOf(
  rates: readonly TaxRate[],
  { address, lines, shipping }: TaxInquiry,
  now: number,
): TaxAnswer {
  const there = address === null ? [] : ratesAt(address, rates, now);
  const taxesOn = ({ amount, taxClass }: Taxable) => taxed(amount.amount, ofClass(there, taxClass));
  return { lines: lines.map(taxesOn), shipping: shipping.map(taxesOn) };
}

/** Those of the country, and those of the region alone. */
function ratesAt({ country, region }: Destination, rates: readonly TaxRate[], now: number): TaxRate[] {
  const own = region?.toUpperCase();
  const isThere = (rate: TaxRate) =>
    rate.country === country && (rate.region === null || rate.region === own);
  return newest(rates.filter((rate) => isThere(rate) && isCurrent(rate, now)));
}

/** A rate that started later takes the place of the one before it, which needs no end. */
function newest(rates: readonly TaxRate[]): TaxRate[] {
  const since = ({ startsAt }: TaxRate) => startsAt ?? Number.NEGATIVE_INFINITY;
  const inTime = [...rates].sort((a, b) => since(a) - since(b));
  const byName = new Map(
    inTime.map((rate) => [JSON.stringify([rate.region, rate.taxClass, rate.name]), rate]),
  );
  return [...byName.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Rates of a region take the place of those of its country. A class without a rate of its own is taxed as `standard`: what is
 * exempt there says so, with a rate of 0.
 */
function ofClass(rates: readonly TaxRate[], taxClass: string): TaxRate[] {
  for (const name of [taxClass, 'standard']) {
    const own = rates.filter((rate) => rate.taxClass === name);
    const ofRegion = own.filter(({ region }) => region !== null);
    if (own.length > 0) return ofRegion.length > 0 ? ofRegion : own;
  }
  return [];
}

/** What the price contains is worked out first: it is of no other tax a part. */
function taxed(amount: number, rates: readonly TaxRate[]): TaxPart[] {
  const inside = rates.filter(({ included }) => included);
  const ratios = inside.map(({ percent }) => percentRatio(percent));
  const all = shareOf(amount, contained(sumOf(ratios)));
  const shares = allocate(all, weightsOf(ratios));
  const base = amount - sum(shares);
  return rates.map((rate) => {
    const { id, name, percent, included } = rate;
    const tax = included ? shares[inside.indexOf(rate)]! : shareOf(base, percentRatio(percent));
    return { rate: id, name, percent, base, amount: tax, included };
  });
}

/** Over one denominator. */
function weightsOf(ratios: readonly Ratio[]): bigint[] {
  const common = ratios.reduce((product, { whole }) => product * whole, 1n);
  return ratios.map(({ part, whole }) => (part * common) / whole);
}
