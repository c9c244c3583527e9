/**
 * Pages of other origins. What they may read says CORS; what they may write is decided here: a browser sends a blind
 * POST without asking, so a write from a page of another site is refused, unless its origin is one of `CORS_ORIGINS`.
 */
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/**
 * Where machine clients get their tokens, from every page: the secret in the request is the only proof, so a page can do
 * nothing that it could not do elsewhere. The Swagger UI of each service, on its own port, needs it for Authorize.
 */
export const tokenPath = '/oauth/token';

/** For pages: what they may send, and what of an answer they may read. */
export const corsOf = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: (origin, { req }) => (origins.includes(origin) || req.path === tokenPath ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Content-Encoding',
      'Event-Position',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'X-Correlation-Id',
      'X-Requested-With',
      'traceparent',
    ],
    exposeHeaders: [
      'ETag',
      'Event-Position',
      'Location',
      'Idempotency-Replayed',
      'Retry-After',
      'Read-Model-Stale',
      'X-Correlation-Id',
      'RateLimit',
      'RateLimit-Policy',
      'WWW-Authenticate',
    ],
    maxAge: 600,
  });

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

type Sender = { method: string; host: string; origin: string | undefined; site: string | undefined };

/** Programs that are no browsers send neither `Origin` nor `Sec-Fetch-Site`. */
export function isForeignWrite(
  { method, host, origin, site }: Sender,
  origins: ReadonlySet<string>,
): boolean {
  if (reads.has(method) || (origin !== undefined && origins.has(origin))) return false;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && hostOf(origin) !== host.toLowerCase();
}

/** Only the host: in front of us TLS may have ended, so the scheme says nothing. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;
