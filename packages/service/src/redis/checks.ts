/** What a Redis has to be, and to allow, before a service stands on it: each of its masters is asked. */
import {
  isRedisOutage,
  keys,
  limits,
  mastersOf,
  missingRights,
  type RedisAddress,
  type RedisClient,
  slotCount,
  slotsMissing,
  textOfNode,
} from '@quickmart/streams';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { StartError } from '../process/start-error.ts';

type Info = ReadonlyMap<string, string>;
/** What one master says of itself. `about`: which one it is, where there are several. */
type Server = { info: Info; about: { node?: string } };

/** Warns about settings under which events can be lost. Throws {@link StartError} where it cannot be used at all. */
export async function checkServers(
  redis: RedisClient,
  address: RedisAddress,
  categories: readonly string[],
  logger: Logger,
): Promise<void> {
  const servers = await serversOf(redis);
  demandKind(servers, address);
  const gap = coverageProblem(redis);
  if (gap !== undefined) throw new StartError(gap);
  for (const { info, about } of servers) {
    const problem =
      versionProblem(info.get('redis_version')) ?? (categories.length > 0 ? replicaProblem(info) : undefined);
    if (problem) throw new StartError(about.node === undefined ? problem : `${about.node}: ${problem}`);
  }
  logWarnings(servers, address, logger);
}

/** One line for each thing, with all masters that it is about. */
function logWarnings(servers: readonly Server[], address: RedisAddress, logger: Logger): void {
  const all = servers.flatMap(({ info, about: { node } }) =>
    [...warningsAbout(info, address)].map(([fields, text]) => ({ fields, text, node })),
  );
  for (const same of Map.groupBy(all, ({ fields, text }) => JSON.stringify([fields, text])).values()) {
    const [{ fields, text }] = same as [(typeof same)[number]];
    const nodes = same.flatMap(({ node }) => node ?? []);
    logger.warn({ ...fields, ...(nodes.length > 0 && { nodes }) }, text);
  }
}

/** Throws {@link StartError} where the URL says that it is one server, and it is not. */
export async function checkKind(redis: RedisClient, address: RedisAddress): Promise<void> {
  demandKind(await serversOf(redis), address);
}

async function serversOf(redis: RedisClient): Promise<Server[]> {
  return await Promise.all(
    mastersOf(redis).map(async (node) => ({
      info: parseInfo(await node.info()),
      about: redis.isCluster ? { node: textOfNode(node) } : {},
    })),
  );
}

/** A node of a cluster has only some of the keys, and may give them away. */
function demandKind(servers: readonly Server[], { kind, endpoints: [{ host, port }] }: RedisAddress): void {
  const said = (name: string, value: string) => servers.some(({ info }) => info.get(name) === value);
  if (kind === 'standalone' && said('cluster_enabled', '1'))
    throw new StartError(
      `Redis at ${host}:${port} is a node of a cluster: write redis+cluster://${host}:${port} in REDIS_URL`,
    );
  if (kind === 'standalone' && said('redis_mode', 'sentinel'))
    throw new StartError(
      `Redis at ${host}:${port} is a sentinel: write redis+sentinel://${host}:${port}/<its name of the master> in REDIS_URL`,
    );
}

/** Undefined: every slot has a master. */
export function coverageProblem(redis: RedisClient): string | undefined {
  const missing = slotsMissing(redis);
  if (missing === 0) return undefined;
  return `the cluster serves only ${slotCount - missing} of its ${slotCount} slots: assign the others (\`redis-cli --cluster fix\`)`;
}

type Warning = [fields: Record<string, string>, text: string];

function* warningsAbout(info: Info, { kind }: RedisAddress): Generator<Warning> {
  const policy = info.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction')
    yield [{ policy }, 'Redis may evict events: set maxmemory-policy to noeviction'];
  if (info.get('aof_enabled') === '0')
    yield [{}, 'Redis has no append-only file, a crash loses events: set appendonly to yes'];
  if (kind === 'standalone') return;
  if (info.get('connected_slaves') === '0')
    yield [{}, 'Redis has no replica: nobody takes over where it ends, and its events are only there'];
  // It says so only where it is set.
  if (!info.has('min_slaves_good_slaves'))
    yield [
      {},
      'a master of Redis that is cut off goes on taking events, which are lost: set min-replicas-to-write to 1',
    ];
}

/** Masters of a cluster are one Redis to us: warns where they are not alike. */
export async function compareMasters(redis: RedisClient, logger: Logger): Promise<void> {
  if (!redis.isCluster) return;
  const servers = await serversOf(redis);
  const versions = [...new Set(servers.map(({ info }) => info.get('redis_version')))];
  if (versions.length > 1) logger.warn({ versions }, 'the masters of the cluster have different versions');
  const times = await Promise.all(mastersOf(redis).map((node) => node.time().then(([s]) => Number(s))));
  const spreadMs = (Math.max(...times) - Math.min(...times)) * 1_000;
  if (spreadMs > limits.clockSkewMs)
    logger.warn({ spreadMs }, 'the clocks of the masters differ, by which all deadlines go: set them by NTP');
}

function replicaProblem(info: Info): string | undefined {
  if (info.get('role') !== 'slave') return undefined;
  const master = `${info.get('master_host')}:${info.get('master_port')}`;
  return `Redis is a replica, which takes no writes: REDIS_URL must name its master (${master})`;
}

/** Whether all keys of these categories can be worked with. */
export async function demandRights(
  redis: RedisClient,
  { login }: RedisAddress,
  categories: readonly string[],
): Promise<void> {
  const missing = await missingRights(redis, categories);
  const user = login.username ?? 'default';
  if (missing.length > 0)
    throw new StartError(
      `the Redis user ${user} may not do what is needed: \`ACL SETUSER ${user} ${missing.join(' ')}\` lets it (docs/redis.md)`,
    );
  await Promise.all(categories.map((category) => redis.exists(keys.head(category))));
}

/** Asked again after every reconnect, and whenever the cluster was looked at: other servers may be behind it. */
export async function demandFsync(redis: RedisClient, logger: Logger): Promise<void> {
  const problem = await fsyncProblem(redis);
  if (problem) throw new StartError(problem);
  let said: string | undefined;
  redis.on(redis.isCluster ? 'refresh' : 'ready', () => {
    fsyncProblem(redis).then(
      (problem) => {
        if (problem && problem !== said) logger.error({ problem }, 'Redis no longer syncs every write');
        said = problem;
      },
      () => undefined, // gone again: the next connection is looked at
    );
  });
}

async function fsyncProblem(redis: RedisClient): Promise<string | undefined> {
  for (const node of mastersOf(redis)) {
    const problem = await fsyncProblemOf(node);
    if (problem !== undefined) return redis.isCluster ? `${textOfNode(node)}: ${problem}` : problem;
  }
  return undefined;
}

async function fsyncProblemOf(node: Redis): Promise<string | undefined> {
  const wanted = 'DURABILITY=fsync needs appendonly yes and appendfsync always';
  const settings = await node.config('GET', 'append*').catch((error: Error) => {
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
