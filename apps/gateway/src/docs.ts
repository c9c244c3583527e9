/** `/docs` and `/openapi.json`: all services in one document, and one Swagger UI over it. */
import { type Fetch, mountSwagger } from '@quickmart/service';
import type { Handler, Hono } from 'hono';
import type { FrontEnv } from './asked.ts';
import { type Document, mergedDocument } from './merged.ts';

export const mountDocs = (app: Hono<FrontEnv>): void => mountSwagger(app as never, 'QuickMart', '/docs');

/** `own`: answers with the document of the gateway itself. Made when it is first asked for. */
export function documentRoute(own: Fetch, documents: ReadonlyMap<string, Document>): Handler<FrontEnv> {
  let merged: Document | undefined;
  return async (c) => {
    // With GET, whatever the first one asks with: the answer to a HEAD has no body.
    merged ??= mergedDocument(
      (await (await own(new Request(c.req.url), c.env)).json()) as Document,
      documents,
    );
    return c.json(merged, 200, { 'Cache-Control': 'no-cache' });
  };
}
