/** What staff may do, and what nobody may: rights that are given and taken, machine clients, other people's accounts. */
import { randomUUIDv7 } from 'node:crypto';
import { serviceOfTests } from '@quickmart/service/testing';
import { until } from '@quickmart/streams/testing';
import { decodeJwt } from 'jose';
import { expect, test, vi } from 'vitest';
import { admin, bearer, env, machine, people } from '../test/testing.ts';
import identity from './service.ts';

const service = serviceOfTests(identity, { env });
const { send } = service;
const { post, logIn, member, staff, changing } = people(service);
const setRoles = async (id: string, roles: string[], headers: Record<string, string>) =>
  await send('PUT', `/api/users/${id}/roles`, { roles }, { 'If-Match': '*', ...headers });
const byForm = (id: string, secret: string) =>
  send('POST', '/oauth/token', `grant_type=client_credentials&client_id=${id}&client_secret=${secret}`, {
    'Content-Type': 'application/x-www-form-urlencoded',
  });

/** Somebody with these roles, as headers of a request. */
async function withRoles(...roles: string[]) {
  const one = await member();
  await setRoles(one.id, roles, await staff());
  return { ...one, ...bearer((await logIn(one.email)).body.accessToken) };
}
const as = ({ Authorization }: { Authorization: string }) => ({ Authorization });

test('the first administrator and the first machine client come from the environment, once', async () => {
  const { body } = await send('GET', `/api/users?email=${admin.email}`, undefined, await staff());
  expect(body.data).toMatchObject([
    { email: admin.email, roles: ['customer', 'admin'], emailVerified: true },
  ]);
  expect(decodeJwt((await byForm(machine.id, machine.secret)).body.access_token).scope).toBe('*');
});

test('a role gives its scopes with the next token, and its end takes them; who did it is in the history', async () => {
  const { id, email, refreshToken } = await member();
  const headers = await staff();
  const given = await setRoles(id, ['customer', 'support'], headers);
  expect([given.status, given.body.roles]).toEqual([200, ['customer', 'support']]);
  const having = async (role: string) =>
    (await send('GET', `/api/users?role=${role}`, undefined, headers)).body.data.map(
      (one: { id: string }) => one.id,
    );
  await until('it is listed by its roles', async () => (await having('support')).includes(id));
  expect(await having('customer,stock')).toContain(id);
  expect(await having('warehouse')).not.toContain(id);
  const refreshed = await post('/api/sessions/refresh', { refreshToken });
  expect(decodeJwt(refreshed.body.accessToken).scope).toContain('orders:read');
  await setRoles(id, ['customer'], headers);
  expect(decodeJwt((await logIn(email)).body.accessToken).scope).toBe('');
  const { body } = await send('GET', `/api/users/${id}/history`, undefined, headers);
  const [granted, revoked] = body.data.slice(-2);
  expect(granted).toMatchObject({ eventType: 'RoleGrantedEvent', data: { role: 'support' } });
  expect(revoked).toMatchObject({
    eventType: 'RoleRevokedEvent',
    meta: { actor: expect.stringMatching(/^user:/) },
  });
  expect(JSON.stringify(body)).not.toMatch(/argon2|sealed\.1|emailIndex/);
});

test('staff ends the sessions of somebody, who can log in again; not of somebody with more rights', async () => {
  const { id, email, refreshToken } = await member();
  const end = (id: string, headers: Record<string, string>) =>
    send('DELETE', `/api/users/${id}/sessions`, undefined, { 'If-Match': '*', ...headers });
  expect((await end(id, await staff())).status).toBe(200);
  expect((await post('/api/sessions/refresh', { refreshToken })).status).toBe(401);
  expect((await logIn(email)).status).toBe(200);
  const clerk = await post('/api/clients', { name: 'clerk', scopes: ['users:write'] }, await staff());
  const token = (await byForm(clerk.body.id, clerk.body.secret)).body.access_token;
  const support = await withRoles('support');
  const refused = await end(support.id, bearer(token));
  expect([refused.status, refused.body.code]).toEqual([403, 'rights-exceeded']);
});

test('nobody gives or takes rights that they do not have', async () => {
  const one = await member();
  const clerk = await post(
    '/api/clients',
    { name: 'clerk', scopes: ['users:write', 'clients:write'] },
    await staff(),
  );
  const token = (await byForm(clerk.body.id, clerk.body.secret)).body.access_token;
  const refused = await setRoles(one.id, ['admin'], bearer(token));
  expect([refused.status, refused.body.code]).toEqual([403, 'rights-exceeded']);
  expect((await setRoles(one.id, ['support'], bearer(token))).status).toBe(403);
  const other = await withRoles('admin');
  expect((await setRoles(other.id, ['customer'], bearer(token))).status).toBe(403);
  for (const way of ['lock', 'unlock'])
    expect((await post(`/api/users/${other.id}/${way}`, {}, bearer(token))).status).toBe(403);
  expect((await post('/api/erasures', { customer: other.email }, bearer(token))).status).toBe(403);
  const more = await post('/api/clients', { name: 'x', scopes: ['orders:read'] }, bearer(token));
  expect(more.body.code).toBe('rights-exceeded');
  expect((await post('/api/clients', { name: 'x', scopes: ['users:write'] }, bearer(token))).status).toBe(
    201,
  );
});

test('a machine client has a secret that is shown once, and ends when it is revoked', async () => {
  const headers = await staff();
  const {
    status,
    body,
    headers: answered,
  } = await post('/api/clients', { name: 'Till', scopes: ['orders:*'] }, headers);
  expect([status, answered.get('location')]).toEqual([201, `/api/clients/${body.id}`]);
  const shown = await send('GET', `/api/clients/${body.id}`, undefined, headers);
  expect(shown.body).toMatchObject({ name: 'Till', scopes: ['orders:*'], revoked: false });
  expect(JSON.stringify(shown.body)).not.toContain(body.secret);
  expect((await byForm(body.id, body.secret)).body.scope).toBe('orders:*');
  const { body: history } = await send('GET', `/api/clients/${body.id}/history`, undefined, headers);
  expect(JSON.stringify(history)).not.toContain('secretDigest');
  await send('DELETE', `/api/clients/${body.id}`, undefined, { ...headers, 'If-Match': '"1"' });
  expect((await byForm(body.id, body.secret)).status).toBe(401);
  await vi.waitFor(async () => {
    const { body: list } = await send('GET', '/api/clients', undefined, headers);
    expect(list.data).toContainEqual(expect.objectContaining({ id: body.id, revoked: true }));
  });
});

test('the history of a role is in the log even where its name is used no more', async () => {
  const one = await member();
  expect((await setRoles(one.id, ['wizard'], await staff())).status).toBe(422);
});

test('without a token 401, without the scope 403, on every route of staff', async () => {
  const { id } = await member();
  const clerk = await withRoles('support');
  for (const [method, path, body] of [
    ['GET', '/api/users'],
    ['GET', `/api/users/${id}`],
    ['GET', `/api/users/${id}/history`],
    ['PUT', `/api/users/${id}/roles`, { roles: [] }],
    ['POST', `/api/users/${id}/lock`, {}],
    ['POST', `/api/users/${id}/unlock`],
    ['DELETE', `/api/users/${id}/sessions`],
    ['POST', '/api/erasures', { customer: id }],
    ['POST', '/api/exports', { customer: id }],
    ['POST', '/api/clients', { name: 'x', scopes: ['*'] }],
    ['GET', '/api/clients'],
    ['DELETE', `/api/clients/${id}`],
  ] as const) {
    const answer = async (headers: Record<string, string>) =>
      (await send(method, path, body, { 'If-Match': '*', ...headers })).status;
    const customer = await member();
    expect([
      path,
      await answer({}),
      await answer(as({ Authorization: `Bearer ${customer.accessToken}` })),
    ]).toEqual([path, 401, 403]);
    const isRead = method === 'GET' && path.startsWith('/api/users');
    expect([path, await answer(as(clerk))]).toEqual([path, isRead ? 200 : 403]);
  }
});

test('nobody reaches the addresses of somebody else', async () => {
  const [anna, bert] = [await member(), await member()];
  const address = {
    name: 'Anna',
    line1: 'Lange Straße 1',
    postalCode: '20095',
    city: 'Hamburg',
    country: 'DE',
  };
  const { body } = await post('/api/me/addresses', address, anna.headers);
  const change = { 'If-Match': '*', ...bert.headers };
  expect((await send('PATCH', `/api/me/addresses/${body.id}`, { city: 'Kiel' }, change)).status).toBe(404);
  expect((await send('DELETE', `/api/me/addresses/${body.id}`, undefined, change)).status).toBe(404);
  expect((await send('GET', '/api/me/addresses', undefined, bert.headers)).body.data).toEqual([]);
  expect((await send('GET', '/api/me/addresses', undefined, anna.headers)).body.data).toHaveLength(1);
});

test('who has no account has no profile', async () => {
  const guest = bearer((await post('/api/guests')).body.accessToken);
  expect((await send('PATCH', '/api/me', { name: 'Guest' }, { ...guest, 'If-Match': '*' })).status).toBe(404);
  expect((await post('/api/me/addresses', {}, guest)).status).toBe(422);
  const client = bearer((await byForm(machine.id, machine.secret)).body.access_token);
  expect((await send('GET', '/api/me', undefined, client)).status).toBe(404);
  expect((await send('GET', `/api/users/${randomUUIDv7()}`, undefined, client)).status).toBe(404);
  expect((await post(`/api/users/${randomUUIDv7()}/lock`, {}, await changing())).status).toBe(404);
});
