/** The payment service's process: configuration, connections, start and stop. */
import { openReadModels } from '@quickmart/projections';
import { connectRedis, createLog, main, run } from '@quickmart/service';
import { providerOf, readConfig, retryOf } from './config.ts';
import { migrations, name, projections, wire } from './service.ts';

await main(name, async () => {
  const config = readConfig(process.env);
  const log = createLog({ name, level: config.logLevel });
  const redis = await connectRedis(config.redisUrl, { name, log });
  const readModels = await openReadModels({ url: config.databaseUrl, projections, migrations, log });
  const provider = providerOf(config, { redis, log });
  const { api, consumers } = wire({ redis, log, readModels, provider, retry: retryOf(config) });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
