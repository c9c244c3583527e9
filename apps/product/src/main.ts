/** The product service's process: configuration, connections, start and stop. */
import { openReadModels } from '@quickmart/projections';
import { connectRedis, createLog, loadConfig, main, run } from '@quickmart/service';
import { categories, migrations, name, projections, wire } from './service.ts';

await main(name, async () => {
  const config = loadConfig({ port: 3001, databaseUrl: 'file:.data/product.sqlite' }, process.env);
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
  const { api, consumers } = wire({ redis, log, readModels });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
