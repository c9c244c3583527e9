/** The order service's process: configuration, connections, start and stop. */
import { openReadModels } from '@quickmart/projections';
import { connectRedis, createLog, loadConfig, main, run } from '@quickmart/service';
import { migrations, name, projections, wire } from './service.ts';

await main(name, async () => {
  const config = loadConfig({ port: 3003, databaseUrl: 'file:.data/order.sqlite' }, process.env);
  const log = createLog({ name, level: config.logLevel });
  const redis = await connectRedis(config.redisUrl, { name, log, durability: config.durability });
  const readModels = await openReadModels({ url: config.databaseUrl, projections, migrations, log });
  const { api, consumers } = wire({ redis, log, readModels });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
