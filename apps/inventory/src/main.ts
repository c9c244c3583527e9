/** The inventory service's process: configuration, connections, start and stop. */
import { limits } from '@quickmart/contracts/limits';
import { openReadModels } from '@quickmart/projections';
import { connectRedis, createLog, loadConfig, main, run, wholeNumber } from '@quickmart/service';
import { migrations, name, projections, wire } from './service.ts';

await main(name, async () => {
  const config = loadConfig({ port: 3002, databaseUrl: 'file:.data/inventory.sqlite' }, process.env, {
    initialStock: wholeNumber(0, limits.quantityMax).default(100),
    lowStockThreshold: wholeNumber(0, limits.quantityMax).default(10),
    reservationHoldMs: wholeNumber(1, limits.waitMsMax).default(limits.reservationHoldMs),
  });
  const log = createLog({ name, level: config.logLevel });
  const redis = await connectRedis(config.redisUrl, { name, log, durability: config.durability });
  const readModels = await openReadModels({ url: config.databaseUrl, projections, migrations, log });
  const { api, consumers } = wire({ redis, log, readModels, settings: config });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
