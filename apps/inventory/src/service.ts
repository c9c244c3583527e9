/** The inventory service, whole but for its process: `main.ts` runs it, and the tools in `qa/` use its parts. */
import { fileURLToPath } from 'node:url';
import { registry } from '@quickmart/contracts/registry';
import type { ReadModels } from '@quickmart/projections';
import {
  type ApiOptions,
  consumerGauges,
  createApi,
  logCheck,
  redisCheck,
  requestLimits,
  wholeNumber,
} from '@quickmart/service';
import { consumerGroup, EventStore } from '@quickmart/streams';
import type { z } from 'zod';
import { importPath, importRoutes } from './import/route.ts';
import { limits } from './limits.ts';
import { problems } from './problems.ts';
import { onOrder, onProduct, type ReactionOptions, timers } from './reactions.ts';
import { openReservations, stockLevels } from './read-models.ts';
import { reservation } from './reservation.ts';
import { routes } from './routes.ts';
import { stockItem } from './stock-item.ts';

export { problems } from './problems.ts';
export const name = 'inventory';
/** Whose keys it works with in Redis. */
export const categories = ['inventory', 'product', 'order'];
export const aggregates = [stockItem, reservation];
export const projections = [stockLevels, openReservations];
export const migrations = fileURLToPath(new URL('../drizzle', import.meta.url));

/** From the environment: INITIAL_STOCK and so on. */
export const settings = {
  initialStock: wholeNumber(0, limits.quantityMax).default(100),
  lowStockThreshold: wholeNumber(0, limits.quantityMax).default(10),
  reservationHoldMs: wholeNumber(1, requestLimits.waitMsMax).default(limits.reservationHoldMs),
};

type Parts = Pick<ApiOptions, 'redis' | 'log'> & {
  readModels: ReadModels;
  settings: z.output<z.ZodObject<typeof settings>>;
};

export function wire({ redis, log, readModels, settings }: Parts) {
  const store = new EventStore({
    redis,
    codec: registry,
    sameLog: (log) => readModels.assertSameLog(log),
  });
  const reactions: ReactionOptions = { store, ...settings };
  const consumers = consumerGroup(name, { store, log })
    .react('product', onProduct(reactions))
    .react('order', onOrder(reactions))
    .timers('inventory', timers(reactions))
    .project('inventory', readModels.projector);
  const api = createApi({
    problems,
    ...{ name, log, store, redis, category: 'inventory', streamed: [importPath] },
    title: 'QuickMart inventory',
    description: 'Stock per product, and what is set aside for orders.',
    tags: [{ name: 'Inventory', description: 'On hand, reserved, available' }],
    copies: readModels,
    gauges: consumerGauges(consumers, store),
    ready: {
      redis: redisCheck(redis, categories),
      log: logCheck(store.log, 'inventory'),
      database: () => readModels.ping(),
      consumers: () => consumers.healthy(),
    },
  });
  routes(api, { store, readModels, lowStockThreshold: settings.lowStockThreshold });
  importRoutes(api, { store, readModels, lowStockThreshold: settings.lowStockThreshold });
  return { api, consumers };
}
