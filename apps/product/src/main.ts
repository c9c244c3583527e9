/** The product service. The only place that constructs anything. */
import { fileURLToPath } from 'node:url';
import { registry } from '@quickmart/contracts/registry';
import { openReadModels } from '@quickmart/projections';
import {
  connectRedis,
  consumerGauges,
  createApi,
  createLog,
  loadConfig,
  main,
  run,
} from '@quickmart/service';
import { consumerGroup, EventStore } from '@quickmart/streams';
import { catalog } from './catalog.ts';
import { importPath, importRoutes } from './import.ts';
import { routes } from './routes.ts';

const name = 'product';
const migrations = fileURLToPath(new URL('../drizzle', import.meta.url));

await main(name, async () => {
  const config = loadConfig({ port: 3001, databaseUrl: 'file:.data/product.sqlite' }, process.env);
  const log = createLog({ name, level: config.logLevel });
  const redis = await connectRedis(config.redisUrl, { name, log });
  const store = new EventStore({ redis, codec: registry });
  const readModels = await openReadModels({
    url: config.databaseUrl,
    projections: [catalog],
    migrations,
    log,
  });
  const consumers = consumerGroup(name, { store, log }).project('product', readModels.projector);
  const api = createApi({
    ...{ name, log, store, redis, category: 'product', streamed: [importPath] },
    title: 'QuickMart products',
    description: 'The catalog: products, their prices and their history.',
    tags: [{ name: 'Products', description: 'What can be sold' }],
    gauges: consumerGauges(consumers, store),
    ready: {
      redis: () => redis.ping(),
      database: () => readModels.ping(),
      consumers: () => consumers.healthy(),
    },
  });
  routes(api, { store, readModels });
  importRoutes(api, { store });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
