/** What people do at the gateway while servers die: they order, log in, look at the catalog, and follow what happens. */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventsOf, ok, type ShopClient, type ShopEvent, shopClient } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import type { SmallShop } from '../small-shop.ts';

/** Where they go, and as whom. */
export type Place = Pick<SmallShop, 'url' | 'credentials'>;
/** How many order, how long they rest after each, and how many pieces they can have. */
export type Crowd = { clients?: number; restMs?: number; stock?: number };

export const administrator = { email: 'admin@quickmart.example', password: 'a password of this test only' };

/** Of the answer to an order. */
export type Acknowledged = { id: string; position: string };
const works = ['order', 'login', 'look', 'event'] as const;
export type Work = (typeof works)[number];

const pauseMs = 20;
/** A password takes a core for a tenth of a second. */
const loginPauseMs = 500;
/** So long an order that is under way when they stop may wait for its answer. */
const lastAnswerMs = 60_000;

export class Shoppers {
  readonly acknowledged: Acknowledged[] = [];
  readonly events: ShopEvent[] = [];
  /** Categories whose events the stream could not go on with. */
  readonly resets: string[] = [];
  /** Codes of what orders were refused with. */
  readonly refusals = new Set<string>();
  /** Orders that had no answer when all was over. */
  unanswered = 0;
  readonly sku: string;
  readonly productId: string;
  readonly #shop: Place;
  readonly #client: ShopClient;
  readonly #ends = new AbortController();
  readonly #working: Promise<void>[] = [];
  /** When the newest of each that has succeeded was sent, of `performance.now`. */
  readonly #begunAt: Record<Work, number> = { order: 0, login: 0, look: 0, event: 0 };
  /** When the last of each has succeeded, and the longest time without, since they were asked for it. */
  readonly #doneAt: Partial<Record<Work, number>> = {};
  #longest: Record<Work, number> = { order: 0, login: 0, look: 0, event: 0 };
  #endsBy = Number.POSITIVE_INFINITY;

  private constructor(shop: Place, client: ShopClient, product: { id: string; sku: string }) {
    this.#shop = shop;
    this.#client = client;
    this.sku = product.sku;
    this.productId = product.id;
  }

  /** They begin, and go on until they are stopped. */
  static async at(
    shop: Place,
    { clients = 4, restMs = pauseMs, stock = 900_000 }: Crowd = {},
  ): Promise<Shoppers> {
    const place = { baseUrl: shop.url, credentials: shop.credentials };
    const client = shopClient({ ...place, retry: false });
    const sku = `MUG-${randomUUID()}`;
    const price = { amount: 1299, currency: 'EUR' };
    const { id } = await ok(shopClient(place).POST('/api/products', { body: { sku, name: 'Mug', price } }));
    const more = {
      params: { path: { productId: id } },
      body: { delta: stock, reason: 'received' },
    } as const;
    await until(
      'there is stock',
      async () => {
        const { response } = await client.POST('/api/inventories/{productId}/adjustments', more);
        return response.ok;
      },
      120_000,
    );
    const shoppers = new Shoppers(shop, client, { id, sku });
    for (let n = 0; n < clients; n++) shoppers.#working.push(shoppers.#order(restMs));
    shoppers.#repeat('login', loginPauseMs, shoppers.#logIn);
    shoppers.#repeat('look', restMs, shoppers.#look);
    shoppers.#working.push(shoppers.#follow());
    await shoppers.again();
    return shoppers;
  }

  /** Resolves when everything that they do has succeeded, sent after this moment; after how many ms each had. */
  async again(withinMs = 60_000): Promise<Record<Work, number>> {
    const began = performance.now();
    const took = works.map(async (work) => {
      await until(`${work} again`, () => this.#begunAt[work] > began, withinMs);
      return [work, Math.round(performance.now() - began)] as const;
    });
    return Object.fromEntries(await Promise.all(took)) as Record<Work, number>;
  }

  /** The longest that each was without, ms, since this was asked before. */
  longest(): Record<Work, number> {
    const longest = this.#longest;
    this.#longest = { order: 0, login: 0, look: 0, event: 0 };
    return longest;
  }

  /** Whoever has sent an order waits for its answer. */
  async stop(): Promise<void> {
    this.#endsBy = performance.now() + lastAnswerMs;
    this.#ends.abort();
    await Promise.all(this.#working);
  }

  /** Again and again, whatever comes of it. */
  #repeat(work: Work, restMs: number, attempt: () => Promise<boolean>): void {
    const repeat = async () => {
      while (!this.#ends.signal.aborted) {
        await this.#attempt(work, attempt);
        await sleep(restMs);
      }
    };
    this.#working.push(repeat());
  }

  async #attempt(work: Work, attempt: () => Promise<boolean>): Promise<boolean> {
    const began = performance.now();
    const isDone = await attempt().catch(() => false);
    if (isDone) this.#succeeded(work, began);
    return isDone;
  }

  #succeeded(work: Work, begunAt: number): void {
    const now = performance.now();
    this.#begunAt[work] = Math.max(begunAt, this.#begunAt[work]);
    this.#longest[work] = Math.max(this.#longest[work], Math.round(now - (this.#doneAt[work] ?? now)));
    this.#doneAt[work] = now;
  }

  /** One after the other; each until there is an answer. */
  async #order(restMs: number): Promise<void> {
    const { signal } = this.#ends;
    const body = { customerId: 'customer-17', lines: [{ sku: this.sku, quantity: 1 }] };
    while (!signal.aborted) {
      const headers = { 'Idempotency-Key': randomUUID() };
      const place = async () => {
        const { data, error, response } = await this.#client.POST('/api/orders', { body, headers });
        if (error) this.refusals.add(error.code);
        if (data === undefined) return false;
        this.acknowledged.push({ id: data.id, position: response.headers.get('Event-Position') ?? '' });
        return true;
      };
      let isAnswered = false;
      while (!isAnswered && performance.now() < this.#endsBy) {
        isAnswered = await this.#attempt('order', place);
        if (!isAnswered) await sleep(pauseMs);
      }
      if (!isAnswered) this.unanswered++;
      await sleep(restMs);
    }
  }

  #logIn = async (): Promise<boolean> =>
    (await this.#client.POST('/api/sessions', { body: administrator })).response.ok;

  /** Needs no Redis but for the limits of the gateway. */
  #look = async (): Promise<boolean> => (await this.#client.GET('/api/products')).response.ok;

  async #follow(): Promise<void> {
    const { url: baseUrl, credentials } = this.#shop;
    const onReset = (categories: readonly string[]) => void this.resets.push(...categories);
    const events = eventsOf({
      baseUrl,
      credentials,
      categories: ['order'],
      onReset,
      signal: this.#ends.signal,
    });
    try {
      for await (const event of events) {
        this.events.push(event);
        this.#succeeded('event', Date.parse(event.at) - performance.timeOrigin);
      }
    } catch (error) {
      if (!this.#ends.signal.aborted) throw error;
    }
  }
}
