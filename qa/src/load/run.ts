/**
 * Load at a fixed rate: an order is due at its time, whether or not the ones before have been answered, and its latency
 * counts from when it was due. So a service that stalls shows in the percentiles, and not in fewer requests.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ShopClient } from '@quickmart/client';
import { Failure } from '../failure.ts';
import { describe } from '../http.ts';
import type { Random } from '../random.ts';

export type OrderBody = { customerId: string; lines: { sku: string; quantity: number }[] };
export type Latency = { p50: number; p95: number; p99: number; max: number };
export type LoadResult = {
  orders: number;
  answered: Record<string, number>;
  /** From when it was due to its answer, retries included, ms. */
  latencyMs: Latency;
  ordersPerSecond: number;
};

type Pace = { rate: number; count: number; tick: () => void };

/** Sends each when it is due; `send` gives its outcome, such as the status of the answer. */
export async function atRate(
  send: (nth: number) => Promise<string>,
  { rate, count, tick }: Pace,
): Promise<LoadResult> {
  const began = performance.now();
  const latencies: number[] = [];
  const answered: Record<string, number> = {};
  const sendOne = async (nth: number, dueAt: number) => {
    const outcome = await send(nth).catch((error: Error) => error.name);
    answered[outcome] = (answered[outcome] ?? 0) + 1;
    latencies.push(performance.now() - dueAt);
    tick();
  };
  const sent: Promise<void>[] = [];
  for (let nth = 0; nth < count; nth++) {
    const dueAt = began + (nth * 1000) / rate;
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    sent.push(sendOne(nth, dueAt));
  }
  await Promise.all(sent);
  const seconds = (performance.now() - began) / 1000;
  return {
    orders: count,
    answered,
    latencyMs: percentiles(latencies),
    ordersPerSecond: round(count / seconds),
  };
}

/** `next` gives the nth order; `taken` hears the id of every order that was acknowledged. */
export async function runLoad(
  orders: ShopClient,
  next: (nth: number) => OrderBody,
  { taken, ...pace }: Pace & { taken?: (id: string) => void },
): Promise<LoadResult> {
  const run = randomUUID();
  return await atRate(async (nth) => {
    const headers = { 'Idempotency-Key': `load-${run}-${nth}` };
    const { data, response } = await orders.POST('/api/orders', { body: next(nth), headers });
    if (data) taken?.(data.id);
    return String(response.status);
  }, pace);
}

export function percentiles(latencies: number[]): Latency {
  latencies.sort((a, b) => a - b);
  const at = (share: number) => round(latencies[Math.ceil(latencies.length * share) - 1] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Products of their own for a run; their SKUs. */
export async function createProducts(products: ShopClient, count: number): Promise<string[]> {
  const run = randomUUID().slice(0, 8);
  const skus = Array.from({ length: count }, (_, nth) => `LOAD-${run}-${nth}`);
  for (const sku of skus) {
    const body = { sku, name: 'Load', price: { amount: 100, currency: 'EUR' } };
    const answer = await products.POST('/api/products', { body, headers: { 'Idempotency-Key': sku } });
    if (!answer.data) throw new Failure(`a product was not created: ${describe(answer)}`);
  }
  return skus;
}

/** One to three lines of a few units. */
export const syntheticOrder = (skus: readonly string[], random: Random): OrderBody => ({
  customerId: `load-${random.between(1, 1000)}`,
  lines: Array.from({ length: random.between(1, 3) }, () => ({
    sku: random.pick(skus),
    quantity: random.between(1, 3),
  })),
});
