/**
 * A small HTTP client that outlives a restart of the service it talks to. Everything that may pass by itself
 * (no connection, a connection that broke, 429, 502, 503, 504, a request with our key still running) is tried again
 * with backoff until the budget is spent; then the service counts as unreachable. Anything else is an answer.
 *
 * Repeating a POST is safe because it carries an Idempotency-Key. Connections are kept alive by Node's fetch.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { SilentServiceFailure } from './failure.ts';

export type Answer = { status: number; body: unknown };

export type HttpOptions = {
  /** How long one request is repeated before it fails. */
  budgetMs: number;
  /** How long one attempt may take. */
  attemptMs?: number;
  signal?: AbortSignal;
  /** Told of every failed attempt. */
  onRetry?: (service: string, cause: string) => void;
};

export type Post = { body: unknown; idempotencyKey: string };
export type StreamedPost = { contentType: string; pieces: () => Iterable<string>; idempotencyKey: string };
type Attempt = { budgetMs?: number; attemptMs?: number };

/** An attempt that failed in a way that may pass. */
class Transient extends Error {
  override readonly name = 'Transient';
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs = 0) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

const TRANSIENT_STATUS = new Set([429, 502, 503, 504]);
const RETRY_AFTER_MAX_MS = 5000;

export class HttpClient {
  readonly service: string;
  readonly base: string;
  readonly #options: HttpOptions;

  constructor(service: string, base: string, options: HttpOptions) {
    this.service = service;
    this.base = base.replace(/\/+$/, '');
    this.#options = options;
  }

  get(path: string, budgetMs?: number): Promise<Answer> {
    return this.#request(path, () => ({}), budgetMs === undefined ? {} : { budgetMs });
  }

  post(path: string, { body, idempotencyKey }: Post): Promise<Answer> {
    const init = () => ({
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify(body),
    });
    return this.#request(path, init);
  }

  /** Sends a body piece by piece. Repeated from the start when the connection breaks. */
  stream(path: string, { contentType, pieces, idempotencyKey }: StreamedPost): Promise<Answer> {
    const init = () => ({
      method: 'POST',
      headers: { 'content-type': contentType, 'idempotency-key': idempotencyKey },
      body: ReadableStream.from(pieces()).pipeThrough(new TextEncoderStream()),
      duplex: 'half' as const,
    });
    return this.#request(path, init, { attemptMs: this.#options.budgetMs });
  }

  async #request(path: string, init: () => RequestInit, overrides: Attempt = {}): Promise<Answer> {
    const { budgetMs, attemptMs = 10_000, signal, onRetry } = { ...this.#options, ...overrides };
    const attempt = () => this.#attempt(path, init(), Math.min(attemptMs, budgetMs));
    try {
      return await pRetry(attempt, {
        retries: Number.POSITIVE_INFINITY,
        maxRetryTime: budgetMs,
        minTimeout: 50,
        maxTimeout: 2000,
        randomize: true,
        ...(signal && { signal }),
        shouldRetry: ({ error }) => error instanceof Transient,
        onFailedAttempt: async ({ error }) => {
          onRetry?.(this.service, error.message);
          if (error instanceof Transient && error.retryAfterMs > 0)
            await sleep(error.retryAfterMs, undefined, signal ? { signal } : {});
        },
      });
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      throw new SilentServiceFailure(this.service, this.base, budgetMs, error.message);
    }
  }

  async #attempt(path: string, init: RequestInit, attemptMs: number): Promise<Answer> {
    const timeout = AbortSignal.timeout(attemptMs);
    const signal = this.#options.signal ? AbortSignal.any([timeout, this.#options.signal]) : timeout;
    try {
      const response = await fetch(this.base + path, { ...init, signal });
      const answer = { status: response.status, body: readBody(await response.text()) };
      if (isTransient(answer)) throw new Transient(describe(answer), retryAfterMs(response));
      return answer;
    } catch (error) {
      if (error instanceof Transient || this.#options.signal?.aborted) throw error;
      throw new Transient(networkCause(error));
    }
  }
}

/** The problem's code and detail, or the status alone. */
export function describe({ status, body }: Answer): string {
  const { code, detail } = (typeof body === 'object' ? (body ?? {}) : {}) as Record<string, unknown>;
  return [String(status), code, detail].filter((part) => typeof part === 'string').join(' ');
}

/** The `code` of an RFC 9457 problem, or `http-<status>`. */
export function problemCode({ status, body }: Answer): string {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' ? code : `http-${status}`;
}

function isTransient(answer: Answer): boolean {
  if (TRANSIENT_STATUS.has(answer.status)) return true;
  return answer.status === 409 && problemCode(answer) === 'request-in-progress';
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, RETRY_AFTER_MAX_MS) : 0;
}

/** JSON where it is JSON; else the text, e.g. NDJSON. */
function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function networkCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name === 'TimeoutError' ? 'no answer' : error.message;
}
