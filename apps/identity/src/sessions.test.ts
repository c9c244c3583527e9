/** Sessions, guests and tokens, over HTTP. */

import { serviceOfTests } from '@quickmart/service/testing';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { bearer, env, machine, newEmail, password, people } from '../test/testing.ts';
import { limits } from './limits.ts';
import identity from './service.ts';

const service = serviceOfTests(identity, { env });
const { send } = service;
const { post, codeFor, logIn, member, changing } = people(service);
const refresh = (refreshToken: string) => post('/api/sessions/refresh', { refreshToken });
const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  send('POST', '/oauth/token', new URLSearchParams(fields).toString(), {
    'Content-Type': 'application/x-www-form-urlencoded',
    ...headers,
  });
const grant = { grant_type: 'client_credentials' };
const basic = (id: string, secret: string) => ({
  Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

test('an access token says who it is, and any verifier can check it', async () => {
  const { accessToken, id } = await member();
  expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
  const keys = createLocalJWKSet((await send('GET', '/.well-known/jwks.json')).body);
  const { body } = await send('GET', '/.well-known/openid-configuration');
  const { payload } = await jwtVerify(accessToken, keys, { issuer: body.issuer, audience: 'quickmart' });
  expect(payload).toMatchObject({ sub: id, kind: 'user', scope: '' });
  expect(payload.exp! - payload.iat!).toBe(600);
  expect(Object.keys((await send('GET', '/.well-known/jwks.json')).body.keys[0])).not.toContain('d');
});

test('a refresh token is used once; who uses an old one ends the session', async () => {
  const { refreshToken } = await member();
  const second = await refresh(refreshToken);
  expect([second.status, second.body.refreshToken]).not.toEqual([200, refreshToken]);
  const third = await refresh(second.body.refreshToken);
  expect(third.status).toBe(200);
  expect((await refresh(refreshToken)).body.code).toBe('credentials-invalid');
  expect((await refresh(third.body.refreshToken)).status).toBe(401);
});

test('of refreshes that come at the same time one counts, and then the session is over', async () => {
  const { refreshToken } = await member();
  const all = await Promise.all([1, 2, 3, 4].map(() => refresh(refreshToken)));
  expect(all.filter(({ status }) => status === 200).length).toBe(1);
  const winner = all.find(({ status }) => status === 200);
  expect((await refresh(winner?.body.refreshToken)).status).toBe(401);
});

test.each(['', 'x', `${'0'.repeat(8)}-0000-4000-8000-000000000000.${'A'.repeat(43)}`, '../../etc.passwd'])(
  'the refresh token %j is none',
  async (token) => {
    expect([401, 422]).toContain((await refresh(token)).status);
  },
);

test('who logs out has no session any more; everywhere, if so wanted', async () => {
  const one = await member();
  const other = (await logIn(one.email)).body;
  expect((await send('DELETE', '/api/sessions/current', undefined, one.headers)).status).toBe(204);
  expect((await refresh(one.refreshToken)).status).toBe(401);
  const next = await refresh(other.refreshToken);
  expect(next.status).toBe(200);
  expect((await send('DELETE', '/api/sessions', undefined, bearer(next.body.accessToken))).status).toBe(204);
  expect((await refresh(next.body.refreshToken)).status).toBe(401);
  expect((await logIn(one.email)).status).toBe(200);
});

test('a new password ends all sessions', async () => {
  const { email, headers, refreshToken } = await member();
  const change = (current: string) => post('/api/me/password', { current, password: 'a new one' }, headers);
  expect((await change('not the right one')).body.code).toBe('password-wrong');
  expect((await change(password)).status).toBe(200);
  expect((await refresh(refreshToken)).status).toBe(401);
  expect((await logIn(email)).status).toBe(401);
  const again = await logIn(email, { password: 'a new one' });
  await post('/api/accounts/reset', { email, code: await codeFor(email, 'reset'), password });
  expect((await refresh(again.body.refreshToken)).status).toBe(401);
  expect((await logIn(email)).status).toBe(200);
});

test('a guest has a token, and keeps the id when they sign up', async () => {
  const guest = (await post('/api/guests')).body;
  const me = await send('GET', '/api/me', undefined, bearer(guest.accessToken));
  expect(me.body).toMatchObject({ kind: 'guest', email: null });
  const email = newEmail();
  const signedUp = await post('/api/accounts', { email, password }, bearer(guest.accessToken));
  expect(signedUp.body.id).toBe(me.body.id);
  await post('/api/accounts/verify', { email, code: await codeFor(email, 'verify') });
  const { accessToken } = (await logIn(email)).body;
  expect(decodeJwt(accessToken).sub).toBe(me.body.id);
  // The id is an account's now: somebody else who signs up with the guest's token gets one of their own.
  const second = await post('/api/accounts', { email: newEmail(), password }, bearer(guest.accessToken));
  expect(second.body.id).not.toBe(me.body.id);
  const bad = await post('/api/accounts', { email: newEmail(), password }, bearer('not.a.token'));
  expect(bad.status).toBe(401);
  // Who it is has to prove by a login.
  expect((await refresh(guest.refreshToken)).status).toBe(401);
});

test('who is locked by staff gets no token, and learns why only with the right password', async () => {
  const { id, email, refreshToken } = await member();
  const staff = await changing();
  await post(`/api/users/${id}/lock`, {}, staff);
  expect((await refresh(refreshToken)).status).toBe(401);
  expect((await logIn(email, { password: 'not the right one' })).body.code).toBe('credentials-invalid');
  expect((await logIn(email)).body.code).toBe('account-locked');
  await post(`/api/users/${id}/unlock`, undefined, staff);
  expect((await logIn(email)).status).toBe(200);
});

test('wrong passwords do not end a lock by staff, which holds until its time', async () => {
  const { id, email } = await member();
  const until = new Date(Date.now() + 24 * 3_600_000).toISOString();
  await post(`/api/users/${id}/lock`, { until }, await changing());
  for (let n = 0; n < limits.failuresMax; n++) await logIn(email, { password: 'not the right one' });
  expect((await logIn(email)).status).toBe(429);
  // What the last wrong password has done to the account is written beside its answer, before what comes after it.
  const code = await codeFor(email, 'login');
  expect((await logIn(email, { code })).body.code).toBe('account-locked');
  const { body } = await send('GET', `/api/users/${id}?minVersion=4`, undefined, await changing());
  expect(body).toMatchObject({ locked: true, lockedUntil: until, version: 4 });
});

test('a machine client gets its tokens by HTTP Basic or by the form', async () => {
  const byForm = await form({ ...grant, client_id: machine.id, client_secret: machine.secret });
  expect([byForm.status, byForm.body]).toMatchObject([
    200,
    { token_type: 'Bearer', expires_in: 600, scope: '*' },
  ]);
  expect(byForm.headers.get('cache-control')).toBe('no-store');
  const byBasic = await form(
    { ...grant, scope: 'orders:read stock:read' },
    basic(machine.id, machine.secret),
  );
  expect(byBasic.body.scope).toBe('orders:read stock:read');
  expect(decodeJwt(byBasic.body.access_token)).toMatchObject({ sub: machine.id, kind: 'client' });
});

test('what is no proper request for a token is told as RFC 6749 says', async () => {
  const right = { ...grant, client_id: machine.id, client_secret: machine.secret };
  const told = async (fields: Record<string, string>, headers?: Record<string, string>) => {
    const { status, body } = await form(fields, headers);
    return [status, body.error];
  };
  expect(await told({ ...right, grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
  expect(await told({ ...right, client_secret: 'wrong' })).toEqual([401, 'invalid_client']);
  expect(await told({ ...right, client_id: 'nobody' })).toEqual([401, 'invalid_client']);
  expect(await told({ ...right, client_id: '__proto__' })).toEqual([401, 'invalid_client']);
  expect(await told(grant)).toEqual([401, 'invalid_client']);
  expect(await told(right, basic(machine.id, machine.secret))).toEqual([400, 'invalid_request']);
  expect(await told({ ...right, scope: 'orders:read no-scope"x' })).toEqual([400, 'invalid_scope']);
  const json = await send('POST', '/oauth/token', right);
  expect([json.status, json.body.error]).toEqual([400, 'invalid_request']);
  const twice = await send('POST', '/oauth/token', `${new URLSearchParams(right)}&client_id=other`, {
    'Content-Type': 'application/x-www-form-urlencoded',
  });
  expect([twice.status, twice.body.error]).toEqual([400, 'invalid_request']);
  const large = await form({ ...right, padding: 'x'.repeat(10_000) });
  expect([large.status, large.body.error]).toEqual([400, 'invalid_request']);
});
