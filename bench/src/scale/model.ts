/**
 * From what an order costs to what so many orders a second need. It knows nothing but multiplication: a process and a master
 * of Redis have one core each, of which a share is kept free, and a category lives on one master.
 */
import { sum } from '../statistics.ts';
import type { Memory, Reading } from './reading.ts';

/** Of one order, from its placement to where nothing follows any more. */
export type Cost = Reading & Memory;
/** What the system takes while nothing happens: cores, by process. */
export type Idle = Record<string, number>;

export type Terms = {
  /** At the busiest time. */
  ordersPerSecond: number;
  /** How much of a core may be in use at the busiest time. */
  share: number;
  /** Orders of a day: as if the busiest time lasted so many hours, and nothing else happened. */
  busyHours: number;
  /** How long events stay in Redis. */
  days: number;
};

export type Plan = {
  /** Processes by service, each with one core. */
  processes: Record<string, number>;
  /** Cores in use at the busiest time, Redis included. */
  cores: number;
  /** Masters that share the categories, at best one for each; each with its replica. */
  masters: number;
  /** How many orders a second the busiest category allows, alone on its master. */
  mostPerSecond: number;
  /** Categories that one master cannot hold at this rate. */
  tooBusy: string[];
  memoryGiB: number;
  sqlGiB: number;
  sqlRowsPerSecond: number;
  /** Of Redis with its clients; a replica takes what is written once more. */
  networkMbit: number;
};

const gib = 2 ** 30;

export function planFor({ cpuMs, ...cost }: Cost, idle: Idle, terms: Terms): Plan {
  const { ordersPerSecond: rate, share, busyHours, days } = terms;
  const { redis = 0, ...services } = coresAt(cpuMs, idle, rate);
  const processes = Object.entries(services).map(
    ([name, cores]) => [name, Math.ceil(cores / share)] as const,
  );
  const shares = sharesOf(cost.events);
  const redisOfOrder = (cpuMs.redis ?? 0) / 1000;
  const busiest = Math.max(...Object.values(shares));
  const ofADay = rate * 3600 * busyHours;
  const orders = ofADay * days;
  return {
    processes: Object.fromEntries(processes),
    cores: sum(services) + redis,
    masters: Math.min(Object.keys(shares).length, Math.ceil(redis / share)),
    mostPerSecond: share / (redisOfOrder * busiest),
    tooBusy: Object.keys(shares).filter((name) => rate * redisOfOrder * shares[name]! > share),
    memoryGiB: (orders * sum(cost.memory) + ofADay * cost.memoryOfADay) / gib,
    sqlGiB: (orders * cost.sqlBytes) / gib,
    sqlRowsPerSecond: rate * cost.sqlRows,
    networkMbit: (rate * 8 * (cost.netIn + cost.netOut)) / 1e6,
  };
}

/** Cores by process at this rate. */
export const coresAt = (cpuMs: Cost['cpuMs'], idle: Idle, rate: number): Record<string, number> =>
  Object.fromEntries(
    Object.entries(cpuMs).map(([name, ms]) => [name, (idle[name] ?? 0) + (rate * ms) / 1000]),
  );

/** A category costs Redis about as much as it has of the events: each is appended, and read by its groups. */
function sharesOf(events: Cost['events']): Record<string, number> {
  const all = sum(events);
  const own = Object.entries(events).filter(([, count]) => count > 0);
  return Object.fromEntries(own.map(([name, count]) => [name, count / all]));
}
