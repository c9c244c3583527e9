/**
 * How often each coupon is used and how many orders each customer has, while the orders go by. What an order has used, its
 * cancellation gives back.
 */
import { normalCode } from '@quickmart/pricing';

export const useOf = (code: string): string => `coupon ${normalCode(code)}`;
export const useBy = (code: string, customer: string): string => `${useOf(code)} of ${customer}`;
export const orderOf = (customer: string): string => `order of ${customer}`;

export class Uses {
  readonly #counts = new Map<string, number>();
  /** Of the orders that are cancelled later. */
  readonly #returning = new Map<string, readonly string[]>();

  get size(): number {
    return this.#counts.size + this.#returning.size;
  }

  count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  take(order: string, names: readonly string[], isReturning: boolean): void {
    for (const name of names) this.#counts.set(name, this.count(name) + 1);
    if (isReturning && names.length > 0) this.#returning.set(order, names);
  }

  giveBack(order: string): void {
    for (const name of this.#returning.get(order) ?? []) this.#counts.set(name, this.count(name) - 1);
    this.#returning.delete(order);
  }
}
