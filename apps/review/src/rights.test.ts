/** Who sees which reviews: everybody those that are approved, customers their own, moderators all. */
import { randomUUIDv7 } from 'node:crypto';
import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test } from 'vitest';
import review from './service.ts';

const service = serviceOfTests(review, { rights: true });
const { send } = service;

test('what is not approved only its customer and moderators see, also in lists and by a known version', async () => {
  const [customerId, productId] = [randomUUIDv7(), randomUUIDv7()];
  const [asAnna, asBert] = [await service.issuer.as({ sub: customerId }), await service.issuer.as({})];
  const asModerator = await service.issuer.as({ scope: 'reviews:moderate' });
  const callers = { asAnna, asModerator, asBert, asNobody: {} };
  const input = { productId, rating: 1, title: 'Rude', text: '', customerId };
  const { status, headers, body } = await send('POST', '/api/reviews', input, asAnna);
  expect(status).toBe(201);
  const path = `/api/reviews/${body.id}`;
  const seen = { 'Event-Position': headers.get('Event-Position')! };
  const items = async (more: object) =>
    await Promise.all(
      Object.values(callers).map(
        async (of) => (await send('GET', path, undefined, { ...of, ...more })).status,
      ),
    );
  const lists = async (query: string, more: object) =>
    await Promise.all(
      Object.values(callers).map(
        async (of) =>
          (await send('GET', `/api/reviews?${query}`, undefined, { ...of, ...more })).body.data.length,
      ),
    );
  expect(await items(seen)).toEqual([200, 200, 404, 404]);
  expect(await items({ 'If-None-Match': '"1"' })).toEqual([304, 304, 404, 404]);
  expect(await lists(`productId=${productId}`, seen)).toEqual([0, 1, 0, 0]);
  expect(await lists(`customerId=${customerId}`, seen)).toEqual([1, 1, 0, 0]);
  expect(await lists(`productId=${productId}&status=pending`, seen)).toEqual([0, 1, 0, 0]);
  const approved = await send('POST', `${path}/approve`, undefined, asModerator);
  const later = { 'Event-Position': approved.headers.get('Event-Position')! };
  expect(await items(later)).toEqual([200, 200, 200, 200]);
  expect(await lists(`productId=${productId}`, later)).toEqual([1, 1, 1, 1]);
  // Who has written it is told to nobody else, and nobody else finds it by that.
  const names = async (path: string) => {
    const told = Object.values(callers).map(async (of) => (await send('GET', path, undefined, of)).body);
    return (await Promise.all(told)).map((body) => (body.data?.[0] ?? body).customerId);
  };
  for (const asked of [path, `/api/reviews?productId=${productId}`])
    expect(await names(asked)).toEqual([customerId, customerId, null, null]);
  expect(await lists(`customerId=${customerId}`, later)).toEqual([1, 1, 0, 0]);
  expect((await send('GET', path)).headers.get('Vary')).toContain('Authorization');
  expect((await send('GET', '/api/reviews')).headers.get('Vary')).toContain('Authorization');
});
