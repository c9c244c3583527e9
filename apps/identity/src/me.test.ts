/** One's own account: profile, addresses, export, and its end. */
import { once } from 'node:events';
import { get } from 'node:http';
import { serviceOfTests } from '@quickmart/service/testing';
import { expect, test } from 'vitest';
import { env, password, people } from '../test/testing.ts';
import identity from './service.ts';

const service = serviceOfTests(identity, { env });
const { send } = service;
const { post, member } = people(service);
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
