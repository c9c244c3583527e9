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

// Swagger UI sets style attributes and draws its icons from data URLs.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const initializer = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null,
    displayRequestDuration: true, tryItOutEnabled: true,
  });
};
`;

const body = `<div id="swagger-ui"></div>
<link rel="stylesheet" href="/swagger/swagger-ui.css">
<link rel="icon" type="image/png" href="/swagger/favicon-32x32.png">
<script src="/swagger/swagger-ui-bundle.js"></script>
<script src="/swagger/initializer.js"></script>`;

/** `/swagger` and what it loads; `/` leads there. */
export function mountSwagger(api: Hono<ServiceEnv>, title: string): void {
  const escaped = title.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  const headers = { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' };
  api.get('/', (c) => c.redirect('/swagger'));
  api.get('/swagger/', (c) => c.redirect('/swagger'));
  const page = swaggerUI({ url: '/openapi.json', title: escaped, manuallySwaggerUIHtml: () => body });
  api.use('/swagger', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
  api.get('/swagger', page);
  api.get('/swagger/initializer.js', (c) =>
    c.body(initializer, 200, { ...headers, 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  for (const [file, type] of Object.entries(assets)) {
    api.get(`/swagger/${file}`, async (c) => {
      const bytes = new Uint8Array(await readFile(join(directory, file)));
      return c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' });
    });
  }
}
