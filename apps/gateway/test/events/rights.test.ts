/** Who sees which events, and what of them. */
import { randomUUIDv7 } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { limits } from '../../src/limits.ts';
import { shopOfTest } from './shop.ts';

const typesOf = (events: readonly { eventType: string }[]) => events.map(({ eventType }) => eventType);
const [anna, bert] = [randomUUIDv7(), randomUUIDv7()];

test('a customer sees what is theirs without its data, staff what they may read, an operator everything', async () => {
  const shop = await shopOfTest();
  const old = await shop.place(anna);
  const readers = {
    anna: await shop.follow({ kind: 'user', sub: anna }),
    guest: await shop.follow({ kind: 'guest', sub: bert }),
    orders: await shop.follow({ kind: 'user', sub: randomUUIDv7(), scope: 'orders:read' }),
    stock: await shop.follow({ kind: 'client', sub: 'till', scope: 'events:read stock:read' }),
    operator: await shop.follow({ kind: 'user', sub: randomUUIDv7(), scope: 'operate' }),
  };
  const { id, paymentId } = await shop.place(bert);
  // Whose it is says only the first event, which was there before anybody read.
  await shop.confirm(old.id);
  await shop.cancel(id, null);
  await vi.waitFor(() => expect(readers.operator.got).toHaveLength(4));
  expect(typesOf(readers.operator.got).sort()).toEqual([
    'OrderCancelledEvent',
    'OrderConfirmedEvent',
    'OrderPlacedEvent',
    'PaymentRequestedEvent',
  ]);
  await vi.waitFor(() => expect(readers.guest.got).toHaveLength(3));
  expect(new Set(readers.guest.got.map(({ orderId, aggregateId }) => orderId ?? aggregateId))).toEqual(
    new Set([id]),
  );
  expect(readers.guest.got.find((one) => one.category === 'payment')?.aggregateId).toBe(paymentId);
  for (const event of readers.guest.got) expect([event.data, event.meta]).toEqual([undefined, undefined]);
  await vi.waitFor(() => expect(typesOf(readers.anna.got)).toEqual(['OrderConfirmedEvent']));
  await vi.waitFor(() => expect(readers.orders.got).toHaveLength(3));
  expect(new Set(readers.orders.got.map(({ category }) => category))).toEqual(new Set(['order']));
  expect(readers.orders.got[0]?.data).toMatchObject({ total: { amount: 100 } });
  expect(readers.stock.got).toEqual([]);
});

test('personal data is null, also for whoever may read it elsewhere', async () => {
  const shop = await shopOfTest();
  const all = await shop.follow({ kind: 'client', sub: 'root', scope: '*' });
  const sealed = `sealed.1.${anna}.reason.${'x'.repeat(40)}`;
  const { id } = await shop.place(anna);
  await shop.cancel(id, sealed);
  await vi.waitFor(() => expect(all.got).toHaveLength(3));
  expect(all.got.find(({ eventType }) => eventType === 'OrderCancelledEvent')?.data).toEqual({
    by: 'system',
    code: 'other',
    note: null,
  });
});

test('filters: an order with all that is of it, a customer, types, categories', async () => {
  const shop = await shopOfTest();
  const first = await shop.place(anna);
  const staff = { kind: 'client', sub: 'root', scope: '*' } as const;
  const [ofOrder, ofBert, confirmed, payments] = [
    await shop.follow(staff, { order: first.id }),
    await shop.follow(staff, { customer: bert }),
    await shop.follow(staff, { types: ['OrderConfirmedEvent', 'OrderCancelledEvent'] }),
    await shop.follow(staff, { categories: ['payment'] }),
  ];
  await shop.confirm(first.id);
  const second = await shop.place(bert);
  await shop.cancel(second.id, null);
  await vi.waitFor(() => expect(ofBert.got).toHaveLength(3));
  expect(typesOf(ofOrder.got)).toEqual(['OrderConfirmedEvent']);
  expect(typesOf(confirmed.got)).toEqual(['OrderConfirmedEvent', 'OrderCancelledEvent']);
  expect(typesOf(payments.got)).toEqual(['PaymentRequestedEvent']);
});

test('nobody gets nothing, a client needs the scope, and what is asked wrongly is refused', async () => {
  const shop = await shopOfTest();
  const ask = async (path: string, headers: object = {}) => {
    const answer = await fetch(shop.url + path, { headers: { ...headers } });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };
  const customer = await shop.as({ kind: 'user', sub: anna });
  expect(await ask('/events')).toEqual([401, 'unauthenticated']);
  expect(await ask('/events', await shop.as({ kind: 'client', sub: 'till', scope: 'orders:read' }))).toEqual([
    403,
    'forbidden',
  ]);
  for (const wrong of ['?order=1', '?orders=1', '?type=', '?category=or der'])
    expect([wrong, ...(await ask(`/events${wrong}`, customer))]).toEqual([wrong, 400, 'malformed-request']);
  for (const id of ['1', 'order@1-2', "order@1-2-'", 'x'.repeat(5_000)])
    expect(await ask('/events', { ...customer, 'Last-Event-ID': id })).toEqual([400, 'malformed-request']);
  expect((await fetch(`${shop.url}/events`, { method: 'POST', headers: customer })).status).toBe(405);
  expect((await fetch(`${shop.url}/events`, { method: 'HEAD', headers: customer })).status).toBe(200);
});

test('a person has so many streams at a time, and a stream ends with its token', async () => {
  const shop = await shopOfTest();
  const token = await shop.issuer.token({
    kind: 'user',
    sub: anna,
    claims: { exp: Math.floor(Date.now() / 1000) + 2 },
  });
  const open = (authorization: string) =>
    fetch(`${shop.url}/events`, { headers: { Authorization: authorization } });
  const expiring = await open(`Bearer ${token}`);
  const { Authorization: lasting } = await shop.as({ kind: 'user', sub: anna });
  const streams = [];
  for (let n = 1; n < limits.eventStreamsOfPerson; n++) streams.push(await open(lasting));
  const refused = await open(lasting);
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '5']);
  expect(await expiring.text()).toContain('event: end\ndata: {"reason":"token-expired"}');
  const next = await vi.waitFor(async () => {
    const answer = await open(lasting);
    expect(answer.status).toBe(200);
    return answer;
  });
  await Promise.all([next, ...streams].map((one) => one.body?.cancel()));
});
