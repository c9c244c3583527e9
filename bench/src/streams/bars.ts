/** The bar table of the design, and how its rows come out of the samples. */
import { type Summary, show, summary } from '../statistics.ts';
import type { Sample } from './consuming.ts';
import type { Persistence } from './measure.ts';

/** Where a number comes from: measurement, system, metric. */
type Source = [measurement: string, system: string, metric: string];
type Bar = {
  what: string;
  ours: Source;
  /** Without a peer, the bar is about our number itself. */
  peer?: Source;
  bar: ['≥' | '≤' | '<', number];
  digits?: number;
};

const rates = [500, 2000];
const xadd: Source = ['appends', 'xaddPipeline', 'perSecond'];
const decide: Source = ['appends', 'decide', 'perSecond'];
const hot: Source = ['appends', 'decideHot', 'perSecond'];

const drain = (peer: string, least: number): Bar => ({
  what: `drain, events/s, against ${peer}`,
  ours: ['drain', 'ours', 'perSecond'],
  peer: ['drain', peer, 'perSecond'],
  bar: ['≥', least],
});
const latency = (rate: number, peer: string): Bar => ({
  what: `p99 latency at ${rate}/s, ms, against ${peer}`,
  ours: [`latency ${rate}`, 'ours', 'p99'],
  peer: [`latency ${rate}`, peer, 'p99'],
  bar: ['<', 1],
  digits: 2,
});

export const bars: Bar[] = [
  drain('bullmq', 5),
  drain('channels', 7),
  ...rates.flatMap((rate) => [latency(rate, 'bullmq'), latency(rate, 'channels')]),
  {
    what: 'log.append, events/s, against XADD',
    ours: ['appends', 'append', 'perSecond'],
    peer: xadd,
    bar: ['≥', 0.4],
  },
  { what: 'store.decide, events/s, against XADD', ours: decide, peer: xadd, bar: ['≥', 0.4] },
  {
    what: 'log.append of 10, events/s, against XADD',
    ours: ['appends', 'appendTen', 'perSecond'],
    peer: xadd,
    bar: ['≥', 1],
  },
  { what: 'one hot aggregate, commands/s', ours: hot, bar: ['≥', 5000] },
  { what: 'one hot aggregate, against many', ours: hot, peer: decide, bar: ['≥', 0.25] },
  {
    what: 'CPU per consumed event with Redis, µs, against bullmq',
    ours: ['drain', 'ours', 'cpuUs'],
    peer: ['drain', 'bullmq', 'cpuUs'],
    bar: ['≤', 0.25],
    digits: 1,
  },
  {
    what: 'bytes per one-event aggregate, against a stream each',
    ours: ['memory', 'memoryOurs', 'bytes'],
    peer: ['memory', 'memoryStreams', 'bytes'],
    bar: ['≤', 0.25],
  },
];

export type Samples = Map<string, Sample[]>;
export const keyOf = (measurement: string, system: string, persistence: Persistence): string =>
  `${measurement} | ${system} | ${persistence}`;

export type Row = {
  what: string;
  redis: string;
  ours: string;
  peer: string;
  ratio: string;
  bar: string;
  verdict: 'met' | 'NOT MET';
};

/** A row per bar and kind of Redis, where it was measured. */
export function barRows(samples: Samples): Row[] {
  return bars.flatMap((bar) =>
    (['none', 'everysec'] as const).flatMap((persistence) => barRow(bar, samples, persistence) ?? []),
  );
}

function barRow({ what, ours, peer, bar, digits }: Bar, samples: Samples, persistence: Persistence) {
  const own = summaryOf(samples, ours, persistence);
  const other = peer && summaryOf(samples, peer, persistence);
  if (own === undefined || (peer && other === undefined)) return undefined;
  const [sign, wanted] = bar;
  const value = own.median / (other?.median ?? 1);
  const holds = { '≥': value >= wanted, '≤': value <= wanted, '<': value < wanted }[sign];
  return {
    what,
    redis: persistence === 'none' ? 'memory' : 'AOF',
    ours: show(own, digits),
    peer: other ? show(other, digits) : '',
    ratio: other ? value.toFixed(2) : '',
    bar: `${sign} ${wanted}`,
    verdict: holds ? ('met' as const) : ('NOT MET' as const),
  };
}

export function summaryOf(
  samples: Samples,
  [measurement, system, metric]: Source,
  persistence: Persistence,
): Summary | undefined {
  const values = samples.get(keyOf(measurement, system, persistence))?.map((sample) => sample[metric]!);
  return values && summary(values);
}

/** Everything that was measured, system by system. */
export function systemRows(samples: Samples): Record<string, string>[] {
  const names = [...new Set([...samples.values()].flatMap(([sample]) => Object.keys(sample ?? {})))];
  return [...samples].map(([key, all]) => {
    const [measurement = '', system = '', persistence = ''] = key.split(' | ');
    const numbers = names
      .filter((name) => all[0]?.[name] !== undefined)
      .map((name) => {
        const numbers = summary(all.map((sample) => sample[name]!));
        return [name, show(numbers, numbers.median < 100 ? 2 : 0)];
      });
    const redis = persistence === 'none' ? 'memory' : 'AOF';
    return { measurement, system, redis, ...Object.fromEntries(numbers) };
  });
}
