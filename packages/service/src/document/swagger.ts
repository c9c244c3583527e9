/**
 * Swagger UI by @hono/swagger-ui, with its files from the installed package: no CDN, no inline script, and nothing that leaves this host (the online
 * validator badge is off).
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { swaggerUI } from '@hono/swagger-ui';
import type { Hono } from 'hono';
import type { ServiceEnv } from '../http/context.ts';

const directory = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const assets: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

// Swagger UI sets style attributes and draws its icons from data URLs. "Authorize" asks the issuer for a token.
const policyFor = (issuer: string) =>
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  `connect-src 'self' ${issuer}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * An access token ends after minutes, and Swagger UI does not ask for the next one: this does, with the id and the secret
 * that were typed once.
 */
const freshTokens = `async (request) => {
      const { client } = window.ui?.authSelectors?.authorized()?.toJS() ?? {};
      const sent = request.headers.Authorization;
      if (!client?.clientSecret || sent !== 'Bearer ' + client.token?.access_token) return request;
      const endsAt = (token) => JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))).exp;
      const isOld = (token) => endsAt(token) * 1000 < Date.now() + 30000;
      if (isOld(client.token.access_token) && (!window.freshToken || isOld(window.freshToken))) {
        const headers = { Authorization: 'Basic ' + btoa(client.clientId + ':' + client.clientSecret) };
        const body = new URLSearchParams({ grant_type: 'client_credentials' });
        const answer = await fetch(client.schema.tokenUrl, { method: 'POST', headers, body });
        if (answer.ok) window.freshToken = (await answer.json()).access_token;
      }
      if (isOld(client.token.access_token) && window.freshToken)
        request.headers.Authorization = 'Bearer ' + window.freshToken;
      return request;
    }`;

const initializer = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null,
    displayRequestDuration: true, tryItOutEnabled: true, persistAuthorization: true,
    requestInterceptor: ${freshTokens},
  });
};
`;

const bodyOf = (base: string) => `<div id="swagger-ui"></div>
<link rel="stylesheet" href="${base}/swagger-ui.css">
<link rel="icon" type="image/png" href="${base}/favicon-32x32.png">
<script src="${base}/swagger-ui-bundle.js"></script>
<script src="${base}/initializer.js"></script>`;

/** `base` and what it loads; `issuer`: the origin where it asks for tokens, if that is another one. */
export function mountSwagger(api: Hono<ServiceEnv>, title: string, base: string, issuer = ''): void {
  const escaped = title.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  const headers = { 'Content-Security-Policy': policyFor(issuer), 'Cache-Control': 'no-cache' };
  api.get(`${base}/`, (c) => c.redirect(base));
  const page = swaggerUI({ url: '/openapi.json', title: escaped, manuallySwaggerUIHtml: () => bodyOf(base) });
  api.use(base, async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  api.get(base, page);
  api.get(`${base}/initializer.js`, (c) =>
    c.body(initializer, 200, { ...headers, 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  for (const [file, type] of Object.entries(assets)) {
    api.get(`${base}/${file}`, async (c) => {
      const bytes = new Uint8Array(await readFile(join(directory, file)));
      return c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' });
    });
  }
}
