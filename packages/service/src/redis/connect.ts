/**
 * The connection to Redis: bounded in every way, quiet in an outage, checked at the start.
 * Sentinel and Cluster get their place in {@link clientFor}: everything else takes what it returns.
 */

import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import type { Durability } from '../process/config.ts';
import { reasonOf } from '../process/reason.ts';
import { StartError } from '../process/start-error.ts';
import { adviceOn, schemeProblem } from './advice.ts';
import { checkServer, demandFsync, demandRights } from './checks.ts';
import { watchClock } from './clock-watch.ts';

/**
 * A lost connection fails what was under way at once, it does not send it again: an append that was written and
 * not answered would be applied twice. Commands that come in an outage fail within about two seconds.
 */
const options = {
  connectTimeout: 5_000,
  commandTimeout: 5_000,
  // A connection whose other end is gone without a word is replaced.
  socketTimeout: 5_000,
  // While Redis loads its data it is asked again soon, not when it guesses that it will be done.
  maxLoadingRetryTime: 500,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  lazyConnect: true,
  retryStrategy: (attempt: number) =>
    Math.min(50 * 2 ** Math.min(attempt, 10), 1_000) * (0.75 + Math.random() / 4),
  // After a failover the old master answers READONLY until its connections are gone.
  reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 1 : false),
} satisfies RedisOptions;

const clientFor = (url: string, name: string): Redis => new Redis(url, { ...options, connectionName: name });

/**
 * `durability`: what an acknowledged command survives. `memory`: kill -9 of any service, and of Redis but for what its
 * append-only file has not yet (a second, with `appendfsync everysec`). `fsync`: kill -9 of Redis and a power cut, too.
 */
export type ConnectOptions = {
  name: string;
  logger: Logger;
  durability?: Durability;
  /** Whose keys its user has to be able to work with. */
  categories?: readonly string[];
  startTimeoutMs?: number;
};

/**
 * Connects, checks the server's version and the rights of its user, and warns about settings under which events can be lost.
 * @throws StartError
 */
export async function connectRedis(
  url: string,
  { name, logger, durability = 'memory', categories = [], startTimeoutMs = 10_000 }: ConnectOptions,
): Promise<Redis> {
  demandUrl(url);
  const redis = clientFor(url, `quickmart-${name}`);
  const seen = logOutages(redis, logger);
  try {
    await ready(redis, { url, variable: 'REDIS_URL' }, startTimeoutMs, seen);
    await checkServer(redis, categories, logger);
    await demandRights(redis, url, categories);
    if (durability === 'fsync') await demandFsync(redis, logger);
    await watchClock(redis, logger);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw error instanceof StartError ? error : unusable({ url, variable: 'REDIS_URL' }, error);
  }
}

/**
 * A Redis for what may be lost: codes, sessions, limits. It may evict, and needs no append-only file. What is lost there is
 * asked for again: a person logs in once more.
 * @throws StartError
 */
export async function connectEphemeral(
  url: string,
  { name, logger, startTimeoutMs = 10_000 }: Pick<ConnectOptions, 'name' | 'logger' | 'startTimeoutMs'>,
): Promise<Redis> {
  demandUrl(url);
  const redis = clientFor(url, `quickmart-${name}-ephemeral`);
  const seen = logOutages(redis, logger);
  try {
    await ready(redis, { url, variable: 'EPHEMERAL_REDIS_URL' }, startTimeoutMs, seen);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

/** One line when it goes, one when it is back; not one per attempt, but one for each thing that no waiting can mend. */
function logOutages(redis: Redis, logger: Logger): { lastError?: Error } {
  const seen: { lastError?: Error } = {};
  const said = new Set<string>();
  redis.on('error', (error: Error) => {
    seen.lastError = error;
    const found = adviceOn(error);
    const lasting = found?.passes === false ? found.advice : '';
    const isNews = said.size === 0 || (lasting !== '' && !said.has(lasting));
    said.add(lasting);
    if (isNews) logger.warn({ reason: reasonOf(error), advice: found?.advice }, 'Redis is not available');
  });
  redis.on('ready', () => {
    if (said.size > 0) logger.info({}, 'Redis is available again');
    said.clear();
  });
  return seen;
}

const silenceMs = 1_000;

/** The first attempts may fail, the retry strategy goes on: only the time ends it, or what no waiting can mend. */
async function ready(
  redis: Redis,
  place: Place,
  timeoutMs: number,
  seen: { lastError?: Error },
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const refuse = (error: unknown, advice?: string) => reject(unusable(place, error, advice));
  const timer = setTimeout(() => refuse(seen.lastError), timeoutMs);
  const onError = (error: Error) => {
    if (adviceOn(error)?.passes === false) refuse(error);
  };
  // One that was asked the wrong way hangs up, or says nothing.
  const onSilence = async () => {
    if (seen.lastError && adviceOn(seen.lastError)) return;
    const problem = await schemeProblem(place.url);
    if (problem) refuse(seen.lastError ?? 'it does not answer', problem);
  };
  const silence = setTimeout(onSilence, silenceMs);
  redis.once('ready', resolve).on('error', onError).once('close', onSilence);
  redis.connect().catch(() => undefined);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    clearTimeout(silence);
    redis.off('error', onError).off('close', onSilence);
  }
}

/** An address, and where it comes from, which the advice names. */
type Place = { url: string; variable: string };

function unusable(
  { url, variable }: Place,
  error: unknown,
  advice = adviceOn(error)?.advice ?? 'start it, or set REDIS_URL',
): StartError {
  const { hostname, port } = new URL(url);
  const reason = error === undefined ? '' : ` (${reasonOf(error)})`;
  const what = advice.replaceAll('REDIS_URL', variable);
  return new StartError(`Redis at ${hostname}:${port || 6379} cannot be used${reason}: ${what}`);
}

/** ioredis would take many other texts for a path, or for a host. */
function demandUrl(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (!/^rediss?:$/.test(protocol))
    throw new StartError('the address of Redis must look like redis://[user:password@]host:port');
}
