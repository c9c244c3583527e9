/** Some units of some lines. Quantities go into the millions, so units are counted, never listed one by one. */
import type { Basket, BasketLine } from './basket.ts';
import { type Ratio, shareOf } from './ratio.ts';

/** How many units of which lines. */
export type Taken = ReadonlyMap<BasketLine, number>;

/** The first `wanted` units of these lines, in their order; of a line at most what `limit` says. */
export function takeUnits(
  lines: readonly BasketLine[],
  wanted: number,
  limit: (line: BasketLine) => number = ({ line }) => line.quantity,
): Taken {
  const taken = new Map<BasketLine, number>();
  let missing = wanted;
  for (const line of lines) {
    const count = missing === 0 ? 0 : Math.min(missing, limit(line));
    if (count > 0) taken.set(line, count);
    missing -= count;
  }
  return taken;
}

const whole: Ratio = { part: 1n, whole: 1n };

/** Per line of the basket: a share of what is left of the units that were taken of it. */
export const shareOfTaken = ({ lines }: Basket, taken: Taken, ratio: Ratio = whole): number[] =>
  lines.map((line) =>
    shareOf(line.left, {
      part: BigInt(taken.get(line) ?? 0) * ratio.part,
      whole: BigInt(line.line.quantity) * ratio.whole,
    }),
  );

export const cheapestFirst = (lines: readonly BasketLine[]): BasketLine[] =>
  [...lines].sort((a, b) => a.unit - b.unit);
export const dearestFirst = (lines: readonly BasketLine[]): BasketLine[] =>
  [...lines].sort((a, b) => b.unit - a.unit);
