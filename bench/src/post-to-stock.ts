/**
 * From sending `POST /api/products` until `GET /api/inventories/{id}` answers 200: validation, append, the inventory's
 * reaction, its append, its projection, its commit. Beside the bare chain of floor.ts. One product at a time, paced.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sample } from './bars.ts';
import { client, type Send } from './http.ts';
import { start } from './processes.ts';
import { percentile } from './statistics.ts';

const paceMs = 10;

/** `programs`: the one that creates products, and the one that has the stock; or one that does both. */
export async function postToStock(programs: readonly string[], count: number): Promise<Sample> {
  const system = await start(programs);
  const { send, close } = client(1, system.headers);
  try {
    const products = system.url[programs[0]!]!;
    const inventories = system.url[programs.at(-1)!]!;
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
