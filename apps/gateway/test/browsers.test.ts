/** Browsers: pages of other sites, names that are not ours, the page over all services. */
import { text } from 'node:stream/consumers';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { gatewayOfTests } from './gateway.ts';
import { say } from './stub.ts';

const gateway = gatewayOfTests({ CORS_ORIGINS: 'https://shop.example', ALLOWED_HOSTS: 'shop.example' });
const { ask, doing } = gateway;

test('a page of another site may not write; one of ours may, and reads what it needs', async () => {
  const post = (headers: object) => ask('/api/orders/1/cancel', { method: 'POST', headers });
  for (const headers of [
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null' },
  ])
    expect((await post(headers)).body).toMatchObject({ status: 403, code: 'cross-site-write' });
  const { status, headers } = await post({ Origin: 'https://shop.example', 'Sec-Fetch-Site': 'cross-site' });
  expect([status, headers['access-control-allow-origin']]).toEqual([200, 'https://shop.example']);
  for (const name of [
    'ETag',
    'Event-Position',
    'Location',
    'Idempotency-Replayed',
    'Retry-After',
    'Read-Model-Stale',
    'X-Correlation-Id',
  ])
    expect(headers['access-control-expose-headers']).toContain(name);
  expect(headers['access-control-allow-credentials']).toBeUndefined();
});

test('nor does it with what speaks for its reader: nothing of it reaches a service', async () => {
  const before = gateway.behind.requests.length;
  for (const credentials of [{ Authorization: 'Bearer eyJ' }, { Cookie: 'session=1; access_token=eyJ' }])
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const headers = { ...credentials, Origin: 'https://evil.example', 'Content-Type': type };
        const { status, headers: told } = await ask('/api/orders/1', { method, headers });
        expect([method, status, told['access-control-allow-origin']]).toEqual([method, 403, undefined]);
      }
  expect(gateway.behind.requests.length).toBe(before);
});

test('an answer that is kept is not given to a page of another origin', async () => {
  for (const headers of [{}, { Origin: 'https://shop.example' }, { Origin: 'https://evil.example' }])
    expect((await ask('/api/orders', { headers })).headers.vary).toContain('Origin');
});

test('a browser that asks first is told what a page may do', async () => {
  const asked = (origin: string) =>
    ask('/api/orders', {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });
  const { status, headers } = await asked('https://shop.example');
  expect([status, headers['access-control-allow-origin']]).toEqual([204, 'https://shop.example']);
  expect(headers['access-control-allow-headers']).toContain('Idempotency-Key');
  expect((await asked('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
});

test('a name that is not ours is not answered', async () => {
  expect((await ask('/api/orders', { headers: { Host: 'evil.example' } })).body).toMatchObject({
    status: 421,
    code: 'host-unknown',
  });
  expect((await ask('/api/orders', { headers: { Host: 'shop.example' } })).status).toBe(200);
});

test('a page of another origin, such as the Swagger UI of a service, may ask for a token with a secret', async () => {
  const page = { Origin: 'http://127.0.0.1:3001', 'Sec-Fetch-Site': 'same-site' };
  const asked = await ask('/oauth/token', { method: 'POST', headers: page });
  expect(asked.status).not.toBe(403);
  expect(asked.headers['access-control-allow-origin']).toBe(page.Origin);
  const preflight = { ...page, 'Access-Control-Request-Method': 'POST' };
  const { headers } = await ask('/oauth/token', { method: 'OPTIONS', headers: preflight });
  expect(headers['access-control-allow-headers']).toMatch(/Authorization.*X-Requested-With/);
  expect((await ask('/api/orders', { headers: page })).headers).not.toHaveProperty(
    'access-control-allow-origin',
  );
});

test('there is one page over all services, and one document', async () => {
  // Also where the first one only looks whether it is there.
  expect((await ask('/openapi.json', { method: 'HEAD' })).status).toBe(200);
  expect((await ask('/')).headers.location).toBe('/docs');
  expect((await ask('/docs')).body).toContain('swagger-ui');
  expect((await ask('/docs/initializer.js')).body).toContain("url: '/openapi.json'");
  const { paths, info } = (await ask('/openapi.json')).body;
  expect(info.title).toBe('QuickMart');
  for (const path of ['/api/products', '/api/orders/{id}', '/api/payments', '/readyz'])
    expect(paths).toHaveProperty([path]);
});

test('the page gets the next token by itself, once, with what was typed', async () => {
  const token = (name: string, seconds: number) =>
    `${name}.${btoa(JSON.stringify({ exp: Date.now() / 1000 + seconds }))}.${name}`;
  const [old, fresh] = [token('old', 10), token('fresh', 600)];
  doing(async (request, response) => {
    const { authorization } = request.headers;
    const isRight = authorization === `Basic ${btoa('till:secret')}` && request.url === '/oauth/token';
    say(response, { access_token: isRight ? fresh : (await text(request)) || 'none' });
  });
  const schema = { tokenUrl: '/oauth/token' };
  const client = { clientId: 'till', clientSecret: 'secret', token: { access_token: old }, schema };
  type Options = { requestInterceptor(request: { headers: object }): Promise<{ headers: object }> };
  let options: Options | undefined;
  const page = {
    window: {} as { onload?(): void },
    SwaggerUIBundle(given: Options) {
      options = given;
      return { authSelectors: { authorized: () => ({ toJS: () => ({ client }) }) } };
    },
    fetch: (path: string, init: RequestInit) => fetch(gateway.service.url + path, init),
    atob,
    btoa,
    URLSearchParams,
  };
  runInNewContext((await ask('/docs/initializer.js')).body, page);
  page.window.onload?.();
  const before = gateway.behind.requests.length;
  const sent = async (authorization: string) =>
    (await options!.requestInterceptor({ headers: { Authorization: authorization } })).headers;
  expect(await sent(`Bearer ${old}`)).toEqual({ Authorization: `Bearer ${fresh}` });
  expect(await sent(`Bearer ${old}`)).toEqual({ Authorization: `Bearer ${fresh}` });
  // What somebody has typed as a token of their own stays.
  expect(await sent('Bearer mine')).toEqual({ Authorization: 'Bearer mine' });
  expect(gateway.behind.requests.length - before).toBe(1);
});
