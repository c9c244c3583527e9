/** The bars of the event store and the consumers, each on a Redis in memory and on one with an append-only file. */
import type { Bar } from '../bars.ts';
import { nameOf, type Persistence, persistences } from './measure.ts';

const barsOn = (persistence: Persistence): Bar[] => {
  const of = (measurement: string, system: string, metric: string): Bar['ours'] => [
    nameOf(measurement, system, persistence),
    metric,
  ];
  const drain = (peer: string, least: number): Bar => ({
    what: `drain, events/s, against ${peer}`,
    ours: of('drain', 'ours', 'perSecond'),
    peer: of('drain', peer, 'perSecond'),
    bar: ['≥', least],
  });
  const latency = (rate: number, peer: string): Bar => ({
    what: `p99 latency at ${rate}/s, ms, against ${peer}`,
    ours: of(`latency ${rate}`, 'ours', 'p99'),
    peer: of(`latency ${rate}`, peer, 'p99'),
    bar: ['<', 1],
    digits: 2,
  });
  const appends = (system: string): Bar['ours'] => of('appends', system, 'perSecond');
  const againstXadd = (what: string, system: string, least: number): Bar => ({
    what: `${what}, events/s, against XADD`,
    ours: appends(system),
    peer: appends('xaddPipeline'),
    bar: ['≥', least],
  });
  return [
    drain('bullmq', 5),
    drain('channels', 7),
    ...[500, 2000].flatMap((rate) => [latency(rate, 'bullmq'), latency(rate, 'channels')]),
    againstXadd('log.append', 'append', 0.4),
    againstXadd('store.decide', 'decide', 0.4),
    againstXadd('log.append of 10', 'appendTen', 1),
    { what: 'one hot aggregate, commands/s', ours: appends('decideHot'), bar: ['≥', 5000] },
    {
      what: 'one hot aggregate, against many',
      ours: appends('decideHot'),
      peer: appends('decide'),
      bar: ['≥', 0.25],
    },
    {
      what: 'CPU per consumed event with Redis, µs, against bullmq',
      ours: of('drain', 'ours', 'cpuUs'),
      peer: of('drain', 'bullmq', 'cpuUs'),
      bar: ['≤', 0.25],
      digits: 1,
    },
    {
      what: 'bytes per one-event aggregate, against a stream each',
      ours: of('memory', 'memoryOurs', 'bytes'),
      peer: of('memory', 'memoryStreams', 'bytes'),
      bar: ['≤', 0.25],
    },
  ];
};

const sealing: Bar = {
  what: 'orders of customers whose names are sealed, orders/s, against in clear',
  ours: [nameOf('sealing', 'ordersSealed', 'memory'), 'perSecond'],
  peer: [nameOf('sealing', 'ordersInClear', 'memory'), 'perSecond'],
  bar: ['≥', 0.9],
};

export const bars: Bar[] = [
  ...persistences.flatMap((persistence) =>
    barsOn(persistence).map((bar) => ({ ...bar, what: `${bar.what}, ${persistence}` })),
  ),
  sealing,
];
