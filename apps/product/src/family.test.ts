/** Archived and restored together, on a private Redis. */
import { randomUUIDv7 } from 'node:crypto';
import { registry } from '@quickmart/contracts/registry';
import { EventStore, ref, type Transaction } from '@quickmart/streams';
import { startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveFamily, restoreFamily } from './family.ts';
import { addVariant, create, product } from './product.ts';

let redis: TestRedis;
let store: EventStore;
/** Another process: it learns from the log only what the first one does. */
let other: EventStore;
beforeAll(async () => {
  redis = await startRedis();
  [store, other] = [0, 1].map(() => new EventStore({ redis: redis.connect(), codec: registry })) as [
    EventStore,
    EventStore,
  ];
});
afterAll(() => redis.stop());

const command = () => ({ meta: { correlationId: randomUUIDv7() }, at: Date.now() });
const tee = {
  sku: 'TEE',
  name: 'Tee',
  price: { amount: 1299, currency: 'EUR' },
  description: '',
  category: null,
  attributes: {},
  media: [],
  options: { size: ['S', 'M', 'L'] },
};

async function newProduct(): Promise<string> {
  const id = randomUUIDv7();
  await store.decide(product, id, () => create(id, tee), command());
  return id;
}

async function newVariant(parent: string, size: string): Promise<string> {
  const id = randomUUIDv7();
  const decision = (tx: Transaction) => {
    const added = addVariant(tx.of(product, parent).state, id, { sku: `TEE-${size}`, choices: { size } });
    tx.of(product, id).append(added.variant);
    tx.of(product, parent).append(added.parent);
  };
  await store.decideAll('product', [ref(product, id), ref(product, parent)], decision, command());
  return id;
}

const archive = (id: string) => archiveFamily(store, id, command());
const restore = (id: string) => restoreFamily(store, id, command());
const statuses = (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await store.read(product, id)).state?.status));

test('a product goes with its variants, and comes back with those that went with it', async () => {
  const parent = await newProduct();
  const [small, medium] = [await newVariant(parent, 'S'), await newVariant(parent, 'M')];
  await archive(small);
  expect(await statuses(parent, small, medium)).toEqual(['active', 'archived', 'active']);
  expect((await archive(parent)).state?.status).toBe('archived');
  expect(await statuses(parent, small, medium)).toEqual(['archived', 'archived', 'archived']);
  await expect(restore(medium)).rejects.toMatchObject({ code: 'product-archived' });
  await restore(parent);
  expect(await statuses(parent, small, medium)).toEqual(['active', 'archived', 'active']);
  await restore(small);
  expect(await statuses(small)).toEqual(['active']);
});

test('a variant that is added meanwhile goes with it, or is refused', async () => {
  for (let round = 0; round < 20; round++) {
    const parent = await newProduct();
    await newVariant(parent, 'S');
    const added = newVariant(parent, 'M').catch(({ code }: { code: string }) => code);
    await Promise.all([added, archiveFamily(other, parent, command())]);
    const variants = (await store.read(product, parent)).state?.variants ?? [];
    expect(variants).toHaveLength((await added) === 'product-archived' ? 1 : 2);
    expect(new Set(await statuses(parent, ...variants.map(({ id }) => id)))).toEqual(new Set(['archived']));
  }
});

test('of a version that is not the newest one nothing is archived', async () => {
  const parent = await newProduct();
  const variant = await newVariant(parent, 'S');
  const stale = { ...command(), expectedVersion: 1 };
  await expect(archiveFamily(store, parent, stale)).rejects.toMatchObject({ name: 'StaleVersionError' });
  expect(await statuses(parent, variant)).toEqual(['active', 'active']);
});
