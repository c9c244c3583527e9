/** Starts one service in this process: its settings, its logger, its connections, its tables; and it listens. */
import type { ReadModels } from '@quickmart/projections';
import type { Sealing } from '@quickmart/sealing';
import { parseAddress, type RedisClient } from '@quickmart/streams';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { type Config, type Env, loadConfig } from '../process/config.ts';
import { createLog } from '../process/log.ts';
import { demandRights } from '../redis/checks.ts';
import { connectEphemeral, connectRedis } from '../redis/connect.ts';
import { replicationOf } from '../redis/replication.ts';
import { Metrics } from '../telemetry/metrics.ts';
import { type Assembled, assemble, knownCategories } from './assemble.ts';
import type { Definition, Fetch } from './definition.ts';
import { openKeys } from './keys.ts';
import { demandRightsFor } from './rights.ts';
import { type Running, run } from './run.ts';
import { openTables } from './tables.ts';

export type StartOptions<Own extends object> = {
  /** The keys that the services of this process share; without it the service opens them for itself. */
  sealing?: Sealing | undefined;
  /** Instead of the parts that the definition makes; for tests. */
  replace?: (own: Own) => Own;
  /** Instead of one that writes to stdout; for tests. */
  logger?: Logger;
  /** The services of this process: it finds the others there, and enters itself. */
  neighbours?: Map<string, Fetch>;
  /** The name of the process, for the one service in it that shows what there is to see of the process. */
  processName?: string | undefined;
  /** Aborted: it rejects instead of listening. */
  signal?: AbortSignal;
};
export type Started = Running &
  Pick<Assembled, 'api' | 'consumers' | 'store'> & {
    readModels: ReadModels;
    sealing: Sealing;
  };

/** What the environment says to a service. `isShared`: others have theirs from it, too. @throws ConfigError */
export function settingsOf<Settings extends z.ZodRawShape>(
  {
    name,
    port,
    settings,
    checkSettings,
  }: Pick<Definition<Settings>, 'name' | 'port' | 'settings' | 'checkSettings'>,
  env: Env,
  isShared = false,
): Config<Settings> {
  const defaults = { port, databaseUrl: `file:.data/${name}.sqlite` };
  const config = loadConfig(defaults, env, settings, { name, isShared });
  demandRightsFor(config);
  checkSettings?.(config);
  return config;
}

/** Resolves when it listens and reads. @throws StartError */
export async function start<Settings extends z.ZodRawShape, Own extends object>(
  definition: Definition<Settings, Own>,
  settings: Config<Settings>,
  {
    replace,
    sealing: shared,
    logger = createLog({ name: definition.name, level: settings.logLevel, release: settings.release }),
    neighbours = new Map(),
    processName,
    signal,
  }: StartOptions<Own> = {},
): Promise<Started> {
  const { name } = definition;
  const opened = new AsyncDisposableStack();
  try {
    const { redisUrl, durability, databaseUrl: url, databaseAdminUrl: adminUrl } = settings;
    const categories = knownCategories(definition);
    const redis = await connectRedis(redisUrl, {
      name,
      logger,
      durability,
      replication: replicationOf(settings),
      categories,
    });
    opened.defer(() => redis.disconnect());
    const ephemeral = await ephemeralOf(definition, settings, { redis, logger });
    if (ephemeral !== redis) opened.defer(() => ephemeral.disconnect());
    const readModels = await openTables(definition, { url, adminUrl, logger });
    opened.defer(() => readModels?.close());
    const sealing = shared ?? opened.use(await keysFor(definition, settings, logger));
    const metrics = new Metrics(name, processName);
    const base = { redis, ephemeral, logger, readModels, sealing, settings, neighbours, metrics };
    const service = assemble(definition, base, replace);
    await demandRights(redis, parseAddress(redisUrl), service.categories);
    const { api, fetch, consumers, store, leave } = service;
    if (settings.role !== 'worker') await service.prepare();
    const close = [
      () => readModels?.close(),
      () => redis.quit(),
      () => ephemeral !== redis && ephemeral.quit(),
      () => (shared ? undefined : sealing?.close()),
    ];
    signal?.throwIfAborted();
    const tls = definition.tls?.(settings);
    const served = { api: { fetch }, consumers, leave, close, tls };
    const running = await run({ name, config: settings, logger, ...served });
    neighbours.set(name, fetch);
    return { ...running, api, consumers, store, readModels, sealing };
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

/** A front keeps nothing of persons, and shows nothing that is sealed: nothing of it asks for keys. */
const keysFor = async (
  { front }: Pick<Definition, 'front'>,
  settings: Config,
  logger: Logger,
): Promise<Sealing> =>
  front === undefined ? await openKeys(settings, logger) : (undefined as unknown as Sealing);

/** A connection of its own, where the service asks for one and there is another server for it. */
async function ephemeralOf(
  { name, ephemeral }: Pick<Definition, 'name' | 'ephemeral'>,
  { redisUrl, ephemeralRedisUrl = redisUrl }: Pick<Config, 'redisUrl' | 'ephemeralRedisUrl'>,
  { redis, logger }: { redis: RedisClient; logger: Logger },
): Promise<RedisClient> {
  if (!ephemeral || ephemeralRedisUrl === redisUrl) return redis;
  return await connectEphemeral(ephemeralRedisUrl, { name, logger });
}
