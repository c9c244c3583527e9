/** The service over HTTP, on a real Redis and database; the order service is played by the test. */
import { randomUUIDv7 } from 'node:crypto';
import {
  orderCancelled,
  orderLinesCancelled,
  shipmentDelivered,
  shipmentDispatched,
  shipmentReturned,
} from '@quickmart/contracts/order/events';
import { signWebhook } from '@quickmart/service';
import { serviceOfTests } from '@quickmart/service/testing';
import { neighbourOfTests } from '@quickmart/service/testing/neighbour';
import { commandOf } from '@quickmart/streams';
import { until } from '@quickmart/streams/testing';
import { beforeEach, expect, test } from 'vitest';
import { confirmed, publish } from '../test/order-service.ts';
import definition from './service.ts';

const env: Record<string, string> = {};
const orders = neighbourOfTests(env, 'ORDER_URL');
const service = serviceOfTests(definition, { env });
const { send } = service;
const line = (sku: string, quantity: number) => ({ productId: randomUUIDv7(), sku, quantity });
const yes = () => ({ status: 200, body: { addresses: { shipping: { city: 'Hamburg' } } } });

beforeEach(() => {
  orders.asked.length = 0;
  orders.answer = yes;
});

const has = (path: string, fields: object) =>
  until(`${path} has ${JSON.stringify(fields)}`, async () => {
    const { body } = await send('GET', path);
    return Object.entries(fields).every(
      ([name, value]) => JSON.stringify(body[name]) === JSON.stringify(value),
    );
  });
async function toPick(...lines: ReturnType<typeof line>[]): Promise<string> {
  const orderId = await confirmed(service, ...lines);
  await has(`/api/pick-lists/${orderId}`, { status: 'to-pick' });
  return orderId;
}
const pack = async (orderId: string, body: object = {}) =>
  (await send('POST', `/api/orders/${orderId}/shipments`, body)).body;
const asked = () => orders.asked.map(({ method, path }) => `${method} ${path}`);

test('a confirmed order is picked, packed in two shipments, and sent in each by the order', async () => {
  const [mug, cup] = [line('MUG', 3), line('CUP', 1)];
  const orderId = await toPick(mug, cup);
  const first = await pack(orderId, {
    lines: [{ sku: 'MUG', quantity: 2 }],
    carrier: 'DHL',
    tracking: '00340',
  });
  expect(first).toMatchObject({ orderId, status: 'packed', lines: [{ ...mug, quantity: 2 }] });
  const sent = await send('POST', `/api/shipments/${first.id}/dispatch`, {});
  expect(sent.body).toMatchObject({ status: 'in-transit', carrier: 'DHL', tracking: '00340' });
  expect(orders.asked).toMatchObject([
    {
      path: `/api/orders/${orderId}/ship`,
      key: `shipment-${first.id}`,
      body: {
        shipmentId: first.id,
        carrier: 'DHL',
        tracking: '00340',
        lines: [{ productId: mug.productId, quantity: 2 }],
      },
    },
  ]);
  const second = await pack(orderId);
  expect(second.lines).toEqual([{ ...mug, quantity: 1 }, cup]);
  expect((await send('POST', `/api/orders/${orderId}/shipments`, {})).body.code).toBe('nothing-left');
  await has(`/api/pick-lists/${orderId}`, { status: 'packed' });
  await send('POST', `/api/shipments/${second.id}/dispatch`, { carrier: 'Courier', tracking: '7' });
  await has(`/api/pick-lists/${orderId}`, { status: 'done', shipments: [first.id, second.id] });
  const found = await send('GET', `/api/shipments?orderId=${orderId}&sort=createdAt`);
  const tracked = async (number: string) =>
    (await send('GET', `/api/shipments?tracking=${number}`)).body.data.map(({ id }: { id: string }) => id);
  expect([await tracked('00340'), await tracked('0034')]).toEqual([[first.id], []]);
  expect(found.body.data.map(({ carrier }: { carrier: string }) => carrier)).toEqual(['DHL', 'Courier']);
});

test('the carrier of the shop gives the number; sent twice, it is booked and sent once', async () => {
  const orderId = await toPick(line('MUG', 1));
  const { id } = await pack(orderId, { carrier: 'simulated' });
  const dispatch = (body: object = {}) => send('POST', `/api/shipments/${id}/dispatch`, body);
  orders.answer = (one) => (one.method === 'GET' ? yes() : undefined); // it hangs up
  const lost = await dispatch();
  expect([lost.status, lost.body.code]).toEqual([503, 'unavailable']);
  const booked = await send('GET', `/api/shipments/${id}`);
  expect(booked.body).toMatchObject({ status: 'packed', tracking: expect.stringMatching(/^SIM-/) });
  orders.answer = yes;
  expect((await dispatch()).body).toMatchObject({ status: 'in-transit', tracking: booked.body.tracking });
  expect((await dispatch()).status).toBe(200);
  const ship = `POST /api/orders/${orderId}/ship`;
  expect(asked()).toEqual([`GET /api/orders/${orderId}`, ship, ship]);
});

test('what the order refuses is told, and nothing is sent; so is what the carrier refuses, or does not answer', async () => {
  const orderId = await toPick(line('MUG', 1));
  const { id } = await pack(orderId);
  orders.answer = () => ({
    status: 409,
    body: { code: 'order-not-shippable', detail: 'the order is cancelled' },
  });
  const refused = await send('POST', `/api/shipments/${id}/dispatch`, {});
  expect([refused.status, refused.body]).toMatchObject([
    409,
    { code: 'dispatch-refused', reason: 'order-not-shippable' },
  ]);
  expect((await send('GET', `/api/shipments/${id}`)).body.status).toBe('packed');
  const to = (city: string) => () => ({ status: 200, body: { addresses: { shipping: { city } } } });
  orders.answer = to('Nowhere');
  expect((await send('POST', `/api/shipments/${id}/dispatch`, { carrier: 'simulated' })).body.code).toBe(
    'carrier-refused',
  );
  orders.answer = to('Atlantis');
  expect((await send('POST', `/api/shipments/${id}/dispatch`, { carrier: 'simulated' })).status).toBe(503);
  expect((await send('POST', `/api/shipments/${id}/unpack`)).body.status).toBe('unpacked');
  await has(`/api/pick-lists/${orderId}`, { status: 'to-pick' });
  expect((await send('POST', `/api/shipments/${id}/dispatch`, {})).body.code).toBe('shipment-not-packed');
});

test('an If-Match of before is refused before anything is sent', async () => {
  const { id } = await pack(await toPick(line('MUG', 1)));
  orders.asked.length = 0;
  const stale = await send('POST', `/api/shipments/${id}/dispatch`, {}, { 'If-Match': '"7"' });
  expect([stale.status, asked()]).toEqual([412, []]);
  expect((await send('POST', `/api/shipments/${id}/dispatch`, {}, { 'If-Match': '"1"' })).status).toBe(200);
});

test('what the order sends, and how that ends, told to the order, is noted here, too', async () => {
  const mug = line('MUG', 1);
  const orderId = await toPick({ ...mug, quantity: 2 });
  const [arrived, back] = [randomUUIDv7(), randomUUIDv7()];
  const how = { lines: [mug], carrier: 'DHL', tracking: '1', capture: null };
  await publish(
    service,
    orderId,
    shipmentDispatched({ ...how, shipmentId: arrived }),
    shipmentDispatched({ ...how, shipmentId: back }),
    shipmentDelivered({ shipmentId: arrived }),
    shipmentReturned({ shipmentId: back, restock: true }),
  );
  await has(`/api/pick-lists/${orderId}`, { status: 'done', shipments: [arrived, back] });
  await has(`/api/shipments/${arrived}`, { status: 'delivered', carrier: 'DHL', restock: false });
  await has(`/api/shipments/${back}`, { status: 'returned', restock: true });
});

test('an order of the time before is one shipment, which has the id of its dispatch', async () => {
  const orderId = await toPick(line('MUG', 2));
  const none = { shipmentId: null, lines: null, capture: null };
  await publish(
    service,
    orderId,
    shipmentDispatched({ ...none, carrier: 'DHL', tracking: '1' }),
    shipmentDelivered({ shipmentId: null }),
  );
  await has(`/api/pick-lists/${orderId}`, { status: 'done' });
  const { body } = await send('GET', `/api/shipments?orderId=${orderId}`);
  await has(`/api/shipments/${body.data[0].id}`, { status: 'delivered' });
});

test('cancelled lines are not picked, and a cancelled order is not packed', async () => {
  const [mug, cup] = [line('MUG', 2), line('CUP', 1)];
  const orderId = await toPick(mug, cup);
  const why = { by: 'staff', code: 'out-of-stock', note: null } as const;
  await publish(
    service,
    orderId,
    orderLinesCancelled({ ...why, lines: [cup], amount: { amount: 100, currency: 'EUR' } }),
  );
  await until(async () => (await send('GET', `/api/pick-lists/${orderId}`)).body.lines[1].left === 0);
  await publish(service, orderId, orderCancelled(why));
  await has(`/api/pick-lists/${orderId}`, { status: 'cancelled' });
  expect((await send('POST', `/api/orders/${orderId}/shipments`, {})).body.code).toBe('pick-list-closed');
});

test('an order whose stock was refused was never confirmed: nothing is asked of the log, and nothing is kept', async () => {
  const orderId = randomUUIDv7();
  const shortages = [{ productId: randomUUIDv7(), sku: 'MUG', requested: 2, available: 1 }];
  const why = { by: 'system', code: 'out-of-stock', note: null, shortages } as const;
  await publish(service, orderId, orderCancelled(why));
  await until(() => service.lines.some((line) => line.includes('event handled') && line.includes(orderId)));
  const [cancelled] = await service.store.history('order', orderId, { afterVersion: 0, limit: 1 });
  const { idempotencyKey } = commandOf(cancelled!);
  expect(await service.store.findRecord('delivery', idempotencyKey!)).toBeUndefined();
});

const at = '2026-11-21T09:11:14.000Z';
function tell(body: object, signature: string | undefined) {
  const text = JSON.stringify({ at, ...body });
  const signed = signature ?? signWebhook('whsec_simulated', Buffer.from(text), Date.now());
  return send(
    'POST',
    '/api/carriers/simulated/webhooks',
    text,
    signed === '' ? {} : { 'Carrier-Signature': signed },
  );
}

test('the carrier tells where it is, and how it ended: signed, and once', async () => {
  const { id: shipmentId } = await pack(await toPick(line('MUG', 1)), { carrier: 'simulated' });
  const early = await tell({ id: 'e0', shipmentId, what: 'moving' }, undefined);
  expect([early.status, early.body.code]).toEqual([409, 'shipment-not-in-transit']);
  await send('POST', `/api/shipments/${shipmentId}/dispatch`, {});
  for (const wrong of ['', 't=1,v1=00'])
    expect((await tell({ id: 'e1', shipmentId, what: 'delivered' }, wrong)).body.code).toBe(
      'signature-invalid',
    );
  for (const _ of [1, 2])
    expect((await tell({ id: 'e2', shipmentId, what: 'moving', place: 'Hamburg' }, undefined)).status).toBe(
      200,
    );
  await tell({ id: 'e3', shipmentId, what: 'delivered' }, undefined);
  expect((await tell({ id: 'e4', shipmentId, what: 'lost' }, undefined)).status).toBe(200);
  await has(`/api/shipments/${shipmentId}`, {
    status: 'delivered',
    news: [{ news: 'moving', place: 'Hamburg', at }],
  });
  const other = await pack(await toPick(line('MUG', 1)), { carrier: 'DHL', tracking: '1' });
  await send('POST', `/api/shipments/${other.id}/dispatch`, {});
  expect((await tell({ id: 'e5', shipmentId: other.id, what: 'lost' }, undefined)).status).toBe(404);
});

test('lost, and back on the shelf: said by somebody, once', async () => {
  const going = async () => {
    const { id } = await pack(await toPick(line('MUG', 1)));
    await send('POST', `/api/shipments/${id}/dispatch`, {});
    return `/api/shipments/${id}`;
  };
  const [lost, back] = [await going(), await going()];
  expect((await send('POST', `${lost}/lost`)).body.status).toBe('lost');
  expect((await send('POST', `${lost}/deliver`)).body.code).toBe('shipment-not-in-transit');
  expect((await send('POST', `${back}/returned`, { restock: true })).body).toMatchObject({
    status: 'returned',
    restock: true,
  });
});
