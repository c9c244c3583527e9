/** A route that is made from what a resource is: declared and served, with words of its own where a service has some. */
import type { RouteConfig } from '@hono/zod-openapi';
import type { Access } from '../auth/access.ts';
import { createRoute } from '../document/route.ts';
import type { ServiceContext } from '../http/context.ts';
import type { Api } from './api.ts';

export type Route = RouteConfig & { access: Access };

/** What such a route may say for itself. */
export type Words = Partial<
  Pick<Route, 'operationId' | 'summary' | 'description' | 'parameters' | 'access'>
> & {
  /** Of the answer, in the document. */
  answer?: string;
};

/** What came in with a request, validated: whoever declares the schemas knows the types. */
// biome-ignore lint/suspicious/noExplicitAny: as said.
export type Input = { param: any; query: any; json: any };

type Handler = (c: ServiceContext, input: Input) => Response | Promise<Response>;

export function serveRoute(api: Api, route: Route, handler: Handler): void {
  const { params, query, body } = route.request ?? {};
  api.openapi(createRoute(route), ((c: ServiceContext) => {
    const valid = (target: string) => c.req.valid(target as never);
    return handler(c, {
      param: params && valid('param'),
      query: query && valid('query'),
      json: body && valid('json'),
    });
  }) as never);
}
