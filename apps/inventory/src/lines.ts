/** Lines of an order: so many units of which product. */
import type { ReservedLine } from '@quickmart/contracts/inventory/events';

export const isAll = (some: readonly ReservedLine[], all: readonly ReservedLine[]): boolean =>
  all.every(({ productId, quantity }) => quantityOf(some, productId) >= quantity);

/** What remains of `lines`. */
export const less = (lines: readonly ReservedLine[], gone: readonly ReservedLine[]): ReservedLine[] =>
  lines
    .map((line) => ({ ...line, quantity: line.quantity - quantityOf(gone, line.productId) }))
    .filter(({ quantity }) => quantity > 0);

export const quantityOf = (lines: readonly ReservedLine[], productId: string): number =>
  lines.find((line) => line.productId === productId)?.quantity ?? 0;

/** One line per product: what an order asks for in all. */
export function summed(lines: readonly ReservedLine[]): ReservedLine[] {
  const byProduct = new Map<string, ReservedLine>();
  for (const { productId, sku, quantity } of lines) {
    const sum = quantity + (byProduct.get(productId)?.quantity ?? 0);
    byProduct.set(productId, { productId, sku, quantity: sum });
  }
  return [...byProduct.values()];
}

/** A line per product, and no more of it than there is. */
export const within = (wanted: readonly ReservedLine[], there: readonly ReservedLine[]): ReservedLine[] =>
  summed(wanted)
    .map((line) => ({ ...line, quantity: Math.min(line.quantity, quantityOf(there, line.productId)) }))
    .filter(({ quantity }) => quantity > 0);
