/**
 * Coupons that everybody wants at once, while the order service is killed. With `SCALE=0.1`, a tenth of it. In small, without
 * processes: apps/order/src/redemption.test.ts.
 */
import { randomUUIDv7 } from 'node:crypto';
import { env } from 'node:process';
import { until } from '@quickmart/streams/testing';
import { beforeAll, expect, test } from 'vitest';
import type { Order } from '../../../apps/order/src/api.ts';
import { brokenInvariants } from '../../src/invariants/read.ts';
import { serviceNames } from '../../src/names.ts';
import { type Sent, send, sendSurely, stockedProduct, type Untyped } from './shop.ts';
import { systemOfTests } from './system.ts';

const scale = Number(env.SCALE ?? 1);
const [buyers, uses, single] = [1_000, 100, 1_000].map((count) => count * scale) as [number, number, number];
const clients = 32;
const system = systemOfTests({ apart: serviceNames });
let sku = '';
let promotion = '';

beforeAll(async () => {
  sku = (await stockedProduct(system)).sku;
  const more = await stock(10_000);
  expect(more.status).toBe(200);
  const rule = { name: 'Ten percent', effect: { type: 'percent', percent: 10 } };
  promotion = (await send(system.pricing, 'POST', '/api/promotions', rule)).body.id;
}, 300_000);

async function stock(delta: number): Promise<Sent<Untyped>> {
  const { body } = await send(system.inventory, 'GET', '/api/inventories?limit=1');
  const path = `/api/inventories/${body.data[0].productId}/adjustments`;
  return await send(system.inventory, 'POST', path, { delta, reason: 'received' });
}

const issue = async (batch: object): Promise<string[]> => {
  const { status, body } = await send(system.pricing, 'POST', `/api/promotions/${promotion}/coupons`, batch);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.codes;
};

/** Buys once with each code, so many at a time; `meanwhile` is told how many have been answered. */
async function buy(codes: readonly string[], meanwhile: (answered: number) => unknown = () => {}) {
  const wanted = codes.map((code) => ({ code, customerId: randomUUIDv7() }));
  const bought: Order[] = [];
  const refused: string[] = [];
  let answered = 0;
  const client = async () => {
    for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
      const { code, customerId } = next;
      const order = { customerId, lines: [{ sku, quantity: 1 }], coupons: [code] };
      const { status, body } = await sendSurely(system.order, '/api/orders', order, customerId, 120_000);
      if (status === 201) bought.push(body);
      else refused.push(body.errors?.[0]?.code);
      meanwhile(++answered);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { bought, refused };
}

const invariantsHold = async () => {
  const redis = await system.redis.connect();
  await until('nothing is broken', async () => (await brokenInvariants(redis, 0)).length === 0, 120_000);
  redis.disconnect();
};

test('buyers without end, one coupon, the order service killed: exactly as many as it has uses', async () => {
  await issue({ code: 'RUSH', usesMax: uses });
  let killed: Promise<unknown> = Promise.resolve();
  const began = performance.now();
  const { bought, refused } = await buy(Array(buyers).fill('rush'), (answered) => {
    if (answered === Math.round(uses / 2)) killed = system.order.kill().then(() => system.order.start());
  });
  await killed;
  console.info(`${buyers} tries in ${Math.round(performance.now() - began)} ms`);
  expect(bought).toHaveLength(uses);
  expect(bought.every(({ discounts }) => discounts[0]?.code === 'RUSH')).toBe(true);
  expect(new Set(refused)).toEqual(new Set(['coupon-used-up']));
  const given = Math.round(uses / 10);
  for (const { id } of bought.slice(0, given))
    expect((await sendSurely(system.order, `/api/orders/${id}/cancel`, {}, id)).status).toBe(200);
  expect((await buy(Array(2 * given).fill('RUSH'))).bought).toHaveLength(given);
  await invariantsHold();
}, 900_000);

test('single-use codes, each tried twice at once, the order service killed: each once', async () => {
  const codes = await issue({ count: single, prefix: 'gift-' });
  let killed: Promise<unknown> = Promise.resolve();
  const { bought, refused } = await buy(
    codes.flatMap((code) => [code, code]),
    (answered) => {
      if (answered === Math.round(single / 2)) killed = system.order.kill().then(() => system.order.start());
    },
  );
  await killed;
  expect(bought.map(({ discounts }) => discounts[0]?.code).sort()).toEqual(codes.toSorted());
  expect(refused).toEqual(Array(single).fill('coupon-used-up'));
  await invariantsHold();
}, 900_000);
