/**
 * An amount in shares that add up to it. Each gets the whole units of its share; those that are left go to the largest
 * fractions, of equal ones to the first (the largest-remainder method). Where nothing has a weight, all have the same.
 *
 * @example
 * allocate(100, [1n, 1n, 1n]); // [34, 33, 33]
 */
export function allocate(amount: number, weights: readonly bigint[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n)
    return weights.length === 0
      ? []
      : allocate(
          amount,
          weights.map(() => 1n),
        );
  const exact = weights.map((weight) => BigInt(amount) * weight);
  const shares = exact.map((one) => Number(one / sum));
  const left = amount - shares.reduce((all, share) => all + share, 0);
  const byFraction = exact
    .map((one, index) => ({ index, fraction: one % sum }))
    .sort((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction < b.fraction ? 1 : -1));
  for (const { index } of byFraction.slice(0, left)) shares[index] = shares[index]! + 1;
  return shares;
}
