/**
 * A request to a service in another process, over connections that are kept. What there is to see to:
 *
 * - what belongs to one connection stays there: hop-by-hop headers, those that `Connection` names, trailers
 * - a body that is not streamed has been read whole: a slow sender holds no request behind, and what goes on has one length,
 *   whatever the sender said about it
 * - a client that goes away ends the request behind; a service that does not begin to answer is not waited for
 */
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { Pool } from 'undici';
import type { Asked } from './asked.ts';
import { type Circuit, UnreachableError } from './circuit.ts';
import { ClientGoneError, Exchange } from './exchange.ts';
import { hopByHop } from './hop-by-hop.ts';

export type ForwardOptions = { pool: Pool; circuit: Circuit; timeoutMs: number };
/** Headers that tell the service who asks. */
type Told = Record<string, string>;

/** What comes with them is no body. */
export const bodyless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

class LateError extends Error {}

/** How long an answer may take is said per request, below. */
export const poolAt = ({ origin }: URL): Pool =>
  new Pool(origin, { allowH2: false, headersTimeout: 0, bodyTimeout: 0 });

/** `body`: undefined where it is to be streamed. @throws UnreachableError, ClientGoneError */
export const forward = (
  asked: Asked,
  body: Uint8Array | undefined,
  told: Told,
  { pool, circuit, timeoutMs }: ForwardOptions,
): Promise<Response> =>
  circuit.run(async () => {
    const { request, incoming, outgoing } = asked;
    const exchange = new Exchange(asked);
    // What has been written to its end came from an answer that has ended, too.
    const onGone = () => outgoing.writableEnded || exchange.end(new ClientGoneError('the client is gone'));
    outgoing.on('close', onGone);
    const late =
      body && setTimeout(() => exchange.end(new LateError(`no answer in ${timeoutMs} ms`)), timeoutMs);
    try {
      if (outgoing.destroyed) onGone();
      const sent = { path: incoming.url!, method: request.method, headers: headersOf(incoming, told) };
      pool.dispatch({ ...sent, body: bodyOf(incoming, body) }, exchange);
      return await exchange.answer;
    } catch (error) {
      throw failure(error, exchange);
    } finally {
      clearTimeout(late);
    }
  });

/** A body that streams ends with the request, but the connection of the client does not: it waits for an answer. */
function bodyOf(incoming: IncomingMessage, body: Uint8Array | undefined): Uint8Array | PassThrough | null {
  if (body === undefined) return incoming.pipe(new PassThrough());
  return body.length > 0 ? body : null;
}

/** Written anew, or by the connection. */
const leftOut = new Set([
  ...['expect', 'host', 'content-length', 'accept-encoding'],
  ...['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'],
]);

/** Name, value, name, value … as they came. */
function headersOf({ rawHeaders, headers: { connection } }: IncomingMessage, told: Told): string[] {
  const isHere = hopByHop(connection);
  const headers: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase();
    const isAnew = leftOut.has(name) || Object.hasOwn(told, name);
    if (!isAnew && !isHere(name) && !name.startsWith(':')) headers.push(name, rawHeaders[at + 1]!);
  }
  for (const [name, value] of Object.entries(told)) headers.push(name, value);
  return headers;
}

function failure(error: unknown, { wasSent }: Exchange): Error {
  if (error instanceof ClientGoneError) return error;
  const { message, code = '' } = error as NodeJS.ErrnoException;
  return new UnreachableError(message || code, { wasSent, isLate: error instanceof LateError, cause: error });
}
