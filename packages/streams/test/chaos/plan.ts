/**
 * Which disturbances, in which order, at which times: all of it from the seed. Every kind comes once in a round, so a
 * short run has each of them, too.
 */
import fc from 'fast-check';
import { disturbances } from './disturbances.ts';

export type Disturbance = { kind: string; afterMs: number; nth: number; ms: number };

const kinds = Object.keys(disturbances);
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const longestGapMs = 3_000;

export function planOf(seed: number, seconds: number): Disturbance[] {
  // A short run has shorter pauses and shorter disturbances.
  const gapMs = Math.min(longestGapMs, (1.5 * 1000 * seconds) / kinds.length);
  const longestMs = Math.min(15_000, (1000 * seconds) / 4);
  const details = fc.record({ gap: share, length: share, nth: fc.nat(1000) });
  const round = fc.tuple(
    fc.shuffledSubarray(kinds, { minLength: kinds.length }),
    fc.array(details, { minLength: kinds.length, maxLength: kinds.length }),
  );
  const numRuns = Math.ceil((3 * 1000 * seconds) / (kinds.length * gapMs)) + 1;
  return fc.sample(round, { seed, numRuns, unbiased: true }).flatMap(([order, each]) =>
    order.map((kind, i) => {
      const { gap, length, nth } = each[i]!;
      const [least, most] = disturbances[kind]!.ms;
      const ms = Math.min(least + length * (most - least), longestMs);
      return { kind, nth, ms: Math.round(ms), afterMs: Math.round(gap * gapMs) };
    }),
  );
}
