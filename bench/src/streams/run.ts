/** The bar table: every system in turn, round by round, so that a slow minute of the machine hits all of them. */
import { addSample, brief, type Sample, type Samples } from '../bars.ts';
import {
  measureAppends,
  measureDrain,
  measureLatency,
  measureMemory,
  nameOf,
  type Persistence,
  persistences,
  type Sizes,
  sizes,
} from './measure.ts';

type Measurement = {
  name: string;
  systems: readonly string[];
  persistence: readonly Persistence[];
  measure(system: never, persistence: Persistence, size: Sizes): Promise<Sample>;
};

const peers = ['ours', 'bullmq', 'channels', 'plain'] as const;
const appends = ['xaddPipeline', 'xadd', 'append', 'appendTen', 'decide', 'decideHot'] as const;

const measurements: Measurement[] = [
  { name: 'drain', systems: peers, persistence: persistences, measure: measureDrain },
  { name: 'latency 500', systems: peers, persistence: persistences, measure: measureLatency(500) },
  { name: 'latency 2000', systems: peers, persistence: persistences, measure: measureLatency(2000) },
  { name: 'appends', systems: appends, persistence: persistences, measure: measureAppends },
  {
    name: 'sealing',
    systems: ['ordersInClear', 'ordersSealed'],
    persistence: ['memory'],
    measure: measureAppends,
  },
  // Memory is the same with an append-only file.
  {
    name: 'memory',
    systems: ['memoryOurs', 'memoryStreams'],
    persistence: ['memory'],
    measure: measureMemory,
  },
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
          const measured = nameOf(name, system, persistence);
          addSample(samples, measured, sample);
          say(`  round ${round}/${rounds}: ${measured}: ${brief(sample)}`);
        }
      }
    }
  }
  return samples;
}

/** Nobody is always the first. */
const rotated = <Item>(items: readonly Item[], by: number): Item[] =>
  items.map((_, i) => items[(i + by) % items.length]!);
