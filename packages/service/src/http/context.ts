/** What is known about a request from its first middleware on: who asked, within what, and under which idempotency key. */
import { randomUUIDv7 } from 'node:crypto';
import { isSealed } from '@quickmart/contracts/personal';
import type { Meta } from '@quickmart/streams';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { Caller } from '../auth/caller.ts';
import type { Request } from '../telemetry/metrics.ts';
import { type Answered, methodLabel, nameServerSpan, noRoute } from '../telemetry/server-span.ts';
import type { Problems } from './problems.ts';

export type RequestContext = {
  /** Goes into every event, every log line and, as `traceId`, into every problem. */
  readonly correlationId: string;
  /** Who acts, as events name it: see authorize.ts. */
  actor: string | undefined;
  /** The customer whose things only this request may reach: see ownership.ts. */
  limitedTo: string | undefined;
  readonly traceparent: string | undefined;
  /** The bytes of the body as they came; empty where there was none, or where the route streams it. */
  rawBody: Uint8Array;
  /** Set for a POST with an Idempotency-Key. `kept`: the reply was committed together with the events. */
  idempotency: { idempotencyKey: string; fingerprint: string; kept: boolean } | undefined;
};
export type ServiceEnv = { Variables: { request: RequestContext; problems: Problems; caller: Caller } };
export type ServiceContext = Context<ServiceEnv>;

const token = /^[\x21-\x7e]{1,128}$/;
const w3cTraceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Whether it can be one: printable, and not too long. */
export const isCorrelationId = (text: string | null | undefined): text is string =>
  text != null && token.test(text) && !isSealed(text);

/** Headers that are not what they should be are dropped, not refused: they are hints of the caller's tooling. */
function readContext(c: Context): RequestContext {
  const traceparent = w3cTraceparent.exec(c.req.header('traceparent') ?? '');
  const correlationId = c.req.header('X-Correlation-Id');
  return {
    correlationId: isCorrelationId(correlationId) ? correlationId : (traceparent?.[1] ?? randomUUIDv7()),
    actor: undefined,
    limitedTo: undefined,
    traceparent: traceparent?.[0],
    rawBody: new Uint8Array(),
    idempotency: undefined,
  };
}

/** The part of it that travels with the events. */
export const metaOf = ({ correlationId, actor, traceparent }: RequestContext): Meta => ({
  correlationId,
  ...(actor === undefined ? {} : { actor }),
  ...(traceparent === undefined ? {} : { traceparent }),
});

/** The pattern of the route that answers, e.g. `/api/products/:id`; undefined where there is none. */
export const routePattern = (c: Context): string | undefined =>
  matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path;

const probes = new Set(['/livez', '/readyz', '/metrics']);
export type Observe = (request: Request) => void;

/** Observes an answer to a request that came at `started`, and names its span. Returns how many ms it took. */
export function noteAnswer(
  { route, method: sent, status, correlationId }: Answered,
  started: number,
  observe: Observe,
): number {
  const ms = performance.now() - started;
  observe({ route, method: methodLabel(sent), status, seconds: ms / 1000 });
  nameServerSpan({ route, method: sent, status, correlationId });
  return ms;
}

/** Gives the request its context, echoes the correlation id, writes one log line, and observes the duration. */
export const requestContext =
  (logger: Logger, problems: Problems, observe: Observe): MiddlewareHandler<ServiceEnv> =>
  async (c, next) => {
    const started = performance.now();
    const request = readContext(c);
    c.set('request', request);
    c.set('problems', problems);
    await next();
    c.res.headers.set('X-Correlation-Id', request.correlationId);
    const { correlationId } = request;
    const { method, path } = c.req;
    const { status } = c.res;
    const route = routePattern(c) ?? noRoute;
    const ms = noteAnswer({ route, method, status, correlationId }, started, observe);
    const line = { method, path, status, ms: Math.round(ms * 10) / 10, correlationId };
    if (probes.has(path)) logger.debug(line, 'request');
    else logger.info(line, 'request');
  };
