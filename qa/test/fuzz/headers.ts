/** Plans of headers: those that the document names, and what else can be sent in them. */
import fc, { type Arbitrary } from 'fast-check';
import type { Operation } from './document.ts';
import { known } from './schema.ts';
import type { Ref } from './value.ts';

/** Well-formed, and of nothing that is written: who waits for it is told 503, however often it is asked. */
export const futurePositions: readonly string[] = ['product.9999@1-1', 'product.0@999999999999999-1'];

/** `version`: the version of the item in the path that was seen last, or as many off. */
export type HeaderValue = string | Ref | { version: number };
type Entry = [name: string, value: HeaderValue];

const oddHeaders: Readonly<Record<string, string[]>> = {
  'If-Match': [
    '',
    '*',
    'W/"1"',
    '"1", "2"',
    '1',
    '"-1"',
    '"1e3"',
    '"99999999999999999999"',
    '"999999"',
    '"0"',
    '"',
    '"\u00e9"',
    '" 1"',
    '"x"',
  ],
  'If-None-Match': ['*', '"1"', 'W/"1", "2"', '"', ',,,', ''],
  'Event-Position': [
    '',
    '*',
    'product.0@1-0',
    'order.0@0-0',
    'inventory.1@1-1',
    '__proto__.0@1-1',
    'x.0@1-1',
    'product.0@1',
    '0-1',
    ...futurePositions,
  ],
  'X-Correlation-Id': [
    '',
    ' ',
    'a b',
    '\u00e9\u00ff',
    'x'.repeat(128),
    'x'.repeat(129),
    'x'.repeat(3000),
    '"',
    '{"a":1}',
    '%00',
    '__proto__',
  ],
  'Idempotency-Key': [
    '',
    ' ',
    '\u00e9',
    '\t',
    'x'.repeat(255),
    'x'.repeat(256),
    '__proto__',
    '"',
    '*',
    '{a}:b',
  ],
  'X-Actor': ['', 'someone', '\u00ff', 'x'.repeat(300)],
  traceparent: ['', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '00-0-0-0', 'zz'],
  Accept: ['text/html', '', '*/*;q=0', 'application/xml'],
  Range: ['bytes=0-1'],
  Expect: ['100-continue'],
};

export function headers({ method, parameters }: Operation): Arbitrary<Entry[]> {
  const declared = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
  const sound = fc.tuple(...declared.map((name) => soundHeader(name, method)));
  const odd = fc
    .constantFrom(...Object.keys(oddHeaders))
    .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(oddHeaders[name] ?? []))));
  return fc
    .tuple(
      sound,
      fc.oneof(
        { weight: 5, arbitrary: fc.constant<Entry[]>([]) },
        { weight: 1, arbitrary: fc.array(odd, { minLength: 1, maxLength: 2 }) },
      ),
    )
    .map(([some, more]) => {
      const names = new Set(more.map(([name]) => name));
      const left = some.filter((entry) => entry !== undefined).filter(([name]) => !names.has(name));
      return [...left, ...more];
    });
}

function soundHeader(name: string, method: string): Arbitrary<Entry | undefined> {
  const value: Arbitrary<HeaderValue> | undefined = {
    'If-Match': fc.oneof(
      { weight: 8, arbitrary: fc.constant({ version: 0 }) },
      { weight: 1, arbitrary: fc.constantFrom({ version: -1 }, '*') },
    ),
    'Idempotency-Key': fc.uuid(),
    'Event-Position': known('position'),
  }[name];
  if (value === undefined) return fc.constant(undefined);
  const freq = name === 'If-Match' && method !== 'POST' ? 20 : 1;
  return fc.option(
    value.map((any): Entry => [name, any]),
    { nil: undefined, freq },
  );
}
