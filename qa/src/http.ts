/**
 * The typed client as the tools use it: it outlives a restart of the service it talks to. What may pass by itself is tried
 * again until the budget is spent (packages/client); then the service counts as unreachable. Everything else is an answer.
 */
import { mayPass, persistent, type Send, type ShopClient } from '@quickmart/client';
import { SilentServiceFailure } from './failure.ts';
import { call, clientOf } from './openapi/client.ts';

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

const ATTEMPT_MS = 10_000;
const ALIVE_MS = 5000;

export const persistentClient = (service: string, base: string, options: HttpOptions): ShopClient =>
  clientOf(base, persistentFetch(service, base, options));

function persistentFetch(service: string, base: string, options: HttpOptions): Send {
  const { budgetMs, attemptMs = Math.min(ATTEMPT_MS, budgetMs), onRetry, signal } = options;
  const told = async (cause: Response | Error) => onRetry?.(service, await causeOf(cause));
  const send = persistent(call, { budgetMs, attemptMs, ...(signal && { signal }), onRetry: told });
  return async (request) => {
    const outcome = await send(request).catch((error: Error) => error);
    if (signal?.aborted) throw signal.reason;
    if (outcome instanceof Response && !(await mayPass(outcome))) return outcome;
    throw new SilentServiceFailure(service, base, budgetMs, await causeOf(outcome));
  };
}

/** Throws a {@link SilentServiceFailure} where the service does not answer in time, however long requests may take. */
export async function assertAlive(service: string, base: string, options: HttpOptions): Promise<void> {
  const budgetMs = Math.min(ALIVE_MS, options.budgetMs);
  const get = persistentFetch(service, base, { ...options, budgetMs });
  const { ok, status } = await get(new Request(new URL('/livez', base)));
  if (!ok) throw new SilentServiceFailure(service, base, 0, `/livez says ${status}`);
}

/** So many values go into one filter of a list. */
export const filterMax = 100;

export const chunksOf = (values: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(values.length / filterMax) }, (_, n) =>
    values.slice(n * filterMax, (n + 1) * filterMax),
  );

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

async function causeOf(outcome: Response | Error): Promise<string> {
  if (!(outcome instanceof Response)) return networkCause(outcome);
  return describe({ response: outcome, error: readBody(await outcome.text()) });
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
