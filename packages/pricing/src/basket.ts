/** The lines while discounts are taken off, and which of them a rule is about. */
import type { Selection } from '@quickmart/contracts/pricing/shapes';
import type { PricedLine } from './prices.ts';

export type BasketLine = PricedLine & {
  /** Unit price × quantity. */
  full: number;
  /** What of it is left after the discounts so far. */
  left: number;
};

export type Basket = {
  currency: string;
  lines: readonly BasketLine[];
  /** What is left of the price of shipping; null: no method was chosen. */
  shipping: number | null;
};

export const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** By its SKU or by its product category; an empty selection has every line. */
export const isIn = ({ line: { sku, category } }: PricedLine, { skus, categories }: Selection): boolean =>
  (skus.length === 0 && categories.length === 0) ||
  skus.includes(sku) ||
  (category != null && categories.includes(category));
export const linesIn = ({ lines }: Basket, on: Selection): BasketLine[] =>
  lines.filter((line) => isIn(line, on));

export const subtotalOf = (lines: readonly BasketLine[]): number => sum(lines.map(({ full }) => full));
export const unitsOf = (lines: readonly PricedLine[]): number => sum(lines.map(({ line }) => line.quantity));
