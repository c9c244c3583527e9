/**
 * How often who may ask: counted in Redis, so that all instances of the gateway count together. A request counts for who
 * its verified token names, or for its address where there is none.
 *
 * Where Redis is away the shop stays open: each instance then counts for itself, with the same numbers.
 */
import type { RedisClient } from '@quickmart/streams';
import type { Logger } from 'pino';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { limits } from './limits.ts';

export type Kind = 'address' | 'subject' | 'client';
/** Whose limit it is: `{ kind: 'subject', id: '019a…' }`. */
export type Counted = { kind: Kind; id: string };
/** By kind: requests in {@link limits.windowSeconds}. */
export type Quotas = Readonly<Record<Kind, number>>;
export type Verdict = { isAllowed: boolean; headers: Record<string, string> };
export type RateLimit = (counted: Counted) => Promise<Verdict>;

export function rateLimit(redis: RedisClient, quotas: Quotas, logger: Logger): RateLimit {
  const kinds = Object.keys(quotas) as Kind[];
  const limiters = new Map(kinds.map((kind) => [kind, limiterOf(redis, kind, quotas[kind])]));
  return async ({ kind, id }) => {
    const answer = await consume(limiters.get(kind)!, id);
    const { isAllowed, remainingPoints, msBeforeNext } = answer;
    // Once per instance, subject and window: a flood of requests must not become one of lines.
    if (!isAllowed && answer.consumedPoints === quotas[kind] + 1)
      logger.warn({ kind, id, requests: quotas[kind] }, 'requests are refused');
    return { isAllowed, headers: headersOf(kind, quotas[kind], remainingPoints, msBeforeNext) };
  };
}

/** What is over its limit is refused from memory for the rest of the window: a flood costs Redis nothing. */
const limiterOf = (redis: RedisClient, kind: Kind, points: number): RateLimiterRedis =>
  new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `gateway:limit:${kind}`,
    points,
    duration: limits.windowSeconds,
    inMemoryBlockOnConsumed: points + 1,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({ points, duration: limits.windowSeconds }),
  });

async function consume(limiter: RateLimiterRedis, id: string) {
  try {
    const { remainingPoints, msBeforeNext, consumedPoints } = await limiter.consume(id);
    return { isAllowed: true, remainingPoints, msBeforeNext, consumedPoints };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const { msBeforeNext, consumedPoints } = refused;
    return { isAllowed: false, remainingPoints: 0, msBeforeNext, consumedPoints };
  }
}

/** As draft-ietf-httpapi-ratelimit-headers has them. */
function headersOf(kind: Kind, quota: number, remaining: number, msBeforeNext: number) {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return {
    'RateLimit-Policy': `"${kind}";q=${quota};w=${limits.windowSeconds}`,
    RateLimit: `"${kind}";r=${remaining};t=${seconds}`,
    ...(remaining === 0 && { 'Retry-After': `${seconds}` }),
  };
}
