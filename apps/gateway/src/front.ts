/**
 * The way of a request: its target and its Host can be ours (400, 421) → it is no write of a page of another site (403) →
 * CORS → limits (429) → the service that owns the path, in this process or over HTTP, else the gateway's own pages →
 * compression on the way back.
 *
 * These are plain functions, because most of what a forwarded request costs here is this way. Hono is for the pages and CORS.
 */
import { type Fetch, noRoute, noteAnswer, Refusal } from '@quickmart/service';
import { isTracing } from '@quickmart/streams';
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { Logger } from 'pino';
import { type Answers, answers } from './answers.ts';
import type { Asked, FrontEnv, Way } from './asked.ts';
import { UnreachableError } from './circuit.ts';
import { compressed } from './compression.ts';
import { corsOf } from './cross-site.ts';
import { dispatch } from './dispatch.ts';
import { ClientGoneError } from './exchange.ts';
import { limited } from './limited.ts';
import type { FrontOptions } from './options.ts';
import { ownerIn, ownersOf } from './owners.ts';
import { pages } from './pages.ts';
import { refusals } from './refusals.ts';

/** For whoever watches over the process: an overload must not look like a death. */
const probes = new Set(['/livez', '/readyz', '/metrics']);

export function front(options: FrontOptions): Fetch {
  const { settings, own, logger, metrics } = options;
  const answer = answers(logger);
  const ownerOf = ownerIn(ownersOf(options.documents));
  const [refusal, refusalAtLimit] = [refusals(settings, answer), limited(options, answer)];
  const [toService, toPages] = [dispatch(options), pages(options, answer)];
  const observe = metrics.requested.bind(metrics);
  const always = settings.tlsCert ? { 'strict-transport-security': 'max-age=31536000' } : {};

  const answered = byOrigin(settings.corsOrigins, async (asked) => {
    const { owner } = asked;
    try {
      const refused = await refusalAtLimit(asked);
      const response = refused ?? (await (owner ? toService(asked, owner) : toPages(asked)));
      return await compressed(asked, response);
    } catch (error) {
      return answerTo(error, asked, answer, logger);
    }
  });
  return async (request, { incoming, outgoing }) => {
    const started = performance.now();
    const { method } = request;
    const path = getPath(request);
    const owner = ownerOf(method, path);
    const isProbe = probes.has(path);
    const route = owner?.path ?? (isProbe ? path : noRoute);
    const asked: Asked = { request, incoming, outgoing, path, owner, route, said: always };
    const response = refusal(asked) ?? (await (isProbe ? own(request, asked) : answered(asked)));
    // Not on the response: whoever touches its headers has them all copied.
    for (const name in asked.said) outgoing.setHeader(name, asked.said[name]!);
    const correlationId = isTracing() ? (response.headers.get('X-Correlation-Id') ?? undefined) : undefined;
    noteAnswer({ route: asked.route, method, status: response.status, correlationId }, started, observe);
    return method === 'HEAD' ? new Response(null, response) : response;
  };
}

/** An answer that was kept for a program, or for our own page, must not be what a page of another origin gets. */
function byOrigin(origins: readonly string[], way: Way): Way {
  if (origins.length === 0) return way;
  const withCors = new Hono<FrontEnv>().use(corsOf(origins)).all('*', (c) => way(c.env));
  return async (asked) => {
    if (asked.incoming.headers.origin !== undefined) return await withCors.fetch(asked.request, asked);
    const response = await way(asked);
    response.headers.append('Vary', 'Origin');
    return response;
  };
}

/** Not sent: nothing has happened. Sent: whether it has is not known, and its Idempotency-Key makes a repeat safe. */
function answerTo(error: unknown, asked: Asked, answer: Answers, logger: Logger): Response {
  if (error instanceof Refusal) return answer(asked, error.code, error.message);
  if (error instanceof UnreachableError) {
    const { wasSent, isLate, message } = error;
    logger.debug({ reason: message }, 'a service cannot be reached');
    if (!wasSent)
      return answer(asked, 'unavailable', 'the service is down; try again', { 'Retry-After': '2' });
    const detail = 'whether it was done is not known; a repeat with the same Idempotency-Key is safe';
    return answer(asked, isLate ? 'service-late' : 'service-failed', detail);
  }
  // Nobody reads this answer. Metrics count it under 499, nginx's number for it: it is no failure of the shop.
  if (error instanceof ClientGoneError) return new Response(null, { status: 499 });
  logger.error({ err: error, path: asked.path }, 'a request failed');
  return answer(asked, 'internal-error', '');
}
