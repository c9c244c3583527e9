/** The bar table: every system in turn, round by round, so that a slow minute of the machine hits all of them. */
import { keyOf, type Samples } from './bars.ts';
import type { Sample } from './consuming.ts';
import {
  measureAppends,
  measureDrain,
  measureLatency,
  measureMemory,
  type Persistence,
  type Sizes,
  sizes,
} from './measure.ts';

type Measurement = {
  name: string;
  systems: readonly string[];
  persistence: readonly Persistence[];
  measure(system: never, persistence: Persistence, size: Sizes): Promise<Sample>;
};

const both = ['none', 'everysec'] as const;
const peers = ['ours', 'bullmq', 'channels', 'plain'] as const;
const appends = ['xaddPipeline', 'xadd', 'append', 'appendTen', 'decide', 'decideHot'] as const;

const measurements: Measurement[] = [
  { name: 'drain', systems: peers, persistence: both, measure: measureDrain },
  { name: 'latency 500', systems: peers, persistence: both, measure: measureLatency(500) },
  { name: 'latency 2000', systems: peers, persistence: both, measure: measureLatency(2000) },
  { name: 'appends', systems: appends, persistence: both, measure: measureAppends },
  // Memory is the same with an append-only file.
  { name: 'memory', systems: ['memoryOurs', 'memoryStreams'], persistence: ['none'], measure: measureMemory },
];

export async function runStreams(
  { rounds, quick, only }: { rounds: number; quick: boolean; only?: string | undefined },
  say: (line: string) => void,
): Promise<Samples> {
  const samples: Samples = new Map();
  const size = sizes[quick ? 'quick' : 'full'];
  const chosen = measurements.filter(({ name }) => only === undefined || name.startsWith(only));
  for (let round = 1; round <= rounds; round++) {
    for (const { name, systems, persistence: kinds, measure } of chosen) {
      for (const persistence of kinds) {
        for (const system of rotated(systems, round)) {
          const sample = await measure(system as never, persistence, size);
          const key = keyOf(name, system, persistence);
          samples.set(key, [...(samples.get(key) ?? []), sample]);
          say(`  round ${round}/${rounds}: ${key}: ${brief(sample)}`);
        }
      }
    }
  }
  return samples;
}

/** Nobody is always the first. */
const rotated = <Item>(items: readonly Item[], by: number): Item[] =>
  items.map((_, i) => items[(i + by) % items.length]!);

const brief = (sample: Sample): string =>
  Object.entries(sample)
    .map(([name, value]) => `${name} ${value < 100 ? value.toFixed(2) : Math.round(value)}`)
    .join(', ');
