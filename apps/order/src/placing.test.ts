/** With the real thing: a private Redis, a read model in SQLite, the consumer between them. */
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ProductEvents,
  productArchived,
  productCreated,
  productPriceChanged,
  productRestored,
} from '@quickmart/contracts/product/events';
import { registry } from '@quickmart/contracts/registry';
import type { Money } from '@quickmart/contracts/shapes';
import { priceBook } from '@quickmart/price-book';
import type { ReadModels } from '@quickmart/projections';
import { openEmpty } from '@quickmart/projections/testing';
import { requestLimits } from '@quickmart/service';
import {
  aggregate,
  type ConsumerGroup,
  consumerGroup,
  EventStore,
  type NewEventOf,
  OutageError,
} from '@quickmart/streams';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { limits } from './limits.ts';
import { basketOf, placeOrder } from './placing.ts';
import { placeOrder as shape } from './placing-api.ts';

const none = () => {};
const logger = { debug: none, info: none, warn: none, error: none };
/** The product service's, as far as this service needs it: somebody who writes its events. */
const product = aggregate<null, ProductEvents>({
  category: 'product',
  initial: null,
  evolve: {
    ProductCreatedEvent: () => null,
    ProductUpdatedEvent: () => null,
    ProductPriceChangedEvent: () => null,
    ProductArchivedEvent: () => null,
    ProductRestoredEvent: () => null,
    ProductVariantAddedEvent: () => null,
  },
});
/** How long the catalog is waited for: on a busy machine, it may take its time. */
const waitFor = (waitMs: number) => Object.assign(requestLimits, { waitMs });
const { waitMs } = requestLimits;
afterAll(() => void waitFor(waitMs));
const euros = (amount: number) => ({ amount, currency: 'EUR' });

let redis: TestRedis;
let store: EventStore;
let readModels: ReadModels;
let consumers: ConsumerGroup;
let folder: string;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  waitFor(15_000);
  folder = mkdtempSync(join(tmpdir(), 'quickmart-pricing-'));
  store = new EventStore({ redis: redis.connect(), codec: registry });
  await store.log.redis.flushall();
  readModels = await openEmpty({
    url: `file:${join(folder, 'order.sqlite')}`,
    projections: priceBook,
    logger,
  });
  consumers = consumerGroup('order', { store, logger })
    .project('product', readModels.projector)
    .project('pricing', readModels.projector);
});
afterEach(async () => {
  await consumers.stop(0);
  await readModels.close();
  rmSync(folder, { recursive: true });
});

async function write(id: string, ...events: NewEventOf<ProductEvents>[]): Promise<string> {
  const command = { at: Date.now(), meta: { correlationId: 'test' } };
  const sku = events.flatMap((event) => (event.eventType === 'ProductCreatedEvent' ? [event.data.sku] : []));
  const claims = sku.map((value) => ({ name: 'sku', value }));
  const { position } = await store.decide(product, id, () => events, { ...command, claims });
  return position ?? '';
}

async function sell(sku: string, price = euros(1299), more: object = {}): Promise<string> {
  const productId = randomUUIDv7();
  await write(
    productId,
    productCreated({
      productId,
      sku,
      name: `The ${sku}`,
      description: '',
      price,
      category: null,
      attributes: {},
      ...more,
    }),
  );
  return productId;
}

const seen = async (id: string) =>
  expect(await readModels.waitFor((await store.head('product', id))?.position ?? '', 5000)).toBe(true);
const waits = { reservationWaitMs: 1, paymentWaitMs: 1, confirmationWaitMs: 1, settlementWaitMs: 1 };
const customerId = randomUUIDv7();
const known = {
  number: 'QM-2026-000001',
  customerId,
  email: null,
  addresses: { shipping: null, billing: null },
  locale: null,
  metadata: {},
  paymentMethod: null,
  onDecline: 'cancel' as const,
};
/** The order of these lines. */
async function price(...lines: { quantity: number; sku?: string; productId?: string }[]) {
  return await priceAgreed(undefined, lines);
}
async function priceAgreed(total: Money | undefined, lines: object[]) {
  const names = async () => [customerId];
  const basket = await basketOf({ store, readModels }, shape.parse({ lines }), { customerId, names });
  const command = { at: Date.now(), meta: { correlationId: 'test' } };
  const parts = { store, settings: waits };
  const { state } = await placeOrder(parts, randomUUIDv7(), { basket, known, total }, command);
  return state!;
}
const refusal = (code: string, errors?: unknown[]) =>
  expect.objectContaining({ name: 'Refusal', code, ...(errors && { members: { errors } }) });

describe('a catalog that is up to date', () => {
  beforeEach(() => consumers.start());

  test('a product with options is not sold, its variants are', async () => {
    const tee = await sell('TEE', euros(1900), { options: { size: ['S', 'M'] } });
    const variant = await sell('TEE-M', euros(1900), { variantOf: tee, choices: { size: 'M' } });
    await seen(variant);
    await expect(price({ sku: 'TEE', quantity: 1 })).rejects.toEqual(refusal('product-unknown'));
    const { lines } = await price({ sku: 'TEE-M', quantity: 1 });
    expect(lines).toMatchObject([{ productId: variant, sku: 'TEE-M' }]);
  });

  test('prices lines by id and by SKU, in their order, and adds them up', async () => {
    const mug = await sell('MUG');
    const cup = await sell('CUP', euros(250));
    await seen(cup);
    const line = (productId: string, sku: string, quantity: number, each: number) => ({
      productId,
      sku,
      name: `The ${sku}`,
      quantity,
      unitPrice: euros(each),
      lineTotal: euros(each * quantity),
      priceList: null,
      discounts: [],
      tax: [],
      total: euros(each * quantity),
    });
    expect(
      await price({ sku: 'CUP', quantity: 2 }, { productId: mug, quantity: 3 }, { sku: 'CUP', quantity: 1 }),
    ).toMatchObject({
      lines: [line(cup, 'CUP', 2, 250), line(mug, 'MUG', 3, 1299), line(cup, 'CUP', 1, 250)],
      total: euros(4647),
    });
  });

  test('what costs something else than the buyer has agreed to is refused', async () => {
    await seen(await sell('MUG'));
    const line = { sku: 'MUG', quantity: 2 };
    const agreed = (amount: number, currency = 'EUR') => priceAgreed({ amount, currency }, [line]);
    await expect(agreed(2597)).rejects.toEqual(refusal('total-changed'));
    await expect(agreed(2598, 'USD')).rejects.toEqual(refusal('total-changed'));
    expect(await agreed(2598)).toMatchObject({ total: euros(2598) });
  });

  test('names every line that cannot be sold, and why', async () => {
    const [mug, old] = [await sell('MUG'), await sell('OLD')];
    await write(old, productArchived({ reason: null }));
    await seen(old);
    const unknown = { code: 'unknown', detail: expect.stringContaining('no such product is sold') };
    const archived = { code: 'archived', detail: 'the product is archived' };
    await seen(await sell('ODD', { amount: 100, currency: 'ZZZ' }));
    const lines = [
      { sku: 'MUG', quantity: 1 },
      { sku: 'mug', quantity: 1 },
      { productId: old, quantity: 1 },
      { productId: randomUUIDv7(), quantity: 1 },
      { productId: mug, quantity: 1 },
      { sku: 'OLD', quantity: 1 },
      { sku: 'ODD', quantity: 1 },
    ];
    await expect(price(...lines)).rejects.toEqual(
      refusal('product-unknown', [
        { pointer: '/lines/1/sku', ...unknown },
        { pointer: '/lines/2/productId', ...archived },
        { pointer: '/lines/3/productId', ...unknown },
        { pointer: '/lines/5/sku', ...archived },
        {
          pointer: '/lines/6/sku',
          code: 'currency-unknown',
          detail: 'its price is in ZZZ, which is no currency now',
        },
      ]),
    );
  });

  test('a product that was restored, at its new price', async () => {
    const id = await sell('MUG');
    const changed = productPriceChanged({ oldPrice: euros(1299), newPrice: euros(0) });
    await write(id, changed, productArchived({ reason: null }), productRestored({}));
    await seen(id);
    expect(await price({ sku: 'MUG', quantity: 5 })).toMatchObject({ total: euros(0) });
  });

  test('refuses two currencies', async () => {
    await sell('MUG');
    await seen(await sell('KNIFE', { amount: 3900, currency: 'CHF' }));
    const both = price({ sku: 'MUG', quantity: 1 }, { sku: 'KNIFE', quantity: 1 });
    await expect(both).rejects.toEqual(refusal('currencies-mixed'));
  });

  test('the largest order is exact; what cannot be kept exactly is refused', async () => {
    await seen(await sell('GOLD', euros(limits.priceMax)));
    const line = { sku: 'GOLD', quantity: limits.quantityMax };
    expect((await price(...Array(9).fill(line))).total).toEqual(euros(9e15));
    await expect(price(...Array(10).fill(line))).rejects.toEqual(refusal('order-too-large'));
    await expect(price(...Array(limits.orderLinesMax).fill(line))).rejects.toEqual(
      refusal('order-too-large'),
    );
  });

  test('900 lines of 900 products', async () => {
    const ids = await Promise.all(
      Array.from({ length: limits.orderLinesMax }, (_, n) => sell(`P-${n}`, euros(n))),
    );
    const { lines, total } = await price(...ids.map((productId) => ({ productId, quantity: 1 })));
    expect(lines.map(({ productId }) => productId)).toEqual(ids);
    expect(total).toEqual(euros((899 * 900) / 2));
  });
});

describe('a catalog that is behind', () => {
  test('is waited for, by id and by SKU', async () => {
    const mug = await sell('MUG');
    await sell('CUP');
    const both = Promise.all([price({ productId: mug, quantity: 1 }), price({ sku: 'CUP', quantity: 2 })]);
    consumers.start();
    expect((await both).map(({ total }) => total.amount)).toEqual([1299, 2598]);
  });

  test('for too long: that is an outage, not an unknown product', async () => {
    waitFor(50);
    await sell('MUG');
    await expect(price({ sku: 'MUG', quantity: 1 })).rejects.toThrow(OutageError);
  });

  test('is not waited for where the log does not know the product either', async () => {
    const began = performance.now();
    const unknown = price({ sku: 'NONE', quantity: 1 }, { productId: randomUUIDv7(), quantity: 1 });
    await expect(unknown).rejects.toEqual(refusal('product-unknown'));
    expect(performance.now() - began).toBeLessThan(requestLimits.waitMs);
  });
});
