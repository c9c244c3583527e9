/**
 * What sealing costs: commands that append an order of a customer named by a text, as it was before texts were sealed (version 2
 * of the event) and as it is (version 3). Both pass the codec of the contracts. A thousand customers, whose keys are known.
 */
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registry } from '@quickmart/contracts/registry';
import { openSealing, type Sealing } from '@quickmart/sealing';
import { aggregate, EventStore, type NewEvent } from '@quickmart/streams';
import type { Sample } from '../bars.ts';
import { type AppendingOptions, rate } from './appending.ts';
import { must } from './oracle.ts';
import { connect, meta } from './systems/ours.ts';

const customers = 1_000;
const callers = 128;
const category = 'order';
const order = aggregate<{ count: number }, { OrderPlacedEvent: unknown }>({
  category,
  initial: { count: 0 },
  evolve: { OrderPlacedEvent: ({ count }) => ({ count: count + 1 }) },
});

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const line = (sku: string) => ({
  productId: '019a0000-0000-7000-8000-000000000001',
  sku,
  name: 'Blue mug',
  quantity: 1,
  unitPrice: euros(1299),
  lineTotal: euros(1299),
});
const data = (customerId: string) => ({
  customerId,
  lines: ['MUG-BLUE', 'MUG-RED', 'MUG-GREEN'].map(line),
  total: euros(3 * 1299),
  paymentMethod: null,
});

type Make = (customer: string) => Promise<NewEvent>;

export const ordersInClear = (options: AppendingOptions): Promise<Sample> =>
  orders(options, () => async (customer) => ({
    eventType: 'OrderPlacedEvent',
    schema: 2,
    data: data(customer),
  }));

export const ordersSealed = (options: AppendingOptions): Promise<Sample> =>
  orders(options, (sealing) => async (customer) => ({
    eventType: 'OrderPlacedEvent',
    schema: 3,
    data: data(await sealing.customer(customer)),
  }));

async function orders(options: AppendingOptions, makeWith: (sealing: Sealing) => Make): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-bench-'));
  const { redis } = connect(options.url);
  const sealing = await openSealing({
    url: `file:${join(folder, 'keys.sqlite')}`,
    master: { text: randomBytes(32).toString('hex') },
    logger: console,
  });
  try {
    const store = new EventStore({ redis, codec: registry });
    const make = makeWith(sealing);
    const nameOf = (n: number) => `customer-${n % customers}@example.com`;
    await Promise.all(Array.from({ length: customers }, (_, n) => make(nameOf(n))));
    const sample = await rate(options, callers, async (n) => {
      const event = await make(nameOf(n));
      const command = { meta, at: Date.now(), idempotencyKey: `order-${n}`, expectedVersion: 0 };
      const { version } = await store.decide(order, randomUUIDv7(), () => [event] as never, command);
      must(version === 1, `order ${n} is at version ${version}`);
    });
    return sample;
  } finally {
    await sealing.close();
    redis.disconnect();
    rmSync(folder, { recursive: true });
  }
}
