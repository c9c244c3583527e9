/** Readiness of the log that a service writes: it takes events, in every partition. */
import { assertWritable, LogBlockedError, NotReadyError, type RedisClient } from '@quickmart/streams';
import type { Check } from './health.ts';

/** @example createApi({ …, ready: { log: logCheck(redis, 'order') } }) */
export const logCheck =
  (redis: RedisClient, category: string): Check =>
  async () => {
    try {
      await assertWritable(redis, category);
    } catch (error) {
      if (!(error instanceof LogBlockedError)) throw error;
      throw new NotReadyError(`${error.message}. \`pnpm qa heal ${category}\` goes on after it`, {
        cause: error,
      });
    }
  };
