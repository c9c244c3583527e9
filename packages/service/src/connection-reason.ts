/** Why a connection to Redis is not there: what it has said last, and what to do about it. */
import { NotReadyError, type RedisClient } from '@quickmart/streams';
import { reasonOf } from './errors.ts';
import type { Check } from './health.ts';
import { adviceOn } from './redis-advice.mjs';

/** The check of something behind this connection: while it is not there, readiness says why, and asks nothing. */
export function onConnection(redis: RedisClient, check: Check): Check {
  let last: Error | undefined;
  redis.on('error', (error: Error) => {
    last = error;
  });
  redis.on('ready', () => {
    last = undefined;
  });
  return () => {
    if (last !== undefined && redis.status !== 'ready')
      throw new NotReadyError(textOf(last), { cause: last });
    return check();
  };
}

function textOf(error: Error): string {
  const advice = adviceOn(error)?.advice;
  return `Redis cannot be used (${reasonOf(error)})${advice === undefined ? '' : `: ${advice}`}`;
}
