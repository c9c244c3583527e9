/**
 * Aggregates with an event that cannot be read: nobody knows what they add up to. Broken rules about them, or about what
 * depends on them (the stock of an order's lines, the order of a payment), are left out, and these are reported as
 * unchecked. No I/O.
 */
import type { Books } from './books.ts';
import type { Broken } from './rules.ts';

export type Unchecked = { where: string; why: string };

export class Unread {
  readonly #found: { category: string; id: string; place: string }[] = [];

  /** `place`: of the event, as people name it. */
  add(category: string, id: string, place: string): void {
    this.#found.push({ category, id, place });
  }

  /** What is broken for sure, and what is not checked. */
  sort(broken: readonly Broken[], books: Books): { broken: Broken[]; unchecked: Unchecked[] } {
    if (this.#found.length === 0) return { broken: [...broken], unchecked: [] };
    const doubtful = this.#doubtful(books);
    const unchecked = [...doubtful].map(([where, place]) => ({
      where,
      why: `the event at ${place} cannot be read`,
    }));
    return { broken: broken.filter(({ where }) => !doubtful.has(where)), unchecked };
  }

  /** As rules name them: `order <id>`, `product <id>`, `payment <id>`. */
  #doubtful(books: Books): Map<string, string> {
    const doubtful = new Map<string, string>();
    for (const { category, id, place } of this.#found) {
      const add = (where: string) => doubtful.has(where) || doubtful.set(where, place);
      if (category === 'payment')
        for (const where of [`payment ${id}`, `order ${orderOf(id, books)}`]) add(where);
      else if (books.stock.has(id)) add(`product ${id}`);
      else add(`order ${id}`);
      if (category !== 'inventory') continue;
      const lines = [books.reservations.get(id)?.lines, books.orders.get(id)?.lines];
      for (const productId of lines.flatMap((one) => [...(one?.keys() ?? [])])) add(`product ${productId}`);
    }
    return doubtful;
  }
}

/** The id of the payment itself, where its order is not known. */
function orderOf(paymentId: string, { orders, payments }: Books): string {
  const known = payments.get(paymentId)?.orderId;
  if (known !== undefined) return known;
  for (const [id, order] of orders) if (order.paymentId === paymentId) return id;
  return paymentId;
}
