/**
 * Below HTTP's surface: what no client library sends. Refused, by Node's parser before it is a request, or served;
 * never the end of a service.
 */
import { connect } from 'node:net';
import { until } from '@quickmart/streams/testing';
import { expect, test } from 'vitest';
import { problem } from '../openapi/problems.ts';
import { systemOfTests } from '../system/system.ts';

const system = systemOfTests({ env: { LOG_LEVEL: 'warn' } });

const get = 'GET /api/products HTTP/1.1\r\nHost: x\r\n';
const post = 'POST /api/products HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const cases: [name: string, text: string, statuses: number[]][] = [
  ['no HTTP', 'hello\r\n\r\n', [400]],
  ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', [400]],
  ['a method that there is not', 'BREW /api/products HTTP/1.1\r\nHost: x\r\n\r\n', [400, 405]],
  ['HTTP/3.0', 'GET / HTTP/3.0\r\nHost: x\r\n\r\n', [400]],
  ['no Host', 'GET /api/products HTTP/1.1\r\n\r\n', [400]],
  ['a Host that is none', 'GET /api/products HTTP/1.1\r\nHost: a b/c\r\n\r\n', [400]],
  ['two Hosts', `${get}Host: y\r\n\r\n`, [200, 400]],
  ['headers of 100 KiB', `${get}X-A: ${'a'.repeat(100_000)}\r\n\r\n`, [431]],
  [
    'an address of 100 KiB',
    `GET /api/products?search=${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    [431],
  ],
  ['10,000 headers', `${get}${'a: b\r\n'.repeat(10_000)}\r\n`, [200, 400, 431]],
  ['a NUL in a header', `${get}X-A: a\0b\r\n\r\n`, [400]],
  ['a header without a name', `${get}: b\r\n\r\n`, [400]],
  ['a negative Content-Length', `${post}Content-Length: -1\r\n\r\n`, [400]],
  ['two Content-Lengths', `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, [400]],
  [
    'Content-Length and chunks',
    `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    [400],
  ],
  ['chunks that are none', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`, [400]],
  ['a chunk of 16 EiB', `${post}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n`, [400]],
  ['an unknown Transfer-Encoding', `${post}Transfer-Encoding: x\r\n\r\n{}`, [400, 501]],
  ['an unknown expectation', `${post}Expect: x\r\nContent-Length: 2\r\n\r\n{}`, [400, 417, 422]],
  ['an upgrade', `${get}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`, [200, 400]],
  ['HTTP/1.0', 'GET /api/products HTTP/1.0\r\n\r\n', [200, 400]],
  ['an absolute address', 'GET http://elsewhere/api/products HTTP/1.1\r\nHost: x\r\n\r\n', [200, 400, 404]],
  ['CONNECT', 'CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n', []],
  ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n', [400, 404, 405]],
];

/** Whoever has no right is refused before anything else is looked at. */
const authorized = async (text: string): Promise<string> =>
  text.replace('Host: x\r\n', `$&Authorization: Bearer ${await system.tokens.current()}\r\n`);

/** What comes back: a whole answer, or all that there is when the other side, or our patience, ends. */
async function raw(request: string): Promise<string> {
  const text = await authorized(request);
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect(system.product.port, '127.0.0.1');
  let answer = '';
  socket
    .setEncoding('latin1')
    .setTimeout(20_000, resolve)
    .on('error', () => resolve())
    .on('close', () => resolve());
  socket.on('data', (chunk: string) => {
    answer += chunk;
    if (isWhole(answer)) resolve();
  });
  socket.write(text, 'latin1');
  await promise;
  socket.destroy();
  return answer;
}

function isWhole(answer: string): boolean {
  const [head = '', body] = answer.split(/\r\n\r\n(.*)/s);
  const length = /^content-length: (\d+)/im.exec(head)?.[1] ?? Number.POSITIVE_INFINITY;
  return (
    (body?.length ?? -1) >= Number(length) || /^transfer-encoding: chunked.*\r\n0\r\n\r\n$/ims.test(answer)
  );
}

test.each(cases)('%s', async (_, text, statuses) => {
  const answer = await raw(text);
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1];
  if (status === undefined) expect({ answer, statuses }).toEqual({ answer: '', statuses: [] });
  else expect(statuses).toContain(Number(status));
  expect(answer).not.toMatch(/node:internal|node_modules|\.ts:|HPE_/);
  if (Number(status) >= 400) {
    expect(answer).toMatch(/^content-type: application\/problem\+json/im);
    const body = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
    expect(problem.parse(JSON.parse(body)).status).toBe(Number(status));
  }
  expect((await fetch(`${system.product.url}/livez`)).status).toBe(200);
});

const line = (nth: number) =>
  `${JSON.stringify({ sku: `HUNG-UP-${nth}`, name: 'Mug', price: { amount: 1, currency: 'EUR' } })}\n`;
const csv = 'sku,name,amount,currency\nHUNG-UP-1,Mug,1,EUR\nHUNG-UP-2,Mu';

/** Sends the text, waits for the first of the answer where there is one, and is gone. */
async function hangUp(text: string, afterMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const socket = connect(system.product.port, '127.0.0.1');
  socket.on('error', () => resolve()).on('close', () => resolve());
  socket.setTimeout(afterMs, () => socket.destroy()).once('data', () => socket.destroy());
  socket.write(text);
  await promise;
}

test.each([
  ['while NDJSON is sent', 'application/x-ndjson', line(1) + line(2).slice(0, 20)],
  ['while CSV is sent', 'text/csv', csv],
  ['before anything is sent', 'text/csv', ''],
  [
    'while the answer is sent',
    'application/x-ndjson',
    Array.from({ length: 5_000 }, (_, nth) => line(nth)).join(''),
  ],
])('a caller of the import who hangs up %s', async (_, type, text) => {
  const head = await authorized(`POST /api/products/import HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n`);
  const size = Buffer.byteLength(text);
  await hangUp(`${head}Content-Length: ${size + 100}\r\n\r\n${text}`, 100);
  await hangUp(
    `${head}Transfer-Encoding: chunked\r\n\r\n${size === 0 ? '' : `${size.toString(16)}\r\n${text}`}`,
    100,
  );
  // Busy with thousands of lines, it may be late to say so.
  await until('it is ready', async () => (await fetch(`${system.product.url}/readyz`)).ok);
});

test('the service is the one that was started', () => expect(system.product.isAlive).toBe(true));
