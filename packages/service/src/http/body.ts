/**
 * The body of a request: bounded while it is read and unpacked, strict UTF-8, JSON without traps. Handlers and
 * validators only ever see what came through here; the bytes, unpacked, stay in the context (idempotency fingerprints,
 * webhook signatures).
 */
import type { MiddlewareHandler } from 'hono';
import { parse as parseStrictly } from 'secure-json-parse';
import { connectionLimits, requestLimits } from '../process/limits.ts';
import type { ServiceContext, ServiceEnv } from './context.ts';
import { inflated, isGzip } from './encoding.ts';
import { Refusal, refuse } from './problems.ts';

export const jsonDepthMax = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const bodyless = new Set(['GET', 'HEAD', 'OPTIONS']);
const jsonType = /^application\/(?:[a-z0-9.-]+\+)?json(?:\s*;\s*charset="?utf-?8"?)?\s*;?$/i;

/** Reads the body of every request, except of routes that stream theirs. */
export const readBody =
  (isStreamed: (path: string) => boolean): MiddlewareHandler<ServiceEnv> =>
  async (c, next) => {
    if (bodyless.has(c.req.method) || isStreamed(c.req.path)) return next();
    const sent = await readBytes(c.req.raw, requestLimits.bodyBytes);
    const bytes = sent.length > 0 && isGzip(c) ? await inflated(sent, requestLimits.bodyBytes) : sent;
    c.get('request').rawBody = bytes;
    const text = bytes.length === 0 ? '' : checkedText(bytes, c);
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
    if (text !== '') {
      const value = parseJson(text);
      c.req.json = () => Promise.resolve(value as never);
    }
    await next();
  };

function checkedText(bytes: Uint8Array, c: ServiceContext): string {
  const type = c.req.header('Content-Type')?.trim() ?? '';
  if (!jsonType.test(type)) refuse('media-type-unsupported', 'send application/json in UTF-8');
  try {
    return utf8.decode(bytes);
  } catch {
    return refuse('malformed-request', 'the body is not valid UTF-8');
  }
}

/** The whole body; refuses as soon as it is known to be too large, whatever Content-Length says or omits. */
async function readBytes(request: Request, max: number): Promise<Uint8Array> {
  const announced = request.headers.get('content-length');
  if (Number(announced) > max) tooLarge(max);
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(new Error('too slow')), connectionLimits.bodyMs);
  // With Content-Length the HTTP parser holds the sender to it; only a chunked body has to be counted.
  const counted = announced === null || request.headers.has('transfer-encoding');
  const whole = counted
    ? readCounted(request, max)
    : request.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  try {
    return await Promise.race([whole, timeout.promise]);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse('malformed-request', 'the body did not arrive');
  } finally {
    clearTimeout(timer);
  }
}

/** What is over the limit is read a while longer and dropped. */
async function readCounted(request: Request, max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > requestLimits.bodyPatience * max) break;
    if (size <= max) chunks.push(chunk);
  }
  return size > max ? tooLarge(max) : Buffer.concat(chunks);
}

const tooLarge = (max: number): never => refuse('body-too-large', `at most ${max} bytes`);

/** JSON, no deeper than {@link jsonDepthMax} and without keys that could reach a prototype; else malformed-request. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > jsonDepthMax) refuse('malformed-request', `nested deeper than ${jsonDepthMax} levels`);
  try {
    return parseStrictly(text, undefined, { protoAction: 'error', constructorAction: 'error' });
  } catch {
    return refuse('malformed-request', 'the body is not JSON, or has a forbidden key');
  }
}

/** The deepest nesting of brackets outside of strings: an upper bound is all that is needed. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (inString) {
      if (char === 0x5c) i++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (char === 0x7d || char === 0x5d) depth--;
  }
  return deepest;
}
