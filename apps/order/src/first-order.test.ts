/** What is for the first order of a customer, through HTTP, with a real Redis and SQLite. */
import { randomUUIDv7 } from 'node:crypto';
import { orderAttentionRequired } from '@quickmart/contracts/order/events';
import { promotionCreated } from '@quickmart/contracts/pricing/events';
import { productCreated } from '@quickmart/contracts/product/events';
import { serviceOfTests } from '@quickmart/service/testing';
import { aggregate, type NewEvent } from '@quickmart/streams';
import { beforeAll, expect, test } from 'vitest';
import { firstOrder, firstOrderOf } from './first-order.ts';
import { order as orderAggregate } from './order.ts';
import order from './service.ts';

const service = serviceOfTests(order);
const { send } = service;
const sku = 'MUG';

/** As the other services write them. The position of the event. */
async function write(category: string, id: string, event: NewEvent, claims: [string, string][] = []) {
  const other = aggregate<null, Record<string, unknown>>({ category, initial: null, evolve: {} });
  const { position } = await service.store.decide(other, id, () => [event] as never, {
    at: Date.now(),
    meta: { correlationId: 'test' },
    claims: claims.map(([name, value]) => ({ name, value })),
  });
  return position ?? '';
}

let seen: string;
beforeAll(async () => {
  const productId = randomUUIDv7();
  const details = { name: sku, description: '', category: null, attributes: {} };
  const price = { amount: 1000, currency: 'EUR' };
  await write('product', productId, productCreated({ productId, sku, price, ...details }), [['sku', sku]]);
  const promotion = promotionCreated({
    name: 'Welcome',
    effect: { type: 'percent', percent: 10, on: { skus: [], categories: [] } },
    conditions: [{ type: 'first-order' }],
    automatic: true,
    stackable: true,
    priority: 0,
    startsAt: null,
    endsAt: null,
  });
  seen = await write('pricing', randomUUIDv7(), promotion);
});

const place = (customerId: string) =>
  send('POST', '/api/orders', { customerId, lines: [{ sku, quantity: 1 }] }, { 'Event-Position': seen });
const totals = (answers: Awaited<ReturnType<typeof place>>[]) =>
  answers.map(({ body }) => body.total.amount).sort();
const isTaken = async (customerId: string) =>
  (await service.store.read(firstOrder, firstOrderOf(customerId))).state.isTaken;

test('of ten orders of a customer at the same moment, one is the first', async () => {
  const customerId = randomUUIDv7();
  const answers = await Promise.all(Array.from({ length: 10 }, () => place(customerId)));
  expect(totals(answers)).toEqual([1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 900].sort());
  expect(await isTaken(customerId)).toBe(true);
});

test('where it is cancelled, the next one is the first; another one that is cancelled changes nothing', async () => {
  const customerId = 'anna@example.com';
  const subject = service.sealing.subjectOf(customerId);
  const [first, second] = [(await place(customerId)).body, (await place(customerId)).body];
  expect([first.total.amount, second.total.amount]).toEqual([900, 1000]);
  const cancel = (id: string) => send('POST', `/api/orders/${id}/cancel`, {});
  expect((await cancel(second.id)).status).toBe(200);
  expect(await isTaken(subject)).toBe(true);
  const { body } = await cancel(first.id);
  expect(await isTaken(subject)).toBe(false);
  // The list of orders knows it, too.
  await send('GET', `/api/orders/${first.id}?minVersion=${body.version}`);
  expect((await place(customerId)).body.total.amount).toBe(900);
});

test('where it is cancelled, the next one is the first, also while an operator has to see to its money', async () => {
  const customerId = randomUUIDv7();
  const { id } = (await place(customerId)).body;
  await send('POST', `/api/orders/${id}/cancel`, {});
  await write('order', id, orderAttentionRequired({ reason: 'the void failed: api_error' }));
  const { version } = await service.store.read(orderAggregate, id);
  expect((await send('GET', `/api/orders/${id}?minVersion=${version}`)).body.status).toBe('attention');
  expect((await place(customerId)).body.total.amount).toBe(900);
});
