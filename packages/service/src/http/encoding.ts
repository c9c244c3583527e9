/**
 * What the bytes of a body are, as the request says: compressed with gzip or not, UTF-8 or another encoding that is
 * declared. Nothing is guessed, and nothing is replaced: what cannot be decoded is refused.
 */
import { isUtf8 } from 'node:buffer';
import { promisify, TextDecoder } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ServiceContext } from './context.ts';
import { refuse } from './problems.ts';

const gunzipped = promisify(gunzip);

/** Whether the body is compressed with gzip. Refuses every other Content-Encoding with media-type-unsupported. */
export function isGzip(c: ServiceContext): boolean {
  const coding = c.req.header('Content-Encoding')?.trim().toLowerCase() ?? '';
  if (coding === 'gzip' || coding === 'x-gzip') return true;
  if (coding === '' || coding === 'identity') return false;
  return refuse('media-type-unsupported', 'Content-Encoding is gzip, or is left out');
}

/** The bytes of a gzip body. Refuses what is more than `max` bytes, however small it was sent, and what is no gzip. */
export async function inflated(bytes: Uint8Array, max: number): Promise<Uint8Array> {
  try {
    return await gunzipped(bytes, { maxOutputLength: max });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      refuse('body-too-large', `at most ${max} bytes, also when it is unpacked`);
    return refuse('malformed-request', 'the body is not valid gzip, as Content-Encoding says it is');
  }
}

/**
 * The decoder for the charset that Content-Type declares; undefined for UTF-8, declared or not. Refuses a charset that
 * nobody knows with media-type-unsupported.
 */
export function declaredDecoder(c: ServiceContext): TextDecoder | undefined {
  const declared = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(c.req.header('Content-Type') ?? '')?.[1];
  if (declared === undefined) return undefined;
  try {
    const decoder = new TextDecoder(declared, { fatal: true });
    return decoder.encoding === 'utf-8' ? undefined : decoder;
  } catch {
    return refuse('media-type-unsupported', `no charset is called ${declared}: send UTF-8`);
  }
}

const escapes = /(?:%[0-9a-f]{2})+/gi;

/** Whether the percent-encoded bytes of a query are UTF-8: else hono takes them as they stand, `%E9` for a text. */
export function isUtf8Query(url: string): boolean {
  const start = url.indexOf('?');
  const runs = start < 0 ? [] : [...url.slice(start).matchAll(escapes)];
  return runs.every(([run]) => isUtf8(Buffer.from(run.replaceAll('%', ''), 'hex')));
}
