/**
 * Asks again where that helps by itself: 429, 503 and a request with the same Idempotency-Key that still runs, after the
 * time that `Retry-After` says; a connection that broke, 502 and 504. Everything else is an answer. A repeat is safe: every
 * POST carries an Idempotency-Key. A PUT, PATCH or DELETE whose answer was lost may be told 412 the second time: it was done.
 */
import { held, type Send } from './held.ts';

export type RetryOptions = {
  /** How long a request is repeated before its last answer, or failure, counts. */
  budgetMs?: number;
  /** How long one attempt may take. */
  attemptMs?: number;
  signal?: AbortSignal;
  /** Told of every failed attempt. */
  onRetry?: (cause: Response | Error) => void;
};

const defaults = { budgetMs: 30_000, attemptMs: 35_000 };
const pauseMs = { first: 50, max: 2_000 };

type Attempt = { response: Response } | { error: unknown };

export function persistent(send: Send, options: RetryOptions = {}): Send {
  const { budgetMs, attemptMs, signal, onRetry } = { ...defaults, ...options };
  const sendHeld = held(send);
  return held(async (request) => {
    const copy = await repeatable(request);
    const signals = signal ? [request.signal, signal] : [request.signal];
    const isAborted = () => signals.some(({ aborted }) => aborted);
    const deadline = performance.now() + budgetMs;
    for (let attempt = 1; ; attempt++) {
      const made = await tryOnce(sendHeld, copy(), [...signals, AbortSignal.timeout(attemptMs)]);
      const waitMs = await waitOf(made, attempt);
      if (waitMs === undefined || performance.now() + waitMs > deadline || isAborted()) return outcome(made);
      onRetry?.('response' in made ? made.response.clone() : (made.error as Error));
      await sleep(waitMs, AbortSignal.any(signals));
    }
  });
}

/** Makes the same request any number of times: its body is read whole, so what is larger than memory is sent with `retry: false`. */
async function repeatable(request: Request): Promise<() => Request> {
  const { url, method, headers } = request;
  if (method === 'GET' || method === 'HEAD') return () => new Request(url, { method, headers });
  const bytes = await request.arrayBuffer();
  return () => new Request(url, { method, headers, body: bytes.byteLength > 0 ? bytes : null });
}

async function tryOnce(send: Send, request: Request, signals: AbortSignal[]): Promise<Attempt> {
  try {
    const answer = await send(new Request(request, { signal: AbortSignal.any(signals) }));
    // With its whole body, which may break off, too.
    const bytes = await answer.arrayBuffer();
    const { status, statusText, headers } = answer;
    const body = bytes.byteLength > 0 ? bytes : null;
    return { response: new Response(body, { status, statusText, headers }) };
  } catch (error) {
    return { error };
  }
}

/** Undefined: it counts. */
async function waitOf(made: Attempt, attempt: number): Promise<number | undefined> {
  const backoff = Math.min(pauseMs.first * 2 ** (attempt - 1), pauseMs.max) * (0.5 + Math.random() / 2);
  if ('error' in made) return backoff;
  const { response } = made;
  return (await mayPass(response)) ? Math.max(backoff, toldMs(response)) : undefined;
}

/** What `Retry-After` says: seconds, or a date, as proxies say it. */
function toldMs({ headers }: Response): number {
  const told = headers.get('Retry-After') ?? '';
  const ms = /^\d+$/.test(told) ? Number(told) * 1000 : Date.parse(told) - Date.now();
  return Number.isNaN(ms) ? 0 : ms;
}

/** An answer that may be another one soon. */
export const mayPass = async (response: Response): Promise<boolean> =>
  [429, 502, 503, 504].includes(response.status) ||
  (response.status === 409 && (await codeOf(response)) === 'request-in-progress');

async function codeOf(response: Response): Promise<string | undefined> {
  const body = (await response
    .clone()
    .json()
    .catch(() => undefined)) as { code?: string } | undefined;
  return body?.code;
}

function outcome(made: Attempt): Response {
  if ('error' in made) throw made.error;
  return made.response;
}

/** Also until the signal, if that comes first. */
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
