/** The service through HTTP, with a real Redis and SQLite; orders are written as the order service writes them. */
import { randomUUIDv7 } from 'node:crypto';
import {
  type OrderEvents,
  orderPlaced,
  plainOrder,
  shipmentDelivered,
  shipmentDispatched,
} from '@quickmart/contracts/order/events';
import { serviceOfTests } from '@quickmart/service/testing';
import { aggregate, formatPosition, type NewEventOf } from '@quickmart/streams';
import { expect, test, vi } from 'vitest';
import { review as reviewAggregate, reviewId } from './review.ts';
import review, { onOrder } from './service.ts';

const patience = { timeout: 15_000, interval: 20 };
const service = serviceOfTests(review);
const { send } = service;

const order = aggregate<null, OrderEvents>({ category: 'order', initial: null, evolve: {} as never });
const euros = { amount: 100, currency: 'EUR' };
const command = () => ({ at: Date.now(), meta: { correlationId: 'test' } });

/** An order of these products (one of them twice). */
async function orderOf(customer: string, ...products: string[]) {
  const line = { sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: euros, lineTotal: euros };
  const lines = [...products, products[0] as string].map((productId) => ({ ...line, productId }));
  const customerId = await service.sealing.customer(customer);
  return orderPlaced(plainOrder({ customerId, lines, total: euros, paymentMethod: null }));
}

/** The same, as it was delivered before shipments had lines. */
async function delivered(customer: string, ...products: string[]): Promise<string> {
  const orderId = randomUUIDv7();
  const placed = await orderOf(customer, ...products);
  const events: NewEventOf<OrderEvents>[] = [placed, shipmentDelivered({ shipmentId: null })];
  await service.store.decide(order, orderId, () => events, command());
  return orderId;
}
const idOf = (productId: string, customerId: string) =>
  reviewId(productId, service.sealing.subjectOf(customerId));
const stored = async (id: string) =>
  (await service.store.history('review', id, { afterVersion: 0, limit: 10 })).map((one) => one.eventType);
const reviewOf = (productId: string, customerId: string, rating = 4) => ({
  productId,
  customerId,
  rating,
  title: 'A mug that I know',
  text: 'It is blue.',
});

test('a review is submitted once, moderated, listed, and counts in the rating of its product', async () => {
  const productId = randomUUIDv7();
  const first = await send('POST', '/api/reviews', reviewOf(productId, 'c1', 5));
  expect([first.status, first.body.status]).toEqual([201, 'pending']);
  const at = first.headers.get('location') as string;
  expect((await send('GET', at)).body).toEqual(first.body);
  const again = await send('POST', '/api/reviews', reviewOf(productId, 'c1', 1));
  expect([again.status, again.body.code]).toEqual([409, 'review-exists']);

  expect((await send('POST', `${at}/approve`, undefined, { 'If-Match': '"7"' })).status).toBe(412);
  const approved = await send('POST', `${at}/approve`, undefined, { 'If-Match': '"1"' });
  expect(approved.body).toMatchObject({ status: 'approved', version: 2 });
  const second = await send('POST', '/api/reviews', reviewOf(productId, 'c2', 2));
  const last = await send('POST', `/api/reviews/${second.body.id}/approve`);
  const seen = { 'Event-Position': last.headers.get('event-position') as string };
  await vi.waitFor(async () => {
    const rating = await send('GET', `/api/ratings/${productId}`, undefined, seen);
    expect(rating.body).toMatchObject({ count: 2, average: 3.5, distribution: { 2: 1, 5: 1 } });
  }, patience);
  const list = await send('GET', `/api/reviews?productId=${productId}&status=approved&sort=rating`);
  expect(list.body.data.map(({ rating }: { rating: number }) => rating)).toEqual([2, 5]);
});

test('a rejected review says why, leaves the rating, and can be written anew', async () => {
  const productId = randomUUIDv7();
  const { body } = await send('POST', '/api/reviews', reviewOf(productId, 'c1'));
  await send('POST', `/api/reviews/${body.id}/approve`);
  const rejected = await send('POST', `/api/reviews/${body.id}/reject`, { reason: 'an advertisement' });
  expect(rejected.body).toMatchObject({ status: 'rejected', reason: 'an advertisement' });
  const seen = { 'Event-Position': rejected.headers.get('event-position') as string };
  const none = await send('GET', `/api/ratings/${productId}`, undefined, seen);
  expect(none.body).toMatchObject({ count: 0, average: null });
  const anew = await send('POST', '/api/reviews', reviewOf(productId, 'c1'));
  expect([anew.status, anew.body]).toMatchObject([201, { status: 'pending', reason: null, version: 4 }]);
  const history = await send('GET', `/api/reviews/${body.id}/history`);
  expect(history.body.data.map(({ eventType }: { eventType: string }) => eventType)).toEqual([
    'ReviewSubmittedEvent',
    'ReviewApprovedEvent',
    'ReviewRejectedEvent',
    'ReviewSubmittedEvent',
  ]);
});

test('a delivery verifies a review of each of its products, before and after it is written', async () => {
  const [before, after] = [randomUUIDv7(), randomUUIDv7()];
  const early = await send('POST', '/api/reviews', reviewOf(before, 'c1'));
  expect(early.body.verified).toBe(false);
  await delivered('c1', before, after);
  const path = `/api/reviews/${early.body.id}`;
  await vi.waitFor(async () => expect((await send('GET', path)).body.verified).toBe(true), patience);
  // Delivered, and no review: there is nothing to show.
  expect((await send('GET', `/api/reviews/${idOf(after, 'c1')}`)).status).toBe(404);
  expect((await send('POST', '/api/reviews', reviewOf(after, 'c1'))).body.verified).toBe(true);
});

test('a shipment verifies reviews of what was in it, not of what is still to come', async () => {
  const [sent, later] = [randomUUIDv7(), randomUUIDv7()];
  const placed = await orderOf('c1', sent, later);
  const shipmentId = randomUUIDv7();
  const lines = [{ productId: sent, sku: 'MUG', quantity: 1 }];
  const how = { carrier: null, tracking: null, capture: null };
  const events: NewEventOf<OrderEvents>[] = [
    placed,
    shipmentDispatched({ shipmentId, lines, ...how }),
    shipmentDelivered({ shipmentId }),
  ];
  await service.store.decide(order, randomUUIDv7(), () => events, command());
  const bought = ['PurchaseDeliveredEvent'];
  await vi.waitFor(async () => expect(await stored(idOf(sent, 'c1'))).toEqual(bought), patience);
  expect(await stored(idOf(later, 'c1'))).toEqual([]);
});

test('a delivery that is handled again has no second effect', async () => {
  const productId = randomUUIDv7();
  const orderId = await delivered('c1', productId);
  const id = idOf(productId, 'c1');
  await vi.waitFor(async () => expect(await stored(id)).toEqual(['PurchaseDeliveredEvent']), patience);
  const [, event] = await service.store.history('order', orderId, { afterVersion: 0, limit: 2 });
  await onOrder(service).ShipmentDeliveredEvent?.(event as never, undefined as never);
  expect(await stored(id)).toEqual(['PurchaseDeliveredEvent']);
});

test('what customers write stands sealed in the log, and is found by their name', async () => {
  const productId = randomUUIDv7();
  const { body } = await send('POST', '/api/reviews', reviewOf(productId, 'ann@example.com'));
  expect(body).toMatchObject(reviewOf(productId, 'ann@example.com'));
  const [event] = await service.store.history('review', body.id, { afterVersion: 0, limit: 1 });
  expect(JSON.stringify(event)).not.toMatch(/ann@example|A mug that I know|It is blue/);
  const listed = await send('GET', '/api/reviews?customerId=ann@example.com', undefined, {
    'Event-Position': formatPosition(event!),
  });
  expect(listed.body.data).toEqual([body]);
  expect((await send('GET', '/api/reviews?customerId=bob@example.com')).body.data).toEqual([]);
});

/** As a build wrote it that sealed nothing yet. */
test('a customer who has reviewed a product before texts were sealed has no second review', async () => {
  const productId = randomUUIDv7();
  const before = reviewId(productId, 'old@example.com');
  const data = { ...reviewOf(productId, 'old@example.com'), verified: false };
  const written = { eventType: 'ReviewSubmittedEvent', schema: 1, data } as const;
  await service.store.decide(reviewAggregate, before, () => [written], command());
  const again = await send('POST', '/api/reviews', reviewOf(productId, 'old@example.com'));
  expect([again.status, again.body.code]).toEqual([409, 'review-exists']);
  await send('POST', `/api/reviews/${before}/reject`, { reason: 'too old' });
  const anew = await send('POST', '/api/reviews', reviewOf(productId, 'old@example.com'));
  expect([anew.status, anew.body]).toMatchObject([201, { id: before, customerId: 'old@example.com' }]);
});

test('what customers write is in no log line', () => {
  expect(service.lines.filter((line) => line.includes('/api/reviews')).length).toBeGreaterThan(5);
  expect(service.lines.filter((line) => /A mug that I know|It is blue/.test(line))).toEqual([]);
});
