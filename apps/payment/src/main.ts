/** The payment service's process: configuration, connections, start and stop. */
import { openReadModels } from '@quickmart/projections';
import { connectRedis, createLog, main, run } from '@quickmart/service';
import { partsOf, readConfig } from './config.ts';
import { categories, migrations, name, projections, wire } from './service.ts';

await main(name, async () => {
  const config = readConfig(process.env);
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
  const { api, consumers } = wire({ redis, log, readModels, ...partsOf(config, { redis, log }) });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
