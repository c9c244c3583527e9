/** Readiness of the log that a service writes: it is the one that it knows, and takes events in every partition. */
import { assertWritable, type EventLog, LogBlockedError, NotReadyError } from '@quickmart/streams';
import type { Check } from '../process/watched.ts';
import { onConnection } from './connection-reason.ts';

/** @example createApi({ …, ready: { log: logCheck(store.log, 'order') } }) */
export const logCheck = (log: EventLog, category: string): Check =>
  onConnection(log.redis, async () => {
    await log.assertSameLog();
    try {
      await assertWritable(log.redis, category);
    } catch (error) {
      if (!(error instanceof LogBlockedError)) throw error;
      throw new NotReadyError(`${error.message}. \`pnpm qa heal ${category}\` goes on after it`, {
        cause: error,
      });
    }
  });
