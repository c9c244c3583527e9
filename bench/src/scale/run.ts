/** `bench scale`: what an order costs, what so many a second need, and how well the one foretells the other. */

import { sum } from '../statistics.ts';
import { type Measured, measureLoads } from './cost.ts';
import { type Cost, coresAt, type Idle, type Plan, planFor } from './model.ts';

export type Outcome = { cost: Cost; idle: Idle; plans: Record<number, Plan>; foretold: Foretold[] };
type Foretold = { what: string; foretold: number; measured: number; error: string };

const rates = [100, 1_000, 10_000];
const terms = { share: 0.6, busyHours: 5, days: 30 };

/**
 * Two loads, the second one three times as fast. The plans are made of its cost: a busy system does more at once, so an order costs
 * less. The second is also foretold from the first: that says how far a cost can be carried to another rate.
 */
export async function runScale(quick: boolean, say: (line: string) => void): Promise<Outcome> {
  const [orders, perSecond] = quick ? [100, 10] : [2000, 67];
  const loads = [
    { orders, perSecond },
    { orders: 3 * orders, perSecond: 3 * perSecond },
  ];
  const [first, second] = (await measureLoads(loads, say)) as [Measured, Measured];
  const { used: cost, idle } = second;
  const plans = rates.map((ordersPerSecond) => [
    ordersPerSecond,
    planFor(cost, idle, { ordersPerSecond, ...terms }),
  ]);
  return { cost, idle, plans: Object.fromEntries(plans), foretold: foretell(first, second) };
}

function foretell(
  { used: cost, idle }: Measured,
  { used, orders, seconds, idle: idleThen }: Measured,
): Foretold[] {
  const rate = orders / seconds;
  const pairs: [string, number, number][] = [
    ['cores', sum(coresAt(cost.cpuMs, idle, rate)), sum(coresAt(used.cpuMs, idleThen, rate))],
    [
      'cores of Redis',
      coresAt(cost.cpuMs, idle, rate).redis ?? 0,
      coresAt(used.cpuMs, idleThen, rate).redis ?? 0,
    ],
    ['memory of Redis, MiB', (orders * memoryOf(cost)) / 2 ** 20, (orders * memoryOf(used)) / 2 ** 20],
    ['append-only file, MiB', (orders * cost.aofBytes) / 2 ** 20, (orders * used.aofBytes) / 2 ** 20],
    ['network of Redis, Mbit/s', ...mbit(cost, used, rate)],
    ['rows in SQL', orders * cost.sqlRows, orders * used.sqlRows],
    ['SQL, MiB', (orders * cost.sqlBytes) / 2 ** 20, (orders * used.sqlBytes) / 2 ** 20],
  ];
  return pairs.map(([what, foretold, measured]) => ({
    what,
    foretold: round(foretold),
    measured: round(measured),
    error: `${Math.round((100 * (foretold - measured)) / measured)} %`,
  }));
}

const memoryOf = ({ memory, memoryOfADay }: Cost): number => sum(memory) + memoryOfADay;

const mbit = (cost: Cost, used: Cost, rate: number): [number, number] =>
  [cost, used].map(({ netIn, netOut }) => (rate * 8 * (netIn + netOut)) / 1e6) as [number, number];

export const round = (value: number): number => Number(value.toPrecision(3));

/** For people: a row each. */
export function tablesOf({ cost, idle, plans, foretold }: Outcome): object[][] {
  const cpu = Object.keys(cost.cpuMs).map((process) => ({
    process,
    'CPU of an order, ms': round(cost.cpuMs[process]!),
    'cores without load': round(idle[process] ?? 0),
  }));
  const categories = Object.keys(cost.events).map((category) => ({
    category,
    'events of an order': round(cost.events[category]!),
    'bytes in Redis': Math.round(cost.memory[category]!),
  }));
  const { memoryOfADay, aofBytes, netIn, netOut, commands, sqlBytes, sqlRows } = cost;
  const rest = Object.entries({ memoryOfADay, aofBytes, netIn, netOut, commands, sqlBytes, sqlRows }).map(
    ([what, value]) => ({
      'of an order': what,
      value: round(value),
    }),
  );
  const rows = Object.entries(plans).map(([rate, { processes, tooBusy, ...plan }]) => ({
    'orders/s': rate,
    processes: sum(processes),
    ...Object.fromEntries(Object.entries(plan).map(([name, value]) => [name, round(value)])),
    'too busy for one master': tooBusy.join(', '),
  }));
  return [cpu, categories, rest, rows, foretold];
}
