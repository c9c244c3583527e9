import { connect } from 'node:net';
import { OutageError } from '@quickmart/streams';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MugService, startMugs } from '../../test/mugs.ts';

let service: MugService;
let lag: () => { labels: Record<string, string>; value: number }[] = () => [
  { labels: { group: 'g' }, value: 3 },
];
let database: () => unknown = () => true;
beforeAll(async () => {
  service = await startMugs({
    gauges: { quickmart_lag: { help: 'Events behind', labels: ['group'], read: () => lag() } },
    ready: { redis: () => service.redis.ping(), database: () => database() },
  });
});
afterAll(() => service.stop());
const missing = '019a0000-0000-7000-8000-000000000001';

describe('addresses', () => {
  test.each([
    '/nope',
    '/api',
    '/api/mugs/',
    '/api/mugs/1/2/3',
    '/swagger/nope.js',
    '/swagger/..%2f..%2fpackage.json',
  ])('%s is 404', async (path) => {
    for (const method of ['GET', 'POST', 'PUT']) {
      const sent = await service.send(method, path, method === 'GET' ? undefined : 'not json');
      expect(sent).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  test.each([
    ['PUT', '/api/mugs', 'GET, HEAD, POST'],
    ['DELETE', `/api/mugs/${missing}`, 'GET, HEAD, PATCH'],
    ['GET', `/api/mugs/${missing}/paint`, 'POST'],
    ['POST', '/livez', 'GET, HEAD'],
    ['OPTIONS', '/api/mugs', 'GET, HEAD, POST'],
  ])('%s %s is 405 and says what is allowed', async (method, path, allow) => {
    const sent = await service.send(method, path);
    expect(sent).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(sent.headers.get('allow')).toBe(allow);
  });

  test.each(['x', '1', `${missing}0`, '%E0%A4%A'])('the id %s is 404', async (id) => {
    expect((await service.send('GET', `/api/mugs/${id}`)).status).toBe(404);
  });

  test('NUL in an address is 400', async () => {
    expect((await service.send('GET', '/api/mugs?colour=a%00b')).status).toBe(400);
    expect((await service.send('GET', '/api/mugs/%00')).status).toBe(400);
  });

  test.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'limit=1&limit=2',
    'sort=size',
    'color=blue',
    'includeTotal=1',
  ])('?%s is 400 with the parameter named', async (query) => {
    const { status, body } = await service.send('GET', `/api/mugs?${query}`);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'malformed-request' });
    expect(body.errors[0].pointer).toBe(`/${query.split('=')[0]}`);
  });

  test('what is no HTTP request for this host is 400 as a problem', async () => {
    const raw = await rawRequest('GET /livez HTTP/1.1\r\nHost: a b<>\r\nConnection: close\r\n\r\n');
    expect(raw).toMatch(/^HTTP\/1\.1 400/);
    expect(raw).toContain('application/problem+json');
  });
});

describe('every answer', () => {
  test('carries security headers and a correlation id', async () => {
    for (const path of ['/api/mugs', '/nope', '/livez']) {
      const { headers } = await service.send('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('gives back the correlation id that came, if it is a decent one', async () => {
    const sent = await service.send('GET', '/api/mugs', undefined, { 'X-Correlation-Id': 'checkout-4711' });
    expect(sent.headers.get('x-correlation-id')).toBe('checkout-4711');
    const long = await service.send('GET', '/api/mugs', undefined, { 'X-Correlation-Id': 'x'.repeat(129) });
    expect(long.headers.get('x-correlation-id')).not.toContain('x');
  });

  test('leaves one log line without body or query', async () => {
    const { headers } = await service.send('POST', '/api/mugs?secret=1', { colour: 'secretblue' });
    const correlationId = headers.get('x-correlation-id');
    const lines = service.lines.filter((line) => line.correlationId === correlationId);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 'info', method: 'POST', path: '/api/mugs', status: 201 });
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});

test('what the request says about itself goes into the events', async () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const headers = { 'X-Correlation-Id': 'checkout-1', 'X-Actor': 'ann', traceparent };
  const { body } = await service.send('POST', '/api/mugs', { colour: 'blue' }, headers);
  const [event] = await service.store.history('mug', body.id, { afterVersion: 0, limit: 1 });
  expect(event?.meta).toEqual({ correlationId: 'checkout-1', actor: 'ann', traceparent });
  expect(Math.abs(Date.now() - (event?.at ?? 0))).toBeLessThan(5_000);
  const traced = await service.send('GET', '/api/mugs', undefined, { traceparent });
  expect(traced.headers.get('x-correlation-id')).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
});

describe('probes', () => {
  test('/livez needs nothing', async () => {
    expect(await service.send('GET', '/livez')).toMatchObject({ status: 200, body: { status: 'up' } });
  });

  test('/readyz names each dependency', async () => {
    const ready = await service.send('GET', '/readyz');
    expect(ready).toMatchObject({ status: 200, body: { status: 'up', checks: { redis: { status: 'up' } } } });
    database = () => Promise.reject(new Error('password of sa expired'));
    const down = await service.send('GET', '/readyz');
    const checks = { redis: { status: 'up' }, database: { status: 'down', reason: 'error' } };
    expect(down).toMatchObject({ status: 503, body: { status: 'down', checks } });
    expect(JSON.stringify(down.body)).not.toContain('expired');
    database = () =>
      Promise.reject(new OutageError('the database Shop on db:1433 does not work: the disk is full'));
    const waits = await service.send('GET', '/readyz');
    expect(waits.body.checks.database.detail).toContain('db:1433 does not work: the disk is full');
    database = () => new Promise(() => {});
    const hanging = await service.send('GET', '/readyz');
    expect(hanging).toMatchObject({ status: 503, body: { checks: { database: { reason: 'timeout' } } } });
    database = () => true;
  });

  test('/readyz says no password, and asks once for all who ask at the same time', async () => {
    const { promise: asking, resolve: answer } = Promise.withResolvers<void>();
    let asked = 0;
    database = async () => {
      asked++;
      await asking;
      throw new OutageError('no way to sqlserver://sa:hunter2@db:1433/Shop');
    };
    const all = Array.from({ length: 20 }, () => service.api.request('/readyz'));
    setImmediate(answer);
    const bodies = await Promise.all(all.map(async (one) => await (await one).text()));
    expect(asked).toBe(1);
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('no way to sqlserver://sa:***@db:1433/Shop');
    database = () => true;
  });

  test('/metrics has the requests by route, and the gauges as of now', async () => {
    await service.send('GET', `/api/mugs/${missing}`);
    await service.send('GET', '/nope/1');
    const { status, body } = await service.send('GET', '/metrics');
    expect(status).toBe(200);
    const counts = body.split('\n').filter((line: string) => line.includes('duration_seconds_count'));
    expect(counts.join('\n')).toMatch(/route="\/api\/mugs\/:id",method="GET",status="404"/);
    expect(counts.join('\n')).toMatch(/route="none",method="GET",status="404"/);
    expect(body).not.toContain(missing);
    expect(body).toMatch(/quickmart_lag\{group="g",service="mugs"\} 3/);
    lag = () => {
      throw new Error('no lag today');
    };
    const without = await service.send('GET', '/metrics');
    expect(without.status).toBe(200);
    expect(without.body).not.toContain('quickmart_lag{');
  });
});

function rawRequest(text: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const { port } = new URL(service.url);
  let answer = '';
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('end', () => resolve(answer)).on('error', reject);
  return promise;
}
