/** The bars of the design, and how their rows come out of the samples. */
import { ratio, type Summary, show, summary } from '../statistics.ts';
import type { Samples } from './run.ts';

type Source = [measurement: string, metric: string];
type Bar = { what: string; ours: Source; peer?: Source; sign: '≥' | '≤'; bar: number; digits?: number };

const built = (name: string, least: number): Bar[] => [
  { what: `rebuild on ${name}, events/s`, ours: [`${name} ours`, 'perSecond'], sign: '≥', bar: least },
  {
    what: `rebuild on ${name}, against row by row`,
    ours: [`${name} ours`, 'perSecond'],
    peer: [`${name} row by row`, 'perSecond'],
    sign: '≥',
    bar: 10,
  },
];

export const bars: Bar[] = [
  ...built('sqlite', 50_000),
  ...built('sqlserver', 10_000),
  { what: 'lag at 1,000 events/s, p99, ms', ours: ['lag', 'p99'], sign: '≤', bar: 50, digits: 1 },
  {
    what: 'memory while 1 M events are applied, last third ÷ second',
    ours: ['million', 'growth'],
    sign: '≤',
    bar: 1.1,
    digits: 2,
  },
  {
    what: 'page of a list of 1 M products, the slowest kind, ms',
    ours: ['million', 'worstPageMs'],
    sign: '≤',
    bar: 50,
    digits: 1,
  },
];

export type Row = { what: string; ours: string; peer: string; ratio: string; bar: string; verdict: string };

/** A row per bar that was measured. */
export function barRows(samples: Samples): Row[] {
  return bars.flatMap(({ what, ours, peer, sign, bar, digits = 0 }) => {
    const own = summaryOf(samples, ours);
    const other = peer && summaryOf(samples, peer);
    if (own === undefined || (peer && other === undefined)) return [];
    const value = own.median / (other?.median ?? 1);
    const verdict = (sign === '≥' ? value >= bar : value <= bar) ? 'met' : 'NOT MET';
    const others = { peer: other ? show(other, digits) : '', ratio: other ? ratio(own, other) : '' };
    return [
      { what, ours: show(own, digits), ...others, bar: `${sign} ${bar.toLocaleString('en')}`, verdict },
    ];
  });
}

function summaryOf(samples: Samples, [measurement, metric]: Source): Summary | undefined {
  const values = samples.get(measurement)?.map((sample) => sample[metric] ?? Number.NaN);
  return values && summary(values);
}

/** Everything that was measured. */
export function sampleRows(samples: Samples): Record<string, string>[] {
  return [...samples].flatMap(([measurement, all]) =>
    Object.keys(all[0] ?? {}).map((metric) => {
      const numbers = summary(all.map((sample) => sample[metric]!));
      return { measurement, metric, value: show(numbers, numbers.median < 100 ? 2 : 0) };
    }),
  );
}
