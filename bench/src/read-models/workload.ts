/** The events that every builder of a read model gets: products that are made, then changed again and again. */
import { productCreated, productPriceChanged, productUpdated } from '@quickmart/contracts/product/events';
import { registry } from '@quickmart/contracts/registry';
import { EventStore, type RedisClient, redisClient } from '@quickmart/streams';
import { encodeEvent } from '../../../packages/streams/src/log/append.ts';

/** `events` ÷ `products` is how often each product is in the log: once made, then changed. */
export type Size = { events: number; products: number };

export const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: console.error };
const meta = { correlationId: '01999999-9999-7999-8999-999999999999', actor: 'bench' };
export const idOf = (n: number): string => `01999999-9999-7999-8999-${String(n).padStart(12, '0')}`;
/** The same numbers in every run, and in no order. */
const scattered = (n: number): number => (Math.imul(n ^ 0x9e3779b9, 0x85ebca6b) ^ (n << 7)) >>> 0;
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const priceOf = (n: number) => euros(scattered(n) % 100_000);

function created(n: number) {
  const random = scattered(n);
  return productCreated({
    productId: idOf(n),
    sku: `SKU-${random.toString(36)}-${n}`,
    name: `Mug ${random.toString(36)}`,
    description: 'Stoneware, 350 ml, dishwasher safe',
    category: `category-${random % 1000}`,
    price: priceOf(n),
    attributes: { colour: ['blue', 'red', 'white'][random % 3]!, volumeMl: 350 },
  });
}

/** Every fourth change is of the name, the others are of the price. */
function changed(n: number, round: number) {
  if (round % 4 === 0)
    return productUpdated({ changes: { name: `Mug ${scattered(n + round).toString(36)}` } });
  return productPriceChanged({ oldPrice: priceOf(n + round - 1), newPrice: priceOf(n + round) });
}

export function connect(redisUrl: string): { redis: RedisClient; store: EventStore } {
  const redis = redisClient(redisUrl);
  return { redis, store: new EventStore({ redis, codec: registry }) };
}

/** Appends of 500 products, one event each: neighbours in the log belong to different products. */
export async function preload({ redisUrl, events, products }: Size & { redisUrl: string }) {
  const { redis, store } = connect(redisUrl);
  const size = 500;
  for (let from = 0; from < events; from += size) {
    const numbers = Array.from({ length: Math.min(size, events - from) }, (_, i) => from + i);
    const aggregates = numbers.map((at) => eventAt(at, products));
    const answer = await store.log.append({ category: 'product', aggregates });
    if (answer.kind !== 'ok') throw new Error(`preload answered ${answer.kind}`);
  }
  redis.disconnect();
  return {};
}

export function eventAt(at: number, products: number) {
  const [n, round] = [at % products, Math.floor(at / products)];
  const event = round === 0 ? created(n) : changed(n, round);
  return { id: idOf(n), expectedVersion: round, events: [encodeEvent(event, Date.now(), meta)] };
}
