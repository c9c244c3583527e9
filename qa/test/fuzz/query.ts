/** Plans of query strings. */
import fc, { type Arbitrary } from 'fast-check';
import type { Operation, Parameter, Schema } from './document.ts';
import { hostileText } from './hostile.ts';
import { known, typesOf, valid } from './schema.ts';
import { type Kind, Ref } from './value.ts';

type Entry = [name: string, value: string | Ref];

/** Sound for the most part; else with values and names that are not in the document. */
export function query({ parameters }: Operation): Arbitrary<Entry[]> {
  const named = parameters.filter((parameter) => parameter.in === 'query');
  if (named.length === 0)
    return fc.oneof(
      { weight: 12, arbitrary: fc.constant<Entry[]>([]) },
      { weight: 1, arbitrary: oddQuery([]) },
    );
  const sound = fc.tuple(...named.map(soundParameter)).map((lists) => lists.flat());
  return fc.oneof(
    { weight: 3, arbitrary: sound },
    { weight: 1, arbitrary: fc.tuple(sound, oddQuery(named)).map(([some, odd]) => [...some, ...odd]) },
  );
}

function soundParameter({ name, schema }: Parameter): Arbitrary<Entry[]> {
  if (typesOf(schema).includes('object')) return deepObject(name, schema);
  if (typesOf(schema).includes('array')) return severalValues(name, schema);
  const value = valid({ ...schema, type: typesOf(schema).filter((type) => type !== 'null') }, name);
  // A high minVersion waits for two seconds: rarely.
  const near =
    name === 'minVersion'
      ? fc.oneof({ weight: 30, arbitrary: fc.constantFrom(1, 2) }, { weight: 1, arbitrary: value })
      : value;
  const entry = near.map((any): Entry[] => [[name, any instanceof Ref ? any : String(any)]]);
  return fc.oneof({ weight: 3, arbitrary: fc.constant<Entry[]>([]) }, { weight: 1, arbitrary: entry });
}

/** A list in a query (`explode: false`) is one text, with commas. A known value comes alone. */
function severalValues(name: string, schema: Schema): Arbitrary<Entry[]> {
  const one = valid(schema.items ?? {}, name);
  const few = fc.array(one, { minLength: 1, maxLength: 3 });
  const entry = few.map((values): Entry[] => {
    const known = values.find((value) => value instanceof Ref);
    return [[name, known instanceof Ref ? known : values.join(',')]];
  });
  return fc.oneof({ weight: 3, arbitrary: fc.constant<Entry[]>([]) }, { weight: 1, arbitrary: entry });
}

/** An object in a query (`style: deepObject`) is one parameter per field: `attr[colour]`. */
const deepObject = (name: string, schema: Schema): Arbitrary<Entry[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Entry[]>([]) },
    {
      weight: 1,
      arbitrary: valid(schema).map((any) =>
        Object.entries(any as Record<string, string>).map(
          ([field, value]): Entry => [`${name}[${field}]`, value],
        ),
      ),
    },
  );

const oddValues = [
  '',
  ' ',
  '0',
  '-1',
  '1.5',
  '1e2',
  '0x10',
  '1e400',
  'NaN',
  '9007199254740993',
  '٣',
  'true',
  'null',
  '[]',
  'a\0b',
  '\ud83d',
  '-',
];
const oddNames = [
  'unknown',
  '__proto__',
  'constructor',
  'limit[]',
  'sort[createdAt]',
  '',
  'toString',
  'LIMIT',
  'attr.',
  'attr.colour',
  'attr[colour]',
  'attr[]',
  'attr.toString',
  'attributes',
];
const twisted = (kind: Kind) =>
  fc.constantFrom(flipped, retyped, shortened).map((twist) => new Ref(kind, 0, twist));

function oddQuery(named: Parameter[]): Arbitrary<Entry[]> {
  const odd = fc.constantFrom(...oddNames);
  const declared = named.map((parameter) => parameter.name);
  const name =
    declared.length === 0
      ? odd
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...declared) }, { weight: 1, arbitrary: odd });
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...oddValues) },
    { weight: 2, arbitrary: hostileText.map((text) => (text.length > 600 ? 'x'.repeat(2001) : text)) },
    { weight: 2, arbitrary: twisted('cursor') },
    { weight: 1, arbitrary: known('cursor') },
  );
  return fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 2 });
}

// A cursor is JSON in base64url: one with another byte, with values of other types, and one cut off.
const flipped = (text: string) => `${text.slice(0, 5)}${text[5] === 'A' ? 'B' : 'A'}${text.slice(6)}`;
const shortened = (text: string) => text.slice(0, -3);
function retyped(text: string): string {
  try {
    const [list] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    return Buffer.from(JSON.stringify([list, { a: 1 }, null])).toString('base64url');
  } catch {
    return text;
  }
}
