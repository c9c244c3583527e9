/** The order service. The only place that constructs anything. */
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
import { onInventory } from './fulfilment.ts';
import { catalog, orderList } from './read-models.ts';
import { routes } from './routes.ts';

const name = 'order';
const migrations = fileURLToPath(new URL('../drizzle', import.meta.url));
const projections = [orderList, catalog];

await main(name, async () => {
  const config = loadConfig({ port: 3003, databaseUrl: 'file:.data/order.sqlite' }, process.env);
  const log = createLog({ name, level: config.logLevel });
  const redis = await connectRedis(config.redisUrl, { name, log });
  const store = new EventStore({ redis, codec: registry });
  const readModels = await openReadModels({ url: config.databaseUrl, projections, migrations, log });
  const consumers = consumerGroup(name, { store, log })
    .react('inventory', onInventory(store))
    .project('order', readModels.projector)
    .project('product', readModels.projector);
  const api = createApi({
    ...{ name, log, store, redis, category: 'order' },
    title: 'QuickMart orders',
    description: 'Orders, priced by the service, reserved by the inventory.',
    tags: [{ name: 'Orders', description: 'Place, follow, cancel' }],
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
