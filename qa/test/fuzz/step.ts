/** What a run is made of: requests for the most part; now and then one that is cut off, sent twice, or leads nowhere. */
import fc, { type Arbitrary } from 'fast-check';
import { type ServiceName, serviceNames } from '../../src/names.ts';
import type { Operation } from './document.ts';
import { type RequestPlan, request } from './request.ts';

export type Step =
  | { kind: 'send'; plan: RequestPlan }
  | { kind: 'hangUp'; plan: RequestPlan }
  | { kind: 'repeat'; otherBody: boolean }
  | { kind: 'stray'; service: ServiceName; method: string; path: string };

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'QUERY',
  'LINK',
];
const paths = [
  ...[
    '/',
    '//',
    '/api',
    '/api/products/',
    '//api/products',
    '/api//products',
    '/API/products',
    '/api/products/import',
    '/api/products;a',
    '*',
  ],
  ...[
    '/swagger',
    '/swagger/',
    '/swagger/../../etc/passwd',
    '/swagger/%2e%2e%2fpackage.json',
    '/swagger/initializer.js',
    '/openapi.json',
  ],
  ...[
    '/livez',
    '/readyz',
    '/metrics',
    '/favicon.ico',
    '/.env',
    '/%',
    '/%zz?%zz=%zz',
    '/?=&&=',
    '/api/orders?limit=1&limit=2',
    '/api/inventories?%00=1',
  ],
  ...[
    '/api/orders/a/b/c/d',
    '/api/products/x/price',
    '/api/reservations',
    '/api/orders?',
    'http://127.0.0.1/api/products',
    'http://[::1/',
  ],
];

export function step(operations: readonly Operation[]): Arbitrary<Step> {
  const plan = fc.oneof(...operations.map(request));
  return fc.oneof(
    { weight: 30, arbitrary: plan.map((some): Step => ({ kind: 'send', plan: some })) },
    { weight: 1, arbitrary: plan.map((some): Step => ({ kind: 'hangUp', plan: some })) },
    { weight: 2, arbitrary: fc.boolean().map((otherBody): Step => ({ kind: 'repeat', otherBody })) },
    { weight: 1, arbitrary: stray },
  );
}

const stray: Arbitrary<Step> = fc.record({
  kind: fc.constant('stray' as const),
  service: fc.constantFrom<ServiceName>(...serviceNames),
  method: fc.constantFrom(...methods),
  path: fc.constantFrom(...paths),
});
