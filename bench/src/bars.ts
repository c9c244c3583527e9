/** What was measured, and the bars of the design: a row each, in one run. */
import { ratio, type Summary, show, summary } from './statistics.ts';

/** Metric → number. */
export type Sample = Record<string, number>;
/** By the name of what was measured: a sample per round. */
export type Samples = Map<string, Sample[]>;

type Source = [measurement: string, metric: string];
export type Bar = {
  what: string;
  ours: Source;
  /** Without a peer, the bar is about our number itself. */
  peer?: Source;
  /** Without one, it is only shown. */
  bar?: ['≥' | '≤' | '<', number];
  digits?: number;
};

export function addSample(samples: Samples, measurement: string, sample: Sample): void {
  samples.set(measurement, [...(samples.get(measurement) ?? []), sample]);
}

/** A row per bar that was measured. */
export const barRows = (bars: readonly Bar[], samples: Samples): object[] =>
  bars.flatMap(({ what, ours, peer, bar, digits = 0 }) => {
    const own = summaryOf(samples, ours);
    const other = peer && summaryOf(samples, peer);
    if (own === undefined || (peer && other === undefined)) return [];
    return {
      what,
      ours: show(own, digits),
      peer: other ? show(other, digits) : '',
      ratio: other ? ratio(own, other) : '',
      ...(bar && verdictOf(own.median / (other?.median ?? 1), bar)),
    };
  });

function verdictOf(value: number, [sign, wanted]: NonNullable<Bar['bar']>): object {
  const holds = { '≥': value >= wanted, '≤': value <= wanted, '<': value < wanted }[sign];
  return { bar: `${sign} ${wanted.toLocaleString('en')}`, verdict: holds ? 'met' : 'NOT MET' };
}

function summaryOf(samples: Samples, [measurement, metric]: Source): Summary | undefined {
  const values = samples.get(measurement)?.map((sample) => sample[metric] ?? Number.NaN);
  return values && summary(values);
}

/** Everything that was measured. */
export const sampleRows = (samples: Samples): object[] =>
  [...samples].flatMap(([measurement, all]) =>
    Object.keys(all[0] ?? {}).map((metric) => {
      const numbers = summary(all.map((sample) => sample[metric]!));
      return { measurement, metric, value: show(numbers, numbers.median < 100 ? 2 : 0) };
    }),
  );

export const brief = (sample: Sample): string =>
  Object.entries(sample)
    .map(([name, value]) => `${name} ${value < 100 ? value.toFixed(2) : Math.round(value)}`)
    .join(', ');
