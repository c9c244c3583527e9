/** What a Redis has to be, and to allow, before a service stands on it: its version, its settings, the rights of the user. */
import { isRedisOutage, keys, missingRights } from '@quickmart/streams';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { StartError } from '../process/start-error.ts';

/** Warns about settings under which events can be lost. Throws {@link StartError} where it cannot be used at all. */
export async function checkServer(
  redis: Redis,
  categories: readonly string[],
  logger: Logger,
): Promise<void> {
  const info = parseInfo(await redis.info());
  const problem =
    versionProblem(info.get('redis_version')) ?? (categories.length > 0 ? replicaProblem(info) : undefined);
  if (problem) throw new StartError(problem);
  const policy = info.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    logger.warn({ policy }, 'Redis may evict events: set maxmemory-policy to noeviction');
  }
  if (info.get('aof_enabled') === '0') {
    logger.warn({}, 'Redis has no append-only file, a crash loses events: set appendonly to yes');
  }
}

function replicaProblem(info: ReadonlyMap<string, string>): string | undefined {
  if (info.get('role') !== 'slave') return undefined;
  const master = `${info.get('master_host')}:${info.get('master_port')}`;
  return `Redis is a replica, which takes no writes: REDIS_URL must name its master (${master})`;
}

/** Whether all keys of these categories can be worked with here: a node of a cluster has only some. */
export async function demandRights(redis: Redis, url: string, categories: readonly string[]): Promise<void> {
  const missing = await missingRights(redis, categories);
  if (missing.length === 0)
    return void (await Promise.all(categories.map((c) => redis.exists(keys.head(c)))));
  const user = decodeURIComponent(new URL(url).username) || 'default';
  throw new StartError(
    `the Redis user ${user} may not do what is needed: \`ACL SETUSER ${user} ${missing.join(' ')}\` lets it (docs/redis.md)`,
  );
}

/** Asked again after every reconnect: the server behind it may be another one. */
export async function demandFsync(redis: Redis, logger: Logger): Promise<void> {
  const problem = await fsyncProblem(redis);
  if (problem) throw new StartError(problem);
  redis.on('ready', () => {
    fsyncProblem(redis).then(
      (problem) => problem && logger.error({ problem }, 'Redis no longer syncs every write'),
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
