/** The inventory service. The only place that constructs anything. */
import { fileURLToPath } from 'node:url';
import { limits } from '@quickmart/contracts/limits';
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
  wholeNumber,
} from '@quickmart/service';
import { consumerGroup, EventStore } from '@quickmart/streams';
import { onOrder, onProduct } from './reactions.ts';
import { openReservations, stockLevels } from './read-models.ts';
import { routes } from './routes.ts';

const name = 'inventory';
const migrations = fileURLToPath(new URL('../drizzle', import.meta.url));
const projections = [stockLevels, openReservations];

await main(name, async () => {
  const config = loadConfig({ port: 3002, databaseUrl: 'file:.data/inventory.sqlite' }, process.env, {
    initialStock: wholeNumber(0, limits.quantityMax).default(100),
  });
  const log = createLog({ name, level: config.logLevel });
  const redis = await connectRedis(config.redisUrl, { name, log });
  const store = new EventStore({ redis, codec: registry });
  const readModels = await openReadModels({ url: config.databaseUrl, projections, migrations, log });
  const reactions = { store, initialStock: config.initialStock };
  const consumers = consumerGroup(name, { store, log })
    .react('product', onProduct(reactions))
    .react('order', onOrder(reactions))
    .project('inventory', readModels.projector);
  const api = createApi({
    ...{ name, log, store, redis, category: 'inventory' },
    title: 'QuickMart inventory',
    description: 'Stock per product, and what is set aside for orders.',
    tags: [{ name: 'Inventory', description: 'On hand, reserved, available' }],
    gauges: consumerGauges(consumers, store),
    ready: {
      redis: () => redis.ping(),
      database: () => readModels.ping(),
      consumers: () => consumers.healthy(),
    },
  });
  routes(api, { store, readModels });
  await run({ name, config, log, api, consumers, close: [() => readModels.close(), () => redis.quit()] });
});
