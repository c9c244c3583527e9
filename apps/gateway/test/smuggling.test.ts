/** Requests that two programs could read in two ways: none of them reaches a service as more than it is here. */
import { startService, type TestService } from '@quickmart/service/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import gateway from '../src/service.ts';
import { raw, type Stub, say, stub } from './stub.ts';

let behind: Stub;
let service: TestService;
beforeAll(async () => {
  behind = await stub((request, response) => request.resume().once('end', () => say(response, {})));
  service = await startService(gateway, { env: { ORDER_URL: behind.url } });
});
afterAll(async () => {
  await service.stop();
  await behind.close();
});

const request = (...lines: string[]) => `${lines.join('\r\n')}`;
const post = 'POST /api/orders HTTP/1.1';
const host = 'Host: localhost';
const close = 'Connection: close';
const hidden = 'GET /api/orders?hidden HTTP/1.1\r\nHost: localhost\r\n\r\n';

test.each([
  [
    'both lengths',
    request(post, host, 'Content-Length: 4', 'Transfer-Encoding: chunked', '', `0\r\n\r\n${hidden}`),
  ],
  ['two lengths', request(post, host, 'Content-Length: 0', 'Content-Length: 60', '', hidden)],
  ['a list of lengths', request(post, host, 'Content-Length: 0, 60', '', hidden)],
  ['a length that is no number', request(post, host, 'Content-Length: +0', '', hidden)],
  [
    'a coding that is not the last',
    request(post, host, 'Transfer-Encoding: chunked, identity', '', `0\r\n\r\n${hidden}`),
  ],
  ['a coding nobody knows', request(post, host, 'Transfer-Encoding: xchunked', '', `0\r\n\r\n${hidden}`)],
  ['a space before the colon', request(post, host, 'Transfer-Encoding : chunked', '', `0\r\n\r\n${hidden}`)],
  [
    'a folded header',
    request(post, host, 'X-A: b', ' Transfer-Encoding: chunked', 'Content-Length: 0', '', hidden),
  ],
  [
    'codings in two headers',
    request(
      post,
      host,
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: identity',
      '',
      `0\r\n\r\n${hidden}`,
    ),
  ],
  [
    'a coding that is said twice',
    request(post, host, 'Transfer-Encoding: chunked, chunked', '', `0\r\n\r\n${hidden}`),
  ],
  [
    'both lengths, the coding first',
    request(
      post,
      host,
      'Transfer-Encoding: chunked',
      `Content-Length: ${5 + hidden.length}`,
      '',
      `0\r\n\r\n${hidden}`,
    ),
  ],
  [
    'a coding behind a tab',
    request(post, host, 'Transfer-Encoding:\tx, chunked\x0b', '', `0\r\n\r\n${hidden}`),
  ],
  [
    'a coding behind a bare return',
    `${post}\r\n${host}\r\nX: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
  ],
  ['a header with NUL', request(post, host, 'X-A: b\0Transfer-Encoding: chunked', '', hidden)],
  ['a header without a name', request(post, host, ': chunked', 'Content-Length: 0', '', hidden)],
  [
    'a bare line feed behind a chunk',
    request(post, host, 'Transfer-Encoding: chunked', '', `1\r\nA\n0\r\n\r\n${hidden}`),
  ],
  [
    'a bare line feed behind a chunk size',
    request(post, host, 'Transfer-Encoding: chunked', '', `1;a\nA\r\n0\r\n\r\n${hidden}`),
  ],
  [
    'a chunk that is longer than it says',
    request(post, host, 'Transfer-Encoding: chunked', '', `1\r\nAB\r\n0\r\n\r\n${hidden}`),
  ],
  [
    'a chunk size that is none',
    request(post, host, 'Transfer-Encoding: chunked', '', `0x1\r\nA\r\n0\r\n\r\n${hidden}`),
  ],
  [
    'a chunk size that is too large to count',
    request(post, host, 'Transfer-Encoding: chunked', '', `1000000000000000f\r\nA\r\n0\r\n\r\n${hidden}`),
  ],
  [
    'a coding in HTTP/1.0',
    request(
      'POST /api/orders HTTP/1.0',
      host,
      'Transfer-Encoding: chunked',
      'Content-Length: 4',
      '',
      `0\r\n\r\n${hidden}`,
    ),
  ],
  [
    'a length behind the chunks',
    request(post, host, 'Transfer-Encoding: chunked', '', `0\r\nContent-Length: 60\r\n\r\n${hidden}`),
  ],
  ['a version nobody knows', request('GET /api/orders HTTP/1.2', host, '', hidden)],
  ['a fragment', request('GET /api/orders?a#b HTTP/1.1', host, close, '', '')],
  ['bare line feeds', `${post}\n${host}\nContent-Length: 0\n\n${hidden}`],
  ['two hosts', request(post, host, 'Host: evil.example', close, '', '')],
  ['no host', request(post, close, '', '')],
  ['a chunk size with a sign', request(post, host, 'Transfer-Encoding: chunked', '', `-1\r\n\r\n${hidden}`)],
  ['an absolute target', request('GET http://localhost/api/orders HTTP/1.1', host, close, '', '')],
  ['a target of CONNECT', request('CONNECT localhost:80 HTTP/1.1', host, '', '')],
  ['an empty part', request('GET //api/orders HTTP/1.1', host, close, '', '')],
  ['an encoded dot', request('GET /api/%2e%2e/api/orders HTTP/1.1', host, close, '', '')],
  ['an encoded slash', request('GET /api/orders%2f1 HTTP/1.1', host, close, '', '')],
  ['a backslash', request('GET /api\\orders HTTP/1.1', host, close, '', '')],
  ['dots', request('GET /api/../api/orders HTTP/1.1', host, close, '', '')],
])('%s: 4xx, and nothing goes on', async (_, text) => {
  const before = behind.requests.length;
  const answer = await raw(service.url, text);
  if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(behind.requests.length).toBe(before);
});

test('a body that looks like a request is a body', async () => {
  const before = behind.requests.length;
  const text = request(
    post,
    host,
    'Content-Type: application/json',
    `Content-Length: ${hidden.length}`,
    close,
    '',
    hidden,
  );
  expect(await raw(service.url, text)).toMatch(/^HTTP\/1\.1 200 /);
  expect(behind.requests.slice(before).map(({ url }) => url)).toEqual(['/api/orders']);
});

test('what a sender says beside its chunks stays here: the body goes on with one length', async () => {
  const chunks = '5;a="b c";d=e\r\nhello\r\n0\r\nX-Trailer: 1\r\n\r\n';
  const before = behind.requests.length;
  const text = request(post, host, 'Trailer: X-Trailer', 'Transfer-Encoding: Chunked', close, '', chunks);
  expect(await raw(service.url, text)).toMatch(/^HTTP\/1\.1 200 /);
  const [sent, ...more] = behind.requests.slice(before);
  expect(more).toEqual([]);
  expect(sent?.headers).toMatchObject({ 'content-length': '5' });
  for (const name of ['transfer-encoding', 'trailer', 'x-trailer'])
    expect(sent?.headers).not.toHaveProperty([name]);
});

test('requests behind each other on one connection are answered in their order, each for itself', async () => {
  const before = behind.requests.length;
  const chunked = request(post, host, 'Transfer-Encoding: chunked', '', '3\r\nabc\r\n0\r\n\r\n');
  const last = request('GET /api/orders?last HTTP/1.1', host, close, '', '');
  const answers = await raw(service.url, `${chunked}GET /nothing HTTP/1.1\r\n${host}\r\n\r\n${last}`);
  expect(answers.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
  const urls = behind.requests.slice(before).map(({ url }) => url);
  expect(urls.sort()).toEqual(['/api/orders', '/api/orders?last']);
});

test('methods that open more than a request are not taken', async () => {
  const before = behind.requests.length;
  for (const method of ['TRACE', 'PROPFIND', 'LINK'])
    expect(await raw(service.url, request(`${method} /api/orders HTTP/1.1`, host, close, '', ''))).toMatch(
      /^HTTP\/1\.1 405 /,
    );
  expect(behind.requests.length).toBe(before);
});
