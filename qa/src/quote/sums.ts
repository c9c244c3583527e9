/** What comes of a run, added up: per day and currency, per promotion, and per reason why not. */
import type { Quote } from '@quickmart/contracts/pricing/quote';
import type { Figures } from './placed.ts';

/** `day`: UTC, `2026-11-28`. */
export type Day = { day: string; currency: string; orders: number; charged: Figures; quoted: Figures };
export type Given = { promotion: string; name: string; currency: string; times: number; amount: number };
export type Reason = { reason: string; times: number; first: { order: string; detail: string }[] };

const firstMax = 3;
const allDays = 'all';

export class Sums {
  readonly #days = new Map<string, Day>();
  readonly #given = new Map<string, Given>();
  readonly #notQuoted = new Map<string, Reason>();
  readonly #refused = new Map<string, Reason>();
  orders = 0;
  /** Of the orders that were quoted, UTC ms. */
  span: { first: number; last: number } | undefined;

  /** False, and nothing is added, where a sum would be no safe integer. */
  add(at: number, charged: Figures, quote: Quote, quoted: Figures): boolean {
    const { currency } = quote;
    const days = [new Date(at).toISOString().slice(0, 10), allDays].map((day) =>
      plus(this.#days.get(`${day} ${currency}`) ?? empty(day, currency), charged, quoted),
    );
    if (!days.flatMap(({ charged, quoted }) => [charged, quoted]).every(isExact)) return false;
    for (const one of days) this.#days.set(`${one.day} ${currency}`, one);
    this.orders += 1;
    this.span = { first: Math.min(at, this.span?.first ?? at), last: Math.max(at, this.span?.last ?? at) };
    for (const { promotion, name, amount } of quote.discounts) {
      const key = `${promotion} ${currency}`;
      const so = this.#given.get(key) ?? { promotion, name, currency, times: 0, amount: 0 };
      this.#given.set(key, { ...so, name, times: so.times + 1, amount: so.amount + amount.amount });
    }
    return true;
  }

  notQuoted(reason: string, order: string, detail: string): void {
    count(this.#notQuoted, reason, order, detail);
  }

  /** A code that the order had is not accepted; it is quoted without it. */
  refused(reason: string, order: string, detail: string): void {
    count(this.#refused, reason, order, detail);
  }

  outcome() {
    const all = [...this.#days.values()]
      .sort((a, b) => compare(a.day, b.day) || compare(a.currency, b.currency))
      .map(withDifference);
    const often = <One extends { times: number }>(map: Map<string, One>) =>
      [...map.values()].sort((a, b) => b.times - a.times);
    return {
      orders: this.orders,
      days: all.filter(({ day }) => day !== allDays),
      totals: all.filter(({ day }) => day === allDays),
      promotions: often(this.#given),
      refusedCoupons: often(this.#refused),
      notQuoted: often(this.#notQuoted),
    };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const none: Figures = { subtotal: 0, discounts: 0, shipping: 0, taxAdded: 0, taxIncluded: 0, total: 0 };
const empty = (day: string, currency: string): Day => ({
  day,
  currency,
  orders: 0,
  charged: none,
  quoted: none,
});
const isExact = (figures: Figures): boolean => Object.values(figures).every(Number.isSafeInteger);

const plus = ({ day, currency, ...so }: Day, charged: Figures, quoted: Figures): Day => ({
  day,
  currency,
  orders: so.orders + 1,
  charged: added(so.charged, charged),
  quoted: added(so.quoted, quoted),
});
const added = (a: Figures, b: Figures): Figures => ({
  subtotal: a.subtotal + b.subtotal,
  discounts: a.discounts + b.discounts,
  shipping: a.shipping + b.shipping,
  taxAdded: a.taxAdded + b.taxAdded,
  taxIncluded: a.taxIncluded + b.taxIncluded,
  total: a.total + b.total,
});

function count(reasons: Map<string, Reason>, reason: string, order: string, detail: string): void {
  const so = reasons.get(reason) ?? { reason, times: 0, first: [] };
  if (so.first.length < firstMax) so.first.push({ order, detail });
  so.times += 1;
  reasons.set(reason, so);
}

/** `percent` of what was charged, with two decimals; null where that is nothing. */
const withDifference = (day: Day) => {
  const difference = day.quoted.total - day.charged.total;
  const percent =
    day.charged.total === 0 ? null : Math.round((difference / day.charged.total) * 10_000) / 100;
  return { ...day, difference, percent };
};
export type Compared = ReturnType<typeof withDifference>;
