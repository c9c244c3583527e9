/**
 * Routes that take their body line by line, such as imports: no size limit, no JSON, no Idempotency-Key for the whole.
 * A route is one by what it declares: a body that is not JSON.
 */
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { ServiceContext, ServiceEnv } from './context.ts';

type Api = OpenAPIHono<ServiceEnv>;

/** Declares and serves one; its handler reads `textStream(c)`. */
export function streamedRoute(
  api: Api,
  route: RouteConfig,
  handler: (c: ServiceContext) => Response | Promise<Response>,
): void {
  api.openAPIRegistry.registerPath(route);
  api.on(route.method, route.path, handler);
}

/** Whether the route at a path is one; known when the first request comes, after all are declared. */
export function streamedPaths(api: Api): (path: string) => boolean {
  let paths: Set<string> | undefined;
  return (path) => {
    paths ??= new Set(
      api.openAPIRegistry.definitions.flatMap((one) =>
        one.type === 'route' && isStreamed(one.route) ? [one.route.path] : [],
      ),
    );
    return paths.has(path);
  };
}

const isStreamed = ({ request }: RouteConfig): boolean =>
  request?.body?.content !== undefined && !('application/json' in request.body.content);
