import { expect, test } from 'vitest';
import { hostFault, targetFault } from './target.ts';

test.each([
  '/',
  '/api/orders',
  '/api/orders?status=pending&q=%2F..%2F\\',
  '/api/carts/7/lines/MUG-BLUE.350_x',
  '/api/products/a%20b%C3%BC',
  '/.well-known/jwks.json',
])('%s is a path like any other', (target) => expect(targetFault(target)).toBeUndefined());

test.each([
  '//api/orders',
  '/api//orders',
  '/api/orders//',
  '/api/../metrics',
  '/api/./orders',
  '/api/orders/..',
  '/api/%2e%2e/metrics',
  '/api/%2E./metrics',
  '/api/orders%2f7',
  '/api%2Forders',
  '/api/orders%5c7',
  '/api\\orders',
  '/api/orders#fragment',
  '/api/orders/%252e%252e/metrics',
  '/api/orders/%00',
  '/api/orders/%0d%0aX-Injected:1',
  '/api/orders/%7',
  '/api/orders/%zz',
  '/api/ü',
  '/api/ orders',
  '/api/orders?a=1#b',
  '/api/orders?a=ü',
  '/api/orders?a=\tb',
  'http://127.0.0.1/api/orders',
  'HTTP://example.com/',
  'example.com:443',
  '*',
  '',
])('%s could be read in two ways', (target) => expect(targetFault(target)).toBeTypeOf('string'));

test('a request has one Host, and HTTP/2 says it once', () => {
  const one = ['Host', 'a', 'Accept', '*/*'];
  expect(hostFault(one, undefined)).toBeUndefined();
  expect(hostFault([...one, 'hOsT', 'a'], undefined)).toBe('a request has one Host');
  expect(hostFault(['X', 'host', 'Y', 'host'], undefined)).toBeUndefined();
  expect(hostFault([':authority', 'a'], 'a')).toBeUndefined();
  expect(hostFault([...one], 'a')).toBeUndefined();
  expect(hostFault([...one], 'b')).toBe('Host and :authority differ');
});
