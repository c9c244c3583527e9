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
type Operation = {
  operationId?: string;
  parameters?: { in: string; name: string }[];
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
  if (isItemRead(method, operation)) operation.responses['304'] = { description: 'As If-None-Match says' };
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
  const codes: ProblemCode[] = ['malformed-request', 'headers-too-large', 'internal-error', 'unavailable'];
  if (parameters.some((parameter) => parameter.in === 'path')) codes.push('not-found');
  const streamed = requestBody?.content !== undefined && !('application/json' in requestBody.content);
  // A body is read wherever one is sent, also where none is asked for; a POST may send If-Match.
  if (method !== 'get') codes.push('media-type-unsupported');
  if (method !== 'get' && !streamed) codes.push('body-too-large');
  if (requestBody && !streamed) codes.push('validation-failed');
  if (method === 'post' && !streamed)
    codes.push('request-in-progress', 'idempotency-key-reused', 'version-stale');
  if (['patch', 'put', 'delete'].includes(method)) codes.push('version-required', 'version-stale');
  if (isItemRead(method, { parameters })) codes.push('read-model-behind');
  return codes;
}

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
