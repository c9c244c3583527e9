/** `/docs` and `/openapi.json`: all services in one document, and one Swagger UI over it. */
import { type Fetch, mountSwagger } from '@quickmart/service';
import type { Handler, Hono } from 'hono';
import type { FrontEnv } from './answers.ts';
import { type Document, mergedDocument } from './merged.ts';

/**
 * An access token ends after minutes, and Swagger UI does not ask for the next one: this does, with the id and the secret
 * that were typed once.
 */
const freshTokens = `
    requestInterceptor: async (request) => {
      const { client } = window.ui?.authSelectors?.authorized()?.toJS() ?? {};
      const sent = request.headers.Authorization;
      if (!client?.clientSecret || sent !== 'Bearer ' + client.token?.access_token) return request;
      const endsAt = (token) => JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))).exp;
      const isOld = (token) => endsAt(token) * 1000 < Date.now() + 30000;
      if (isOld(client.token.access_token) && (!window.freshToken || isOld(window.freshToken))) {
        const headers = { Authorization: 'Basic ' + btoa(client.clientId + ':' + client.clientSecret) };
        const body = new URLSearchParams({ grant_type: 'client_credentials' });
        const answer = await fetch('/oauth/token', { method: 'POST', headers, body });
        if (answer.ok) window.freshToken = (await answer.json()).access_token;
      }
      if (isOld(client.token.access_token) && window.freshToken)
        request.headers.Authorization = 'Bearer ' + window.freshToken;
      return request;
    },`;

export const mountDocs = (app: Hono<FrontEnv>): void =>
  mountSwagger(app as never, 'QuickMart', '/docs', freshTokens);

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
