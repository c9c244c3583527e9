/**
 * A fetch that outlives a restart of the service it talks to, for the typed client (openapi/client.ts). Failures that may
 * pass by themselves (no connection, a broken one, 429, 502, 503, 504, a request with our key that still runs) are tried
 * again with backoff until the budget is spent; then the service counts as unreachable. Everything else is an answer.
 *
 * Repeating a POST is safe because it carries an Idempotency-Key. Connections are kept alive by Node's fetch.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { SilentServiceFailure } from './failure.ts';
import { call, clientOf, type ServiceName } from './openapi/client.ts';

/** What the typed client gives back, as far as it is no success. */
export type Answer = { response: Response; error?: unknown };

export type HttpOptions = {
  /** How long one request is repeated before it fails. */
  budgetMs: number;
  /** How long one attempt may take. */
  attemptMs?: number;
  signal?: AbortSignal;
  /** Told of every failed attempt. */
  onRetry?: (service: string, cause: string) => void;
};

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
const ATTEMPT_MS = 10_000;
const ALIVE_MS = 5000;

export const persistentClient = <Name extends ServiceName>(name: Name, base: string, options: HttpOptions) =>
  clientOf(name, base, persistentFetch(name, base, options));

export function persistentFetch(service: string, base: string, options: HttpOptions) {
  const { budgetMs, signal, onRetry } = options;
  return async (request: Request): Promise<Response> => {
    const { url, method, headers } = request;
    const body = request.body === null ? null : await request.text();
    try {
      return await pRetry(() => attempt(url, { method, headers, body }, options), {
        retries: Number.POSITIVE_INFINITY,
        maxRetryTime: budgetMs,
        minTimeout: 50,
        maxTimeout: 2000,
        randomize: true,
        ...(signal && { signal }),
        shouldRetry: ({ error }) => error instanceof Transient,
        onFailedAttempt: async ({ error }) => {
          onRetry?.(service, error.message);
          if (error instanceof Transient && error.retryAfterMs > 0)
            await sleep(error.retryAfterMs, undefined, signal ? { signal } : {});
        },
      });
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      throw new SilentServiceFailure(service, base, budgetMs, error.message);
    }
  };
}

/** Throws a {@link SilentServiceFailure} where the service does not answer in time, however long requests may take. */
export async function assertAlive(service: string, base: string, options: HttpOptions): Promise<void> {
  const budgetMs = Math.min(ALIVE_MS, options.budgetMs);
  const get = persistentFetch(service, base, { ...options, budgetMs });
  const { ok, status } = await get(new Request(new URL('/livez', base)));
  if (!ok) throw new SilentServiceFailure(service, base, 0, `/livez says ${status}`);
}

/** With its whole body, which may break off, too. */
async function attempt(url: string, init: RequestInit, options: HttpOptions) {
  const { budgetMs, attemptMs = ATTEMPT_MS, signal: outer } = options;
  const timeout = AbortSignal.timeout(Math.min(attemptMs, budgetMs));
  const signal = outer ? AbortSignal.any([timeout, outer]) : timeout;
  try {
    const response = await call(url, { ...init, signal });
    const text = await response.text();
    const answer = { response, error: readBody(text) };
    if (isTransient(answer)) throw new Transient(describe(answer), retryAfterMs(response));
    const { status, headers } = response;
    return new Response(text === '' ? null : text, { status, headers });
  } catch (error) {
    if (error instanceof Transient || outer?.aborted) throw error;
    throw new Transient(networkCause(error));
  }
}

/** The problem's code and detail, or the status alone. */
export function describe({ response, error }: Answer): string {
  const { code, detail } = (typeof error === 'object' ? (error ?? {}) : {}) as Record<string, unknown>;
  return [String(response.status), code, detail].filter((part) => typeof part === 'string').join(' ');
}

/** The `code` of an RFC 9457 problem, or `http-<status>`. */
export function problemCode({ response, error }: Answer): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : `http-${response.status}`;
}

function isTransient(answer: Answer): boolean {
  const { status } = answer.response;
  return TRANSIENT_STATUS.has(status) || (status === 409 && problemCode(answer) === 'request-in-progress');
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
