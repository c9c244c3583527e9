/**
 * The price book while a recording goes by: the rows of its read models, made by the same projections, in memory. Rules of a file
 * take the place of those of the recording, kind by kind.
 */
import { type CatalogRow, catalog, priceBook, priceLists, rulesOf } from '@quickmart/price-book';
import { normalCode, type QuoteRequest, type Rules } from '@quickmart/pricing';
import type { StoredEvent } from '@quickmart/streams';

type Key = string | number;
type Rows = Map<Key, Record<string, unknown>>;
/** The rules, found by what a basket has. */
type Found = {
  all: Rules;
  coupons: Map<string, Rules['coupons'][number]>;
  taxRates: Map<string, Rules['taxRates']>;
  prices: Map<string, Rules['priceLists']>;
};

export class Book {
  readonly #rows = new Map<string, Rows>(priceBook.map(({ name }) => [name, new Map()]));
  readonly #instead: Partial<Rules>;
  #found: Found | undefined;

  constructor(instead: Partial<Rules> = {}) {
    this.#instead = instead;
  }

  apply(event: StoredEvent): void {
    for (const { name, sources } of priceBook) {
      const source = sources.get(event.category);
      const evolve = source?.kind === 'fold' ? source.evolve.get(event.eventType) : undefined;
      if (source?.kind !== 'fold' || evolve === undefined) continue;
      const rows = this.#rows.get(name)!;
      for (const key of source.keys(event)) {
        const row = evolve(rows.get(key), event.data, event, key);
        if (row === undefined) rows.delete(key);
        else rows.set(key, row);
      }
      if (name !== catalog.name) this.#found = undefined;
    }
  }

  /** How much it has in memory. */
  get size(): number {
    return [...this.#rows.values()].reduce((sum, rows) => sum + rows.size, 0);
  }

  product(productId: string): CatalogRow | undefined {
    return this.#rows.get(catalog.name)!.get(productId) as CatalogRow | undefined;
  }

  /** `code` in capitals. */
  coupon(code: string): Rules['coupons'][number] | undefined {
    return this.#index.coupons.get(code);
  }

  /** There is none at all. */
  get isEmpty(): boolean {
    return Object.values(this.#index.all).every((kind) => kind.length === 0);
  }

  /** Those that can matter. `usesOf`: how often a coupon was used by now. */
  rulesFor(
    { coupons: codes = [], address, lines }: QuoteRequest,
    usesOf: (code: string) => { uses: number; usesOfCustomer: number },
  ): Rules {
    const { all, ...by } = this.#index;
    const coupons = [...new Set(codes.map(normalCode))].flatMap((code) => by.coupons.get(code) ?? []);
    const brought = new Set(coupons.map(({ promotion }) => promotion));
    return {
      promotions: all.promotions.filter(({ id, automatic, active }) =>
        automatic ? active : brought.has(id),
      ),
      coupons: coupons.map((coupon) => ({ ...coupon, ...usesOf(normalCode(coupon.code)) })),
      taxRates: (address && by.taxRates.get(address.country)) ?? [],
      shippingMethods: all.shippingMethods,
      priceLists: [...new Set(lines.map(({ sku }) => sku))].flatMap((sku) => by.prices.get(sku) ?? []),
    };
  }

  get #index(): Found {
    this.#found ??= indexed({ ...this.#recorded(), ...this.#instead });
    return this.#found;
  }

  #recorded(): Rules {
    const rows = (name: string) => [...this.#rows.get(name)!.values()] as never[];
    return rulesOf({
      promotions: rows('promotions'),
      coupons: rows('coupons'),
      taxRates: rows('tax_rates'),
      shippingMethods: rows('shipping_methods'),
      listedPrices: rows('price_lists').flatMap((list) => priceLists.details!.of(list) as never[]),
    });
  }
}

function indexed(all: Rules): Found {
  const prices = all.priceLists.flatMap((list) => list.prices.map((price) => ({ ...list, prices: [price] })));
  return {
    all,
    coupons: new Map(all.coupons.map((coupon) => [normalCode(coupon.code), coupon])),
    taxRates: Map.groupBy(all.taxRates, ({ country }) => country),
    prices: Map.groupBy(prices, (list) => list.prices[0]!.sku),
  };
}
