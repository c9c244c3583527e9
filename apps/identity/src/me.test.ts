/** One's own account: profile, addresses, export, and its end. */
import { once } from 'node:events';
import { get } from 'node:http';
import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test, vi } from 'vitest';
import identity from './service.ts';
import { bearer, env, password, people } from './testing.ts';

const service = serviceOfTests(identity, { env });
const { send } = service;
const { post, logIn, member, staff } = people(service);
const address = {
  name: 'Anna Arnold',
  line1: 'Lange Straße 1',
  line2: 'Hinterhaus',
  postalCode: '20095',
  city: 'Hamburg',
  country: 'DE',
};

test('a profile is changed at the version that was seen', async () => {
  const { headers } = await member();
  const seen = await send('GET', '/api/me', undefined, headers);
  const etag = seen.headers.get('etag') as string;
  expect((await send('PATCH', '/api/me', { name: 'Anna' }, headers)).status).toBe(428);
  const changed = await send('PATCH', '/api/me', { name: 'Anna A.' }, { ...headers, 'If-Match': etag });
  expect([changed.status, changed.body.name]).toEqual([200, 'Anna A.']);
  expect((await send('PATCH', '/api/me', { name: 'B' }, { ...headers, 'If-Match': etag })).status).toBe(412);
  const none = await send('PATCH', '/api/me', { name: null }, { ...headers, 'If-Match': '*' });
  expect(none.body.name).toBeNull();
  expect((await send('PATCH', '/api/me', { roles: ['admin'] }, { ...headers, 'If-Match': '*' })).status).toBe(
    422,
  );
});

test('an address book: added, changed, removed', async () => {
  const { headers } = await member();
  const added = await post('/api/me/addresses', address, headers);
  expect([added.status, added.body]).toMatchObject([201, { ...address, company: null }]);
  expect(added.headers.get('location')).toBe(`/api/me/addresses/${added.body.id}`);
  const path = `/api/me/addresses/${added.body.id}`;
  const change = { ...headers, 'If-Match': '*' };
  const changed = await send('PATCH', path, { city: 'Kiel', line2: null }, change);
  expect(changed.body).toMatchObject({ ...address, city: 'Kiel', line2: null });
  expect((await send('GET', '/api/me/addresses', undefined, headers)).body.data).toEqual([changed.body]);
  expect((await send('DELETE', path, undefined, change)).status).toBe(204);
  expect((await send('GET', '/api/me/addresses', undefined, headers)).body.data).toEqual([]);
  expect((await post('/api/me/addresses', { ...address, country: 'Germany' }, headers)).status).toBe(422);
});

test('an export has everything that is known, and no hash', async () => {
  const { headers, email } = await member();
  await post('/api/me/addresses', address, headers);
  const { status, body } = await send('GET', '/api/me/export', undefined, headers);
  expect([status, body.user.email]).toEqual([200, email]);
  expect(body.addresses).toMatchObject([address]);
  expect(body.events.map(({ eventType }: { eventType: string }) => eventType)).toEqual([
    'UserRegisteredEvent',
    'PasswordSetEvent',
    'EmailVerifiedEvent',
    'AddressAddedEvent',
  ]);
  expect(JSON.stringify(body)).not.toMatch(/argon2|sealed\.1/);
});

test('who is erased is gone: no login, no session, null wherever their data stood; the address is free', async () => {
  const { id, email, headers, refreshToken } = await member();
  await post('/api/me/addresses', address, headers);
  const erased = await send('DELETE', '/api/me', undefined, { ...headers, 'If-Match': '*' });
  expect(erased.status).toBe(204);
  expect((await logIn(email)).status).toBe(401);
  expect((await post('/api/sessions/refresh', { refreshToken })).status).toBe(401);
  expect((await send('GET', '/api/me', undefined, headers)).status).toBe(404);
  const asStaff = await staff();
  const { body } = await send('GET', `/api/users/${id}/history`, undefined, asStaff);
  expect(body.data[0].data).toMatchObject({ userId: id, email: null, name: null });
  expect(body.data.at(-1).eventType).toBe('UserErasedEvent');
  await vi.waitFor(async () =>
    expect((await send('GET', `/api/users/${id}`, undefined, asStaff)).status).toBe(404),
  );
  const inbox = await send('GET', `/dev/inbox?to=${email}`);
  expect(inbox.body.data).toEqual([]);
  const anew = await member(email);
  expect(anew.id).not.toBe(id);
});

test('a guest can be erased, too', async () => {
  const guest = bearer((await post('/api/guests')).body.accessToken);
  expect((await send('DELETE', '/api/me', undefined, { ...guest, 'If-Match': '*' })).status).toBe(204);
});

test('a password is changed by who knows the present one, who may guess no more often than at a login', async () => {
  const { headers } = await member();
  const change = (current: string) => post('/api/me/password', { current, password }, headers);
  for (let n = 0; n < 10; n++) expect((await change('not the right one')).status).toBe(422);
  expect((await change(password)).status).toBe(429);
});

test('the inbox is for who sits at the machine', async () => {
  const asked = async (host: string) => {
    const [response] = await once(get(`${service.url}/dev/inbox`, { headers: { Host: host } }), 'response');
    response.resume();
    return response.statusCode;
  };
  expect(await asked('localhost:3005')).toBe(200);
  expect(await asked('evil.example')).toBe(404);
  expect((await send('GET', '/dev/inbox', undefined, { 'X-Forwarded-For': '203.0.113.7' })).status).toBe(404);
});
