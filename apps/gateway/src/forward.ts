/**
 * A request to a service in another process, by hono/proxy, which leaves out what belongs to one connection only
 * (hop-by-hop headers, and those that `Connection` names). What else there is to see to:
 *
 * - redirects are for the client, and are not followed
 * - a client that goes away ends the request behind; a service that does not begin to answer is not waited for
 * - a body that is not streamed is read here first, as far as it may go: a slow sender holds no request behind, and what
 *   goes on has one length, whatever the sender said about it
 * - an answer of usual size is read whole before it is sent on: one that breaks off is told as a failure, not as half an
 *   answer. What is longer streams, and breaks off at the client, too
 */
import { constants, Http2ServerResponse } from 'node:http2';
import { proxy } from 'hono/proxy';
import type { FrontContext } from './answers.ts';
import { type Circuit, UnreachableError } from './circuit.ts';
import { limits } from './limits.ts';

export type ForwardOptions = { url: string; circuit: Circuit; timeoutMs: number };
/** Headers that tell the service who asks. */
type Told = Record<string, string | undefined>;

/** `body`: undefined where it is to be streamed. @throws UnreachableError */
export function forward(
  c: FrontContext,
  body: Uint8Array | undefined,
  told: Told,
  { url, circuit, timeoutMs }: ForwardOptions,
): Promise<Response> {
  const isStreamed = body === undefined;
  return circuit.run(async () => {
    const ending = endingOf(c.req.raw.signal, isStreamed ? undefined : timeoutMs);
    try {
      const response = await proxy(url + c.env.incoming.url, {
        method: c.req.method,
        headers: headersOf(c, told),
        body: isStreamed ? c.req.raw.body : body.length > 0 ? body : null,
        redirect: 'manual',
        signal: ending.signal,
        ...(isStreamed && { duplex: 'half' }),
      });
      return (await whole(response)) ?? streamed(response, c);
    } catch (error) {
      if (c.req.raw.signal.aborted) throw error;
      throw unreachable(error);
    } finally {
      ending.answered();
    }
  });
}

/** Aborts with the client, and after a time without an answer. */
function endingOf(client: AbortSignal, timeoutMs: number | undefined) {
  const ending = new AbortController();
  const onGone = () => ending.abort(client.reason);
  client.addEventListener('abort', onGone, { once: true });
  const late =
    timeoutMs && setTimeout(() => ending.abort(new LateError(`no answer within ${timeoutMs} ms`)), timeoutMs);
  return { signal: ending.signal, answered: () => clearTimeout(late) };
}

/** Where it breaks off, so does the connection to the client: an end would look like the end of the answer. */
function streamed({ status, headers, body }: Response, { env: { outgoing } }: FrontContext): Response {
  const reader = body!.getReader();
  const pull = async (controller: ReadableStreamDefaultController) => {
    try {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    } catch {
      if (outgoing instanceof Http2ServerResponse) outgoing.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      else outgoing.destroy();
      controller.close();
    }
  };
  return new Response(new ReadableStream({ pull, cancel: (reason) => reader.cancel(reason) }), {
    status,
    headers,
  });
}

/** Of one connection only, or written anew: by fetch, or as {@link Told}. */
const leftOut = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade', 'expect', 'host', 'content-length', 'accept-encoding'],
  ...['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'],
]);

function headersOf({ env: { incoming } }: FrontContext, told: Told): Headers {
  const named = new Set(incoming.headers.connection?.split(',').map((name) => name.trim().toLowerCase()));
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    const name = incoming.rawHeaders[at]!.toLowerCase();
    if (!leftOut.has(name) && !named.has(name) && !name.startsWith(':'))
      headers.append(name, incoming.rawHeaders[at + 1]!);
  }
  for (const [name, value] of Object.entries(told)) if (value !== undefined) headers.set(name, value);
  return headers;
}

/** Undefined where it is too long, or says nothing of its length. */
async function whole(response: Response): Promise<Response | undefined> {
  const length = Number(response.headers.get('Content-Length') ?? Number.POSITIVE_INFINITY);
  if (response.body === null) return response;
  if (length > limits.wholeAnswerBytes) return undefined;
  const { status, headers } = response;
  return new Response(new Uint8Array(await response.arrayBuffer()), { status, headers });
}

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

class LateError extends Error {}

function unreachable(error: unknown): UnreachableError {
  const isLate = error instanceof LateError;
  const { message, cause } = error as Error;
  const { code = '', message: reason = message } = (cause ?? {}) as NodeJS.ErrnoException;
  return new UnreachableError(reason || code, { wasSent: !neverSent.has(code), isLate, cause: error });
}
