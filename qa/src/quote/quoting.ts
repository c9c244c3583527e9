/**
 * Orders of a recording, quoted one by one at their times, by the rules and the catalog of then. An order that was cancelled in
 * the end is not in the sums, but until then it holds the uses of its coupons.
 */
import { subjectIn } from '@quickmart/contracts/personal';
import type { Quote } from '@quickmart/contracts/pricing/quote';
import { normalCode, type QuoteRequest, QuoteTooLargeError, quote } from '@quickmart/pricing';
import type { StoredEvent } from '@quickmart/streams';
import type { OpenAddress } from './addresses.ts';
import type { Book } from './book.ts';
import { assertRemembered } from './limit.ts';
import { codesOf, figuresOf, lineOf, type Placed } from './placed.ts';
import { Sums } from './sums.ts';
import { orderOf, Uses, useBy, useOf } from './uses.ts';

export type Terms = {
  book: Book;
  openAddress: OpenAddress;
  /** The ids of the orders that are cancelled in the end. */
  cancelled: ReadonlySet<string>;
  /** UTC ms; of an order, when it was placed. */
  from?: number | undefined;
  to?: number | undefined;
  currency?: string | undefined;
  /** Codes that every order is supposed to have. */
  coupons?: readonly string[] | undefined;
  /** Without the codes that the orders have. */
  automaticOnly?: boolean;
  /** Some promotion is for first orders only: who has ordered is remembered. */
  knowsCustomers?: boolean;
  rememberedMax?: number;
};

export class Quoting {
  readonly sums = new Sums();
  /** Orders that are not in the sums because they were cancelled. */
  cancelled = 0;
  /** Orders with a product that the recording does not have. */
  strange = 0;
  /** Orders with an address that does not open. */
  sealed = 0;
  readonly #terms: Terms;
  readonly #uses = new Uses();

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  /** Events of products, prices and orders, in the order of their times. */
  async apply(event: StoredEvent): Promise<void> {
    const { book, cancelled, rememberedMax } = this.#terms;
    if (event.category !== 'order') book.apply(event);
    else if (event.eventType === 'OrderPlacedEvent') await this.#placed(event);
    else if (event.eventType === 'OrderCancelledEvent') this.#uses.giveBack(event.aggregateId);
    assertRemembered(book.size + this.#uses.size + cancelled.size, rememberedMax);
  }

  unreadable(position: string, detail: string): void {
    this.sums.notQuoted('unreadable', position, detail);
  }

  async #placed({ aggregateId: order, at, data }: StoredEvent): Promise<void> {
    const placed = data as Placed;
    const { currency, from = at, to = at, cancelled, knowsCustomers = false } = this.#terms;
    const customer = subjectIn(placed.customerId) ?? placed.customerId;
    const isAsked = (currency ?? placed.total.currency) === placed.total.currency && at >= from && at <= to;
    const made = isAsked ? await this.#quoted(order, placed, customer, at) : undefined;
    this.#uses.take(
      order,
      [...(made ? this.#usedIn(made, customer) : []), ...(knowsCustomers ? [orderOf(customer)] : [])],
      cancelled.has(order),
    );
  }

  async #quoted(order: string, placed: Placed, customer: string, at: number): Promise<Quote | undefined> {
    const { book, cancelled } = this.#terms;
    const isCounted = !cancelled.has(order);
    if (!isCounted) this.cancelled += 1;
    const request = await this.#requestOf(placed, customer, isCounted);
    const rules = book.rulesFor(request, (code) => ({
      uses: this.#uses.count(useOf(code)),
      usesOfCustomer: this.#uses.count(useBy(code, customer)),
    }));
    const made = tried(() => quote(request, rules, at));
    if (!isCounted || made === undefined) {
      if (isCounted) this.sums.notQuoted('too-large', order, 'an amount is too large to be kept exactly');
      return made;
    }
    this.#count(order, at, placed, made);
    return made;
  }

  async #requestOf(placed: Placed, id: string, isCounted: boolean): Promise<QuoteRequest> {
    const { book, openAddress, coupons = [], automaticOnly = false } = this.#terms;
    const lines = placed.lines.map((line) => lineOf(line, book.product(line.productId)));
    const sealed = placed.addresses.shipping;
    const address = sealed && ((await openAddress(sealed)) ?? null);
    if (isCounted && sealed !== null && address === null) this.sealed += 1;
    if (isCounted && placed.lines.some(({ productId }) => !book.product(productId))) this.strange += 1;
    return {
      currency: placed.total.currency,
      lines,
      coupons: [...(automaticOnly ? [] : codesOf(placed)), ...coupons],
      address,
      method: address && (placed.shipping?.method ?? null),
      customer: { id, groups: [], firstOrder: this.#uses.count(orderOf(id)) === 0 },
    };
  }

  #count(order: string, at: number, placed: Placed, made: Quote): void {
    const { sums } = this;
    const [why] = made.refusals.filter(({ code }) => code === undefined);
    if (why !== undefined) {
      sums.notQuoted(why.reason, order, `${why.sku ?? why.method}: ${why.detail}`);
    } else if (sums.add(at, figuresOf(placed), made, figuresOf(made))) {
      for (const { reason, code, detail } of made.refusals) sums.refused(reason, order, `${code}: ${detail}`);
    } else sums.notQuoted('too-large', order, 'the sums of its day would be too large to be kept exactly');
  }

  /** Only of coupons that have limits. */
  #usedIn({ discounts }: Quote, customer: string): string[] {
    return discounts.flatMap(({ code }) => {
      const coupon = code === undefined ? undefined : this.#terms.book.coupon(normalCode(code));
      if (coupon === undefined) return [];
      return [
        ...(coupon.usesMax === null ? [] : [useOf(coupon.code)]),
        ...(coupon.usesPerCustomerMax === null ? [] : [useBy(coupon.code, customer)]),
      ];
    });
  }
}

function tried(make: () => Quote): Quote | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof QuoteTooLargeError) return undefined;
    throw error;
  }
}
