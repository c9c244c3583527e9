/** How long a buyer waits for their cart: it is read, and changed, one request after the other, with every rule in force. */
import { namesBehind } from '@quickmart/service';
import { until } from '@quickmart/streams/testing';
import { addSample, type Bar, brief, type Samples } from './bars.ts';
import type { Headers } from './http.ts';
import { type Running, start } from './processes.ts';
import { percentile } from './statistics.ts';

export const bars: readonly Bar[] = [
  { what: 'a cart is read, p50, ms', ours: ['read', 'p50'], bar: ['≤', 3], digits: 2 },
  { what: 'a cart is read, p99, ms', ours: ['read', 'p99'], digits: 2 },
  { what: 'a cart is changed, p50, ms', ours: ['change', 'p50'], bar: ['≤', 5], digits: 2 },
  { what: 'a cart is changed, p99, ms', ours: ['change', 'p99'], digits: 2 },
];

type Options = { rounds: number; requests: number };
const lines = 5;
const warmUp = 100;

export async function runCarts({ rounds, requests }: Options, say: (line: string) => void): Promise<Samples> {
  const samples: Samples = new Map();
  for (let round = 1; round <= rounds; round++) {
    const system = await start(namesBehind(), 'shared');
    try {
      const send = sender(system);
      const cart = await filledCart(system, send);
      const ways = {
        read: () => send(cart),
        change: (n: number) => send(`${cart}/lines/SKU-${n % lines}`, 'PUT', { quantity: 1 + (n % 7) }),
      };
      for (const [name, request] of Object.entries(ways)) {
        const sample = await timed(request, requests);
        addSample(samples, name, sample);
        say(`  round ${round}/${rounds}: ${name}: ${brief(sample)}`);
      }
    } finally {
      await system.stop();
    }
  }
  return samples;
}

async function timed(request: (n: number) => Promise<unknown>, requests: number) {
  const times: number[] = [];
  for (let n = 0; n < warmUp + requests; n++) {
    const began = performance.now();
    await request(n);
    if (n >= warmUp) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 50), p99: percentile(times, 99) };
}

/** Five lines, a discount, a tax and a shipping method, to an address. */
async function filledCart(system: Running, send: Send): Promise<string> {
  const { url } = system;
  const any = { 'If-Match': '*' };
  const price = { amount: 1999, currency: 'EUR' };
  for (let n = 0; n < lines; n++)
    await send(`${url.product}/api/products`, 'POST', { sku: `SKU-${n}`, name: 'Mug', price });
  const effect = { type: 'percent', percent: 10 };
  await send(`${url.pricing}/api/promotions`, 'POST', { name: 'Ten', effect, automatic: true });
  await send(
    `${url.pricing}/api/tax-rates`,
    'PUT',
    { country: 'DE', name: 'VAT', percent: 19, included: true },
    any,
  );
  const zones = [{ countries: ['DE'], rate: { type: 'flat', price } }];
  await send(`${url.pricing}/api/shipping-methods`, 'PUT', { key: 'post', name: 'Post', zones }, any);
  const cart = `${url.cart}/api/carts/${(await send(`${url.cart}/api/carts`, 'POST', {})).id}`;
  for (let n = 0; n < lines; n++) await send(`${cart}/lines/SKU-${n}`, 'PUT', { quantity: 1 });
  const shipping = { name: 'Anna', line1: 'Weg 1', postalCode: '20095', city: 'Hamburg', country: 'DE' };
  await send(`${cart}/addresses`, 'PUT', { shipping });
  await send(`${cart}/shipping-method`, 'PUT', { method: 'post' });
  await until('every rule and the stock are known', async () => {
    const { quote, lines } = await send(cart);
    const isInStock = lines.every(({ status }: { status: string }) => status === 'ready');
    return (
      isInStock && quote.discounts.length === 1 && quote.tax.length === 1 && quote.shipping !== undefined
    );
  });
  return cart;
}

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire has the shape that is measured here.
type Body = any;

type Send = (url: string, method?: string, body?: object, more?: Headers) => Promise<Body>;

const sender =
  ({ headers }: Running): Send =>
  async (url, method = 'GET', body, more = {}) => {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, ...more },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
