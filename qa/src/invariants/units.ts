/** Units of products: how many of which. */

/** What remains. */
export function less(
  lines: ReadonlyMap<string, number>,
  gone: readonly { productId: string; quantity: number }[],
): Map<string, number> {
  const rest = new Map(lines);
  for (const { productId, quantity } of gone) rest.set(productId, (rest.get(productId) ?? 0) - quantity);
  return new Map([...rest].filter(([, units]) => units !== 0));
}

export const listed = (lines: ReadonlyMap<string, number>) =>
  [...lines].map(([productId, quantity]) => ({ productId, quantity }));

export const same = (a: ReadonlyMap<string, number> = new Map(), b: ReadonlyMap<string, number>) =>
  a.size === b.size && [...a].every(([id, units]) => b.get(id) === units);

export function summed(lines: readonly { productId: string; quantity: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { productId, quantity } of lines) sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  return sums;
}
