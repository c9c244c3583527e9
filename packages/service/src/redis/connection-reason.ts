/** Why a connection to Redis is not there: what it has said last, and what to do about it. */
import { NotReadyError, type RedisClient } from '@quickmart/streams';
import { reasonOf } from '../process/reason.ts';
import type { Check } from '../process/watched.ts';
import { adviceOn } from './advice.ts';
import { onRedisError } from './outages.ts';

type Heard = { last: Error | undefined };
/** By connection: several checks, and several services of a test, stand on one. */
const heard = new WeakMap<RedisClient, Heard>();

/** The check of something behind this connection: while it is not there, readiness says why, and asks nothing. */
export function onConnection(redis: RedisClient, check: Check): Check {
  const said = listen(redis);
  return () => {
    if (said.last !== undefined && redis.status !== 'ready')
      throw new NotReadyError(textOf(said.last), { cause: said.last });
    return check();
  };
}

function listen(redis: RedisClient): Heard {
  const known = heard.get(redis);
  if (known !== undefined) return known;
  const said: Heard = { last: undefined };
  heard.set(redis, said);
  onRedisError(redis, (error) => {
    said.last = error;
  });
  redis.on('ready', () => {
    said.last = undefined;
  });
  return said;
}

function textOf(error: Error): string {
  const advice = adviceOn(error)?.advice;
  return `Redis cannot be used (${reasonOf(error)})${advice === undefined ? '' : `: ${advice}`}`;
}
