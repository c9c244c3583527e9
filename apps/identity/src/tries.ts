/** Counts of what may be done a few times in a while. Each ends by itself. */
import { orOutage, type RedisClient } from '@quickmart/streams';
import { refuse } from './api.ts';
import { keyOf } from './ephemeral.ts';

// KEYS 1 count   ARGV 1 in which ms   Returns the count and the ms that are left
const count = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { count, redis.call('PTTL', KEYS[1]) }`;

// KEYS 1 count
const giveBack = `if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('DECR', KEYS[1]) end`;

export type TryLimit = { kind: string; max: number; inMs: number; refusal: string };

type Counted = { isLast: boolean; leftMs: number };

export class Tries {
  readonly #redis: RedisClient;
  readonly #limit: TryLimit;

  constructor(redis: RedisClient, limit: TryLimit) {
    this.#redis = redis;
    this.#limit = limit;
  }

  /**
   * Counts a try before it is made: so tries that come at the same time are no more than others. One that ends in an error was
   * none, so an outage locks nobody out. Refuses with too-many-requests. `isLast`: no other one is taken for `leftMs`.
   */
  async attempt<Result>(id: string, work: () => Promise<Result>): Promise<Counted & { result: Result }> {
    const counted = await this.#demandFew(id);
    try {
      return { ...counted, result: await work() };
    } catch (error) {
      // Beside the answer: where this fails, too, one try more is counted.
      orOutage(this.#redis.eval(giveBack, 1, keyOf(this.#limit.kind, id))).catch(() => undefined);
      throw error;
    }
  }

  /** They are forgiven. */
  async clear(id: string): Promise<void> {
    await orOutage(this.#redis.del(keyOf(this.#limit.kind, id)));
  }

  async #demandFew(id: string): Promise<Counted> {
    const { kind, max, inMs, refusal } = this.#limit;
    const counted = await orOutage(this.#redis.eval(count, 1, keyOf(kind, id), inMs));
    const [tries, leftMs] = counted as [number, number];
    if (tries > max) refuse('too-many-requests', refusal, { retryAfterSeconds: Math.ceil(leftMs / 1000) });
    return { isLast: tries === max, leftMs };
  }
}
