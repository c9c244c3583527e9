/** The whole shop for one measurement: its processes, its products, its customers, and what was decided. */
import { setTimeout as sleep } from 'node:timers/promises';
import { brokenInvariants } from '@quickmart/qa/invariants';
import { serviceNames } from '@quickmart/service';
import { type RedisClient, redisClient } from '@quickmart/streams';
import { client } from '../http.ts';
import { type Form, type More, type Running, start } from '../processes.ts';
import { redisCpuMs } from '../redis-cpu.ts';
import { percentile, sum } from '../statistics.ts';
import { Decisions } from './decisions.ts';

export type Line = { sku: string; quantity: number };
export type Outcome = {
  orders: number;
  confirmed: number;
  refused: number;
  /** Neither, when the time was up. */
  open: number;
  seconds: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** In use meanwhile: what stands near 1 for a process, or near all that the machine has, is where it ends. */
  cores: { busiest: number; services: number; redis: number };
  broken: string[];
};

type Used = { at: number; cpuMs: Record<string, number> };

const price = { amount: 1299, currency: 'EUR' };
const patienceMs = 60_000;

export class Shop {
  readonly #system: Running;
  readonly #redis: RedisClient;
  /** Blocked reads need a connection of their own. */
  readonly #log: RedisClient;
  readonly #http: ReturnType<typeof client>;
  readonly #decisions: Decisions;
  readonly #sentAt = new Map<string, number>();
  #reading: Promise<void>;
  #used: Used | undefined;

  private constructor(system: Running, redis: RedisClient, log: RedisClient, clients: number) {
    this.#system = system;
    this.#redis = redis;
    this.#log = log;
    this.#http = client(clients, system.headers);
    this.#decisions = new Decisions(log);
    this.#reading = this.#decisions.read();
  }

  /** `services`: those that run. */
  static async open(
    clients: number,
    form: Form,
    more: More = {},
    services: readonly string[] = serviceNames(),
  ): Promise<Shop> {
    const system = await start(services, form, more);
    const [redis, log] = [redisClient(system.redisUrl), redisClient(system.redisUrl)];
    await Promise.all([redis.connect(), log.connect()]);
    return new Shop(system, redis, log, clients);
  }

  /** The most memory that each process had. */
  peakMiB = (): Record<string, number> => this.#system.peakMiB();

  /** CPU time of the services so far. */
  cpuMs = (): number => sum(this.#system.cpuMs());

  async close(): Promise<void> {
    this.#decisions.stop();
    await this.#reading;
    this.#http.close();
    this.#redis.disconnect();
    this.#log.disconnect();
    await this.#system.stop();
  }

  /** With stock of 100 each, and known to the order service. */
  async products(skus: readonly string[]): Promise<void> {
    for (const sku of skus) {
      const { status } = await this.#http.send('POST', `${this.#system.url.product}/api/products`, {
        sku,
        name: sku,
        price,
      });
      if (status !== 201) throw new Error(`POST /api/products answered ${status}`);
    }
    await sleep(1_000);
  }

  async order(lines: readonly Line[]): Promise<void> {
    const began = performance.now();
    const url = `${this.#system.url.order}/api/orders`;
    const { status, body } = await this.#http.send<{ id: string }>('POST', url, {
      customerId: 'customer-17',
      lines,
    });
    if (status !== 201) throw new Error(`POST /api/orders answered ${status}`);
    this.#sentAt.set(body.id, began);
  }

  /** A cart with these lines in it; its address. */
  async cart(lines: readonly Line[]): Promise<string> {
    const carts = `${this.#system.url.cart}/api/carts`;
    const { status, body } = await this.#http.send<{ id: string }>('POST', carts, {});
    if (status !== 201) throw new Error(`POST /api/carts answered ${status}`);
    for (const { sku, quantity } of lines) {
      const put = await this.#http.send('PUT', `${carts}/${body.id}/lines/${sku}`, { quantity });
      if (put.status !== 200) throw new Error(`PUT /api/carts/…/lines answered ${put.status}`);
    }
    return `${carts}/${body.id}`;
  }

  /** Measured from its request on. */
  async checkout(cart: string): Promise<void> {
    const began = performance.now();
    const { status, body } = await this.#http.send<{ id: string }>('POST', `${cart}/checkout`, {});
    if (status !== 201) throw new Error(`POST /api/carts/…/checkout answered ${status}`);
    this.#sentAt.set(body.id, began);
  }

  /** Since it was asked last. */
  async #cores(): Promise<Outcome['cores']> {
    const now = {
      at: performance.now(),
      cpuMs: { ...this.#system.cpuMs(), redis: await redisCpuMs(this.#redis) },
    };
    const before = this.#used;
    this.#used = now;
    if (before === undefined) return { busiest: 0, services: 0, redis: 0 };
    const each = Object.entries(now.cpuMs).map(
      ([name, ms]) => [name, (ms - (before.cpuMs[name] ?? 0)) / (now.at - before.at)] as const,
    );
    const { redis = 0, ...services } = Object.fromEntries(each);
    return { busiest: Math.max(...Object.values(services)), services: sum(services), redis };
  }

  /** What became of the orders that were sent since the last time. Waits until all are decided. */
  async outcome(): Promise<Outcome> {
    const { made } = this.#decisions;
    await this.#decisions.reached(
      made.size + [...this.#sentAt.keys()].filter((id) => !made.has(id)).length,
      patienceMs,
    );
    const sent = [...this.#sentAt];
    this.#sentAt.clear();
    const decided = sent.flatMap(([id, began]) => {
      const decision = made.get(id);
      return decision ? [{ ...decision, ms: decision.at - began }] : [];
    });
    const times = decided.map(({ ms }) => ms).sort((a, b) => a - b);
    const confirmed = decided.filter((one) => one.confirmed).length;
    const seconds =
      (Math.max(...decided.map(({ at }) => at)) - Math.min(...sent.map(([, began]) => began))) / 1000;
    const cores = await this.#cores();
    const broken = await this.#broken();
    // What comes next begins now: the look at the invariants is not part of it.
    await this.#cores();
    return {
      orders: sent.length,
      confirmed,
      refused: decided.length - confirmed,
      open: sent.length - decided.length,
      seconds,
      perSecond: decided.length / seconds,
      p50Ms: percentile(times, 50),
      p99Ms: percentile(times, 99),
      cores,
      broken,
    };
  }

  /** Once nothing happens any more: what the last events lead to is a moment behind them. */
  async #broken(): Promise<string[]> {
    await sleep(2_000);
    const broken = await brokenInvariants(this.#redis, 0);
    return broken.map(({ rule, where, what }) => `${rule}: ${where}: ${what}`);
  }
}

export const showOutcome = (what: string, { broken, cores, ...rest }: Outcome) => ({
  what,
  ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, Math.round(value)])),
  ...Object.fromEntries(
    Object.entries(cores).map(([name, value]) => [`cores: ${name}`, Number(value.toFixed(2))]),
  ),
  invariants: broken.length === 0 ? 'hold' : `${broken.length} broken`,
});
