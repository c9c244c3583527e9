/** What a body may not be: wrong types, limits passed by one, names that reach prototypes, text no store keeps. */
import fc, { type Arbitrary } from 'fast-check';
import { isTree, Literal, Members, membersOf } from './value.ts';

const nested = (depth: number) => new Literal(`${'['.repeat(depth)}${']'.repeat(depth)}`);
const poison = new Members([['__proto__', { isAdmin: true }]]);

const numbers = [0, -1, 1.5, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e21, 1e308, 5e-324];
const literals = [
  '1e400',
  '-1e400',
  '1E-400',
  '-0',
  '1.0',
  '1e2',
  '123456789012345678901234567890',
  '"\\ud800"',
  '"\\u0000"',
];
const texts = [
  ...[
    '',
    ' ',
    '\t\n',
    '\0',
    'a\0b',
    '\ud800',
    'a\udfff',
    '😀',
    '👩‍👩‍👧‍👦',
    '\u202e',
    '\ufeff',
    '\u2028',
    'İ',
    'ß',
    '\x7f',
    '\x1b[2J',
  ],
  ...[
    'null',
    'true',
    '1',
    'NaN',
    '__proto__',
    'constructor',
    '[object Object]',
    '%',
    '_',
    '%00',
    '[a-z]%',
    "' OR 1=1 --",
  ],
  ...[
    '{{7*7}}',
    '#{7*7}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '\\',
    '"',
    '2026-02-30T00:00:00Z',
    'eur',
    'EURO',
  ],
];
const lengths = [64, 65, 100, 101, 200, 201, 500, 501, 4000, 4001, 70_000];

export const hostileText: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.constantFrom(...lengths).map((length) => 'x'.repeat(length)) },
  { weight: 1, arbitrary: fc.constantFrom(...lengths).map((length) => `${' '.repeat(length)}x`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** A value for a place where most of them are wrong. */
export const hostile: Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [null], poison) },
  { weight: 3, arbitrary: fc.constantFrom(...numbers) },
  { weight: 2, arbitrary: fc.constantFrom(...literals).map((text) => new Literal(text)) },
  { weight: 4, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom(5, 29, 32, 33, 5000).map(nested) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const names = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'toJSON',
    'then',
    '',
    ' ',
    'a\0',
    '\ud800',
  ],
  ...[
    'id',
    'version',
    'status',
    'price',
    'sku',
    'attributes',
    'delta',
    'quantity',
    'expectedQuantity',
    'extra',
    '$ref',
    '0',
  ],
];
const hostileName = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: hostileText },
);

type Mutation =
  | { kind: 'replace'; value: unknown }
  | { kind: 'remove' }
  | { kind: 'add'; name: string; value: unknown }
  | { kind: 'repeat' }
  | { kind: 'poison' };

const mutation: Arbitrary<Mutation> = fc.oneof(
  { weight: 6, arbitrary: hostile.map((value): Mutation => ({ kind: 'replace', value })) },
  { weight: 2, arbitrary: fc.constant<Mutation>({ kind: 'remove' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(hostileName, hostile)
      .map(([name, value]): Mutation => ({ kind: 'add', name, value })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Mutation>({ kind: 'repeat' }, { kind: 'poison' }) },
);

/** A value with one to three faults, anywhere in it. */
export const mutated = (sound: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc
    .tuple(sound, fc.array(fc.tuple(fc.nat({ max: 999 }), mutation), { minLength: 1, maxLength: 3 }))
    .map(([value, mutations]) =>
      mutations.reduce((at, [place, what]) => mutate(at, place % sizeOf(at), what), value),
    );

const sizeOf = (value: unknown): number =>
  isTree(value) ? membersOf(value).reduce((sum, [, inner]) => sum + sizeOf(inner), 1) : 1;

/** Applies it at the nth node, in the order in which they are written. */
function mutate(value: unknown, nth: number, what: Mutation): unknown {
  if (nth === 0) return applied(value, what);
  if (!isTree(value)) return value;
  let left = nth - 1;
  const list = membersOf(value).flatMap(([name, inner]): [string, unknown][] => {
    const [size, at] = [sizeOf(inner), left];
    left -= size;
    if (at < 0 || at >= size) return [[name, inner]];
    if (at === 0 && what.kind === 'remove') return [];
    if (at === 0 && what.kind === 'repeat')
      return [
        [name, inner],
        [name, 1],
      ];
    return [[name, mutate(inner, at, what)]];
  });
  return Array.isArray(value) ? list.map(([, inner]) => inner) : new Members(list);
}

function applied(value: unknown, what: Mutation): unknown {
  if (what.kind === 'replace') return what.value;
  if (!isTree(value) || what.kind === 'remove') return null;
  if (what.kind === 'repeat') return [value, value];
  const list = membersOf(value);
  const [name, inner] = what.kind === 'add' ? [what.name, what.value] : ['__proto__', { polluted: true }];
  return new Members([...list, [name, inner]]);
}
