/**
 * From sending `POST /api/products` until `GET /api/inventories/{id}` answers 200: validation, append, the inventory's
 * reaction, its append, its projection, its commit. Beside the bare chain of floor.ts. One product at a time, paced.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { client, type Send } from './http.ts';
import { start } from './processes.ts';
import { percentile, ratio, type Summary, show, summary } from './statistics.ts';

type Latency = { p50: number; p99: number };
export type PostToStock = Record<'floor' | 'ours', { p50: Summary; p99: Summary }>;

const programs = { floor: ['floor'], ours: ['product', 'inventory'] } as const;
const paceMs = 10;

export async function postToStock(
  rounds: number,
  count: number,
  say: (line: string) => void,
): Promise<PostToStock> {
  const runs: Record<'floor' | 'ours', Latency[]> = { floor: [], ours: [] };
  for (let round = 1; round <= rounds; round++) {
    for (const name of ['floor', 'ours'] as const) {
      const run = await once(programs[name], count);
      say(`  round ${round}/${rounds}: ${name} p50 ${run.p50.toFixed(1)} ms, p99 ${run.p99.toFixed(1)} ms`);
      runs[name].push(run);
    }
  }
  const of = (all: Latency[]) => ({
    p50: summary(all.map(({ p50 }) => p50)),
    p99: summary(all.map(({ p99 }) => p99)),
  });
  return { floor: of(runs.floor), ours: of(runs.ours) };
}

async function once(used: (typeof programs)[keyof typeof programs], count: number): Promise<Latency> {
  const system = await start<'floor' | 'product' | 'inventory'>(used);
  const { send, close } = client(1);
  try {
    const products = system.url[used[0]];
    const inventories = system.url[used.at(-1)!];
    for (let i = 0; i < 50; i++) await one(send, products, inventories, `WARM-${i}`);
    const latencies: number[] = [];
    for (let i = 0; i < count; i++) {
      latencies.push(await one(send, products, inventories, `SKU-${i}`));
      await sleep(paceMs);
    }
    latencies.sort((a, b) => a - b);
    return { p50: percentile(latencies, 50), p99: percentile(latencies, 99) };
  } finally {
    close();
    await system.stop();
  }
}

async function one(send: Send, products: string, inventories: string, sku: string): Promise<number> {
  const product = { sku, name: 'Blue mug', price: { amount: 1299, currency: 'EUR' } };
  const began = performance.now();
  const created = await send<{ id: string }>('POST', `${products}/api/products`, product);
  if (created.status !== 201) throw new Error(`POST answered ${created.status}`);
  const url = `${inventories}/api/inventories/${created.body.id}`;
  for (;;) {
    const { onHand } = (await send<{ onHand?: number }>('GET', url)).body;
    const ms = performance.now() - began;
    if (onHand === 100) return ms;
    if (ms > 5000) throw new Error(`no stock for ${sku} after 5 s`);
  }
}

export const showPostToStock = ({ floor, ours }: PostToStock) =>
  (['p50', 'p99'] as const).map((p) => ({
    what: `POST to stock, ${p}, ms`,
    floor: show(floor[p], 1),
    ours: show(ours[p], 1),
    'ours/floor': ratio(ours[p], floor[p]),
  }));
