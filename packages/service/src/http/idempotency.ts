/**
 * Idempotency-Key: the same key and body give the first answer again, whatever became of the connection.
 *
 * A success is committed by the store in the same script as its events (see respond.ts). A refusal writes no
 * events: one that stands whatever happens later (`isKept` in errors.ts) is stored here, after it, any other is decided
 * anew. So is the answer of a route that appended nothing under its key. While a
 * request runs, a marker of 5 s (it ends with a crashed process) makes a second one with the same key wait outside;
 * correctness does not rest on it: two requests that both get through meet at the idempotency key, and whoever ends later
 * answers what the first one did.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type EventStore, type IdempotencyRecord, orOutage, type RedisClient } from '@quickmart/streams';
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { actorOf } from '../auth/caller.ts';
import { requestLimits } from '../process/limits.ts';
import { reasonOf } from '../process/reason.ts';
import type { ServiceContext, ServiceEnv } from './context.ts';
import { isKept } from './errors.ts';
import { refuse } from './problems.ts';

/** What is kept of an answer. Headers are those that belong to the outcome, not to the transport. */
export type Reply = { status: number; headers: Record<string, string>; body: unknown };

export type IdempotencyOptions = {
  store: Pick<EventStore, 'findRecord' | 'storeRecord'>;
  redis: RedisClient;
  category: string;
  logger: Logger;
};

const runningMs = 5_000;
const printable = new RegExp(`^[\\x20-\\x7e]{1,${requestLimits.idempotencyKeyLength}}$`);
const outcomeHeaders = ['Content-Type', 'ETag', 'Location', 'Retry-After'];
// KEYS 1 marker   ARGV 1 token of its owner
const release = "return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0";

const digest = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
};

/** The idempotency key of a keyed request. `part`: of something inside it, such as one line of an import. */
export const idempotencyKeyOf = (method: string, path: string, key: string, part = ''): string =>
  digest(JSON.stringify([method, path, key, part]));

/** The key of a request, undefined where it sends none. Refuses one that is empty, too long or not printable. */
export function keyOfRequest(c: ServiceContext): string | undefined {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined) return undefined;
  if (printable.test(key)) return ofCaller(c, key);
  return refuse(
    'malformed-request',
    `Idempotency-Key is 1 to ${requestLimits.idempotencyKeyLength} printable characters`,
  );
}

/** What the request holds, or is answered with, is secret: nothing of it is kept, and a repeat is decided anew. */
export const keepNoAnswer = (c: ServiceContext): void => {
  c.get('request').idempotency = undefined;
};

/** Two callers with the same key have nothing in common: neither may get the other's answer. */
function ofCaller(c: ServiceContext, key: string): string {
  const caller = c.get('caller');
  return caller.kind === 'off' ? key : `${actorOf(caller)} ${key}`;
}

/** For every POST with a key, except routes that stream their body and take the key line by line. */
export const idempotency =
  (options: IdempotencyOptions, isStreamed: (path: string) => boolean): MiddlewareHandler<ServiceEnv> =>
  async (c, next) => {
    if (c.req.method !== 'POST' || isStreamed(c.req.path)) return next();
    const key = keyOfRequest(c);
    if (key === undefined) return next();
    const request = c.get('request');
    const idempotencyKey = idempotencyKeyOf(c.req.method, c.req.path, key);
    const fingerprint = digest(request.rawBody);
    const running = await start(options, idempotencyKey);
    try {
      const first = await options.store.findRecord(options.category, idempotencyKey);
      if (first) return replay(c, first, fingerprint);
      if (!running) refuse('request-in-progress', 'the first request with this key has not ended');
      request.idempotency = { idempotencyKey, fingerprint, kept: false };
      await next();
      await keep(options, c);
    } finally {
      await running?.end();
    }
  };

/** Marks the request as running; undefined where another one is. */
async function start({ redis, category, logger }: IdempotencyOptions, idempotencyKey: string) {
  const marker = `{${category}}:running:${idempotencyKey}`;
  const token = randomUUID();
  const set = await orOutage(redis.set(marker, token, 'PX', runningMs, 'NX'));
  if (set === null) return undefined;
  const end = async () => {
    // Left behind, it ends by itself.
    await redis
      .eval(release, 1, marker, token)
      .catch((error) => logger.warn({ reason: reasonOf(error) }, 'marker left'));
  };
  return { end };
}

function replay(
  c: ServiceContext,
  first: IdempotencyRecord & { position?: string | undefined },
  fingerprint: string,
) {
  if (first.fingerprint !== fingerprint)
    refuse('idempotency-key-reused', 'the first request had another body');
  return replyResponse(c, first.reply as Reply, first.position, true);
}

/** An answer as JSON. `position` is known only after the append, so it stands beside what was kept with it. */
export function replyResponse(
  c: ServiceContext,
  { status, headers, body }: Reply,
  position: string | undefined,
  replayed: boolean,
): Response {
  const all: Record<string, string> = { 'Content-Type': 'application/json', ...headers };
  if (position !== undefined && status < 300) all['Event-Position'] = position;
  if (replayed) all['Idempotency-Replayed'] = 'true';
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, all);
}

/**
 * Keeps what the append did not: a refusal that stands, or the answer of a route that appended nothing under its key.
 * Where another request with the key has ended meanwhile, its answer is the one: what was refused here may be its own
 * doing.
 */
async function keep(options: IdempotencyOptions, c: ServiceContext): Promise<void> {
  const { idempotency } = c.get('request');
  if (idempotency === undefined || idempotency.kept) return;
  if (!c.res.headers.get('Content-Type')?.includes('json')) return;
  const isStanding = c.error ? isKept(c.error, c.get('problems')) : c.res.ok;
  const isFirst = isStanding ? await stored(options, c, idempotency) : c.res.status >= 500;
  if (isFirst) return;
  const first = await options.store.findRecord(options.category, idempotency.idempotencyKey);
  if (first === undefined) return;
  c.res = undefined; // else its headers would stay
  c.res = replay(c, first, idempotency.fingerprint);
}

type Keyed = { idempotencyKey: string; fingerprint: string };

/** False where another request was first. */
async function stored(
  { store, category, logger }: IdempotencyOptions,
  c: ServiceContext,
  { idempotencyKey, fingerprint }: Keyed,
): Promise<boolean> {
  const headers: Record<string, string> = {};
  for (const name of outcomeHeaders) {
    const value = c.res.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const reply: Reply = { status: c.res.status, headers, body: await c.res.clone().json() };
  try {
    return await store.storeRecord(category, idempotencyKey, { fingerprint, reply });
  } catch (error) {
    // The answer stands; only its repeat would be decided anew.
    logger.warn({ reason: reasonOf(error) }, 'an answer could not be kept');
    return true;
  }
}
