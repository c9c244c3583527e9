/** What the gateway has itself: its documents, live updates and the console. */
import { noRoute, routePattern } from '@quickmart/service';
import { type Context, Hono } from 'hono';
import type { Answers } from './answers.ts';
import type { FrontEnv, Way } from './asked.ts';
import { mountConsole } from './console.ts';
import { documentRoute, mountDocs } from './docs.ts';
import { eventsPath } from './events/route.ts';
import type { FrontOptions } from './options.ts';

/** Every path is here that no service has: there is nothing at most of them. */
export function pages({ own, documents }: Pick<FrontOptions, 'own' | 'documents'>, answer: Answers): Way {
  const app = new Hono<FrontEnv>();
  const toOwn = (c: Context<FrontEnv>) => own(c.req.raw, c.env);
  app.onError((error) => {
    throw error;
  });
  app.notFound((c) => answer(c.env, 'not-found', 'there is nothing at this address'));
  app.use((c, next) => {
    c.env.route = routePattern(c) ?? noRoute;
    return next();
  });
  app.get('/', (c) => c.redirect('/docs'));
  app.get('/swagger', (c) => c.redirect('/docs'));
  mountDocs(app);
  app.get('/openapi.json', documentRoute(own, documents));
  app.get(eventsPath, toOwn);
  app.all(eventsPath, toOwn);
  mountConsole(app);
  return (asked) => app.fetch(asked.request, asked);
}
