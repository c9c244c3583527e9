/**
 * What the gateway adds, and what it keeps: the same requests straight to the service and through the gateway, in turn, on
 * the same processes. `shared`: the gateway calls the service in its own process, as with `npm start`; `split`: over HTTP.
 */
import { addSample, type Bar, brief, type Samples } from './bars.ts';
import type { Headers } from './http.ts';
import { createProduct, load, newProduct, type Operation, operations, requestsOf } from './load.ts';
import { type Form, type Running, start } from './processes.ts';
import { percentile, sum } from './statistics.ts';

type Way = 'direct' | 'gateway';
const ways: readonly Way[] = ['direct', 'gateway'];
const forms: readonly Form[] = ['shared', 'split'];

export const bars: readonly Bar[] = forms.flatMap((form) =>
  operations.flatMap((operation): Bar[] => [
    {
      what: `${form}, ${operation}: p50 that the gateway adds, ms`,
      ours: [`${form} ${operation} added`, 'p50'],
      bar: ['≤', 1],
      digits: 2,
    },
    {
      what: `${form}, ${operation}: requests per second`,
      ours: [`${form} ${operation} gateway`, 'perSecond'],
      peer: [`${form} ${operation} direct`, 'perSecond'],
      bar: ['≥', 0.8],
    },
    {
      what: `${form}, ${operation}: CPU per request, ms, with and without the gateway`,
      ours: [`${form} ${operation} gateway`, 'cpuMs'],
      peer: [`${form} ${operation} direct`, 'cpuMs'],
      digits: 2,
    },
  ]),
);

type Options = { rounds: number; seconds: number; requests: number };

export async function runGateway(options: Options, say: (line: string) => void): Promise<Samples> {
  const samples: Samples = new Map();
  for (const form of forms) {
    const system = await start(['product', 'gateway'], form);
    try {
      const path = (await createProduct(system)).headers.get('Location')!;
      for (const way of ways)
        for (const operation of operations) await rate(endOf(system, way), operation, path, 1);
      for (let round = 1; round <= options.rounds; round++)
        for (const operation of operations)
          await pair(system, { form, operation, path, round }, options, samples, say);
    } finally {
      await system.stop();
    }
  }
  return samples;
}

type End = { url: string; headers: Headers };
const endOf = ({ url, headers }: Running, way: Way): End => ({
  url: url[way === 'direct' ? 'product' : 'gateway']!,
  headers,
});

/** One after the other: first each way alone, request by request, then many at a time. */
async function pair(
  system: Running,
  { form, operation, path, round }: { form: Form; operation: Operation; path: string; round: number },
  { seconds, requests }: Options,
  samples: Samples,
  say: (line: string) => void,
): Promise<void> {
  const times = await inTurn(system, operation, path, requests);
  const added = { p50: times.gateway - times.direct };
  addSample(samples, `${form} ${operation} added`, added);
  // What the service has to do after a burst must not count for whoever comes next.
  await caughtUp(system);
  for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
    const before = sum(system.cpuMs());
    const { perSecond, count } = await rate(endOf(system, way), operation, path, seconds);
    await caughtUp(system);
    const sample = { p50: times[way], perSecond, cpuMs: (sum(system.cpuMs()) - before) / count };
    addSample(samples, `${form} ${operation} ${way}`, sample);
    say(`  ${form}, ${operation}, ${way}: ${brief(sample)}`);
  }
}

/** Until the read models have everything that was created. */
async function caughtUp(system: Running): Promise<void> {
  const created = await createProduct(system);
  const seen = { 'Event-Position': created.headers.get('Event-Position')! };
  for (;;) {
    const answer = await fetch(`${system.url.product}/api/products?limit=1`, { headers: seen });
    await answer.arrayBuffer();
    if (!answer.headers.has('Read-Model-Stale')) return;
  }
}

/** Median times in ms, of requests that take turns: whatever else the machine does, both have it. */
async function inTurn(
  system: Running,
  operation: Operation,
  path: string,
  requests: number,
): Promise<Record<Way, number>> {
  const times: Record<Way, number[]> = { direct: [], gateway: [] };
  for (let n = 0; n < requests; n++)
    for (const way of ways) {
      const began = performance.now();
      await once(endOf(system, way), operation, path);
      times[way].push(performance.now() - began);
    }
  const median = (of: number[]) =>
    percentile(
      of.sort((a, b) => a - b),
      50,
    );
  return { direct: median(times.direct), gateway: median(times.gateway) };
}

async function once({ url, headers }: End, operation: Operation, path: string): Promise<void> {
  const init = operation === 'read' ? { headers } : { method: 'POST', headers, body: newProduct() };
  const answer = await fetch(operation === 'read' ? url + path : `${url}/api/products`, init);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${operation}: ${answer.status}`);
}

const rate = ({ url, headers }: End, operation: Operation, path: string, seconds: number) =>
  load(url, requestsOf(operation, headers, path), { seconds });
