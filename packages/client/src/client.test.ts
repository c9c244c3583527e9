import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type ClientOptions, ok, ProblemError, type Session, shopClient } from './index.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A shop that does as it is told, and notes who came with what. */
async function shop(handler: Handler, options: Partial<ClientOptions> = {}) {
  const seen: { url: string; authorization: string | undefined; key: unknown; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const { authorization, 'idempotency-key': key } = request.headers;
    seen.push({ url: request.url ?? '', authorization, key, body: await text(request) });
    handler(request, response, seen.length);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { seen, client: shopClient({ baseUrl, ...options }) };
}

const json = (response: ServerResponse, status: number, body: object, headers: object = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
const order = { body: { customerId: 'ann', lines: [{ sku: 'MUG', quantity: 1 }] } };
const token = (value: string, seconds = 600) => ({
  access_token: value,
  expires_in: seconds,
  token_type: 'Bearer',
});
const credentials = { clientId: 'till', clientSecret: 's:ecret' };

test('every POST has a key of its own, which its repeats share', async () => {
  const { client, seen } = await shop((_, response, nth) =>
    json(response, nth === 1 ? 503 : 201, { id: 'x' }),
  );
  await client.POST('/api/orders', order);
  await client.POST('/api/orders', order);
  const keys = seen.map(({ key }) => key);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false]);
  expect(new Set(seen.map(({ body }) => body))).toEqual(new Set([JSON.stringify(order.body)]));
  await client.POST('/api/orders', { ...order, headers: { 'Idempotency-Key': 'mine' } });
  expect(seen.at(-1)?.key).toBe('mine');
});

test('what passes by itself is waited for as Retry-After says', async () => {
  const began = performance.now();
  const { client, seen } = await shop((_, response, nth) => {
    if (nth === 1) json(response, 429, { code: 'too-many-requests' }, { 'Retry-After': '1' });
    else if (nth === 2) json(response, 409, { code: 'request-in-progress' });
    else if (nth === 3) response.destroy();
    else if (nth === 4)
      response.writeHead(200, { 'Content-Length': 99 }).write('{"half":', () => response.destroy());
    else json(response, 200, { data: [], nextCursor: null });
  });
  expect(await ok(client.GET('/api/orders'))).toEqual({ data: [], nextCursor: null });
  expect(seen).toHaveLength(5);
  expect(performance.now() - began).toBeGreaterThan(1_000);
});

test('it ends: with the last answer when the time is over, at once where nothing changes by itself', async () => {
  const options = { retry: { budgetMs: 500 } };
  const away = await shop(
    (_, response) => json(response, 503, { code: 'unavailable', title: 'Away' }),
    options,
  );
  await expect(ok(away.client.GET('/api/orders'))).rejects.toMatchObject({
    status: 503,
    code: 'unavailable',
  });
  expect(away.seen.length).toBeGreaterThan(2);
  const late = await shop((_, response) => json(response, 429, {}, { 'Retry-After': '60' }), options);
  expect((await late.client.GET('/api/orders')).response.status).toBe(429);
  expect(late.seen).toHaveLength(1);
  const refused = await shop((_, response) => json(response, 409, { code: 'order-not-cancellable' }));
  const { error } = await refused.client.POST('/api/orders/{id}/cancel', {
    params: { path: { id: 'x' } },
    body: {},
  });
  expect([error?.code, refused.seen.length]).toEqual(['order-not-cancellable', 1]);
  const once = await shop((_, response) => json(response, 503, {}), { retry: false });
  await once.client.GET('/api/orders');
  expect(once.seen).toHaveLength(1);
});

test('the signal of a request ends it, whatever its reason is: while it is sent, and while it is waited', async () => {
  const silent = await shop(() => {});
  const ends = new AbortController();
  const asked = silent.client.GET('/api/orders', { signal: ends.signal });
  await vi.waitFor(() => expect(silent.seen).toHaveLength(1));
  ends.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
  const busy = await shop((_, response) => json(response, 503, {}, { 'Retry-After': '20' }));
  const began = performance.now();
  await expect(busy.client.GET('/api/orders', { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
  expect(performance.now() - began).toBeLessThan(5_000);
  expect([silent.seen.length, busy.seen.length]).toEqual([1, 1]);
});

test('a problem is an error with its code and its members', async () => {
  const shortages = [{ productId: 'p', sku: 'MUG', requested: 2, available: 1 }];
  const problem = {
    title: 'Not enough stock',
    detail: 'one is short',
    status: 409,
    code: 'out-of-stock',
    shortages,
  };
  const { client } = await shop((_, response) => json(response, 409, problem));
  const failure = await ok(client.POST('/api/orders', order)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ProblemError);
  expect(failure).toMatchObject({
    status: 409,
    code: 'out-of-stock',
    problem: { shortages },
    message: 'Not enough stock: one is short',
  });
  const proxy = await shop((_, response) => void response.writeHead(418).end('<html>'));
  await expect(ok(proxy.client.GET('/api/orders'))).rejects.toMatchObject({ status: 418, code: 'http-418' });
});

test('a machine client gets one token for all that ask at once, and the next one when it is refused', async () => {
  let tokens = 0;
  let valid = 'Bearer t1';
  const { client, seen } = await shop(
    (request, response) => {
      if (request.url === '/oauth/token') return json(response, 200, token(`t${++tokens}`));
      if (request.headers.authorization !== valid) return json(response, 401, { code: 'unauthenticated' });
      return json(response, 200, { data: [], nextCursor: null });
    },
    { credentials },
  );
  await Promise.all([1, 2, 3].map(() => ok(client.GET('/api/orders'))));
  expect(tokens).toBe(1);
  expect(seen[0]).toMatchObject({
    authorization: `Basic ${btoa('till:s%3Aecret')}`,
    body: 'grant_type=client_credentials',
  });
  valid = 'Bearer t2';
  await Promise.all([1, 2, 3].map(() => ok(client.GET('/api/orders'))));
  expect(tokens).toBe(2);
  valid = 'Bearer never';
  expect((await client.GET('/api/orders')).response.status).toBe(401);
  expect(tokens).toBe(3);
});

test('without a token nothing is sent, and the error says why', async () => {
  const refused: Handler = (request, response) =>
    request.url?.startsWith('/api/orders')
      ? json(response, 200, {})
      : json(response, 401, { code: 'credentials-invalid', title: 'The credentials are not valid' });
  const session = { accessToken: 'old', refreshToken: 'r1', expiresIn: 0 };
  for (const options of [{ credentials }, { session: { session } }]) {
    const { client, seen } = await shop(refused, options);
    const failure = { status: 401, code: 'credentials-invalid' };
    await expect(client.GET('/api/orders')).rejects.toBeInstanceOf(ProblemError);
    await expect(client.GET('/api/orders')).rejects.toMatchObject(failure);
    expect(seen.filter(({ url }) => url.startsWith('/api/orders'))).toEqual([]);
  }
  const oauth = { error: 'invalid_client', error_description: 'unknown client' };
  const { client } = await shop((_, response) => json(response, 401, oauth), { credentials });
  await expect(client.GET('/api/orders')).rejects.toThrow('HTTP 401: unknown client');
});

test('a date in Retry-After is waited for, too', async () => {
  const soon = new Date(Date.now() + 2_000).toUTCString();
  const { client } = await shop((_, response, nth) =>
    nth === 1 ? json(response, 503, {}, { 'Retry-After': soon }) : json(response, 200, {}),
  );
  await client.GET('/api/orders');
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(soon));
});

test('a token that ends soon is not used', async () => {
  let tokens = 0;
  const answer: Handler = (request, response) =>
    request.url === '/oauth/token' ? json(response, 200, token(`t${++tokens}`, 20)) : json(response, 200, {});
  const { client } = await shop(answer, { credentials });
  await client.GET('/api/orders');
  await client.GET('/api/orders');
  expect(tokens).toBe(2);
});

test('a session gives the next token, once at a time, and tells its next refresh token', async () => {
  const told: Session[] = [];
  const session = { accessToken: 'old', refreshToken: 'r1', expiresIn: 600 };
  const used: string[] = [];
  const { client } = await shop(
    async (request, response) => {
      if (request.url !== '/api/sessions/refresh') {
        const isFresh = request.headers.authorization === `Bearer new${used.length}`;
        return json(response, isFresh ? 200 : 401, isFresh ? { data: [], nextCursor: null } : {});
      }
      used.push('r');
      return json(response, 200, {
        accessToken: `new${used.length}`,
        refreshToken: `r${used.length + 1}`,
        expiresIn: 600,
      });
    },
    { session: { session, onSession: (next) => void told.push(next) } },
  );
  await Promise.all([1, 2, 3].map(() => ok(client.GET('/api/orders'))));
  expect(used).toHaveLength(1);
  expect(told).toEqual([{ accessToken: 'new1', refreshToken: 'r2', expiresIn: 600 }]);
});
