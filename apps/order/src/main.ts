/** The order service's process: configuration, connections, start and stop. */
import { limits } from '@quickmart/contracts/limits';
import { openReadModels } from '@quickmart/projections';
import { connectRedis, createLog, loadConfig, main, run, wholeNumber } from '@quickmart/service';
import { migrations, name, projections, wire } from './service.ts';

await main(name, async () => {
  const wait = (usual: number) => wholeNumber(1, limits.waitMsMax).default(usual);
  const config = loadConfig({ port: 3003, databaseUrl: 'file:.data/order.sqlite' }, process.env, {
    reservationWaitMs: wait(limits.reservationWaitMs),
    paymentWaitMs: wait(limits.paymentWaitMs),
    confirmationWaitMs: wait(limits.confirmationWaitMs),
    settlementWaitMs: wait(limits.settlementWaitMs),
  });
  const log = createLog({ name, level: config.logLevel });
  const redis = await connectRedis(config.redisUrl, { name, log, durability: config.durability });
  const readModels = await openReadModels({ url: config.databaseUrl, projections, migrations, log });
  const { api, consumers } = wire({ redis, log, readModels, waits: config });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
