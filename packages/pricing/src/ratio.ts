/** Shares of amounts, exactly: a percentage is the fraction that its decimals say, and only an amount is rounded. */

export type Ratio = { readonly part: bigint; readonly whole: bigint };

/** 8.875 percent is 8875 / 100000. A number is taken as it is written, not as the binary fraction near it. */
export function percentRatio(percent: number): Ratio {
  const [digits = '0', exponent = '0'] = String(percent).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  const shift = Number(exponent) - fraction.length - 2;
  const part = BigInt(whole + fraction);
  return shift >= 0
    ? { part: part * 10n ** BigInt(shift), whole: 1n }
    : { part, whole: 10n ** BigInt(-shift) };
}

export const sumOf = (ratios: readonly Ratio[]): Ratio =>
  ratios.reduce(
    (sum, one) => ({ part: sum.part * one.whole + one.part * sum.whole, whole: sum.whole * one.whole }),
    { part: 0n, whole: 1n },
  );

/** How much of a price that contains a surcharge is the surcharge: of 19 percent, 19 / 119. */
export const contained = ({ part, whole }: Ratio): Ratio => ({ part, whole: whole + part });

/** A share of an amount of minor units, rounded to the nearest one; a half goes to the even one. */
export function shareOf(amount: number, { part, whole }: Ratio): number {
  const exact = BigInt(amount) * part;
  const down = exact / whole;
  const twice = (exact % whole) * 2n;
  const isUp = twice > whole || (twice === whole && down % 2n === 1n);
  return Number(isUp ? down + 1n : down);
}
