/**
 * The answer of a service, as it comes. One of usual size is read whole before it is sent on: one that breaks off is told as
 * a failure, not as half an answer. What is longer streams, and breaks off at the client, too.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { constants, Http2ServerResponse } from 'node:http2';
import type { Dispatcher } from 'undici';
import type { Asked } from './asked.ts';
import { hopByHop } from './hop-by-hop.ts';
import { limits } from './limits.ts';

type Controller = Dispatcher.DispatchController;

/** The client does not wait for its answer any more. */
export class ClientGoneError extends Error {
  override readonly name = 'ClientGoneError';
}

export class Exchange implements Dispatcher.DispatchHandler {
  readonly #asked: Asked;
  readonly #answer = Promise.withResolvers<Response>();
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  #controller?: Controller;
  #begun?: Begun;
  #hasBody = true;
  #stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  #ended?: Error;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Rejects where the service breaks off, or `end` comes, before it is known what to answer. */
  get answer(): Promise<Response> {
    return this.#answer.promise;
  }

  /** The service may have the request. */
  get wasSent(): boolean {
    return this.#controller !== undefined;
  }

  /** Nobody waits any more, before or after the answer has begun. */
  end(reason: Error): void {
    this.#ended ??= reason;
    this.#controller?.abort(reason);
    this.#answer.reject(reason);
  }

  onRequestStart(controller: Controller): void {
    if (this.#ended) controller.abort(this.#ended);
    else this.#controller = controller;
  }

  onResponseStart(controller: Controller, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    const length = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY);
    this.#begun = { status, headers: headersIn(headers, this.#asked.said) };
    this.#hasBody = this.#asked.request.method !== 'HEAD' && status !== 204 && status !== 304;
    if (this.#hasBody && length > limits.wholeAnswerBytes) this.#answerWith(this.#streamed(controller));
  }

  onResponseData(controller: Controller, chunk: Buffer<ArrayBuffer>): void {
    if (this.#stream === undefined) this.#chunks.push(chunk);
    else {
      this.#stream.enqueue(chunk);
      if (this.#stream.desiredSize! <= 0) controller.pause();
    }
  }

  onResponseEnd(): void {
    if (this.#stream !== undefined) this.#stream.close();
    else this.#answerWith(this.#hasBody ? wholeOf(this.#chunks) : null);
  }

  onResponseError(_: Controller, error: Error): void {
    this.#answer.reject(error);
    if (this.#stream === undefined) return;
    this.#breakOff();
    this.#stream.close();
  }

  #answerWith(body: Uint8Array<ArrayBuffer> | ReadableStream | null): void {
    this.#asked.said = {};
    this.#answer.resolve(new Response(body, this.#begun));
  }

  #streamed(controller: Controller): ReadableStream {
    return new ReadableStream<Uint8Array>({
      start: (stream) => {
        this.#stream = stream;
      },
      pull: () => controller.resume(),
      cancel: () => {
        this.#stream = undefined;
        this.end(new ClientGoneError('the client is gone'));
      },
    });
  }

  /** An end would look like the end of the answer. */
  #breakOff(): void {
    const { outgoing } = this.#asked;
    if (outgoing instanceof Http2ServerResponse) outgoing.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    else outgoing.destroy();
  }
}

type Begun = { status: number; headers: Headers | Record<string, string> };

/** The same headers, changed in place. What came several times is one list (RFC 9110, 5.3), but for cookies. `own`: of the gateway itself. */
function headersIn(answered: IncomingHttpHeaders, own: Asked['said']): Begun['headers'] {
  const isHere = hopByHop(answered.connection);
  const { 'set-cookie': cookies } = answered;
  for (const name in answered) {
    const value = answered[name]!;
    if (name === 'set-cookie' || isHere(name)) delete answered[name];
    else if (typeof value !== 'string') answered[name] = value.join(', ');
  }
  for (const name in own) answered[name] ??= own[name];
  const headers = answered as Record<string, string>;
  return cookies === undefined ? headers : withCookies(headers, [cookies].flat());
}

function withCookies(headers: Record<string, string>, cookies: readonly string[]): Headers {
  const all = new Headers(headers);
  for (const cookie of cookies) all.append('Set-Cookie', cookie);
  return all;
}

const wholeOf = (chunks: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> =>
  chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
