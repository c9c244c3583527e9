/** What happens to orders over HTTP, step by step, and what must be true when nothing happens any more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { keys } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { expect } from 'vitest';
import type { Inventory } from '../../../apps/inventory/src/api.ts';
import type { Order } from '../../../apps/order/src/api.ts';
import { brokenInvariants } from '../../src/invariants/read.ts';
import type { Random } from '../../src/random.ts';
import { orderOf, send, sendSurely, somePending } from './shop.ts';
import type { Service, System } from './system.ts';

/** Retries of the provider in tests: fast, and few. */
export const fastPayments = {
  PAYMENT_RETRY_BASE_MS: '20',
  PAYMENT_ATTEMPTS_MAX: '3',
  PAYMENT_TIMEOUT_MS: '500',
};

export async function place(system: System, sku: string, quantity: number, paymentMethod?: string) {
  const input = {
    customerId: 'customer-17',
    lines: [{ sku, quantity }],
    ...(paymentMethod && { paymentMethod }),
  };
  const { status, body } = await send<Order>(system.order, 'POST', '/api/orders', input);
  expect(status).toBe(201);
  return body.id;
}

export const step = (system: System, id: string, name: string, body: object = {}) =>
  send<Order & { code?: string }>(system.order, 'POST', `/api/orders/${id}/${name}`, body);
export const shipment = { carrier: 'DHL', tracking: '00340434292135100186' };

/** As somebody does it who asks until there is an answer: the same order, however often it is asked for. */
export async function placeSurely(system: System, sku: string, key: string): Promise<string> {
  const input = { customerId: key, lines: [{ sku, quantity: 1 }] };
  const { status, body } = await sendSurely<Order>(system.order, '/api/orders', input, key);
  expect(status).toBe(201);
  return body.id;
}

export async function stepSurely(system: System, id: string, name: string, data: object): Promise<string> {
  const { status } = await sendSurely(system.order, `/api/orders/${id}/${name}`, data, `${name}-${id}`);
  expect([name, status]).toEqual([name, 200]);
  return id;
}

/** Each of the victims is killed while its share of the orders takes the step, and started again. */
export async function underFire<Subject>(
  victims: readonly Service[],
  rng: Random,
  subjects: readonly Subject[],
  begin: (subject: Subject, n: number) => Promise<string>,
): Promise<string[]> {
  const share = Math.ceil(subjects.length / victims.length);
  const shares = victims.map(async (victim, n) => {
    await sleep(100 * n + rng.between(0, 50));
    const mine = subjects.slice(n * share, (n + 1) * share);
    const begun = Promise.all(mine.map((subject, i) => begin(subject, n * share + i)));
    await sleep(rng.between(0, 30));
    await victim.kill();
    await victim.start();
    return await begun;
  });
  return (await Promise.all(shares)).flat();
}

export const orderAt = (system: System, id: string, ...statuses: Order['status'][]) =>
  until(`order ${id} is ${statuses.join(' or ')}`, async () => {
    const order = await orderOf(system, id);
    return statuses.includes(order.status) && order;
  });

export const paymentAt = (system: System, id: string, ...statuses: string[]) =>
  until(`the payment of order ${id} is ${statuses.join(' or ')}`, async () => {
    const order = await orderOf(system, id);
    return statuses.includes(order.payment?.status ?? '') && order;
  });

export const refundedAt = (system: System, id: string, amount: number) =>
  until(`${amount} of order ${id} are given back`, async () => {
    const { payment } = await orderOf(system, id);
    return payment?.status === 'captured' && payment.refunded.amount === amount;
  });

export const stockAt = (system: System, productId: string, stock: Partial<Inventory>) =>
  until(`the stock of ${productId} is ${JSON.stringify(stock)}`, async () => {
    const { body } = await send<Inventory>(system.inventory, 'GET', `/api/inventories/${productId}`);
    return Object.entries(stock).every(([name, value]) => body[name as keyof Inventory] === value);
  });

/** Nothing is pending, nothing is waited for, and every invariant holds. */
export async function checkEnds(system: System, withinMs = 30_000): Promise<void> {
  const redis = await system.redis.connect();
  let found: unknown;
  try {
    await until(
      'every order has ended, and every invariant holds',
      async () => {
        const timers = await redis.zrangebyscore(keys.timers('order'), '-inf', '+inf');
        found = [...(await somePending(system)), ...timers].slice(0, 10);
        // Only then, as it reads the whole log.
        if ((found as unknown[]).length === 0) found = (await brokenInvariants(redis, 0)).slice(0, 10);
        return (found as unknown[]).length === 0;
      },
      withinMs,
    );
  } catch (error) {
    throw new Error(`${(error as Error).message}: ${JSON.stringify(found, null, 1)}`);
  } finally {
    redis.disconnect();
  }
}

/** One order, whatever comes to somebody's mind. Refusals are answers; an answer must come. */
export async function randomLife(
  system: System,
  rng: Random,
  skus: readonly string[],
  methods: readonly string[],
  key: string,
) {
  const lines = [...new Set([rng.pick(skus), rng.pick(skus)])].map((sku) => ({
    sku,
    quantity: rng.between(1, 12),
  }));
  const onDecline = rng.pick(['cancel', 'wait']);
  const input = { customerId: key, lines, paymentMethod: rng.pick(methods), onDecline };
  const { body } = await sendSurely<Order>(system.order, '/api/orders', input, key);
  const steps = [
    ...(['payment', 'payment'] as const).map((name) => [name, { paymentMethod: rng.pick(methods) }] as const),
    ...([
      ['ship', shipment],
      ['deliver', {}],
      ['return', { restock: true }],
      ['cancel', {}],
    ] as const),
    ...([
      ['ship', shipment],
      ['deliver', {}],
      ['retry-payment', {}],
      ['resolve-attention', { note: 'seen to' }],
    ] as const),
  ];
  for (const [n, [name, data]] of steps.entries()) {
    if (rng.between(1, 3) === 1) continue;
    await sleep(rng.between(0, 150));
    const path = `/api/orders/${body.id}/${name}`;
    const { status } = await sendSurely(system.order, path, data, `${key}-${n}`);
    expect([200, 409]).toContain(status);
    if (rng.between(1, 4) === 1) await refundSome(system, body.id, rng.between(1, 3000), `${key}-${n}`);
  }
}

/** By hand, beside whatever the order asks for. */
async function refundSome(system: System, orderId: string, amount: number, key: string): Promise<void> {
  const { data } = (await send(system.payment, 'GET', `/api/payments?orderId=${orderId}`).catch(() => none))
    .body;
  if (data[0] === undefined) return;
  const refund = { amount: { amount, currency: 'EUR' } };
  const path = `/api/payments/${data[0].id}/refund`;
  const { status } = await sendSurely(system.payment, path, refund, key);
  expect([202, 409]).toContain(status);
}
const none = { body: { data: [] as { id: string }[] } };
