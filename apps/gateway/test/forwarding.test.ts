/** What goes on to a service, and what comes back. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { gatewayOfTests } from './gateway.ts';
import { say } from './stub.ts';

const gateway = gatewayOfTests({ TRUSTED_PROXIES: '127.0.0.0/8' });
const { ask, doing } = gateway;

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
    'x-forwarded-host': new URL(gateway.service.url).host,
    'x-forwarded-proto': 'http',
    authorization: 'Bearer token',
    'x-correlation-id': 'mine',
  });
});

test('a service gives a request its correlation id where the client has none', async () => {
  expect((await ask('/api/orders')).body.headers).not.toHaveProperty(['x-correlation-id']);
});

test('headers of the other connection stay there, too', async () => {
  doing((_, response) =>
    say(response, {}, { Connection: 'keep-alive, X-Inner', 'X-Inner': '1', 'X-Outer': '2' }),
  );
  const { headers } = await ask('/api/orders');
  expect([headers['x-inner'], headers['x-outer']]).toEqual([undefined, '2']);
});

test('what comes several times is one list, but for cookies', async () => {
  const several = {
    Vary: ['Authorization', 'Origin'],
    'Set-Cookie': ['a=1; Expires=Mon, 1 Jan 2029', 'b=2'],
  };
  doing((_, response) => void response.writeHead(200, several).end());
  const { headers } = await ask('/api/orders');
  expect([headers.vary, headers['set-cookie']]).toEqual(['Authorization, Origin', several['Set-Cookie']]);
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
  const sent = httpRequest(`${gateway.service.url}/api/products/import`, { method: 'POST', headers });
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

test('an answer of known length is compressed to its end, and has the length that it has then', async () => {
  const text = 'x'.repeat(5_000);
  const whole = JSON.stringify({ text });
  doing((_, response) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': whole.length };
    response.writeHead(200, headers).end(whole);
  });
  const { headers, body } = await ask('/api/orders', { headers: { 'Accept-Encoding': 'gzip' } });
  expect([headers['content-encoding'], body]).toEqual(['gzip', { text }]);
  expect(Number(headers['content-length'])).toBeLessThan(500);
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
