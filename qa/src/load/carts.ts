/**
 * Carts at a fixed rate: each is made, filled line by line, looked at and ordered, as a buyer does it. What is sold must be there:
 * its stock is filled up before.
 */
import { randomUUID } from 'node:crypto';
import type { ShopClient } from '@quickmart/client';
import { until } from '@quickmart/streams/testing';
import { Failure } from '../failure.ts';
import { chunksOf, describe, filterMax, problemCode } from '../http.ts';
import { atRate, type Latency, type LoadResult, type OrderBody, percentiles } from './run.ts';

export type CartClients = { product: ShopClient; inventory: ShopClient; cart: ShopClient };
type Step = 'create' | 'line' | 'read' | 'checkout';
/** `steps`: of each request, ms. */
export type CartsResult = LoadResult & { steps: Record<Step, Latency> };
type Pace = { rate: number; count: number; tick: () => void };

const unitsMore = 500_000;
const readyMs = 30_000;

export async function runCarts(
  { cart }: Pick<CartClients, 'cart'>,
  next: (nth: number) => OrderBody,
  pace: Pace,
): Promise<CartsResult> {
  const run = randomUUID();
  const took: Record<Step, number[]> = { create: [], line: [], read: [], checkout: [] };
  const timed = async <Answer>(step: Step, asked: Promise<Answer>): Promise<Answer> => {
    const began = performance.now();
    const answer = await asked;
    took[step].push(performance.now() - began);
    return answer;
  };
  const buy = async (nth: number): Promise<string> => {
    const { customerId, lines } = next(nth);
    const keyed = { headers: { 'Idempotency-Key': `load-${run}-${nth}` } };
    const made = await timed('create', cart.POST('/api/carts', { body: { customerId }, ...keyed }));
    if (!made.data) return `cart ${made.response.status}`;
    const { id } = made.data;
    for (const { sku, quantity } of lines) {
      const params = { path: { id, sku } };
      const put = cart.PUT('/api/carts/{id}/lines/{sku}', { params, body: { quantity } });
      const { response } = await timed('line', put);
      if (!response.ok) return `line ${response.status}`;
    }
    const params = { path: { id } };
    await timed('read', cart.GET('/api/carts/{id}', { params }));
    const ordered = cart.POST('/api/carts/{id}/checkout', { params, body: {}, ...keyed });
    return String((await timed('checkout', ordered)).response.status);
  };
  const result = await atRate(buy, pace);
  const { create, line, read, checkout } = took;
  return {
    ...result,
    steps: {
      create: percentiles(create),
      line: percentiles(line),
      read: percentiles(read),
      checkout: percentiles(checkout),
    },
  };
}

/** Each product has half a million units more, and carts know of it. */
export async function fillStock(
  { product, inventory, cart }: CartClients,
  skus: readonly string[],
): Promise<void> {
  for (const sku of chunksOf(skus)) {
    // The list follows the products that were just created.
    const listed = await until(
      'all products are listed',
      async () => {
        const found = await product.GET('/api/products', { params: { query: { sku, limit: filterMax } } });
        if (!found.data) throw new Failure(`the products cannot be read: ${describe(found)}`);
        return found.data.data.length === sku.length && found.data.data;
      },
      readyMs,
    );
    for (const { id } of listed) await fillOne(inventory, id);
  }
  const last = skus.at(-1);
  if (last !== undefined) await until(`a cart sees the stock of ${last}`, () => isThere(cart, last), readyMs);
}

/** The stock of a new product is made by an event. One that is as full as it can be is full enough. */
async function fillOne(inventory: ShopClient, productId: string): Promise<void> {
  const params = { path: { productId } };
  const body = { delta: unitsMore, reason: 'received' as const };
  const answer = await until(
    `product ${productId} has a stock`,
    async () => {
      const asked = await inventory.POST('/api/inventories/{productId}/adjustments', { params, body });
      return asked.response.status !== 404 && asked;
    },
    readyMs,
  );
  if (!answer.data && problemCode(answer) !== 'limit-reached')
    throw new Failure(`no stock was added: ${describe(answer)}`);
}

async function isThere(cart: ShopClient, sku: string): Promise<boolean> {
  const made = await cart.POST('/api/carts', { body: {} });
  if (!made.data) throw new Failure(`there is no cart: ${describe(made)}`);
  const params = { path: { id: made.data.id, sku } };
  const { data } = await cart.PUT('/api/carts/{id}/lines/{sku}', { params, body: { quantity: 1 } });
  return (data?.lines[0]?.available ?? 0) >= unitsMore / 2;
}
