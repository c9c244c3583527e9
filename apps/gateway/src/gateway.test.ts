/** The whole gateway over HTTP, before servers that do as they are told. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { startService, type TestService } from '@quickmart/service/testing';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { raw, type Stub, say, stub, stubOfTest } from '../test/stub.ts';
import gateway from './service.ts';

let orders: Stub;
let service: TestService;
/** What the order service does next. */
let onOrder: (request: IncomingMessage, response: Parameters<typeof say>[0]) => void;
const answered = (request: IncomingMessage, response: Parameters<typeof say>[0]) =>
  say(response, { url: request.url, method: request.method, headers: request.headers }, { ETag: '"7"' });

beforeAll(async () => {
  onOrder = answered;
  orders = await stub((request, response) => onOrder(request, response));
  service = await startService(gateway, {
    env: {
      ORDER_URL: orders.url,
      PRODUCT_URL: orders.url,
      UPSTREAM_TIMEOUT_MS: '500',
      CORS_ORIGINS: 'https://shop.example',
      ALLOWED_HOSTS: 'shop.example',
      TRUSTED_PROXIES: '127.0.0.0/8',
    },
  });
});
afterAll(async () => {
  await service.stop();
  await orders.close();
});

/** Until the end of a test. */
function doing(what: typeof onOrder): void {
  onOrder = what;
  onTestFinished(() => {
    onOrder = answered;
  });
}

/** With headers that fetch would not send. */
async function ask(
  path: string,
  { body, ...options }: { method?: string; headers?: object; body?: string } = {},
) {
  const sent = httpRequest(service.url + path, options as object);
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const bytes = await buffer(response);
  const said = String(response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes);
  const isJson = response.headers['content-type']?.includes('json');
  return { status: response.statusCode, headers: response.headers, body: isJson ? JSON.parse(said) : said };
}

test('a path goes to the service that has it, as it stands', async () => {
  const { status, body, headers } = await ask('/api/orders/019a?x=a%2Fb&y=%20');
  expect([status, body.url, headers.etag]).toEqual([200, '/api/orders/019a?x=a%2Fb&y=%20', '"7"']);
  expect((await ask('/api/orders/1/cancel', { method: 'POST' })).body.method).toBe('POST');
  // Whether there is such a method says the service.
  expect((await ask('/api/orders', { method: 'DELETE' })).body.method).toBe('DELETE');
});

test('what no service has is not found, and neither is what they have for operators', async () => {
  for (const path of ['/api/nothing', '/api', '/api/orders/1/2/3', '/asyncapi.json', '/admin']) {
    const { status, body } = await ask(path);
    expect([path, status, body.code]).toEqual([path, 404, 'not-found']);
  }
  expect((await ask('/readyz')).body.checks).toMatchObject({ limits: { status: 'up' } });
});

test('headers of one connection stay there, and nobody else says who asks', async () => {
  const { body } = await ask('/api/orders', {
    headers: {
      Connection: 'close, X-Secret',
      'X-Secret': 'for the gateway only',
      'Keep-Alive': 'timeout=5',
      TE: 'trailers',
      Upgrade: 'h2c',
      'Proxy-Authorization': 'Basic x',
      'X-Forwarded-For': '203.0.113.7, 198.51.100.1',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Real-IP': '203.0.113.7',
      Forwarded: 'for=203.0.113.7',
      Authorization: 'Bearer token',
      'X-Correlation-Id': 'mine',
    },
  });
  for (const name of [
    'x-secret',
    'keep-alive',
    'te',
    'upgrade',
    'proxy-authorization',
    'forwarded',
    'x-real-ip',
  ])
    expect([name, body.headers[name]]).toEqual([name, undefined]);
  expect(body.headers).toMatchObject({
    'x-forwarded-for': '198.51.100.1',
    'x-forwarded-host': new URL(service.url).host,
    'x-forwarded-proto': 'http',
    authorization: 'Bearer token',
    'x-correlation-id': 'mine',
  });
});

test('headers of the other connection stay there, too', async () => {
  doing((_, response) =>
    say(response, {}, { Connection: 'keep-alive, X-Inner', 'X-Inner': '1', 'X-Outer': '2' }),
  );
  const { headers } = await ask('/api/orders');
  expect([headers['x-inner'], headers['x-outer']]).toEqual([undefined, '2']);
});

test('a redirect is for the client', async () => {
  doing((_, response) => void response.writeHead(302, { Location: '/elsewhere' }).end());
  const { status, headers } = await ask('/api/orders');
  expect([status, headers.location]).toEqual([302, '/elsewhere']);
});

test('a body arrives as it was sent, with its length', async () => {
  doing(async (request, response) =>
    say(response, {
      got: await text(request),
      length: request.headers['content-length'],
      coding: request.headers['transfer-encoding'],
    }),
  );
  const body = JSON.stringify({ name: 'Größe' });
  const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
  expect((await ask('/api/orders', { method: 'POST', body, headers })).body).toEqual({
    got: body,
    length: String(Buffer.byteLength(body)),
  });
});

test('a body above the limit is refused, whatever it says of its length', async () => {
  const body = 'x'.repeat(1_100_000);
  for (const more of [{}, { 'Transfer-Encoding': 'chunked' }]) {
    const headers = { 'Content-Type': 'application/json', ...more };
    const answer = await ask('/api/orders', { method: 'POST', body, headers });
    expect([answer.status, answer.body.code]).toEqual([413, 'body-too-large']);
  }
});

test('what is streamed passes line by line, in both directions', async () => {
  doing(async (request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    for await (const line of request) response.write(`got ${line}`);
    response.end('end\n');
  });
  const headers = { 'Content-Type': 'application/x-ndjson', 'Accept-Encoding': 'gzip' };
  const sent = httpRequest(`${service.url}/api/products/import`, { method: 'POST', headers });
  const answer = once(sent, 'response');
  sent.write('one\n');
  const [response] = (await answer) as [IncomingMessage];
  response.setEncoding('utf8');
  expect((await once(response, 'data'))[0]).toBe('got one\n');
  sent.write('two\n');
  expect((await once(response, 'data'))[0]).toBe('got two\n');
  sent.end();
  expect(await text(response)).toBe('end\n');
});

test('a client that goes away ends the request behind, before and after its answer has begun', async () => {
  for (const isBegun of [false, true]) {
    const gone = Promise.withResolvers<void>();
    const there = Promise.withResolvers<void>();
    doing((request, response) => {
      response.once('close', gone.resolve);
      if (isBegun) response.writeHead(200, { 'Content-Type': 'application/x-ndjson' }).write('{}\n');
      there.resolve();
      request.resume();
    });
    const sent = httpRequest(`${service.url}/api/products/import`, { method: 'POST' });
    sent.on('error', () => {});
    sent.write('one\n');
    if (isBegun) await once(sent, 'response');
    await there.promise;
    sent.destroy();
    await gone.promise;
  }
});

test('a service that does not answer in time: 504, and the request behind ends', async () => {
  const gone = Promise.withResolvers<void>();
  doing((_, response) => void response.once('close', gone.resolve));
  const { status, body } = await ask('/api/orders');
  expect([status, body.code]).toEqual([504, 'service-late']);
  await gone.promise;
});

test('a service that breaks off: 502, not half an answer', async () => {
  doing((request) => void request.socket.destroy());
  expect((await ask('/api/orders')).body).toMatchObject({ status: 502, code: 'service-failed' });
  doing(
    (_, response) =>
      void response.writeHead(200, { 'Content-Length': 99 }).write('{"half":', () => response.destroy()),
  );
  expect((await ask('/api/orders')).body).toMatchObject({ status: 502, code: 'service-failed' });
});

test('a stream that breaks off does so at the client, too', async () => {
  doing((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' }).write('{}\n');
    setTimeout(() => response.destroy(), 50);
  });
  const answer = await raw(
    service.url,
    'POST /api/products/import HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toContain('200 OK');
  expect(answer.endsWith('0\r\n\r\n')).toBe(false);
  expect(answer).not.toContain('Error');
});

test('a service that is down closes its own paths only, and is found again', async () => {
  const first = await stub(answered);
  const other = await startService(gateway, { env: { ORDER_URL: orders.url, PAYMENT_URL: first.url } });
  onTestFinished(() => other.stop());
  const payments = () => other.send('GET', '/api/payments');
  expect((await payments()).status).toBe(200);
  await first.close();
  for (let n = 0; n < 6; n++) {
    const { status, headers, body } = await payments();
    expect([status, body.code]).toEqual(
      n === 0 && status === 502 ? [502, 'service-failed'] : [503, 'unavailable'],
    );
    if (status === 503) expect(headers.get('Retry-After')).toBe('2');
  }
  expect((await other.send('GET', '/api/orders')).status).toBe(200);
  expect((await other.send('GET', '/readyz')).body).toMatchObject({
    status: 'up',
    checks: { services: { detail: 'down: payment' } },
  });
  expect((await other.send('GET', '/metrics')).body).toMatch(
    /gateway_circuit_open\{[^}]*of="payment"[^}]*\} 1/,
  );
  await stubOfTest(answered, Number(new URL(first.url).port));
  await vi.waitFor(async () => expect((await payments()).status).toBe(200), {
    timeout: 10_000,
    interval: 100,
  });
  expect((await other.send('GET', '/readyz')).body.checks.services.detail).toBeUndefined();
});

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

test('answers are compressed for who wants it, and keep their ETag', async () => {
  doing((_, response) => say(response, { text: 'x'.repeat(5_000) }, { ETag: '"7"' }));
  const { headers } = await ask('/api/orders', { headers: { 'Accept-Encoding': 'br, gzip' } });
  expect([headers['content-encoding'], headers.etag, headers.vary]).toEqual([
    'gzip',
    '"7"',
    'Accept-Encoding',
  ]);
  expect(Number(headers['content-length'])).toBeLessThan(500);
  const plain = await ask('/api/orders', { headers: { 'Accept-Encoding': 'gzip;q=0' } });
  expect([plain.headers['content-encoding'], plain.body.text.length]).toEqual([undefined, 5_000]);
  doing((_, response) => say(response, { text: 'short' }));
  expect((await ask('/api/orders', { headers: { 'Accept-Encoding': 'gzip' } })).body).toEqual({
    text: 'short',
  });
});

test('there is one page over all services, and one document', async () => {
  expect((await ask('/')).headers.location).toBe('/docs');
  expect((await ask('/docs')).body).toContain('swagger-ui');
  expect((await ask('/docs/initializer.js')).body).toContain("url: '/openapi.json'");
  const { paths, info } = (await ask('/openapi.json')).body;
  expect(info.title).toBe('QuickMart');
  for (const path of ['/api/products', '/api/orders/{id}', '/api/payments', '/readyz'])
    expect(paths).toHaveProperty([path]);
});
