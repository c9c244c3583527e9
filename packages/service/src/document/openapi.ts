/**
 * Building blocks of route declarations. A route declares what is its own: body, answer, and the problems of its
 * decisions; the rest is added to every operation in document.ts.
 */
import { id } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import {
  type CodeOf,
  type KernelCode,
  type kernelProblems,
  type Problems,
  withKernel,
} from '../http/problems.ts';
import type { Example, Examples, Response } from './types.ts';

/** `request.params` of `/…/{id}`: a path id that is no UUID, or not of another shape that ids have, is 404. */
export function idParam(): z.ZodObject<{ id: typeof id }>;
export function idParam<Name extends string>(
  name: Name,
  shape?: z.ZodType<string>,
): z.ZodObject<{ [Key in Name]: z.ZodType<string> }>;
export function idParam(name = 'id', shape: z.ZodType<string> = id): z.ZodObject {
  return z.object({ [name]: shape });
}

/** `request.body`. Where `{}` would be valid, the body may be left out. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

/**
 * `request.body` of an import: NDJSON or CSV. Both are one text to generators and to Swagger UI, which shows the examples
 * line by line. What a line of NDJSON is says `x-item-schema`; `id` is of a schema that the route's file registers.
 */
export const importBody = (id: string, lines: readonly object[], csv: string) => ({
  required: true as const,
  content: {
    'application/x-ndjson': {
      schema: {
        type: 'string' as const,
        description: `One \`${id}\` per line`,
        example: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
      },
      'x-item-schema': { $ref: `#/components/schemas/${id}` },
    },
    'text/csv': { schema: { type: 'string' as const, example: csv } },
  },
});

/** The answer of an import; `line`: a result or the summary. */
export const importResults = <Line extends z.ZodType>(line: Line) => ({
  description: 'One result per line, then the summary',
  content: { 'application/x-ndjson': { schema: line } },
});

/** A success answer. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** The schema that `createApi` registers: that of the service's own problems. */
const problem = { $ref: '#/components/schemas/Problem' };
export type ProblemResponse = {
  description: string;
  content: { 'application/problem+json': { schema: typeof problem; examples: Examples } };
};
type StatusOf<Own extends Problems, Code> = Code extends keyof Own
  ? Own[Code][0]
  : Code extends KernelCode
    ? (typeof kernelProblems)[Code][0]
    : never;
type Responses<Own extends Problems, Code> = { [Status in StatusOf<Own, Code>]: ProblemResponse };

/**
 * The problems that a route's decisions answer with, by code.
 * @example responses: { 201: json(product, 'The new product'), ...errors('sku-taken') }
 */
export const errorsOf =
  <Own extends Problems>(own: Own) =>
  <Code extends CodeOf<Own>>(...codes: readonly Code[]): Responses<Own, Code> => {
    const problems = withKernel(own);
    const responses: Record<number, ProblemResponse> = {};
    for (const code of codes) {
      const [status, title] = problems[code]!;
      const examples = { ...examplesIn(responses[status]), [code]: exampleOf(code, status, title) };
      responses[status] = problemResponse(examples);
    }
    return responses as Responses<Own, Code>;
  };

export const examplesIn = (response: Pick<Response, 'content'> | undefined): Examples =>
  response?.content?.['application/problem+json']?.examples ?? {};

export const problemResponse = (examples: Examples): ProblemResponse => ({
  description: Object.entries(examples)
    .map(([code, { summary }]) => `\`${code}\`: ${summary}`)
    .join(' · '),
  content: { 'application/problem+json': { schema: problem, examples } },
});

function exampleOf(code: string, status: number, title: string): Example {
  const traceId = '019a0000-0000-7000-8000-0000000000ff';
  return { summary: title, value: { type: 'about:blank', title, status, code, instance: '/api/…', traceId } };
}
