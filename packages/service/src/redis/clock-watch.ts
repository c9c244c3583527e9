/** Says where the clock of this machine is not that of Redis, by which all deadlines go: once, and once when it is mended. */
import { clock, limits, type RedisClient } from '@quickmart/streams';
import type { Logger } from 'pino';
import type { Gauges } from '../process/watched.ts';

/** Asks Redis for the time now, and from then on until the connection is closed. */
export async function watchClock(redis: RedisClient, logger: Logger): Promise<void> {
  let said = false;
  const look = async () => {
    // Redis is away, or may not be asked for the time: that is said by who needs it.
    await clock.ask(redis).catch(() => undefined);
    const { warning, skewMs } = clock;
    if (warning !== undefined && !said) logger.warn({ skewMs }, warning);
    if (warning === undefined && said)
      logger.info({ skewMs }, 'the clock of this machine is that of Redis again');
    said = warning !== undefined;
  };
  await look();
  const timer = setInterval(() => void look(), limits.clockPollMs);
  timer.unref();
  redis.once('end', () => clearInterval(timer));
}

export const clockGauges: Gauges = {
  quickmart_clock_skew_seconds: {
    help: 'How far the clock of this machine is ahead of that of Redis; deadlines go by the one of Redis',
    read: () => [{ value: clock.skewMs / 1000 }],
  },
};
