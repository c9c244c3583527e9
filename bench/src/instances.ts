/**
 * More processes of one kind on one machine: one, two and four gateways in front of a service, and one, two and four processes of
 * a service. `efficiency`: the rate with n, of n times the rate with one. What uses a whole core, or all together all that the machine
 * has, is where it ends; the clients are one process of their own.
 */
import { createProduct, load, type Operation, operations, requestsOf } from './load.ts';
import { type Running, start } from './processes.ts';
import { sum } from './statistics.ts';

const counts = [1, 2, 4];
const connections = 32;
const kinds = ['gateway', 'product'] as const;
type Kind = (typeof kinds)[number];

export type Row = {
  kind: Kind;
  instances: number;
  operation: Operation;
  perSecond: number;
  efficiency: number;
  cores: Cores;
};
type Cores = { busiest: number; services: number; clients: number };

type Options = { rounds: number; seconds: number };

export async function runInstances(
  { rounds, seconds }: Options,
  say: (line: string) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let round = 1; round <= rounds; round++)
    for (const kind of kinds)
      for (const instances of counts) {
        const system = await start(['product', 'gateway'], 'split', { instances: { [kind]: instances } });
        try {
          const path = (await createProduct(system)).headers.get('Location')!;
          for (const operation of operations) {
            await rateOf(system, kind, operation, path, 1);
            const measured = await rateOf(system, kind, operation, path, seconds);
            say(
              `  round ${round}, ${instances} of ${kind}, ${operation}: ${Math.round(measured.perSecond)}/s`,
            );
            rows.push({ kind, instances, operation, ...measured, efficiency: Number.NaN });
          }
        } finally {
          await system.stop();
        }
      }
  return withEfficiency(rows);
}

/** Medians of the rounds. */
function withEfficiency(rows: readonly Row[]): Row[] {
  const groups = [
    ...Map.groupBy(rows, ({ kind, instances, operation }) => `${kind} ${operation} ${instances}`).values(),
  ];
  const medians = groups.map((group) => group.sort((a, b) => a.perSecond - b.perSecond)[group.length >> 1]!);
  return medians.map((row) => {
    const one = medians.find(
      (each) => each.kind === row.kind && each.operation === row.operation && each.instances === 1,
    );
    return { ...row, efficiency: row.perSecond / one!.perSecond / row.instances };
  });
}

async function rateOf(
  system: Running,
  kind: Kind,
  operation: Operation,
  path: string,
  seconds: number,
): Promise<Pick<Row, 'perSecond' | 'cores'>> {
  const urls = system.urls[kind]!;
  const requests = requestsOf(operation, system.headers, path);
  const before = { at: performance.now(), services: system.cpuMs(), clients: process.cpuUsage() };
  const results = await Promise.all(
    urls.map((url) => load(url, requests, { seconds, connections: connections / urls.length })),
  );
  const ms = performance.now() - before.at;
  const used = Object.entries(system.cpuMs()).map(([name, cpu]) => (cpu - before.services[name]!) / ms);
  const { user, system: kernel } = process.cpuUsage(before.clients);
  return {
    perSecond: sum(results.map(({ perSecond }) => perSecond)),
    cores: { busiest: Math.max(...used), services: sum(used), clients: (user + kernel) / 1000 / ms },
  };
}

export const showRow = ({ kind, instances, operation, perSecond, efficiency, cores }: Row) => ({
  what: `${instances} of ${kind}, ${operation}`,
  perSecond: Math.round(perSecond),
  efficiency: Number(efficiency.toFixed(2)),
  'cores: busiest': Number(cores.busiest.toFixed(2)),
  'cores: services': Number(cores.services.toFixed(2)),
  'cores: clients': Number(cores.clients.toFixed(2)),
});
