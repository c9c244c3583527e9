/**
 * All services as processes, orders at a steady rate, and a SQL Server that stops answering in the middle of it: `seconds`
 * of that, then everything must be as if nothing had been. What cannot be answered meanwhile is answered 503.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '@quickmart/streams/testing';
import { expect } from 'vitest';
import { cleanedUp } from '../../../packages/projections/test/harness.ts';
import { proxyTo } from '../../../packages/projections/test/proxy.ts';
import { serverUrl } from '../../../packages/projections/test/server-url.ts';
import { serviceNames } from '../../src/names.ts';
import { call } from '../../src/openapi/client.ts';
import { type Service, type System, startSystem } from '../../src/processes.ts';
import { all, createProduct, stockOf } from '../system/shop.ts';
import { qa } from '../testing.ts';
import { type Databases, newDatabases } from './databases.ts';

export type Freeze = { seconds: number; rate: number };

const aroundMs = 4_000;
const recoverMs = 120_000;
/** Longer than any request may take: whoever is not answered at all hangs. */
const answerMs = 60_000;

export async function freeze({ seconds, rate }: Freeze): Promise<void> {
  const { hostname, port } = new URL(serverUrl);
  const proxy = await proxyTo(hostname, Number(port));
  let databases: Databases | undefined;
  let system: System | undefined;
  const run = async () => {
    // The times are those that a service has: all start at once, and a statement on a busy server may take long.
    databases = await newDatabases((url) => (url.host = `127.0.0.1:${proxy.port}`));
    system = await startSystem({
      apart: serviceNames,
      env: { INITIAL_STOCK: '1000000' },
      envOf: databases.envOf,
    });
    const product = await createProduct(system);
    await stockOf(system, product.id);
    const load = new Load(system, product.sku, rate);
    await until('orders are taken', async () => (load.answered[201] ?? 0) > rate, answerMs);
    proxy.fallSilent();
    await sleep(seconds * 1000);
    expect(await readiness(system)).toEqual(system.services.map(() => 503));
    proxy.speak();
    await sleep(aroundMs);
    await load.stop();
    await isSound(system, load);
  };
  await cleanedUp(run, async () => {
    await system?.stop();
    await proxy.cut();
    await databases?.drop();
  });
}

const readiness = ({ services }: System): Promise<number[]> =>
  Promise.all(services.map(async ({ url }) => (await ask(`${url}/readyz`)).status));

async function isSound(system: System, { answered, taken }: Load): Promise<void> {
  expect(Object.keys(answered).filter((status) => !['200', '201', '503'].includes(status))).toEqual([]);
  expect(answered[503]).toBeGreaterThan(0);
  const orders = await until(
    'every order that was taken is confirmed',
    async () => {
      const found = await all<{ id: string; status: string }>(system.order, '/api/orders');
      return found.length >= taken.size && found.every(({ status }) => status === 'confirmed') && found;
    },
    recoverMs,
  );
  // 503 may be said of an order that was placed all the same; it is found again under its key.
  const known = new Set(orders.map(({ id }) => id));
  expect([...taken].filter((id) => !known.has(id))).toEqual([]);
  const at = ['--redis', system.redis.url];
  expect(await qa(undefined, 'lag', '--wait', '60', ...at)).toMatchObject({ code: 0 });
  expect(JSON.parse((await qa(undefined, 'dead', 'list', '--json', ...at)).out)).toEqual([]);
  const { code, out } = await qa(undefined, 'verify', '--json', ...at);
  expect([code, JSON.parse(out).findings]).toEqual([0, []]);
  expect(system.defects()).toEqual([]);
}

async function ask(url: string, init: RequestInit = {}): Promise<{ status: number; body: string }> {
  const answer = await call(url, { ...init, signal: AbortSignal.timeout(answerMs) });
  return { status: answer.status, body: await answer.text() };
}

/** Places an order, and asks for a list and an item, `rate` times a second, whatever became of those before. */
class Load {
  /** Status → how often. */
  readonly answered: Record<string, number> = {};
  /** The ids of orders that were acknowledged. */
  readonly taken = new Set<string>();
  readonly #system: System;
  readonly #asked: Promise<void>[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(system: System, sku: string, rate: number) {
    this.#system = system;
    const body = JSON.stringify({ customerId: 'customer-17', lines: [{ sku, quantity: 1 }] });
    this.#timer = setInterval(() => {
      this.#asked.push(this.#order(body), this.#list());
    }, 1000 / rate);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#asked);
  }

  async #order(body: string): Promise<void> {
    const headers = { 'Content-Type': 'application/json' };
    const text = await this.#note(this.#system.order, '/api/orders', { method: 'POST', body, headers });
    const { id } = JSON.parse(text) as { id?: string };
    if (id !== undefined) this.taken.add(id);
  }

  async #list(): Promise<void> {
    const { product, inventory, order, payment } = this.#system;
    await Promise.all([
      this.#note(product, '/api/products?limit=5'),
      this.#note(inventory, '/api/inventories?limit=5'),
      this.#note(order, '/api/orders?limit=5'),
      this.#note(payment, '/api/payments?limit=5'),
    ]);
  }

  async #note({ url }: Service, path: string, init?: RequestInit): Promise<string> {
    const { status, body } = await ask(url + path, init).catch((error: Error) => ({
      status: error.name,
      body: '{}',
    }));
    this.answered[status] = (this.answered[status] ?? 0) + 1;
    return body;
  }
}
