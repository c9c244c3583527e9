/** The bars of the read models. */
import type { Bar } from '../bars.ts';

const built = (name: string, least: number): Bar[] => [
  { what: `rebuild on ${name}, events/s`, ours: [`${name} ours`, 'perSecond'], bar: ['≥', least] },
  {
    what: `rebuild on ${name}, against row by row`,
    ours: [`${name} ours`, 'perSecond'],
    peer: [`${name} row by row`, 'perSecond'],
    bar: ['≥', 10],
  },
];

export const bars: Bar[] = [
  ...built('sqlite', 50_000),
  ...built('sqlserver', 10_000),
  { what: 'lag at 1,000 events/s, p99, ms', ours: ['lag', 'p99'], bar: ['≤', 50], digits: 1 },
  {
    what: 'memory while 1 M events are applied, last third ÷ second',
    ours: ['million', 'growth'],
    bar: ['≤', 1.1],
    digits: 2,
  },
  {
    what: 'page of a list of 1 M products, the slowest kind, ms',
    ours: ['million', 'worstPageMs'],
    bar: ['≤', 50],
    digits: 1,
  },
];
