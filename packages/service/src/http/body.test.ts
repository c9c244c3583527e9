import { request } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MugService, startMugs } from '../../test/mugs.ts';
import { requestLimits } from '../process/limits.ts';
import { jsonDepthMax } from './body.ts';

let service: MugService;
beforeAll(async () => {
  service = await startMugs();
});
afterAll(() => service.stop());

const nested = (depth: number) => `${'{"colour":'.repeat(depth)}1${'}'.repeat(depth)}`;

const bodies: [name: string, body: string | Uint8Array, status: number, code: string][] = [
  ['not JSON', '{"colour":', 400, 'malformed-request'],
  ['trailing garbage', '{"colour":"blue"} x', 400, 'malformed-request'],
  ['NaN', '{"colour":NaN}', 400, 'malformed-request'],
  ['a raw NUL byte', '{"colour":"b\0"}', 400, 'malformed-request'],
  [
    'invalid UTF-8',
    new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    400,
    'malformed-request',
  ],
  ['__proto__', '{"colour":"blue","__proto__":{"admin":true}}', 400, 'malformed-request'],
  ['__proto__ in escapes', '{"colour":"blue","\\u005f_proto__":{"admin":true}}', 400, 'malformed-request'],
  ['__proto__ deep inside', '{"colour":{"a":[{"__proto__":1}]}}', 400, 'malformed-request'],
  [
    'constructor.prototype',
    '{"colour":"b","constructor":{"prototype":{"admin":true}}}',
    400,
    'malformed-request',
  ],
  ['too deep', nested(jsonDepthMax + 1), 400, 'malformed-request'],
  ['very deep', '['.repeat(100_000), 400, 'malformed-request'],
  ['as deep as it may be', nested(jsonDepthMax), 422, 'validation-failed'],
  ['1e400', '{"colour":1e400}', 422, 'validation-failed'],
  ['a lone surrogate where text is not expected', '{"\\ud800":1}', 422, 'validation-failed'],
  ['null', 'null', 422, 'validation-failed'],
  ['an array', '[]', 422, 'validation-failed'],
  ['a missing field', '{}', 422, 'validation-failed'],
  ['an unknown field', '{"colour":"blue","size":3}', 422, 'validation-failed'],
];

describe('a body is refused', () => {
  test.each(bodies)('%s', async (_, body, status, code) => {
    const sent = await service.send('POST', '/api/mugs', body);
    expect(sent).toMatchObject({ status, body: { code } });
  });

  test('an empty one', async () => {
    const declared = await service.send('POST', '/api/mugs', '', { 'Content-Length': '0' });
    expect(declared).toMatchObject({
      status: 400,
      body: { code: 'malformed-request', detail: 'the body is empty; send JSON' },
    });
    const absent = await service.send('POST', '/api/mugs');
    expect(absent).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/colour', detail: 'is missing' }] },
    });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/jsonp',
    '',
  ])('Content-Type %s', async (type) => {
    const sent = await service.send('POST', '/api/mugs', '{"colour":"blue"}', { 'Content-Type': type });
    expect(sent).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } });
  });

  test.each([
    [
      'in another way than gzip',
      'br',
      brotliCompressSync('{"colour":"blue"}'),
      415,
      'media-type-unsupported',
    ],
    ['twice', 'gzip, gzip', gzipSync(gzipSync('{"colour":"blue"}')), 415, 'media-type-unsupported'],
    ['only by its header', 'gzip', '{"colour":"blue"}', 400, 'malformed-request'],
    ['and cut off', 'gzip', gzipSync('{"colour":"blue"}').subarray(0, -6), 400, 'malformed-request'],
    ['without saying so', 'identity', gzipSync('{"colour":"blue"}'), 400, 'malformed-request'],
    [
      'and not UTF-8',
      'gzip',
      gzipSync(Buffer.from('{"colour":"caf\xe9"}', 'latin1')),
      400,
      'malformed-request',
    ],
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(200 * requestLimits.bodyBytes, 0x20)), 413, 'body-too-large'],
  ])('compressed %s', async (_, coding, body, status, code) => {
    const sent = await service.send('POST', '/api/mugs', body, { 'Content-Encoding': coding });
    expect(sent).toMatchObject({ status, body: { code } });
  });

  test.each([
    '/api/mugs?colour=caf%E9',
    '/api/mugs?colour=%ed%a0%80',
    '/api/mugs?colour=%C0%80',
    '/api/mugs?colour=a?%E9',
  ])('and so is a query that is not UTF-8: %s', async (path) => {
    const sent = await service.send('GET', path);
    expect(sent).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
  });

  test('one byte over the limit, announced', async () => {
    const sent = await service.send('POST', '/api/mugs', 'x'.repeat(requestLimits.bodyBytes + 1));
    expect(sent).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  });

  test('2 MiB in chunks, without a length', async () => {
    const sent = await sendChunks(Array.from({ length: 32 }, () => Buffer.alloc(64 * 1024, 0x20)));
    expect(sent).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
  });

  test('the service is as well as before', async () => {
    expect((await service.send('POST', '/api/mugs', { colour: 'blue' })).status).toBe(201);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

describe('a body is taken', () => {
  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
    'application/json; charset=utf8',
  ])('as %s', async (type) => {
    const sent = await service.send('POST', '/api/mugs', '{"colour":"blue"}', { 'Content-Type': type });
    expect(sent.status).toBe(201);
  });

  test('in chunks', async () => {
    const sent = await sendChunks([Buffer.from('{"colour":'), Buffer.from('"bl\u00fce"}')]);
    expect(sent).toMatchObject({ status: 201, body: { colour: 'bl\u00fce' } });
  });

  test('compressed with gzip, and known again however it was compressed', async () => {
    const headers = { 'Content-Encoding': 'gzip', 'Idempotency-Key': 'compressed' };
    const json = '{"colour":"bl\u00fce"}';
    const first = await service.send('POST', '/api/mugs', gzipSync(json, { level: 1 }), headers);
    expect(first).toMatchObject({ status: 201, body: { colour: 'bl\u00fce' } });
    const again = await service.send('POST', '/api/mugs', json, { 'Idempotency-Key': 'compressed' });
    expect(again.body).toEqual(first.body);
  });

  test('of exactly the limit', async () => {
    const body = '{"colour":"blue"}'.padEnd(requestLimits.bodyBytes);
    expect((await service.send('POST', '/api/mugs', body)).status).toBe(201);
  });

  test('not at all, where nothing in it is required', async () => {
    const { body } = await service.send('POST', '/api/mugs', { colour: 'blue' });
    const painted = await service.send('POST', `/api/mugs/${body.id}/paint`);
    expect(painted).toMatchObject({ status: 200, body: { colour: 'white', version: 2 } });
  });
});

function sendChunks(chunks: Buffer[]): Promise<{ status: number | undefined; body: unknown }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: unknown }>();
  const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
  const sent = request(`${service.url}/api/mugs`, { method: 'POST', headers }, async (response) => {
    let text = '';
    for await (const chunk of response) text += chunk;
    resolve({ status: response.statusCode, body: JSON.parse(text) });
  });
  sent.on('error', reject);
  for (const chunk of chunks) sent.write(chunk);
  sent.end();
  return promise;
}
