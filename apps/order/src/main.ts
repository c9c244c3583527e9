/** The order service's process: configuration, connections, start and stop. */
import { openReadModels } from '@quickmart/projections';
import { connectRedis, createLog, loadConfig, main, run } from '@quickmart/service';
import { categories, migrations, name, projections, settings, wire } from './service.ts';

await main(name, async () => {
  const defaults = { port: 3003, databaseUrl: 'file:.data/order.sqlite' };
  const config = loadConfig(defaults, process.env, settings);
  const log = createLog({ name, level: config.logLevel });
  const { redisUrl, durability } = config;
  const redis = await connectRedis(redisUrl, { name, log, durability, categories });
  const readModels = await openReadModels({
    url: config.databaseUrl,
    adminUrl: config.databaseAdminUrl,
    name,
    projections,
    migrations,
    log,
  });
  const { api, consumers } = wire({ redis, log, readModels, settings: config });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
