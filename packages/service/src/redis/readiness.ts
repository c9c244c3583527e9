/**
 * Readiness of Redis: it answers, takes writes, and lets us do what is needed. Where its clock is not that of this
 * machine, that is said.
 */
import {
  clock,
  isRedisOutage,
  isWriteRefusal,
  missingRights,
  NotReadyError,
  type RedisClient,
  type Replication,
} from '@quickmart/streams';
import type { Check } from '../process/watched.ts';
import { onConnection } from './connection-reason.ts';
import { assertReplicas } from './replication.ts';

/**
 * Asks for writes that never happen, for the keys are never there: Redis refuses them as it would any other.
 * @example createApi({ …, ready: { redis: redisCheck(redis, ['order', 'product']) } })
 */
export const redisCheck = (
  redis: RedisClient,
  categories: readonly string[],
  replication?: Replication,
): Check =>
  onConnection(redis, async () => {
    const missing = await missingRights(redis, categories);
    if (missing.length > 0) throw new NotReadyError(`the user lacks rights in Redis: ${missing.join(' ')}`);
    try {
      // Categories may be on different masters.
      await Promise.all(categories.map((category) => redis.set(`{${category}}:writable`, '', 'XX')));
    } catch (error) {
      if (isRedisOutage(error) && !isWriteRefusal(error)) throw error;
      throw new NotReadyError(`Redis takes no writes: ${(error as Error).message}`, { cause: error });
    }
    if (replication) await assertReplicas(redis, replication);
    return { detail: clock.warning };
  });
