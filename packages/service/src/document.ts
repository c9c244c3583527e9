/**
 * The OpenAPI 3.1 document. What follows from being a POST, from having a body or a path parameter
 * (Idempotency-Key, If-Match, 400, 413, 415, 428, 500, 503 …) is added to every operation here, so that no route
 * forgets it.
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ProblemCode } from '@quickmart/contracts/problem';
import { z } from 'zod';
import type { ServiceEnv } from './context.ts';
import { describeProblems, errors } from './openapi.ts';

export type DocumentInfo = { title: string; version: string; description: string; tags: readonly Tag[] };
export type Tag = { name: string; description: string };

// The parts of an OpenAPI 3.1 document that are touched here.
type Response = { description: string; headers?: object; content?: Record<string, { examples?: object }> };
type Parameter = {
  in: string;
  name: string;
  description?: string;
  schema?: { type?: string; description?: string; example?: unknown; items?: object };
};
type Operation = {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content?: Record<string, unknown> };
  responses: Record<string, Response>;
};
type Document = { paths: Record<string, Record<string, Operation>> };

/** The OpenAPI 3.1 document of an api. Throws where an operation has no operationId, or another one's. */
export function openApiDocument(api: OpenAPIHono<ServiceEnv>, info: DocumentInfo): object {
  const { title, version, description, tags } = info;
  for (const { route } of routesOf(api))
    route.responses = { ...errors('internal-error'), ...route.responses };
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title,
      version,
      description,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
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
  const own = (operation.parameters ?? []).map(described);
  operation.parameters = [...own, ...commonHeaders(method, operation)];
  if (isItemRead(method, operation))
    operation.responses['304'] = { description: 'As If-None-Match says', headers: { ETag: etag } };
  const codes = impliedProblems(method, operation);
  for (const [status, implied] of Object.entries(errors(...codes)) as [string, Response][]) {
    const declared = operation.responses[status];
    operation.responses[status] = declared ? mergeProblems(implied, declared) : withProblemRef(implied);
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status.startsWith('2'))
      response.headers = { ...successHeaders(method, status, operation), ...response.headers };
    if (status === '429' || status === '503')
      response.headers = { 'Retry-After': header('Seconds to wait', 'integer', 1) };
    response.headers = { 'X-Correlation-Id': header('Of this request', 'string'), ...response.headers };
  }
}

/**
 * A parameter that says nothing about itself is the name of a field that a list is filtered by. Without its example:
 * Swagger UI would send it.
 */
function described({ schema: { example: _, ...schema } = {}, ...parameter }: Parameter): Parameter {
  if (schema.items !== undefined) {
    const { example: __, ...items } = schema.items as { example?: unknown };
    const description = `Only those with this \`${parameter.name}\`, or one of several, separated by commas`;
    return { description, ...parameter, schema: { ...schema, items } };
  }
  const description = schema.description ?? `Only those with this \`${parameter.name}\``;
  return { description, ...parameter, schema };
}

function impliedProblems(method: string, { parameters = [], requestBody }: Operation): ProblemCode[] {
  const codes: ProblemCode[] = ['malformed-request', 'headers-too-large', 'too-many-requests'];
  codes.push('internal-error', 'unavailable');
  if (isOfItem({ parameters })) codes.push('not-found');
  if (method !== 'get' || isOfItem({ parameters })) codes.push('log-damaged');
  if (method !== 'get') codes.push('log-blocked', 'log-replaced');
  const streamed = requestBody?.content !== undefined && !('application/json' in requestBody.content);
  // A body is read wherever one is sent, also where none is asked for; a POST may send If-Match.
  if (method !== 'get') codes.push('media-type-unsupported');
  if (method !== 'get' && !streamed) codes.push('body-too-large');
  if (requestBody && !streamed) codes.push('validation-failed');
  if (method === 'post' && !streamed) codes.push('request-in-progress', 'idempotency-key-reused');
  if (changes.has(method)) codes.push('version-required');
  if (changes.has(method) || (method === 'post' && !streamed)) codes.push('version-stale');
  if (method !== 'get' || isItemRead(method, { parameters })) codes.push('read-model-behind');
  return codes;
}

const changes = new Set(['patch', 'put', 'delete']);
const isOfItem = ({ parameters = [] }: Pick<Operation, 'parameters'>): boolean =>
  parameters.some((parameter) => parameter.in === 'path');
const isItemRead = (method: string, { parameters = [] }: Pick<Operation, 'parameters'>): boolean =>
  method === 'get' && parameters.some(({ name }) => name === 'minVersion');

const problemRef = { $ref: '#/components/schemas/Problem' };
const media = 'application/problem+json';
const withProblemRef = (response: Response): Response => ({
  ...response,
  content: { [media]: { ...response.content?.[media], schema: problemRef } as { examples?: object } },
});

function mergeProblems(implied: Response, declared: Response): Response {
  const examples = { ...declared.content?.[media]?.examples, ...implied.content?.[media]?.examples };
  const description = describeProblems(Object.keys(examples) as ProblemCode[]);
  return withProblemRef({ ...declared, description, content: { [media]: { examples } } });
}

const header = (description: string, type: 'string' | 'integer' | 'boolean', example?: string | number) => ({
  description,
  schema: { type },
  ...(example === undefined ? {} : { example }),
});
/** Only what must be sent has an example of its own: Swagger UI sends it. */
const parameter = (name: string, description: string, example: string, required = false) => ({
  ...{ in: 'header', name, required },
  ...(required
    ? header(description, 'string', example)
    : header(`${description}; for instance \`${example}\``, 'string')),
});
const positionExample = 'product.3@1-42';

const etag = header('The version', 'string', '"7"');

function commonHeaders(method: string, operation: Operation) {
  const correlation = 'Given back, logged, and written into every event';
  const all = [parameter('X-Correlation-Id', correlation, 'checkout-4711')];
  const add = (name: string, description: string, example: string, required = false) =>
    all.push(parameter(name, description, example, required));
  if (method === 'get')
    add('Event-Position', 'Wait up to 2 s until what was written there can be read', positionExample);
  else add('Event-Position', 'Wait up to 2 s until what was written there is known here', positionExample);
  if (isItemRead(method, operation)) add('If-None-Match', 'The ETag of what is known already', '"7"');
  if (method === 'post')
    add('Idempotency-Key', 'The same key and body give the first answer again, for 24 h', 'order-4711');
  if (changes.has(method))
    add('If-Match', 'The ETag of the version to change; `*`: whichever it is', '"7"', true);
  else if (method === 'post' && isOfItem(operation))
    add('If-Match', 'If sent: the ETag of the version to change', '"7"');
  return all;
}

function successHeaders(method: string, status: string, operation: Operation): Record<string, object> {
  const headers: Record<string, object> = {};
  if (method === 'get') {
    headers['Read-Model-Stale'] = header('`true`: older than what was asked for', 'boolean');
    return isItemRead(method, operation) ? { ...headers, ETag: etag } : headers;
  }
  headers.ETag = etag;
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
