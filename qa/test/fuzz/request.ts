/**
 * Plans of requests: what is sent to an operation, sound for the most part, so that it gets far, with one or a few
 * things wrong. Which parts are wrong is not decided here but by the oracle, from what was sent.
 */
import fc, { type Arbitrary } from 'fast-check';
import { type BodyPlan, body } from './body.ts';
import type { Operation } from './document.ts';
import { type HeaderValue, headers } from './headers.ts';
import { importBody } from './import-body.ts';
import { query } from './query.ts';
import { known } from './schema.ts';
import { type Kind, Ref } from './value.ts';

export type RequestPlan = {
  operation: Operation;
  params: Record<string, string | Ref>;
  query: [name: string, value: string | Ref][];
  headers: [name: string, value: HeaderValue][];
  body: BodyPlan;
};

export function request(operation: Operation): Arbitrary<RequestPlan> {
  const lines = operation.requestBody?.content['application/x-ndjson'];
  return fc.record({
    operation: fc.constant(operation),
    params: params(operation),
    query: query(operation),
    headers: headers(operation),
    body: lines ? importBody(lines['x-item-schema'] ?? {}) : body(operation),
  });
}

const oddIds = [
  ...[
    '0',
    ' ',
    '-',
    '.',
    '..',
    '%2e%2e',
    '..%2F..%2Fetc%2Fpasswd',
    'a%2Fb',
    '%2F',
    '%',
    '%zz',
    '%E0%A4%A',
    '%00',
    'a%00b',
    '%C0%80',
    '%ED%A0%80',
    '%F0%9F%98%80',
  ],
  ...[
    'import',
    'history',
    '__proto__',
    'constructor',
    'null',
    ':id',
    '{id}',
    '*',
    '(.*)',
    '%2500',
    ';a=b',
    '%5C',
    '%0d%0aX-A:%20b',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '019a0000-0000-7000-8000-00000000000g',
  ],
];
const upperCase = (text: string) => text.toUpperCase();

const oddId = (kind: Kind): Arbitrary<string | Ref> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...oddIds) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((nth) => new Ref(kind, nth, upperCase)) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((nth) => new Ref(kind, nth, (id) => `${id}%20`)) },
    { weight: 1, arbitrary: fc.constantFrom(36, 37, 255, 4000, 8000).map((length) => 'a'.repeat(length)) },
  );

function params(operation: Operation): Arbitrary<Record<string, string | Ref>> {
  const named = operation.parameters.filter((parameter) => parameter.in === 'path');
  return fc.record(
    Object.fromEntries(
      named.map(({ name }) => {
        const kind = operation.resource;
        const id: Arbitrary<string | Ref> = fc.oneof(
          { weight: 14, arbitrary: known(kind) },
          { weight: 1, arbitrary: fc.uuid() },
          { weight: 2, arbitrary: oddId(kind) },
        );
        return [name, id];
      }),
    ),
  );
}
