/**
 * The way of a request: its target and its Host can be ours (400, 421) → it is no write of a page of another site (403) →
 * CORS → limits (429) → the service that owns the path, in this process or over HTTP → compression on the way back.
 *
 * `/events` (live updates) and `/console` are the gateway's own.
 */
import { answered, type Fetch, Refusal } from '@quickmart/service';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { type Answers, answers, type FrontContext, type FrontEnv } from './answers.ts';
import { UnreachableError } from './circuit.ts';
import { compression } from './compression.ts';
import { mountConsole } from './console.ts';
import { corsOf } from './cross-site.ts';
import { dispatch } from './dispatch.ts';
import { documentRoute, mountDocs } from './docs.ts';
import { eventsPath } from './events/route.ts';
import { ClientGoneError } from './exchange.ts';
import { limited } from './limited.ts';
import type { FrontOptions } from './options.ts';
import { ownersOf } from './owners.ts';
import { refusals } from './refusals.ts';

/** For whoever watches over the process: an overload must not look like a death. */
const probes = ['/livez', '/readyz', '/metrics'];

export function front(options: FrontOptions): Fetch {
  const { settings, own, logger, metrics } = options;
  const owners = ownersOf(options.documents);
  const app = new Hono<FrontEnv>();
  const answer = answers(logger);
  const toOwn = (c: FrontContext) => own(c.req.raw, c.env);
  app.onError((error, c) => answerTo(error, c, answer, logger));
  app.notFound((c) => answer(c, 'not-found', 'there is nothing at this address'));
  app.use(answered((request) => metrics.requested(request)));
  app.use(refusals(settings, answer));
  for (const path of probes) app.get(path, toOwn);
  if (settings.tlsCert) app.use(onlyHttps);
  if (settings.corsOrigins.length > 0) app.use(byOrigin(corsOf(settings.corsOrigins)));
  app.use(compression, limited(options, answer));
  app.get('/', (c) => c.redirect('/docs'));
  app.get('/swagger', (c) => c.redirect('/docs'));
  mountDocs(app);
  app.get('/openapi.json', documentRoute(own, options.documents));
  app.get(eventsPath, toOwn);
  app.all(eventsPath, toOwn);
  mountConsole(app);
  for (const owner of owners) app.on([...owner.methods], owner.path, dispatch(owner, options));
  // Other methods of a path: the service says which there are.
  for (const owner of owners) app.all(owner.path, dispatch(owner, options));
  return (request, bindings) => app.fetch(request, bindings);
}

/** An answer that was kept for a program, or for our own page, must not be what a page of another origin gets. */
const byOrigin =
  (cors: MiddlewareHandler): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.header('Origin') !== undefined) return await cors(c, next);
    await next();
    c.res.headers.append('Vary', 'Origin');
    return undefined;
  };

const onlyHttps: MiddlewareHandler<FrontEnv> = (c, next) => {
  c.env.outgoing.setHeader('Strict-Transport-Security', 'max-age=31536000');
  return next();
};

/** Not sent: nothing has happened. Sent: whether it has is not known, and its Idempotency-Key makes a repeat safe. */
function answerTo(error: unknown, c: FrontContext, answer: Answers, logger: Logger): Response {
  if (error instanceof Refusal) return answer(c, error.code, error.message);
  if (error instanceof UnreachableError) {
    const { wasSent, isLate, message } = error;
    logger.debug({ reason: message }, 'a service cannot be reached');
    if (!wasSent) return answer(c, 'unavailable', 'the service is down; try again', { 'Retry-After': '2' });
    const detail = 'whether it was done is not known; a repeat with the same Idempotency-Key is safe';
    return answer(c, isLate ? 'service-late' : 'service-failed', detail);
  }
  // Nobody reads this answer. Metrics count it under 499, nginx's number for it: it is no failure of the shop.
  if (error instanceof ClientGoneError) return new Response(null, { status: 499 });
  logger.error({ err: error, path: c.req.path }, 'a request failed');
  return answer(c, 'internal-error', '');
}
