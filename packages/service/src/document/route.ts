/** How a route is declared: what OpenAPI says about it, and who may use it. */
import { createRoute as declare, type RouteConfig } from '@hono/zod-openapi';
import type { Access } from '../auth/access.ts';

/** `access`: who may use it, see auth/access.ts. A route that does not say so does not compile. */
export const createRoute = <
  Path extends string,
  Route extends Omit<RouteConfig, 'path'> & { path: Path; access: Access },
>(
  route: Route,
) => declare<Path, Route>(route);
