/** Plans of bodies: JSON from the schema, with and without faults; the wrong type, encoding or size; no JSON at all. */
import fc, { type Arbitrary } from 'fast-check';
import type { Operation } from './document.ts';
import { mutated } from './hostile.ts';
import { nearlyValid, valid } from './schema.ts';

export type Content = { json: unknown } | { text: string } | { bytes: Uint8Array } | { lines: unknown[] };
export type BodyPlan = {
  content: Content | undefined;
  type: string | undefined;
  encoding: string | undefined;
  chunked: boolean;
};

const jsonTypes = [
  'application/json; charset=utf-8',
  'APPLICATION/JSON',
  'application/merge-patch+json',
  'application/json;',
];
const otherTypes = [
  ...[
    'text/plain',
    '',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '*/*',
  ],
  ...[
    'application/json; charset=latin1',
    'application/jsonp',
    'application/x-ndjson',
    'text/csv',
    'json',
    'text/plain, application/json',
  ],
];
const encodings = ['gzip', 'br', 'identity', 'x'];

export const brokenTexts = [
  ...[
    '{',
    '}',
    '{"a":}',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '[',
    '"',
    ' ',
    '\n',
    'NaN',
    'undefined',
    '// x\n{}',
    '{"a":1}{"b":2}',
  ],
  ...[
    'null',
    '[]',
    '""',
    '1',
    'true',
    '{}',
    '[{}]',
    '{"__proto__":{}}',
    '{"constructor":{"prototype":{}}}',
    '{"a":"\u0001"}',
    '{"a":"\\x"}',
  ],
  ...[
    '[1e400]',
    '{"a":1e999999}',
    '\ufeff{}',
    '\ufeff',
    '{"a":"\\ud800"}',
    '{"\\u0000":1}',
    '['.repeat(50_000),
    '{"a":'.repeat(5_000),
  ],
];
const kilobyte = 'x'.repeat(1024);
/** Just under 1 MiB, and over it. */
const large = fc
  .constantFrom(1000, 1024, 1100)
  .map((kilobytes): Content => ({ json: { name: kilobyte.repeat(kilobytes) } }));
const brokenBytes = [
  [0xff, 0xfe, 0x7b, 0],
  [0xc3, 0x28],
  [0xed, 0xa0, 0x80],
  [0],
  [0x1f, 0x8b, 8, 0],
  [0x22, 0x80, 0x22],
];

/** Half of the bodies are as the document says, the rest has faults of all kinds. */
export function body(operation: Operation): Arbitrary<BodyPlan> {
  const media = operation.requestBody?.content;
  const schema = media?.['application/json']?.schema;
  const none = fc.constant<Content | undefined>(undefined);
  const sound = schema ? valid(schema).map((json): Content => ({ json })) : none;
  const content = fc.oneof(
    { weight: 12, arbitrary: sound },
    { weight: schema ? 4 : 0, arbitrary: nearlyValid(schema ?? {}).map((json): Content => ({ json })) },
    {
      weight: schema ? 6 : 1,
      arbitrary: mutated(valid(schema ?? { type: 'object' })).map((json): Content => ({ json })),
    },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: none },
  );
  return planned(content, 'application/json');
}

export const broken: Arbitrary<Content> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...brokenTexts).map((text): Content => ({ text })) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...brokenBytes).map((list): Content => ({ bytes: Uint8Array.from(list) })),
  },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 50 }).map((bytes): Content => ({ bytes })) },
  { weight: 1, arbitrary: large },
);

export function planned(content: Arbitrary<Content | undefined>, usual: string): Arbitrary<BodyPlan> {
  const type = fc.oneof(
    { weight: 30, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...jsonTypes) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, ...otherTypes) },
  );
  const encoding = fc.oneof(
    { weight: 40, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...encodings) },
  );
  return fc.record({ content, type, encoding, chunked: fc.boolean() });
}
