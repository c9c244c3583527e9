/**
 * The OpenAPI 3.1 document. What follows from being a POST, from having a body or a path parameter
 * (Idempotency-Key, If-Match, 400, 413, 415, 428, 500, 503 …) is added to every operation here, so that no route
 * forgets it; the headers are in headers.ts.
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { ServiceEnv } from '../http/context.ts';
import { type KernelCode, type Problems, problemShape } from '../http/problems.ts';
import { conventions } from './conventions.ts';
import { type Kind, kindOf, requestHeaders, responseHeaders } from './headers.ts';
import { errorsOf, examplesIn, type ProblemResponse, problemResponse } from './openapi.ts';
import { withoutDefaults } from './schemas.ts';
import { problemsOf, secure } from './security.ts';
import { share } from './shared.ts';
import type { Document, Operation, Parameter, Response } from './types.ts';

export type DocumentInfo = {
  title: string;
  version: string;
  description: string;
  tags: readonly Tag[];
  problems: Problems;
  /** Where machine clients get their tokens. */
  tokenUrl: string;
  /** Of the events that the service writes. */
  categories: readonly string[];
};
export type Tag = { name: string; description: string };

/** The OpenAPI 3.1 document of an api. Throws where an operation has no operationId, or another one's. */
export function openApiDocument(api: OpenAPIHono<ServiceEnv>, info: DocumentInfo): object {
  const { title, version, description, tags, problems, tokenUrl, categories } = info;
  api.openAPIRegistry.register('Problem', problemShape(problems));
  for (const { route } of routesOf(api)) {
    if (!isProbe(route.path)) route.responses = { ...errors('internal-error'), ...route.responses };
  }
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title,
      version,
      description: `${description}\n${conventions}`,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/', description: 'This service' }],
    tags: [...tags, { name: 'Health', description: 'For whoever watches over the process' }],
  }) as unknown as Document;
  document['x-categories'] = categories;
  secure(document, tokenUrl);
  const seen = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const { operationId } = operation;
      if (!operationId || seen.has(operationId))
        throw new Error(`${method} ${path} needs an operationId of its own`);
      seen.add(operationId);
      complete(operation, kindOf(document, method, path, operation));
    }
  }
  optionalBodies(api, document);
  withoutDefaults(document);
  share(document);
  return document;
}

const errors = errorsOf({});

/** Kubernetes and the like ask these: there is nothing to send, and nothing to refuse. */
const isProbe = (path: string): boolean => !path.startsWith('/api/');

function complete(operation: Operation, kind: Kind): void {
  const own = (operation.parameters ?? []).map(described);
  operation.parameters = [...own, ...requestHeaders(kind)];
  const usual = usualDescription(kind);
  if (usual !== undefined) operation.description ??= usual;
  if (kind.isItemRead) operation.responses['304'] = { description: 'As If-None-Match says' };
  for (const [status, implied] of Object.entries<ProblemResponse>(
    errors(...problemsOf(operation), ...impliedProblems(kind)),
  )) {
    const declared = operation.responses[status];
    operation.responses[status] = declared ? merged(implied, declared) : implied;
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    const isProblem = Object.keys(examplesIn(response)).length > 0;
    response.headers = { ...responseHeaders(kind, status, isProblem), ...response.headers };
  }
}

function usualDescription({ isItemRead, waits, isRead, isProbe }: Kind): string | undefined {
  if (isProbe) return undefined;
  if (isItemRead)
    return 'What was created is here right after its 201: the read waits for it, and for `minVersion` or `Event-Position`.';
  if (waits)
    return 'Page by page: `nextCursor` of the answer is the `cursor` of the next request. Filters are joined by "and"; an unknown parameter is refused.';
  return isRead ? 'Read from the log itself: always up to date.' : undefined;
}

/**
 * A parameter that says nothing about itself is the name of a field that a list is filtered by. Without its example:
 * Swagger UI would send it.
 */
function described({ schema: { example: _, ...schema } = {}, ...parameter }: Parameter): Parameter {
  if (schema.items !== undefined) {
    const { example: __, ...items } = schema.items as { example?: unknown };
    const several = `Only those with this \`${parameter.name}\`, or one of several, separated by commas`;
    const description = schema.description ?? several;
    return { description, ...parameter, schema: { ...schema, items } };
  }
  const description = schema.description ?? `Only those with this \`${parameter.name}\``;
  return { description, ...parameter, schema };
}

function impliedProblems(kind: Kind): KernelCode[] {
  if (kind.isProbe) return [];
  const codes: KernelCode[] = ['malformed-request', 'headers-too-large', 'too-many-requests'];
  codes.push('internal-error', 'unavailable');
  if (kind.isOfSomething) codes.push('not-found');
  if (!kind.isRead || kind.isOfSomething) codes.push('log-damaged');
  if (!kind.isRead) codes.push('log-blocked', 'log-replaced', 'not-replicated');
  // A body is read wherever one is sent, also where none is asked for.
  if (!kind.isRead) codes.push('media-type-unsupported');
  if (!kind.isRead && !kind.isStreamed) codes.push('body-too-large');
  if (kind.hasBody && !kind.isStreamed) codes.push('validation-failed');
  if (kind.isPost && !kind.isStreamed) codes.push('request-in-progress', 'idempotency-key-reused');
  if (kind.isChange) codes.push('version-required');
  if (kind.isChange || kind.mayMatch) codes.push('version-stale');
  if (!kind.isRead || kind.isItemRead) codes.push('read-model-behind');
  return codes;
}

function merged(implied: ProblemResponse, declared: Response): Response {
  return { ...declared, ...problemResponse({ ...examplesIn(declared), ...examplesIn(implied) }) };
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
