/**
 * The connection to Redis: bounded in every way, quiet in an outage, checked at the start.
 * Sentinel and Cluster get their place in {@link clientFor}: everything else takes what it returns.
 */

import { isRedisOutage } from '@quickmart/streams';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import { watchClock } from './clock-watch.ts';
import type { Durability } from './config.ts';
import { reasonOf } from './errors.ts';

/** Thrown at the start where something the service stands on cannot be used; the message says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

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
export type ConnectOptions = { name: string; log: Logger; durability?: Durability; startTimeoutMs?: number };

/**
 * Connects, checks the server's version, and warns about settings under which events can be lost.
 * @throws StartError
 */
export async function connectRedis(
  url: string,
  { name, log, durability = 'memory', startTimeoutMs = 10_000 }: ConnectOptions,
): Promise<Redis> {
  const redis = clientFor(url, `quickmart-${name}`);
  const seen = logOutages(redis, log);
  try {
    await ready(redis, url, startTimeoutMs, seen);
    await checkServer(redis, log);
    if (durability === 'fsync') await demandFsync(redis, log);
    await watchClock(redis, log);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}

/** One line when it goes, one when it is back; not one per attempt. */
function logOutages(redis: Redis, log: Logger): { lastError?: Error } {
  const seen: { lastError?: Error } = {};
  let down = false;
  redis.on('error', (error: Error) => {
    seen.lastError = error;
    if (!down) log.warn({ reason: reasonOf(error) }, 'Redis is not available');
    down = true;
  });
  redis.on('ready', () => {
    if (down) log.info({}, 'Redis is available again');
    down = false;
  });
  return seen;
}

async function ready(
  redis: Redis,
  url: string,
  timeoutMs: number,
  seen: { lastError?: Error },
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new StartError(unreachable(url, seen.lastError))), timeoutMs);
  redis.once('ready', resolve);
  redis.on('error', refuseLogin);
  // The first attempt may fail, the retry strategy goes on; only the timer ends it.
  redis.connect().catch(() => undefined);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    redis.off('error', refuseLogin);
  }
  function refuseLogin(error: Error): void {
    if (/^(NOAUTH|WRONGPASS|NOPERM)/.test(error.message)) reject(new StartError(unreachable(url, error)));
  }
}

function unreachable(url: string, error: Error | undefined): string {
  const { hostname, port } = new URL(url);
  const reason = error ? ` (${reasonOf(error)})` : '';
  return `Redis at ${hostname}:${port || 6379} cannot be used${reason}: start it, or set REDIS_URL`;
}

async function checkServer(redis: Redis, log: Logger): Promise<void> {
  const info = parseInfo(await redis.info());
  const problem = versionProblem(info.get('redis_version'));
  if (problem) throw new StartError(problem);
  const policy = info.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    log.warn({ policy }, 'Redis may evict events: set maxmemory-policy to noeviction');
  }
  if (info.get('aof_enabled') === '0') {
    log.warn({}, 'Redis has no append-only file, a crash loses events: set appendonly to yes');
  }
}

/** Asked again after every reconnect: the server behind it may be another one. */
async function demandFsync(redis: Redis, log: Logger): Promise<void> {
  const problem = await fsyncProblem(redis);
  if (problem) throw new StartError(problem);
  redis.on('ready', () => {
    fsyncProblem(redis).then(
      (problem) => problem && log.error({ problem }, 'Redis no longer syncs every write'),
      () => undefined, // gone again: the next connection is looked at
    );
  });
}

async function fsyncProblem(redis: Redis): Promise<string | undefined> {
  const wanted = 'DURABILITY=fsync needs appendonly yes and appendfsync always';
  const settings = await redis.config('GET', 'append*').catch((error: Error) => {
    if (isRedisOutage(error)) throw error;
    return error; // a managed Redis, or an ACL user
  });
  if (settings instanceof Error) return `${wanted}, which Redis does not let us see: ${settings.message}`;
  const value = (name: string) => settings[settings.indexOf(name) + 1];
  const [file, fsync] = [value('appendonly'), value('appendfsync')];
  if (file === 'yes' && fsync === 'always') return undefined;
  return `${wanted}; Redis has appendonly ${file} and appendfsync ${fsync}`;
}

/** Valkey says 7.2 here, whatever its own version is. */
export function versionProblem(version: string | undefined): string | undefined {
  if (version !== undefined && Number.parseInt(version, 10) >= 7) return undefined;
  return `Redis ${version ?? '(unknown version)'} is too old: 7.0 or newer is needed, or any Valkey`;
}

/** `name:value` lines of INFO. */
const parseInfo = (text: string): Map<string, string> =>
  new Map(
    text
      .split('\r\n')
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
