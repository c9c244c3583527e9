/**
 * Finding products by their attributes: `attr[colour]=blue`, or shorter `attr.colour=blue`. A value is kept as a term, its JSON text, so that 350 and
 * "350" are two values and one index serves all types.
 */
import { createHash } from 'node:crypto';
import { attributeName } from '@quickmart/contracts/product/shapes';
import { text } from '@quickmart/contracts/shapes';
import { withDetail } from '@quickmart/projections';
import type { z } from 'zod';
import type { Product } from './api.ts';
import { limits } from './limits.ts';
import { productAttributes } from './schema.ts';

const name = attributeName.source.slice(1, -1);
const parameterName = new RegExp(`^attr(?:\\.(${name})|\\[(${name})\\])$`);
/** Of the attribute that a parameter is about; undefined where it is about none. */
const attributeOf = (parameter: string): string | undefined => {
  const [, dotted, bracketed] = parameterName.exec(parameter) ?? [];
  return dotted ?? bracketed;
};
const filterValue = text(limits.attributeValueLength, 1);

/** In the document one parameter of several: OpenAPI has no names that are made up by the caller. */
export const attributeParameter = {
  in: 'query' as const,
  name: 'attr',
  description:
    'Products with these attributes, options or choices: `attr[colour]=blue`, or shorter `attr.colour=blue`. A value that ' +
    'reads as a number or as true or false finds those, too; in double quotes it is a text.',
  style: 'deepObject' as const,
  explode: true,
  // Else Swagger UI makes fields up, and sends them.
  example: {},
  schema: {
    type: 'object' as const,
    propertyNames: { pattern: attributeName.source, maxLength: limits.attributeKeyLength },
    maxProperties: limits.attributeFiltersMax,
    additionalProperties: { type: 'string' as const, minLength: 1, maxLength: limits.attributeValueLength },
  },
};

/** Lets a list take `attr[<name>]` besides its own parameters, which is all that the type tells. */
export function withAttributes<Query extends z.ZodObject>(query: Query): Query {
  const taking = query.catchall(filterValue).superRefine((value, context) => {
    const others = Object.keys(value).filter((name) => !Object.hasOwn(query.shape, name));
    const keys = others.filter((name) => attributeOf(name) === undefined);
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: value });
    if (others.length > limits.attributeFiltersMax)
      context.addIssue({ code: 'custom', message: `at most ${limits.attributeFiltersMax} attributes` });
  });
  return taking as unknown as Query;
}

/** The conditions for what a query says about attributes. */
export const attributeFilters = (query: Readonly<Record<string, unknown>>) =>
  Object.entries(query).flatMap(([parameter, value]) => {
    const name = attributeOf(parameter);
    if (name === undefined) return [];
    return withDetail(productAttributes, [
      { column: 'name', op: 'eq', value: name },
      { column: 'value', op: 'in', value: meanings(value as string).map(termOf) },
    ]);
  });

const number = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** Every value that a text in a query can stand for. */
function meanings(value: string): Value[] {
  if (/^".*"$/s.test(value)) return [value.slice(1, -1)];
  if (value === 'true' || value === 'false') return [value, value === 'true'];
  return number.test(value) && Number.isFinite(Number(value)) ? [value, Number(value)] : [value];
}

type Value = string | number | boolean;

/** A long one is found by its digest: the index takes short keys only. */
function termOf(value: Value): string {
  const term = JSON.stringify(value);
  if (term.length <= limits.attributeTermLength) return term;
  return `#${createHash('sha256').update(term).digest('base64url')}`;
}

/** The rows that a product is found by. */
export function attributeRows({ id, attributes, options, choices }: Pick<Product, Found>) {
  const values: [string, Value][] = [
    ...Object.entries(attributes),
    ...Object.entries(choices),
    ...Object.entries(options).flatMap(([name, all]) => all.map((value): [string, Value] => [name, value])),
  ];
  const rows = values.map(([name, value]) => ({ productId: id, name, value: termOf(value) }));
  // An attribute may say what an option says.
  return [...new Map(rows.map((row) => [`${row.name} ${row.value}`, row])).values()];
}
type Found = 'id' | 'attributes' | 'options' | 'choices';
