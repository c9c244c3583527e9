/** The connection of a service to Redis: made, and checked at the start. Clients are made in @quickmart/streams. */

import {
  AddressError,
  NotReadyError,
  parseAddress,
  type RedisAddress,
  type RedisClient,
  type Replication,
  redisClient,
  slotCount,
  slotsMissing,
  textOfAddress,
} from '@quickmart/streams';
import type { Logger } from 'pino';
import type { Durability } from '../process/config.ts';
import { reasonOf } from '../process/reason.ts';
import { StartError } from '../process/start-error.ts';
import { adviceOn, schemeProblem, unreachable } from './advice.ts';
import {
  checkKind,
  checkServers,
  compareMasters,
  coverageProblem,
  demandFsync,
  demandRights,
} from './checks.ts';
import { watchClock } from './clock-watch.ts';
import { logOutages, onRedisError } from './outages.ts';
import { assertReplicas } from './replication.ts';

/** `durability`: what an acknowledged command survives: docs/durability.md. `replication`: with `replicated`. */
export type ConnectOptions = {
  name: string;
  logger: Logger;
  durability?: Durability;
  replication?: Replication | undefined;
  /** Whose keys its user has to be able to work with. */
  categories?: readonly string[];
  startTimeoutMs?: number;
};

/**
 * Connects, checks every master's version and the rights of the user, and warns about settings under which events can be lost.
 * @throws StartError
 */
export async function connectRedis(
  url: string,
  {
    name,
    logger,
    durability = 'memory',
    replication,
    categories = [],
    startTimeoutMs = 10_000,
  }: ConnectOptions,
): Promise<RedisClient> {
  const target = targetOf(url, 'REDIS_URL');
  return await opened(target, `quickmart-${name}`, logger, startTimeoutMs, async (redis) => {
    await checkServers(redis, target.address, categories, logger);
    await demandRights(redis, target.address, categories);
    await compareMasters(redis, logger);
    if (durability === 'fsync') await demandFsync(redis, logger);
    if (replication) await demandReplicas(redis, replication);
    await watchClock(redis, logger);
  });
}

const demandReplicas = async (redis: RedisClient, replication: Replication): Promise<void> => {
  await assertReplicas(redis, replication).catch((error: Error) => {
    throw error instanceof NotReadyError ? new StartError(error.message) : error;
  });
};

/**
 * A Redis for what may be lost: codes, sessions, limits. It may evict, and needs no append-only file. What is lost there is
 * asked for again: a person logs in once more.
 * @throws StartError
 */
export async function connectEphemeral(
  url: string,
  { name, logger, startTimeoutMs = 10_000 }: Pick<ConnectOptions, 'name' | 'logger' | 'startTimeoutMs'>,
): Promise<RedisClient> {
  const target = targetOf(url, 'EPHEMERAL_REDIS_URL');
  return await opened(target, `quickmart-${name}-ephemeral`, logger, startTimeoutMs, (redis) =>
    checkKind(redis, target.address),
  );
}

/** An address, and the variable that it comes from, which the advice names. */
type Target = { address: RedisAddress; variable: string };

function targetOf(url: string, variable: string): Target {
  try {
    return { address: parseAddress(url), variable };
  } catch (error) {
    throw error instanceof AddressError ? new StartError(`${variable} ${error.message}`) : error;
  }
}

async function opened(
  target: Target,
  connectionName: string,
  logger: Logger,
  startTimeoutMs: number,
  check: (redis: RedisClient) => Promise<void>,
): Promise<RedisClient> {
  const redis = clientOf(target, connectionName);
  const seen = logOutages(redis, logger);
  try {
    await ready(redis, target, startTimeoutMs, seen);
    await check(redis);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw named(error instanceof StartError ? error : unusable(target, error), target);
  }
}

function clientOf({ address, variable }: Target, connectionName: string): RedisClient {
  try {
    return redisClient(address, { connectionName });
  } catch (error) {
    throw error instanceof AddressError ? new StartError(`${variable} ${error.message}`) : error;
  }
}

const named = ({ message }: StartError, { variable }: Target): StartError =>
  new StartError(message.replace(/\bREDIS_URL\b/g, variable));

const silenceMs = 1_000;

/** The first attempts may fail, the retry strategy goes on: only the time ends it, or what no waiting can mend. */
async function ready(
  redis: RedisClient,
  target: Target,
  timeoutMs: number,
  seen: { lastError?: Error },
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const refuse = (error: unknown, advice?: string) => reject(unusable(target, error, advice));
  // Of several servers the client only says that connections were closed.
  const onTimeout = async () =>
    refuse((await unreachable(target.address.endpoints)) ?? seen.lastError, unsound(redis));
  const timer = setTimeout(onTimeout, timeoutMs);
  const undo = onRedisError(redis, (error) => {
    if (adviceOn(error)?.passes === false) refuse(error);
  });
  // One that was asked the wrong way hangs up, or says nothing.
  const onSilence = async () => {
    if (seen.lastError && adviceOn(seen.lastError)) return;
    const problem = await schemeProblem(target.address);
    if (problem) refuse(seen.lastError ?? 'it does not answer', problem);
  };
  const silence = setTimeout(onSilence, silenceMs);
  redis.once('ready', resolve).once('close', onSilence);
  redis.connect().catch(() => undefined);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    clearTimeout(silence);
    undo();
    redis.off('close', onSilence);
  }
}

/** A cluster may answer, and serve nothing. */
function unsound(redis: RedisClient): string | undefined {
  if (!redis.isCluster || slotsMissing(redis) === slotCount) return undefined;
  return coverageProblem(redis) ?? 'the cluster is down: `redis-cli --cluster check` says why';
}

function unusable(
  { address }: Target,
  error: unknown,
  advice = adviceOn(error)?.advice ?? 'start it, or set REDIS_URL',
): StartError {
  const reason = error === undefined ? '' : ` (${reasonOf(error)})`;
  return new StartError(`Redis at ${textOfAddress(address)} cannot be used${reason}: ${advice}`);
}
