/** A person, exported and erased: by themselves and by staff, with an account, as a guest, or named by a text. */
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { type OrderEvents, orderCancelled, orderPlaced, plainOrder } from '@quickmart/contracts/order/events';
import { serviceOfTests } from '@quickmart/service/testing';
import { aggregate, clock } from '@quickmart/streams';
import { expect, test, vi } from 'vitest';
import { bearer, env, newEmail, password, people } from '../test/testing.ts';
import identity from './service.ts';

const service = serviceOfTests(identity, { env });
const { send } = service;
const { post, codeFor, logIn, member, staff } = people(service);
const address = {
  name: 'Anna Arnold',
  line1: 'Lange Straße 1',
  postalCode: '20095',
  city: 'Hamburg',
  country: 'DE',
};
const any = { 'If-Match': '*' };
const typesOf = (events: readonly { eventType: string }[]) => events.map(({ eventType }) => eventType);

const orders = aggregate<null, OrderEvents>({ category: 'order', initial: null, evolve: {} as never });

/** An order of this customer in the log, which they have cancelled; its id. */
async function order(customer: string): Promise<string> {
  const { sealing, store } = service;
  const [id, total, customerId] = [
    randomUUIDv7(),
    { amount: 0, currency: 'EUR' },
    await sealing.customer(customer),
  ];
  const reason = await sealing.seal(sealing.subjectOf(customer), 'reason', 'I have changed my mind');
  await store.decide(
    orders,
    id,
    () => [
      orderPlaced(plainOrder({ customerId, lines: [], total, paymentMethod: null })),
      orderCancelled({ by: 'customer', code: 'customer-request', note: reason }),
    ],
    { meta: { correlationId: id }, at: clock.now() },
  );
  return id;
}

const exportBy = async (customer: string) => await post('/api/exports', { customer }, await staff());

test('an export has all that is known, of all services, opened, and no secret', async () => {
  const { id, headers, email } = await member();
  await post('/api/me/addresses', address, headers);
  const [own, byAddress, foreign] = [await order(id), await order(email), await order(newEmail())];
  const { status, body } = await send('GET', '/api/me/export', undefined, headers);
  expect([status, body.ids]).toEqual([200, [id, service.sealing.subjectOf(email)]]);
  const ofUser = body.events.filter(({ category }: { category: string }) => category === 'user');
  expect(typesOf(ofUser)).toEqual([
    'UserRegisteredEvent',
    'PasswordSetEvent',
    'EmailVerifiedEvent',
    'AddressAddedEvent',
  ]);
  expect(ofUser[0].data).toEqual({ userId: id, email, name: 'Anna Arnold' });
  expect(ofUser[3].data.address).toMatchObject(address);
  const ofOrders = body.events.filter(({ category }: { category: string }) => category === 'order');
  expect(ofOrders).toMatchObject([
    { aggregateId: own, version: 1, data: { customerId: id } },
    { aggregateId: own, version: 2, data: { note: 'I have changed my mind' } },
    { aggregateId: byAddress, version: 1, data: { customerId: email } },
    { aggregateId: byAddress, version: 2, data: { note: 'I have changed my mind' } },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/argon2|sealed\.1|emailIndex/);
  expect(JSON.stringify(body)).not.toContain(foreign);
  for (const customer of [id, email, email.toUpperCase()])
    expect((await exportBy(customer)).body.events.length).toBe(body.events.length);
});

test('an export has what this build cannot read as it was written, opened, and without what is secret', async () => {
  const { id, email } = await member();
  const { sealing, store } = service;
  const name = await sealing.seal(id, 'user/name', 'Anna');
  const ofTomorrow = (eventType: string, data: unknown) => ({ eventType, schema: 99, data }) as never;
  const placed = plainOrder({
    customerId: id,
    lines: [],
    total: { amount: 0, currency: 'EUR' },
    paymentMethod: null,
  });
  const own = randomUUIDv7();
  await store.decide(
    orders,
    own,
    () => [
      ofTomorrow('OrderConfirmedEvent', { by: 'nobody' }),
      orderPlaced(placed),
      ofTomorrow('UserRegisteredEvent', { userId: id, name, emailIndex: 'kept secret' }),
    ],
    { meta: { correlationId: own }, at: clock.now() },
  );
  const { body } = await exportBy(email);
  const events = body.events.filter(({ aggregateId }: { aggregateId: string }) => aggregateId === own);
  expect(events.map(({ data }: { data: unknown }) => data)).toMatchObject([
    { by: 'nobody' },
    { customerId: id },
    { userId: id, name: 'Anna' },
  ]);
  expect(JSON.stringify(events)).not.toContain('kept secret');
});

test('an export may be asked for a few times in an hour', async () => {
  const { headers } = await member();
  const ask = async () => (await send('GET', '/api/me/export', undefined, headers)).status;
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push(await ask());
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});

test.each(['themselves', 'staff'] as const)(
  'erased by %s: no login, no session, null wherever their data stood; the address is free',
  async (by) => {
    const { id, email, headers, refreshToken } = await member();
    const other = (await logIn(email)).body.refreshToken;
    await post('/api/me/addresses', address, headers);
    const byAddress = await order(email);
    const erased =
      by === 'themselves'
        ? await send('DELETE', '/api/me', undefined, { ...headers, ...any })
        : await post('/api/erasures', { customer: email }, await staff());
    expect(erased.status).toBe(by === 'themselves' ? 204 : 200);
    expect((await logIn(email)).status).toBe(401);
    for (const token of [refreshToken, other])
      expect((await post('/api/sessions/refresh', { refreshToken: token })).status).toBe(401);
    expect((await send('GET', '/api/me', undefined, headers)).status).toBe(404);
    expect((await send('DELETE', '/api/me', undefined, { ...headers, ...any })).status).toBe(404);
    const asStaff = await staff();
    const { body } = await send('GET', `/api/users/${id}/history`, undefined, asStaff);
    expect(body.data[0].data).toEqual({ userId: id, email: null, name: null });
    expect(body.data.at(-1).eventType).toBe('UserErasedEvent');
    const exported = (await exportBy(email)).body;
    expect(
      exported.events.find((one: { aggregateId: string }) => one.aggregateId === byAddress).data,
    ).toMatchObject({
      customerId: null,
    });
    await vi.waitFor(async () => {
      expect((await send('GET', `/api/users/${id}`, undefined, asStaff)).status).toBe(404);
      expect((await send('GET', `/dev/inbox?to=${email}`)).body.data).toEqual([]);
    });
    const anew = await member(email);
    expect(anew.id).not.toBe(id);
  },
);

test('a customer without an account is erased by the text that orders name them by, as often as one likes', async () => {
  const customer = `Anna of house ${randomUUID().slice(0, 8)}`;
  const id = await order(customer);
  const subject = service.sealing.subjectOf(customer);
  const before = (await exportBy(customer)).body;
  expect(before).toMatchObject({
    ids: [subject],
    events: [{ aggregateId: id, data: { customerId: customer } }, {}],
  });
  for (let n = 0; n < 2; n++)
    expect((await post('/api/erasures', { customer }, await staff())).body).toEqual({ ids: [subject] });
  const after = (await exportBy(customer)).body;
  expect(typesOf(after.events)).toEqual([...typesOf(before.events), 'UserErasedEvent']);
  expect(JSON.stringify(after)).not.toMatch(/Anna|changed my mind/);
});

test('an account whose address nobody has verified is not the customer of that name', async () => {
  const victim = newEmail();
  await order(victim);
  const guest = (await post('/api/guests')).body;
  await post('/api/accounts', { email: victim, password }, bearer(guest.accessToken));
  const mine = await send('GET', '/api/me/export', undefined, bearer(guest.accessToken));
  expect(JSON.stringify(mine.body)).not.toContain('OrderPlacedEvent');
  const erased = await send('DELETE', '/api/me', undefined, { ...bearer(guest.accessToken), ...any });
  expect(erased.status).toBe(204);
  expect((await exportBy(victim)).body.events).toMatchObject([{ data: { customerId: victim } }, {}]);
});

test('a guest can be erased, too: their session ends', async () => {
  const { accessToken, refreshToken } = (await post('/api/guests')).body;
  expect((await send('DELETE', '/api/me', undefined, { ...bearer(accessToken), ...any })).status).toBe(204);
  expect((await post('/api/sessions/refresh', { refreshToken })).status).toBe(401);
  const { body } = await post('/api/guests');
  const { sub } = JSON.parse(Buffer.from(body.accessToken.split('.')[1], 'base64url').toString());
  expect((await post('/api/erasures', { customer: sub }, await staff())).status).toBe(200);
  expect((await post('/api/sessions/refresh', { refreshToken: body.refreshToken })).status).toBe(401);
});

test('whoever signed up with an address of somebody else, as a guest, has nothing of theirs once it is verified', async () => {
  const email = newEmail();
  const guest = (await post('/api/guests')).body;
  await post('/api/accounts', { email, password }, bearer(guest.accessToken));
  await post('/api/accounts/verify', { email, code: await codeFor(email, 'verify') });
  const asGuest = bearer(guest.accessToken);
  expect((await send('DELETE', '/api/me', undefined, { ...asGuest, ...any })).status).toBe(401);
  expect((await send('GET', '/api/me/export', undefined, asGuest)).status).toBe(401);
  expect((await post('/api/sessions/refresh', { refreshToken: guest.refreshToken })).status).toBe(401);
});
