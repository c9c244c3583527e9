/**
 * The HTTP side of a service, before its routes: what every request passes, and what every service serves.
 *
 * A request passes, in this order: context and log line → security headers → personal data of its answer → does the route
 * exist (404, 405) → who asks, and may they (401, 403) → body (413, 415, 400) → Idempotency-Key → Event-Position →
 * validation (404, 400, 422) → the handler. Whatever throws leaves as
 * problem+json (errors.ts).
 */

import { OpenAPIHono } from '@hono/zod-openapi';
import type { EventStore, RedisClient } from '@quickmart/streams';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { asyncApiDocument, type EventFlow } from '../document/asyncapi.ts';
import { openApiDocument, type Tag } from '../document/document.ts';
import { mountSwagger } from '../document/swagger.ts';
import { authorize, type Rights } from '../http/authorize.ts';
import { readBody } from '../http/body.ts';
import { type Observe, requestContext, routePattern, type ServiceEnv } from '../http/context.ts';
import { isUtf8Query } from '../http/encoding.ts';
import { onError, problemResponse } from '../http/errors.ts';
import { idempotency } from '../http/idempotency.ts';
import { type Opener, openAnswers } from '../http/open-answers.ts';
import { type Copies, eventPosition } from '../http/position.ts';
import { type Problems, refuse, withKernel } from '../http/problems.ts';
import { streamedPaths } from '../http/streamed.ts';
import { onValidated } from '../http/validation.ts';
import type { Checks, Gauges } from '../process/watched.ts';
import { clockGauges } from '../redis/clock-watch.ts';
import { Metrics } from '../telemetry/metrics.ts';
import { mountHealth } from './health.ts';

export type Api = OpenAPIHono<ServiceEnv>;

export type ApiOptions = {
  name: string;
  title: string;
  description: string;
  version?: string;
  tags?: readonly Tag[];
  /** What its decisions refuse with, beside the codes that every service has. */
  problems?: Problems;
  /** What it writes into the log and what it reads from it: `/asyncapi.json` says so. */
  events?: EventFlow;
  logger: Logger;
  /** Where answers to keyed requests are kept, and the category whose idempotency keys they are. */
  store: Pick<EventStore, 'findRecord' | 'storeRecord'>;
  redis: RedisClient;
  /** Opens the personal data of answers. */
  sealing: Opener;
  category: string;
  /** What the service stands on, by name, e.g. `{ redis: redisCheck(redis, ['order']), database: () => readModels.ping() }`. */
  ready: Checks;
  gauges?: Gauges;
  /** Without: the service counts for itself. */
  metrics?: Metrics;
  /** Another one stands before it, and observes the requests. */
  isBehindFront?: boolean;
  rights: Rights;
  /** Of whoever issues tokens, for the documents. */
  issuer: string;
  /** What `Event-Position` can be waited for: the read models. */
  copies?: Copies;
};

/**
 * An OpenAPIHono with everything mounted but the routes: add them with `api.openapi(createRoute(…), handler)`.
 *
 * @example
 * const api = createApi({ name: 'product', title: 'Products', description: '…', logger, store, redis,
 *   category: 'product', ready: { redis: redisCheck(redis, ['product']) } });
 * routes(api, { store, readModels });
 */
export function createApi(options: ApiOptions): Api {
  const { name, title, description, version = '1.0.0', tags = [], logger, gauges = {}, ready } = options;
  const { rights, issuer, metrics = new Metrics(name), isBehindFront = false } = options;
  const problems = withKernel(options.problems);
  const api: Api = new OpenAPIHono<ServiceEnv>({ defaultHook: onValidated });
  const isStreamed = streamedPaths(api);
  const observe: Observe = isBehindFront ? () => {} : (request) => metrics.requested(request);
  api.use(requestContext(logger, problems, observe));
  api.use(securityHeaders);
  api.use(openAnswers(options.sealing));
  api.use(guard(api), authorize(api, rights), readBody(isStreamed), idempotency(options, isStreamed));
  if (options.copies) api.use(eventPosition(options.copies, options.redis));
  api.onError(onError(logger));
  const health = mountHealth(api, name, ready, logger);
  metrics.addGauges({ ...clockGauges, ...health, ...gauges }, logger);
  api.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  );
  api.get('/', (c) => c.redirect('/swagger'));
  mountSwagger(api, title, '/swagger', new URL(issuer).origin);
  const info = { title, version, description };
  const { events = { sends: {}, receives: {} } } = options;
  mountDocument(api, '/openapi.json', () =>
    openApiDocument(api, {
      ...info,
      tags,
      problems,
      tokenUrl: `${issuer}/oauth/token`,
      categories: Object.keys(events.sends),
    }),
  );
  mountDocument(api, '/asyncapi.json', () => asyncApiDocument(info, events));
  return api;
}

/** Made when it is first asked for: then all routes are there. */
function mountDocument(api: Api, path: string, make: () => object): void {
  let document: object | undefined;
  api.get(path, (c) => {
    document ??= make();
    return c.json(document, 200, { 'Cache-Control': 'no-cache' });
  });
}

const securityHeaders = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  // TLS ends in front of the services; that is where HSTS belongs.
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  // Of old browsers, and of pages: nothing of an answer in JSON is a page.
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  // The Swagger page brings a policy of its own.
  overwrite: false,
});

/** Unknown paths, methods that a path does not take, NUL bytes and a query that is not UTF-8 end here, before anything is read. */
function guard(api: Api): MiddlewareHandler<ServiceEnv> {
  let methodsOf: ((path: string) => string[]) | undefined;
  return async (c, next) => {
    if (/%00/.test(c.req.url)) refuse('malformed-request', 'NUL has no place in an address');
    if (!isUtf8Query(c.req.url)) refuse('malformed-request', 'the query is not percent-encoded UTF-8');
    if (routePattern(c) !== undefined) return next();
    methodsOf ??= methodIndex(api);
    const methods = methodsOf(c.req.path);
    if (methods.length === 0) refuse('not-found', 'there is nothing at this address');
    const detail = `${c.req.path} takes ${methods.join(', ')}`;
    const response = problemResponse(c, { code: 'method-not-allowed', detail, members: {} });
    response.headers.set('Allow', methods.join(', '));
    return response;
  };
}

/** Path → the methods it takes, from the routes as they are registered. */
function methodIndex(api: Api): (path: string) => string[] {
  const patterns = api.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, regex: new RegExp(`^${path.replaceAll(/:[^/]+/g, '[^/]+')}$`) }));
  return (path) => {
    const methods = new Set(patterns.filter(({ regex }) => regex.test(path)).map(({ method }) => method));
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].sort();
  };
}
