/**
 * kill -9 under load. Clients repeat a request under its Idempotency-Key until it has an answer; afterwards every
 * order has ended, there is one order per answer, and the stock, the reservations, the orders and the events agree.
 */

import { beforeEach, describe, expect, test } from 'vitest';
import type { Order } from '../../../apps/order/src/api.ts';
import type { Product } from '../../../apps/product/src/api.ts';
import { type Random, random } from '../../src/random.ts';
import { checkBooks, checkHistories } from './books.ts';
import { sendSurely, stockedProduct } from './shop.ts';
import { type Service, type ServiceName, systemOfTests } from './system.ts';

const [clients, ordersPerTest, productCount] = [16, 200, 20];

/** Whoever is killed dies alone, or takes all the others along. */
const forms: [string, ServiceName[]][] = [
  ['split', ['product', 'inventory', 'order']],
  ['shared', []],
];

describe.each(forms)('kill -9 under load, %s', (form, apart) => {
  const system = systemOfTests({ apart });
  /** Of the test that runs: there is about as much of them as is ordered. */
  let products: Product[] = [];
  const everyProduct: Product[] = [];
  const acknowledged = new Map<string, Order>();
  beforeEach(async () => {
    products = await Promise.all(Array.from({ length: productCount }, () => stockedProduct(system)));
    everyProduct.push(...products);
  });

  /** `disturb` is called with the number of orders that have been answered. */
  async function shop(
    name: string,
    rng: Random,
    disturb: (answered: number) => unknown,
    counter = system.order,
  ): Promise<void> {
    const keys = Array.from({ length: ordersPerTest }, (_, n) => `${name}-${rng.seed}-${n}`);
    let answered = 0;
    const client = async () => {
      for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
        const wanted = new Set(Array.from({ length: rng.between(1, 4) }, () => rng.pick(products).sku));
        const lines = [...wanted].map((sku) => ({ sku, quantity: rng.between(1, 8) }));
        const order = { customerId: name, lines };
        const { status, body } = await sendSurely<Order>(counter, '/api/orders', order, key);
        expect([key, status]).toEqual([key, 201]);
        acknowledged.set(body.id, body);
        if (rng.between(1, 8) === 1) await cancel(counter, body.id, key);
        disturb(++answered);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  /** What is done meanwhile, one after the other; the first that fails ends the test. */
  async function meanwhile(
    run: (disturb: (work: () => Promise<unknown>) => void) => Promise<void>,
  ): Promise<void> {
    const failed = Promise.withResolvers<never>();
    let last: Promise<unknown> = Promise.resolve();
    const disturb = (work: () => Promise<unknown>) => {
      last = last.then(work);
      last.catch(failed.reject);
    };
    await Promise.race([run(disturb), failed.promise]);
    await last;
  }

  /** Refused only where the order was cancelled for a shortage before. */
  async function cancel(counter: Service, id: string, key: string): Promise<void> {
    const { status, body } = await sendSurely(counter, `/api/orders/${id}/cancel`, {}, key);
    if (status !== 200) expect([status, body.code]).toEqual([409, 'order-not-cancellable']);
  }

  const rng = random();

  test(`of each service in turn (SEED=${rng.seed})`, async () => {
    const { product, inventory, order } = system;
    // One process for all of them: every kill is the same.
    const victims =
      apart.length > 0 ? [product, inventory, order, inventory, order, order] : [product, inventory, order];
    const times = victims.map((_, n) => rng.between(15, 35) + n * 28);
    await meanwhile((disturb) =>
      shop('services', rng, (answered) => {
        const victim = victims[times.indexOf(answered)];
        if (victim) disturb(() => victim.kill().then(() => victim.start()));
      }),
    );
    await checkBooks(system, acknowledged);
  });

  // How a service takes the death of Redis, or of its other instance, is the same whoever shares its process: the long run tries both.
  if (form === 'split' || process.env.LONG) {
    test(`of Redis, with an append-only file (SEED=${rng.seed})`, async () => {
      const times = [rng.between(30, 60), rng.between(90, 150)];
      await meanwhile((disturb) =>
        shop('redis', rng, (answered) => {
          if (times.includes(answered)) disturb(() => system.redis.kill().then(() => system.redis.restart()));
        }),
      );
      await checkBooks(system, acknowledged);
    });

    test(`of everything at once (SEED=${rng.seed})`, async () => {
      const kill = async () => {
        await Promise.all([system.redis.kill(), ...system.services.map((service) => service.kill())]);
        await system.redis.restart();
        await Promise.all(system.services.map((service) => service.start()));
      };
      await meanwhile((disturb) => shop('everything', rng, (answered) => answered === 80 && disturb(kill)));
      await checkBooks(system, acknowledged);
    });

    test(`of one of two instances, which is missed for a while (SEED=${rng.seed})`, async () => {
      const [second] = await Promise.all([system.another('order'), system.another('inventory')]);
      const first = [system.order, system.inventory];
      const disturbances = new Map([
        [60, () => Promise.all(first.map((service) => service.kill()))],
        [140, () => Promise.all(first.map((service) => service.start()))],
      ]);
      await meanwhile((disturb) =>
        shop(
          'instances',
          rng,
          (answered) => disturb(disturbances.get(answered) ?? (() => Promise.resolve())),
          second,
        ),
      );
      await checkBooks(system, acknowledged);
    });
  }

  // Once for all: events stay, so what any kill has done to them is there in the end, in orders under its name.
  test('and the history of every order and of all stock is whole', () =>
    checkHistories(system, everyProduct, acknowledged));
});
