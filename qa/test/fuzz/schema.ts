/**
 * JSON Schema → values. `valid`: what the schema takes, its limits more often than by chance. Where a name says what
 * is meant (`sku`, `productId`), the value often is one that exists, so that requests reach what earlier ones made.
 */
import fc, { type Arbitrary } from 'fast-check';
import { faultsOf, type Schema } from './document.ts';
import { type Kind, Ref } from './value.ts';

const kinds: Readonly<Record<string, Kind>> = {
  variantOf: 'products',
  parentId: 'categories',
  sku: 'sku',
  cursor: 'cursor',
};
/** `orderId`, where it is a UUID: an id of `orders`. */
const kindOf = (name: string, { format }: Schema): Kind | undefined =>
  kinds[name] ?? (format === 'uuid' ? /^(\w+)Id$/.exec(name)?.[1]?.concat('s') : undefined);
const nthMax = 5;

export const known = (kind: Kind): Arbitrary<Ref> => fc.nat({ max: nthMax }).map((nth) => new Ref(kind, nth));

/** Where in a body a value is, and whether its limits may be passed by one (`nearly` valid) now and then. */
type At = { depth: number; nearly: boolean };

/** Depth 1: fields of the body itself, which a create makes new; deeper ones refer to what is there. */
export function valid(schema: Schema, name = '', at: At = { depth: 0, nearly: false }): Arbitrary<unknown> {
  const outside = at.nearly ? justOutside(schema) : [];
  const inside = plain(schema, at);
  const any =
    outside.length === 0
      ? inside
      : fc.oneof({ weight: 7, arbitrary: inside }, { weight: 1, arbitrary: fc.constantFrom(...outside) });
  const kind = typesOf(schema).includes('string') ? kindOf(name, schema) : undefined;
  if (kind === undefined) return any;
  return at.depth > 1
    ? fc.oneof({ weight: 8, arbitrary: known(kind) }, { weight: 1, arbitrary: any })
    : fc.oneof({ weight: 1, arbitrary: known(kind) }, { weight: 2, arbitrary: any });
}

export const nearlyValid = (schema: Schema) => valid(schema, '', { depth: 0, nearly: true });

function plain(schema: Schema, at: At): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map((branch) => valid(branch, '', at)));
  if (schema.allOf) throw new Error(`not generated: ${JSON.stringify(schema)}`);
  const types = typesOf(schema);
  const any =
    types.length === 0
      ? fc.jsonValue({ maxDepth: 1 })
      : fc.oneof(...types.map((type) => ofType(type, schema, at)));
  const { not } = schema;
  return not === undefined ? any : any.filter((value) => faultsOf(not, value) !== undefined);
}

export const typesOf = ({ type = [] }: Schema): string[] => (typeof type === 'string' ? [type] : type);

function ofType(type: string, schema: Schema, at: At): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integer(schema);
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'string':
      return string(schema);
    case 'array':
      return array(schema, at);
    case 'object':
      return object(schema, { ...at, depth: at.depth + 1 });
    default:
      throw new Error(`not generated: ${type}`);
  }
}

function integer({ minimum, maximum }: Schema): Arbitrary<number> {
  const min = minimum ?? Number.MIN_SAFE_INTEGER;
  const max = maximum ?? Number.MAX_SAFE_INTEGER;
  const small = fc.integer({ min: Math.max(min, Math.min(-20, max)), max: Math.min(max, Math.max(20, min)) });
  return fc.oneof(
    { weight: 6, arbitrary: small },
    { weight: 2, arbitrary: fc.maxSafeInteger().map((any) => Math.min(max, Math.max(min, any))) },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  );
}

function string(schema: Schema): Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 2000 } = schema;
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern !== undefined) {
    const short = fc.stringMatching(new RegExp(pattern)).filter((text) => lengthOf(text) <= maxLength);
    return fc.oneof(
      { weight: 6, arbitrary: short },
      { weight: 1, arbitrary: stretched(short, maxLength, pattern) },
    );
  }
  // Text is trimmed by the services: what is blank is too short for them.
  const words = fc
    .string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) })
    .filter((text) => isText(text) && lengthOf(text) <= maxLength && text.trim().length >= minLength);
  const longest = fc.constantFrom('x', 'é', '漢', '\u{1F600}').map((char) => char.repeat(maxLength));
  return fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: longest });
}

/** In code points, as JSON Schema counts. */
const lengthOf = (text: string): number => [...text].length;
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** As long as it may be, where the pattern allows to go on with the last character. */
const stretched = (short: Arbitrary<string>, maxLength: number, pattern: string): Arbitrary<string> =>
  short.map((text) => {
    const long = text.padEnd(maxLength, text.at(-1) ?? '');
    return new RegExp(pattern).test(long) ? long : text;
  });

/** Short for the most part; now and then as long as it may be, with the same item in every place. */
function array({ items = {}, minItems = 0, maxItems = 5 }: Schema, at: At): Arbitrary<unknown[]> {
  const item = valid(items, '', at);
  const maxLength = Math.max(minItems, Math.min(maxItems, 4));
  return fc.oneof(
    { weight: 40, arbitrary: fc.array(item, { minLength: minItems, maxLength }) },
    { weight: 1, arbitrary: item.map((same) => Array.from({ length: maxItems }, () => same)) },
  );
}

function object(schema: Schema, at: At): Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties: more = true, minProperties = 0 } = schema;
  const fields = Object.entries(properties).map(([name, inner]) => [name, valid(inner, name, at)] as const);
  const record = fc.record(Object.fromEntries(fields), { requiredKeys: required });
  if (typeof more === 'boolean') return record.filter((value) => Object.keys(value).length >= minProperties);
  const { propertyNames = {}, maxProperties = 5, example } = schema;
  const names = valid({ type: 'string', minLength: 1, maxLength: 64, ...propertyNames }) as Arbitrary<string>;
  const any = fc.dictionary(names, valid(more, '', { ...at, depth: at.depth + 1 }), {
    minKeys: minProperties,
    maxKeys: Math.min(maxProperties, 5),
  });
  // Names that were made up are known nowhere else.
  return typeof example === 'object' ? fc.oneof(any, fc.constant(example as object)) : any;
}

/** One step past each limit of a schema. */
function justOutside(schema: Schema): unknown[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, maxProperties } = schema;
  const names = Array.from({ length: (maxProperties ?? 0) + 1 }, (_, nth) => [`a${nth}`, 1]);
  return [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1, maximum + 0.5]),
    ...(minLength ? ['x'.repeat(minLength - 1)] : []),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(minItems ? [[]] : []),
    ...(maxItems === undefined ? [] : [Array.from({ length: maxItems + 1 }, () => 1)]),
    ...(maxProperties === undefined ? [] : [Object.fromEntries(names)]),
  ];
}
