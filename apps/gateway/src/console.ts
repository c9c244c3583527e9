/** `/console`: static files. Each page of it has an address of its own; the page itself says what that is. */
import { consoleFiles } from '@quickmart/console';
import type { Hono } from 'hono';
import type { FrontEnv } from './asked.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

export function mountConsole(app: Hono<FrontEnv>): void {
  app.get('/console', (c) => c.redirect('/console/'));
  app.get('/console/*', async (c) => {
    const files = await consoleFiles();
    const name = c.req.path.slice('/console/'.length);
    const isFile = name.includes('.');
    const file = files.get(isFile ? name : 'index.html');
    if (file === undefined) return c.notFound();
    const kept = file.isForever ? 'public, max-age=31536000, immutable' : 'no-cache';
    return c.body(Uint8Array.from(file.bytes), 200, {
      ...headers,
      'Content-Type': file.type,
      'Cache-Control': kept,
    });
  });
}
