/** Requests that two programs could read in two ways: none of them reaches a service as more than it is here. */
import { startService, type TestService } from '@quickmart/service/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raw, type Stub, say, stub } from '../test/stub.ts';
import gateway from './service.ts';

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

test('methods that open more than a request are not taken', async () => {
  const before = behind.requests.length;
  for (const method of ['TRACE', 'PROPFIND', 'LINK'])
    expect(await raw(service.url, request(`${method} /api/orders HTTP/1.1`, host, close, '', ''))).toMatch(
      /^HTTP\/1\.1 405 /,
    );
  expect(behind.requests.length).toBe(before);
});
