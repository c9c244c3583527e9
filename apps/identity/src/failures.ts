/** Wrong passwords, counted for each address, also for one that has no account: what is counted tells nobody who exists. */
import { orOutage, type RedisClient } from '@quickmart/streams';
import { refuse } from './api.ts';
import { keyOf } from './ephemeral.ts';
import { limits } from './limits.ts';

// KEYS 1 count   ARGV 1 in which ms   Returns the count and the ms that are left
const count = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { count, redis.call('PTTL', KEYS[1]) }`;

export class Failures {
  readonly #redis: RedisClient;

  constructor(redis: RedisClient) {
    this.#redis = redis;
  }

  /**
   * Counts a try before it is made: so tries that come at the same time are no more than others. Refuses with
   * too-many-requests. `isLast`: if it fails, no other one is taken for `leftMs`.
   */
  async demandFew(emailIndex: string): Promise<{ isLast: boolean; leftMs: number }> {
    const key = keyOf('failures', emailIndex);
    const counted = await orOutage(this.#redis.eval(count, 1, key, limits.failuresMs));
    const [tries, leftMs] = counted as [number, number];
    if (tries > limits.failuresMax)
      refuse('too-many-requests', 'too many wrong passwords: wait, or log in by a code', {
        retryAfterSeconds: Math.ceil(leftMs / 1000),
      });
    return { isLast: tries === limits.failuresMax, leftMs };
  }

  /** It was no failure, or it is forgiven. */
  async clear(emailIndex: string): Promise<void> {
    await orOutage(this.#redis.del(keyOf('failures', emailIndex)));
  }
}
