/**
 * Building blocks of route declarations, and the document made from them.
 *
 * A route declares what is its own: body, answer, and the problems of its decisions. What follows from being a
 * POST, from having a body or a path parameter (Idempotency-Key, If-Match, 400, 413, 415, 428, 500, 503 …) is added
 * to every operation in {@link openApiDocument}, so that no route forgets it.
 */

import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ProblemCode, problem, problems } from '@quickmart/contracts/problem';
import { id } from '@quickmart/contracts/shapes';
import { z } from 'zod';
import type { ServiceEnv } from './context.ts';

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
    responses[status] = { description: describe(group), content };
  }
  return responses as Problems<Code>;
}

const describe = (codes: readonly ProblemCode[]): string =>
  codes.map((code) => `\`${code}\`: ${problems[code].title}`).join(' · ');

function exampleOf(code: ProblemCode) {
  const { status, title } = problems[code];
  const traceId = '019a0000-0000-7000-8000-0000000000ff';
  return { summary: title, value: { type: 'about:blank', title, status, code, instance: '/api/…', traceId } };
}

export type DocumentInfo = { title: string; version: string; description: string; tags: readonly Tag[] };
export type Tag = { name: string; description: string };

// The parts of an OpenAPI 3.1 document that are touched here.
type Response = { description: string; headers?: object; content?: Record<string, { examples?: object }> };
type Operation = {
  operationId?: string;
  parameters?: { in: string; name: string }[];
  requestBody?: { required?: boolean };
  responses: Record<string, Response>;
};
type Document = { paths: Record<string, Record<string, Operation>> };

/** The OpenAPI 3.1 document of an api. Throws where an operation has no operationId, or another one's. */
export function openApiDocument(api: OpenAPIHono<ServiceEnv>, info: DocumentInfo): object {
  const { title, version, description, tags } = info;
  for (const { route } of routesOf(api)) route.responses = { ...errors('internal-error'), ...route.responses };
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title, version, description },
    servers: [{ url: '/', description: 'This service' }],
    tags: [...tags],
  }) as unknown as Document;
  const seen = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const { operationId } = operation;
      if (!operationId || seen.has(operationId))
        throw new Error(`${method} ${path} needs an operationId of its own`);
      seen.add(operationId);
      complete(method, operation);
    }
  }
  optionalBodies(api, document);
  return document;
}

function complete(method: string, operation: Operation): void {
  const headers = commonHeaders(method);
  operation.parameters = [...(operation.parameters ?? []), ...headers];
  const codes = impliedProblems(method, operation);
  for (const [status, implied] of Object.entries(errors(...codes)) as [string, Response][]) {
    const declared = operation.responses[status];
    operation.responses[status] = declared ? mergeProblems(implied, declared) : withProblemRef(implied);
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status.startsWith('2')) response.headers = { ...successHeaders(method, status), ...response.headers };
    if (status === '429' || status === '503')
      response.headers = { 'Retry-After': header('Seconds to wait', 'integer') };
  }
}

function impliedProblems(method: string, { parameters = [], requestBody }: Operation): ProblemCode[] {
  const codes: ProblemCode[] = ['malformed-request', 'internal-error', 'unavailable'];
  if (parameters.some((parameter) => parameter.in === 'path')) codes.push('not-found');
  if (requestBody) codes.push('body-too-large', 'media-type-unsupported', 'validation-failed');
  if (method === 'post') codes.push('request-in-progress', 'idempotency-key-reused');
  if (['patch', 'put', 'delete'].includes(method)) codes.push('version-required', 'version-stale');
  if (method === 'get' && parameters.some(({ name }) => name === 'minVersion'))
    codes.push('read-model-behind');
  return codes;
}

const problemRef = { $ref: '#/components/schemas/Problem' };
const media = 'application/problem+json';
const withProblemRef = (response: Response): Response => ({
  ...response,
  content: { [media]: { ...response.content?.[media], schema: problemRef } as { examples?: object } },
});

function mergeProblems(implied: Response, declared: Response): Response {
  const examples = { ...declared.content?.[media]?.examples, ...implied.content?.[media]?.examples };
  const description = describe(Object.keys(examples) as ProblemCode[]);
  return withProblemRef({ ...declared, description, content: { [media]: { examples } } });
}

const header = (description: string, type: 'string' | 'integer' | 'boolean', example?: string) => ({
  description,
  schema: { type },
  ...(example === undefined ? {} : { example }),
});
const parameter = (name: string, description: string, example: string, required = false) => ({
  in: 'header',
  name,
  required,
  ...header(description, 'string', example),
});
const positionExample = 'product.3@1-42';

function commonHeaders(method: string) {
  const all = [
    parameter('X-Correlation-Id', 'Given back, logged, and written into every event', 'checkout-4711'),
  ];
  if (method === 'get') {
    all.push(
      parameter('Event-Position', 'Wait up to 2 s until what was written there can be read', positionExample),
    );
  }
  if (method === 'post') {
    all.push(
      parameter(
        'Idempotency-Key',
        'The same key and body give the first answer again, for 24 h',
        'order-4711',
      ),
    );
  }
  if (['patch', 'put', 'delete'].includes(method)) {
    all.push(parameter('If-Match', 'The ETag of the version to change; `*`: whichever it is', '"7"', true));
  }
  return all;
}

function successHeaders(method: string, status: string): Record<string, object> {
  const headers: Record<string, object> = { 'X-Correlation-Id': header('Of this request', 'string') };
  if (method === 'get') {
    headers['Read-Model-Stale'] = header('`true`: older than what was asked for', 'boolean');
    return headers;
  }
  headers.ETag = header('The new version', 'string', '"7"');
  headers['Event-Position'] = header('Where the event stands in the log', 'string', positionExample);
  if (status === '201') headers.Location = header('The address of what was created', 'string');
  if (method === 'post')
    headers['Idempotency-Replayed'] = header('`true`: the answer of an earlier request', 'boolean');
  return headers;
}

/** A body for which `{}` would do can be left out: an absent body is validated as `{}`. */
function optionalBodies(api: OpenAPIHono<ServiceEnv>, document: Document): void {
  for (const { route } of routesOf(api)) {
    const { path, method, request } = route;
    const content = request?.body?.content['application/json'];
    const schema = content && 'schema' in content ? content.schema : undefined;
    const body = document.paths[path]?.[method]?.requestBody;
    if (body && schema instanceof z.ZodType && schema.safeParse({}).success) body.required = false;
  }
}

const routesOf = (api: OpenAPIHono<ServiceEnv>) =>
  api.openAPIRegistry.definitions.filter((definition) => definition.type === 'route');
