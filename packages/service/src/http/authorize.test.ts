import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startIssuer, type TestIssuer, type TokenOf } from '../../test/issuer.ts';
import { type MugService, startMugs } from '../../test/mugs.ts';
import type { Api } from '../api/api.ts';
import { needs, open, ownerOr, signedIn } from '../auth/access.ts';
import { idParam, json, jsonBody } from '../document/openapi.ts';
import { createRoute } from '../document/route.ts';
import { rightsOf } from '../run/rights.ts';
import type { ServiceContext } from './context.ts';
import { onlyOf, owned } from './ownership.ts';

const anna = '019a0000-0000-7000-8000-00000000000a';
const bert = '019a0000-0000-7000-8000-00000000000b';
const about = z.object({ who: z.string(), kind: z.string(), actor: z.string(), only: z.string() });
const responses = { 200: json(about, 'Who asked') };
const written: number[] = [];

/** Routes of each kind of access, that say who asked. */
function routes(api: Api): void {
  const say = (name: string) =>
    ({ method: 'get', path: `/api/${name}`, operationId: name, responses }) as const;
  const all = {
    stock: needs('stock:read'),
    mine: ownerOr('orders:read'),
    me: signedIn(),
    shop: open('a shop'),
  };
  const answer = (c: ServiceContext) => {
    const { kind, id } = c.get('caller');
    const { actor = '' } = c.get('request');
    return c.json({ who: id, kind, actor, only: onlyOf(c) ?? '' }, 200);
  };
  for (const [name, access] of Object.entries(all))
    api.openapi(createRoute({ ...say(name), access }), answer);
  // @ts-expect-error a route says who may use it
  api.openapi(createRoute(say('forgotten')), answer);
  const access = ownerOr('orders:read');
  const item = {
    method: 'get',
    path: '/api/things/{id}',
    operationId: 'getThing',
    access,
    responses,
  } as const;
  api.openapi(createRoute({ ...item, request: { params: idParam() } }), (c) => {
    owned(c, c.req.valid('param').id);
    return c.json({ who: '', kind: '', actor: '', only: '' }, 200);
  });
  const body = jsonBody(z.strictObject({ n: z.int() }));
  const write = { method: 'post', path: '/api/writes', operationId: 'write', request: { body } } as const;
  api.openapi(
    createRoute({ ...write, access: signedIn(), responses: { 200: json(z.object({ n: z.int() }), '') } }),
    (c) => {
      written.push(c.req.valid('json').n);
      return c.json({ n: written.length }, 200);
    },
  );
}

let issuer: TestIssuer;
let service: MugService;
beforeAll(async () => {
  issuer = await startIssuer();
  const { ISSUER, JWKS_URL } = issuer.env;
  service = await startMugs({
    more: routes,
    rights: rightsOf({ auth: 'on', issuer: ISSUER, jwksUrl: JWKS_URL }),
    issuer: ISSUER,
  });
});
afterAll(async () => {
  await service.stop();
  await issuer.stop();
});

const get = async (path: string, of?: TokenOf, headers: Record<string, string> = {}) =>
  await service.send('GET', path, undefined, { ...(of && (await issuer.as(of))), ...headers });

test('without a token 401, which says how to ask', async () => {
  for (const path of ['/api/stock', '/api/mine', '/api/me', '/api/forgotten', '/api/mugs']) {
    const { status, headers, body } = await get(path);
    expect({ path, status, code: body.code }).toEqual({ path, status: 401, code: 'unauthenticated' });
    expect(headers.get('www-authenticate')).toBe('Bearer realm="quickmart"');
  }
});

test('with one that is none 401, which says why; no other way of asking counts', async () => {
  const bad = await get('/api/stock', { claims: { exp: 1 } });
  expect([bad.status, bad.body.detail]).toEqual([401, 'the access token has expired']);
  expect(bad.headers.get('www-authenticate')).toBe('Bearer realm="quickmart", error="invalid_token"');
  const token = await issuer.token({ scope: '*' });
  for (const Authorization of [`Basic ${token}`, token, 'Bearer', `Bearer ${token} x`])
    expect((await get('/api/stock', undefined, { Authorization })).status).toBe(401);
  expect((await get(`/api/stock?access_token=${token}`)).status).toBe(401);
});

test('with the wrong scope 403, which names the right one', async () => {
  const { status, headers, body } = await get('/api/stock', { scope: 'stock:write orders:read' });
  expect([status, body.code, body.scope]).toEqual([403, 'forbidden', 'stock:read']);
  expect(headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="stock:read"');
  expect((await get('/api/mine', { kind: 'client', scope: 'stock:read' })).status).toBe(403);
});

test('with the scope 200, and events will say who it was', async () => {
  const { body } = await get('/api/stock', { kind: 'client', sub: 'till', scope: 'stock:read' });
  expect(body).toEqual({ who: 'till', kind: 'client', actor: 'client:till', only: '' });
});

test('a customer is limited to what is theirs, whoever has the scope is not', async () => {
  expect((await get('/api/mine', { sub: anna })).body).toMatchObject({ actor: `user:${anna}`, only: anna });
  expect((await get('/api/mine', { sub: anna, kind: 'guest' })).body).toMatchObject({ only: anna });
  expect((await get('/api/mine', { sub: anna, scope: 'orders:read' })).body).toMatchObject({ only: '' });
  expect((await get(`/api/things/${anna}`, { sub: anna })).status).toBe(200);
  expect((await get(`/api/things/${bert}`, { sub: anna })).body).toMatchObject({ code: 'not-found' });
  expect((await get(`/api/things/${bert}`, { sub: anna, scope: 'orders:*' })).status).toBe(200);
});

test('a route that says nothing is closed to all but those who may do everything', async () => {
  expect((await get('/api/forgotten', { scope: 'orders:* stock:* operate' })).status).toBe(403);
  expect((await get('/api/forgotten', { scope: '*' })).status).toBe(200);
});

test('what is open stays open, with any token or none', async () => {
  expect((await get('/api/shop')).body).toMatchObject({ kind: 'none', actor: '' });
  expect((await get('/api/shop', { claims: { exp: 1 } })).body).toMatchObject({ kind: 'none' });
  expect((await get('/api/shop', { header: { kid: 'x' } })).body).toMatchObject({ kind: 'none' });
  expect((await get('/api/shop', { sub: anna })).body).toMatchObject({ kind: 'user', who: anna });
  for (const path of ['/livez', '/readyz', '/metrics', '/openapi.json', '/asyncapi.json', '/swagger'])
    expect({ path, status: (await get(path)).status }).toEqual({ path, status: 200 });
});

test('nobody says who they are in a header', async () => {
  const spoofed = { 'X-Actor': 'user:admin', 'X-User': 'admin', 'X-Forwarded-User': 'admin' };
  expect((await get('/api/shop', undefined, spoofed)).body).toMatchObject({ actor: '', kind: 'none' });
  expect((await get('/api/me', { sub: anna }, spoofed)).body).toMatchObject({ actor: `user:${anna}` });
});

test('a browser that keeps an answer does not show it to the next caller', async () => {
  for (const path of ['/api/stock', '/api/mine', '/api/me'])
    expect((await get(path, { scope: '*' })).headers.get('vary')).toBe('Authorization');
  expect((await get('/api/shop', { scope: '*' })).headers.get('vary')).toBeNull();
});

test('HEAD is as closed as GET, and nothing of a refused request is read', async () => {
  expect((await service.send('HEAD', '/api/stock')).status).toBe(401);
  const { status } = await service.send('POST', '/api/writes', '{ this is no JSON');
  expect(status).toBe(401);
});

test('two callers with the same Idempotency-Key do not get each other’s answers', async () => {
  const send = async (sub: string) =>
    await service.send(
      'POST',
      '/api/writes',
      { n: 1 },
      { ...(await issuer.as({ sub })), 'Idempotency-Key': 'k' },
    );
  const first = await send(anna);
  expect((await send(bert)).body).not.toEqual(first.body);
  const again = await send(anna);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});

test('while the keys cannot be had, what is open serves on and the rest is 503', async () => {
  const rights = rightsOf({ auth: 'on', issuer: issuer.env.ISSUER, jwksUrl: 'http://127.0.0.1:1/' });
  const blind = await startMugs({ more: routes, rights });
  const headers = await issuer.as({ scope: '*' });
  const { status, body, headers: answered } = await blind.send('GET', '/api/stock', undefined, headers);
  expect([status, body.code, answered.get('retry-after')]).toEqual([503, 'unavailable', '1']);
  expect((await blind.send('GET', '/api/shop', undefined, headers)).status).toBe(200);
  expect((await blind.send('GET', '/api/stock')).status).toBe(401);
  await blind.stop();
});

test('the document says what each operation needs', async () => {
  const { body } = await get('/openapi.json');
  const { stock, mine, me, shop } = Object.fromEntries(
    ['stock', 'mine', 'me', 'shop'].map((name) => [name, body.paths[`/api/${name}`].get]),
  );
  expect(stock.security).toEqual([{ bearer: [] }, { client: ['stock:read'] }]);
  expect(mine['x-access']).toEqual({ kind: 'owner', scope: 'orders:read' });
  expect(me.responses).toHaveProperty('401');
  expect(me.responses).not.toHaveProperty('403');
  expect(stock.responses[403].$ref).toBe('#/components/responses/forbidden');
  expect([shop.security, shop.responses[401]]).toEqual([[], undefined]);
  const { bearer, client } = body.components.securitySchemes;
  expect(bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
  expect(client.flows.clientCredentials).toMatchObject({
    tokenUrl: `${issuer.env.ISSUER}/oauth/token`,
    scopes: { 'orders:read': expect.any(String), 'stock:read': expect.any(String) },
  });
});
