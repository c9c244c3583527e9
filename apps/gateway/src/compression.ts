/**
 * Compresses answers that are whole and worth it, for who asks for it. An `ETag` stays as it is: it names the version of
 * what is shown, and clients send it back as `If-Match`. What streams (imports, events) is left alone: it would wait for
 * the compressor.
 */
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import type { FrontEnv } from './answers.ts';
import { limits } from './limits.ts';

const gzipped = promisify(gzip);
const worthIt =
  /^(?:application\/(?:json|problem\+json|javascript)|text\/(?:html|css|javascript|plain)|image\/svg\+xml)\b/;

export const compression: MiddlewareHandler<FrontEnv> = async (c, next) => {
  await next();
  // An answer without `Vary` may be kept for everybody: that is so for one that is not compressed, as everybody can read it.
  if (!wantsGzip(c)) return;
  const { headers } = c.res;
  if (!worthIt.test(headers.get('Content-Type') ?? '') || headers.has('Content-Encoding')) return;
  headers.append('Vary', 'Accept-Encoding');
  if (c.req.method !== 'HEAD') c.res = await compressed(c.res);
};

const wantsGzip = (c: Context<FrontEnv>): boolean =>
  c.env.incoming.headers['accept-encoding'] !== undefined &&
  accepts(c, { header: 'Accept-Encoding', supports: ['gzip', 'identity'], default: 'identity' }) === 'gzip';

async function compressed(response: Response): Promise<Response> {
  const { status } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Its own, not a copy: what is set in `c.res` gets the headers of the answer before it, such as the length that a service has said.
  const { headers } = response;
  if (bytes.length < limits.compressedFromBytes)
    return new Response(bytes.length > 0 ? bytes : null, { status, headers });
  headers.delete('Content-Length');
  headers.set('Content-Encoding', 'gzip');
  return new Response(await gzipped(bytes, { level: constants.Z_BEST_SPEED }), { status, headers });
}
