/** Readiness of Redis: it answers, and takes writes. Where its clock is not that of this machine, that is said. */
import { clock, isRedisOutage, isWriteRefusal, NotReadyError, type RedisClient } from '@quickmart/streams';
import type { Check } from './health.ts';

/**
 * Asks for a write that never happens, for the key is never there: Redis refuses it as it would any other.
 * @example createApi({ …, ready: { redis: redisCheck(redis, 'order') } })
 */
export const redisCheck =
  (redis: RedisClient, category: string): Check =>
  async () => {
    try {
      await redis.set(`{${category}}:writable`, '', 'XX');
    } catch (error) {
      if (isRedisOutage(error) && !isWriteRefusal(error)) throw error;
      throw new NotReadyError(`Redis takes no writes: ${(error as Error).message}`, { cause: error });
    }
    return { detail: clock.warning };
  };
