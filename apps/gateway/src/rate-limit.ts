/**
 * How often who may ask: counted in Redis, so that all instances of the gateway count together. A request counts for who
 * its verified token names, or for its address where there is none.
 *
 * An instance takes a twentieth of what somebody may at a time, and gives it out from memory: a round trip to Redis for each
 * request would cost more than all else that is done with it. What is taken is counted, so nobody gets more than they may;
 * somebody whose requests are spread over instances may get a twentieth less of each.
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
/** At once, but where Redis has to be asked for the next share. */
export type RateLimit = (counted: Counted) => Verdict | Promise<Verdict>;

export function rateLimit(redis: RedisClient, quotas: Quotas, logger: Logger): RateLimit {
  const kinds = Object.keys(quotas) as Kind[];
  const shares = new Map(kinds.map((kind) => [kind, new Shares(limiterOf(redis, kind, quotas[kind]))]));
  const verdictOf = (
    { kind, id }: Counted,
    { isAllowed, isFirst, remaining, msBeforeNext }: Taken,
  ): Verdict => {
    // Once per instance, subject and window: a flood of requests must not become one of lines.
    if (isFirst) logger.warn({ kind, id, requests: quotas[kind] }, 'requests are refused');
    return { isAllowed, headers: headersOf(kind, quotas[kind], remaining, msBeforeNext) };
  };
  return (counted) => {
    const of = shares.get(counted.kind)!;
    const taken = of.take(counted.id);
    return taken ? verdictOf(counted, taken) : of.wait(counted.id).then((later) => verdictOf(counted, later));
  };
}

/** What is over its limit is refused from memory for the rest of the window: a flood costs Redis nothing. */
const limiterOf = (redis: RedisClient, kind: Kind, points: number): RateLimiterRedis =>
  new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `{gateway}:ephemeral:limit:${kind}`,
    points,
    duration: limits.windowSeconds,
    inMemoryBlockOnConsumed: points + 1,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({ points, duration: limits.windowSeconds }),
  });

/** Requests that this instance may let through until `endsAt` (of `performance.now`); `beside`: what nobody has taken yet. */
type Share = { left: number; beside: number; endsAt: number };
type Taken = { isAllowed: boolean; isFirst: boolean; remaining: number; msBeforeNext: number };

class Shares {
  readonly #limiter: RateLimiterRedis;
  readonly #portion: number;
  readonly #shares = new Map<string, Share>();
  readonly #asking = new Map<string, Promise<Taken | undefined>>();

  constructor(limiter: RateLimiterRedis) {
    this.#limiter = limiter;
    this.#portion = portionOf(limiter.points);
  }

  /** From the share that is here; undefined where there is none left: {@link wait} for the next one. */
  take(id: string): Taken | undefined {
    const share = this.#shares.get(id);
    const now = performance.now();
    if (share === undefined || share.left === 0 || share.endsAt <= now) return undefined;
    share.left--;
    const remaining = share.left + share.beside;
    return { isAllowed: true, isFirst: false, remaining, msBeforeNext: share.endsAt - now };
  }

  async wait(id: string): Promise<Taken> {
    for (;;) {
      const taken = (await (this.#asking.get(id) ?? this.#ask(id))) ?? this.take(id);
      if (taken !== undefined) return taken;
    }
  }

  /** The next share, for all who wait for it; or the refusal, which only the first of them tells about. */
  #ask(id: string): Promise<Taken | undefined> {
    const asking = this.#next(id).finally(() => this.#asking.delete(id));
    this.#asking.set(
      id,
      asking.then((refused) => refused && { ...refused, isFirst: false }),
    );
    return asking;
  }

  async #next(id: string): Promise<Taken | undefined> {
    try {
      const { remainingPoints, msBeforeNext } = await this.#limiter.consume(id, this.#portion);
      this.#shares.delete(id);
      if (this.#shares.size >= limits.sharesMax) this.#shares.delete(this.#shares.keys().next().value!);
      const endsAt = performance.now() + msBeforeNext;
      this.#shares.set(id, { left: this.#portion, beside: remainingPoints, endsAt });
      return undefined;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const isFirst = refused.consumedPoints === this.#limiter.points + this.#portion;
      return { isAllowed: false, isFirst, remaining: 0, msBeforeNext: refused.msBeforeNext };
    }
  }
}

/** A twentieth, or less where that would leave a rest that nobody could take. */
function portionOf(quota: number): number {
  let portion = Math.max(1, Math.floor(quota / limits.shareParts));
  while (quota % portion !== 0) portion--;
  return portion;
}

/** As draft-ietf-httpapi-ratelimit-headers has them; in small letters, so that what a service says of itself takes their place. */
function headersOf(kind: Kind, quota: number, remaining: number, msBeforeNext: number) {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return {
    'ratelimit-policy': `"${kind}";q=${quota};w=${limits.windowSeconds}`,
    ratelimit: `"${kind}";r=${remaining};t=${seconds}`,
    ...(remaining === 0 && { 'retry-after': `${seconds}` }),
  };
}
