/** Medians with their range, and how they are shown. */
export type Summary = { median: number; min: number; max: number };

export function summary(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: percentile(sorted, 50), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** Nearest rank; `sorted` ascending. */
export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;

export const ratio = (a: Summary, b: Summary): string => (a.median / b.median).toFixed(2);

/** `12,345 (11,900–12,800)` */
export function show({ median, min, max }: Summary, digits = 0): string {
  const n = (value: number) => value.toLocaleString('en', { maximumFractionDigits: digits });
  return `${n(median)} (${n(min)}–${n(max)})`;
}

export const sum = (parts: Readonly<Record<string, number>> | readonly number[]): number =>
  Object.values(parts).reduce((all, one) => all + one, 0);
