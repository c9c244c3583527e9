/**
 * Building blocks of route declarations. A route declares what is its own: body, answer, and the problems of its
 * decisions; the rest is added to every operation in document.ts.
 */

import { type ProblemCode, problem, problems } from '@quickmart/contracts/problem';
import { id } from '@quickmart/contracts/shapes';
import { z } from 'zod';

/** `request.params` of `/…/{id}`: a path id that is no UUID is 404. */
export function idParam(): z.ZodObject<{ id: typeof id }>;
export function idParam<Name extends string>(name: Name): z.ZodObject<{ [Key in Name]: typeof id }>;
export function idParam(name = 'id'): z.ZodObject {
  return z.object({ [name]: id });
}

/** `request.body`. Where `{}` would be valid, the body may be left out. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

/**
 * NDJSON as a body that is sent: one text to generators and to Swagger UI, which shows its example line by line. What a
 * line is says `x-item-schema`; `id` is of a schema that the route's file registers.
 */
export const ndjsonBody = (id: string, lines: readonly object[]) => ({
  schema: {
    type: 'string' as const,
    description: `One \`${id}\` per line`,
    example: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  },
  'x-item-schema': { $ref: `#/components/schemas/${id}` },
});

/** A success answer. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

type ProblemResponse = {
  description: string;
  content: { 'application/problem+json': { schema: typeof problem } };
};
type Problems<Code extends ProblemCode> = { [Status in (typeof problems)[Code]['status']]: ProblemResponse };

/**
 * The problems that a route's decisions answer with, by code.
 * @example responses: { 201: json(product, 'The new product'), ...errors('sku-taken') }
 */
export function errors<Code extends ProblemCode>(...codes: readonly Code[]): Problems<Code> {
  const responses: Record<number, ProblemResponse> = {};
  for (const [status, group] of Map.groupBy(codes, (code) => problems[code].status)) {
    const examples = Object.fromEntries(group.map((code) => [code, exampleOf(code)]));
    const content = { 'application/problem+json': { schema: problem, examples } };
    responses[status] = { description: describeProblems(group), content };
  }
  return responses as Problems<Code>;
}

export const describeProblems = (codes: readonly ProblemCode[]): string =>
  codes.map((code) => `\`${code}\`: ${problems[code].title}`).join(' · ');

function exampleOf(code: ProblemCode) {
  const { status, title } = problems[code];
  const traceId = '019a0000-0000-7000-8000-0000000000ff';
  return { summary: title, value: { type: 'about:blank', title, status, code, instance: '/api/…', traceId } };
}
