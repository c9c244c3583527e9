/**
 * Compresses answers that are whole and worth it, for who asks for it. An `ETag` stays as it is: it names the version of
 * what is shown, and clients send it back as `If-Match`. What streams (imports, events) is left alone: it would wait for
 * the compressor.
 */
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { parseAccept } from 'hono/utils/accept';
import type { Asked } from './asked.ts';
import { limits } from './limits.ts';

const gzipped = promisify(gzip);
const worthIt =
  /^(?:application\/(?:json|problem\+json|javascript)|text\/(?:html|css|javascript|plain)|image\/svg\+xml)\b/;

export function compressed({ request, incoming }: Asked, response: Response): Response | Promise<Response> {
  // An answer without `Vary` may be kept for everybody: that is so for one that is not compressed, as everybody can read it.
  if (!wantsGzip(incoming.headers['accept-encoding'] as string | undefined)) return response;
  const { headers } = response;
  if (!worthIt.test(headers.get('Content-Type') ?? '') || headers.has('Content-Encoding')) return response;
  headers.append('Vary', 'Accept-Encoding');
  return request.method === 'HEAD' ? response : compress(response);
}

/** Of what is wanted most, the first that there is. */
function wantsGzip(accepted: string | undefined): boolean {
  if (accepted === undefined) return false;
  const codings = parseAccept(accepted).filter(({ q }) => q > 0);
  return codings.find(({ type }) => /^(?:gzip|identity)$/i.test(type))?.type.toLowerCase() === 'gzip';
}

async function compress(response: Response): Promise<Response> {
  const { status, headers } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length < limits.compressedFromBytes)
    return new Response(bytes.length > 0 ? bytes : null, { status, headers });
  headers.delete('Content-Length');
  headers.set('Content-Encoding', 'gzip');
  return new Response(await gzipped(bytes, { level: constants.Z_BEST_SPEED }), { status, headers });
}
