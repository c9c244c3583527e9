/**
 * The one place where a thrown error becomes an answer: RFC 9457 problem+json with a stable code.
 * What is not listed here is a defect: 500 outside, and the stack in the log.
 */
import {
  AppendTooLargeError,
  ClaimTakenError,
  IdempotencyKeyReusedError,
  isRedisOutage,
  LogBlockedError,
  LogDamagedError,
  LogReplacedError,
  NotReplicatedError,
  OutageError,
  StaleVersionError,
  VersionConflictError,
} from '@quickmart/streams';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { reasonOf } from '../process/reason.ts';
import type { ServiceEnv } from './context.ts';
import { type KernelCode, kernelProblems, type Problems, Refusal, type RefusalMembers } from './problems.ts';

export type Outcome = { code: string; detail: string | undefined; members: RefusalMembers };
const outcome = (code: KernelCode, detail?: string, members: RefusalMembers = {}): Outcome => ({
  code,
  detail,
  members,
});

/**
 * Any thrown value → what the caller is told. The order is from the most specific to the least. `problems` are those of
 * the service; a code that is not among them is a defect.
 */
export function outcomeOf(error: unknown, problems: Problems): Outcome {
  if (error instanceof Refusal) {
    const { code, message: detail, members } = error;
    return isKnown(code, problems) ? { code, detail, members } : outcome('internal-error');
  }
  // The claim `sku` maps to `sku-taken`.
  if (error instanceof ClaimTakenError)
    return outcomeOf(new Refusal(`${error.claimName}-taken`, error.message), problems);
  if (error instanceof StaleVersionError) return outcome('version-stale', error.message);
  if (error instanceof IdempotencyKeyReusedError) return outcome('idempotency-key-reused');
  if (error instanceof Error && error.name === 'BadCursorError')
    return outcome('malformed-request', error.message);
  if (error instanceof AppendTooLargeError) return outcome('body-too-large', error.message);
  if (error instanceof VersionConflictError) {
    return outcome('unavailable', 'too many changes at once; nothing was written', { retryAfterSeconds: 1 });
  }
  if (error instanceof LogDamagedError) return outcome('log-damaged', damaged);
  if (error instanceof LogReplacedError) return outcome('log-replaced', replaced, { retryAfterSeconds: 30 });
  if (error instanceof LogBlockedError) return outcome('log-blocked', blocked, { retryAfterSeconds: 30 });
  if (error instanceof NotReplicatedError)
    return outcome('not-replicated', notReplicated, { retryAfterSeconds: 1 });
  if (error instanceof OutageError || isRedisOutage(error)) {
    return outcome('unavailable', 'a dependency is down; try again', { retryAfterSeconds: 2 });
  }
  if (error instanceof HTTPException)
    return outcome(codeOfStatus[error.status] ?? 'internal-error', plainly[error.message] ?? error.message);
  return outcome('internal-error');
}

// Which entry it is stands in the log of the service: it is for those who can repair it.
const damaged = 'nothing was written; it does not help to try again before the log is restored';
const blocked = 'nothing was written; try again when the log is repaired';

const notReplicated =
  'what was asked for is written, but not on enough replicas; the same Idempotency-Key gives the answer when it is';
const replaced = 'nothing was written; try again when the log is restored, or the read models are built anew';

/** What hono and its validators throw themselves. */
const codeOfStatus: Readonly<Record<number, KernelCode>> = {
  400: 'malformed-request',
  404: 'not-found',
  413: 'body-too-large',
  415: 'media-type-unsupported',
};

/** Any other body that is no JSON is refused before hono sees it. */
const plainly: Readonly<Record<string, string>> = {
  'Malformed JSON in request body': 'the body is empty; send JSON',
};

const isKnown = (code: string, problems: Problems): boolean =>
  Object.hasOwn(problems, code) || Object.hasOwn(kernelProblems, code);

/** Answers with a problem. `instance` is the path, `traceId` the correlation id of the log lines. */
export function problemResponse(c: Context<ServiceEnv>, { code, detail, members }: Outcome): Response {
  const [status, title] = c.get('problems')[code] ?? kernelProblems['internal-error'];
  const { retryAfterSeconds, challenge, ...extensions } = members;
  const body = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(detail ? { detail } : {}),
    instance: c.req.path,
    traceId: c.get('request')?.correlationId ?? '',
    ...extensions,
  };
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  };
  const wait = retryAfterSeconds ?? (status === 503 || status === 429 ? 1 : undefined);
  if (wait !== undefined) headers['Retry-After'] = String(wait);
  if (challenge !== undefined || status === 401)
    headers['WWW-Authenticate'] = challenge ?? 'Bearer realm="quickmart"';
  const response = c.body(JSON.stringify(body), status as ContentfulStatusCode, headers);
  // A list may have said so before it found the fault: a problem shows no data that could be stale.
  response.headers.delete('Read-Model-Stale');
  return response;
}

/** What needs a person: `pnpm qa verify` says where and what. */
const ofLog = new Set(['log-damaged', 'log-blocked', 'log-replaced']);

/** Hono's error handler. */
export const onError =
  (logger: Logger) =>
  (error: unknown, c: Context<ServiceEnv>): Response => {
    const answer = outcomeOf(error, c.get('problems'));
    const fields = { correlationId: c.get('request')?.correlationId, method: c.req.method, path: c.req.path };
    if (answer.code === 'internal-error') logger.error({ ...fields, err: error }, 'a request failed');
    else if (ofLog.has(answer.code)) logger.error({ ...fields, reason: reasonOf(error) }, answer.code);
    else if (answer.code === 'unavailable' || answer.code === 'not-replicated')
      logger.warn({ ...fields, reason: reasonOf(error) }, answer.code);
    return problemResponse(c, answer);
  };

/**
 * A refusal that stands whatever happens later: only that one is kept, and the same Idempotency-Key gives it again. What
 * may be granted another time (stock arrives, a product is created) is decided anew: nothing was written, so a repeat
 * cannot do it twice.
 */
export function isKept(error: unknown, problems: Problems): boolean {
  // A version that is still to come will be the current one.
  if (error instanceof StaleVersionError) return error.expected < error.actual;
  const [, , options] = problems[outcomeOf(error, problems).code] ?? [];
  return options?.isFinal === true;
}
