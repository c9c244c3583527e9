/**
 * A request to a service in another process, over connections that are kept. What there is to see to:
 *
 * - what belongs to one connection stays there: hop-by-hop headers, those that `Connection` names, trailers
 * - a body that is not streamed has been read whole: a slow sender holds no request behind, and what goes on has one length,
 *   whatever the sender said about it
 * - a client that goes away ends the request behind; a service that does not begin to answer is not waited for
 * - an answer of usual size is read whole before it is sent on: one that breaks off is told as a failure, not as half an
 *   answer. What is longer streams, and breaks off at the client, too
 */
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { constants, Http2ServerResponse } from 'node:http2';
import https from 'node:https';
import type { FrontContext } from './answers.ts';
import { type Circuit, UnreachableError } from './circuit.ts';
import { limits } from './limits.ts';

export type ForwardOptions = { url: URL; circuit: Circuit; timeoutMs: number };
/** Headers that tell the service who asks. */
type Told = Record<string, string>;

/** What comes with them is no body. */
export const bodyless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The client does not wait for its answer any more. */
export class ClientGoneError extends Error {
  override readonly name = 'ClientGoneError';
}
class LateError extends Error {
  readonly wasSent: boolean;

  constructor({ socket }: ClientRequest, timeoutMs: number) {
    super(`no answer in ${timeoutMs} ms`);
    this.wasSent = socket?.connecting === false;
  }
}

const kept = { keepAlive: true };
const clients = {
  'http:': { request: http.request, agent: new http.Agent(kept) },
  'https:': { request: https.request, agent: new https.Agent(kept) },
} as const;

/** `body`: undefined where it is to be streamed. @throws UnreachableError, ClientGoneError */
export const forward = (
  c: FrontContext,
  body: Uint8Array | undefined,
  told: Told,
  { url, circuit, timeoutMs }: ForwardOptions,
): Promise<Response> =>
  circuit.run(async () => {
    const { outgoing } = c.env;
    const sent = send(c, body, told, url);
    // What has been written to its end came from an answer that has ended, too.
    const onGone = () => outgoing.writableEnded || sent.destroy(new ClientGoneError('the client is gone'));
    outgoing.once('close', onGone);
    const late = body && setTimeout(() => sent.destroy(new LateError(sent, timeoutMs)), timeoutMs);
    try {
      if (outgoing.destroyed) onGone();
      const answer = await answerTo(sent);
      return new Response(await bodyOf(answer, c), {
        status: answer.statusCode!,
        headers: headersIn(answer),
      });
    } catch (error) {
      throw failure(error);
    } finally {
      clearTimeout(late);
    }
  });

function send(c: FrontContext, body: Uint8Array | undefined, told: Told, url: URL): ClientRequest {
  const { incoming } = c.env;
  const { request, agent } = clients[url.protocol as keyof typeof clients];
  const { hostname, port } = url;
  const headers = headersOf(incoming, url.host, told);
  const { method } = c.req;
  if (body !== undefined && (body.length > 0 || !bodyless.has(method)))
    headers.push('Content-Length', `${body.length}`);
  const sent = request({
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    path: incoming.url!,
    method,
    headers,
    agent,
  });
  if (body === undefined) incoming.pipe(sent);
  else sent.end(body);
  return sent;
}

/** Rejects where the service breaks off, or is broken off here, before it has begun to answer. */
function answerTo(sent: ClientRequest): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  // An error behind the answer, such as of a body that nobody wants any more, stands in the answer as well.
  sent.once('response', resolve).on('error', reject);
  return promise;
}

/** Of one connection only, or written anew. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
];
const ofConnection = new Set([...hopByHop, 'te', 'trailer', 'transfer-encoding', 'upgrade']);
const leftOut = new Set([
  ...[...ofConnection, 'expect', 'host', 'content-length', 'accept-encoding', 'x-correlation-id'],
  ...['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'],
]);
const namedIn = ({ headers: { connection } }: IncomingMessage): readonly string[] =>
  connection === undefined ? [] : connection.split(',').map((name) => name.trim().toLowerCase());

/** Name, value, name, value … as they came. */
function headersOf(incoming: IncomingMessage, host: string, told: Told): string[] {
  const named = namedIn(incoming);
  const headers = ['Host', host];
  const { rawHeaders } = incoming;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase();
    if (!leftOut.has(name) && !named.includes(name) && !name.startsWith(':'))
      headers.push(name, rawHeaders[at + 1]!);
  }
  for (const [name, value] of Object.entries(told)) headers.push(name, value);
  return headers;
}

function headersIn(answer: IncomingMessage): Headers {
  const named = namedIn(answer);
  const headers = new Headers();
  const { rawHeaders } = answer;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase();
    if (!ofConnection.has(name) && !named.includes(name)) headers.append(name, rawHeaders[at + 1]!);
  }
  return headers;
}

async function bodyOf(
  answer: IncomingMessage,
  c: FrontContext,
): Promise<Uint8Array<ArrayBuffer> | ReadableStream | null> {
  const { statusCode, headers } = answer;
  if (c.req.method === 'HEAD' || statusCode === 204 || statusCode === 304) {
    answer.resume();
    return null;
  }
  const length = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY);
  return length <= limits.wholeAnswerBytes ? await whole(answer) : streamed(answer, c);
}

function whole(answer: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const chunks: Buffer<ArrayBuffer>[] = [];
  answer.on('data', (chunk) => void chunks.push(chunk)).on('error', reject);
  answer.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
  return promise;
}

/** Where it breaks off, so does the connection to the client: an end would look like the end of the answer. */
function streamed(answer: IncomingMessage, { env: { outgoing } }: FrontContext): ReadableStream {
  const chunks: AsyncIterator<Uint8Array> = answer[Symbol.asyncIterator]();
  const pull = async (controller: ReadableStreamDefaultController) => {
    try {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    } catch {
      if (outgoing instanceof Http2ServerResponse) outgoing.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      else outgoing.destroy();
      controller.close();
    }
  };
  return new ReadableStream({ pull, cancel: () => void answer.destroy() });
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function failure(error: unknown): Error {
  if (error instanceof ClientGoneError) return error;
  const isLate = error instanceof LateError;
  const { message, code = '' } = error as NodeJS.ErrnoException;
  const wasSent = isLate ? error.wasSent : !neverSent.has(code);
  return new UnreachableError(message || code, { wasSent, isLate, cause: error });
}
