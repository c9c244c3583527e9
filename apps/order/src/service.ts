/** The order service, whole but for its process: `main.ts` runs it, and the tools in `qa/` use its parts. */
import { fileURLToPath } from 'node:url';
import { registry } from '@quickmart/contracts/registry';
import type { ReadModels } from '@quickmart/projections';
import { type ApiOptions, consumerGauges, createApi } from '@quickmart/service';
import { consumerGroup, EventStore } from '@quickmart/streams';
import type { Waits } from './decide.ts';
import { order } from './order.ts';
import { progressRoutes } from './progress-routes.ts';
import { onAnswers, timers } from './reactions.ts';
import { catalog, orderList } from './read-models.ts';
import { routes } from './routes.ts';

export const name = 'order';
export const aggregates = [order];
export const projections = [orderList, catalog];
export const migrations = fileURLToPath(new URL('../drizzle', import.meta.url));

type Parts = Pick<ApiOptions, 'redis' | 'log'> & { readModels: ReadModels; waits: Waits };

export function wire({ redis, log, readModels, waits }: Parts) {
  const store = new EventStore({ redis, codec: registry });
  const parts = { store, waits };
  const consumers = consumerGroup(name, { store, log })
    .react('inventory', onAnswers(parts))
    .react('payment', onAnswers(parts))
    .timers('order', timers(parts))
    .project('order', readModels.projector)
    .project('product', readModels.projector);
  const api = createApi({
    ...{ name, log, store, redis, category: 'order' },
    title: 'QuickMart orders',
    description:
      'Orders, from the basket to the return: priced here, reserved by the inventory, paid, shipped.',
    tags: [{ name: 'Orders', description: 'Place, follow, cancel, ship, return' }],
    gauges: consumerGauges(consumers, store),
    ready: {
      redis: () => redis.ping(),
      database: () => readModels.ping(),
      consumers: () => consumers.healthy(),
    },
  });
  routes(api, { ...parts, readModels });
  progressRoutes(api, parts);
  return { api, consumers };
}
