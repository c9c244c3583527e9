/** The order service, whole but for its process: `main.ts` runs it, and the tools in `qa/` use its parts. */
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
import { limits } from './limits.ts';
import { order } from './order.ts';
import { problems } from './problems.ts';
import { progressRoutes } from './progress-routes.ts';
import { onAnswers, timers } from './reactions.ts';
import { catalog, orderList } from './read-models.ts';
import { routes } from './routes.ts';
import { salesRoutes } from './sales.ts';

export { problems } from './problems.ts';
export const name = 'order';
/** Whose keys it works with in Redis. */
export const categories = ['order', 'product', 'inventory', 'payment'];
export const aggregates = [order];
export const projections = [orderList, catalog];
export const migrations = fileURLToPath(new URL('../drizzle', import.meta.url));

const wait = (usualMs: number) => wholeNumber(1, requestLimits.waitMsMax).default(usualMs);
/** From the environment: RESERVATION_WAIT_MS and so on. */
export const settings = {
  reservationWaitMs: wait(limits.reservationWaitMs),
  paymentWaitMs: wait(limits.paymentWaitMs),
  confirmationWaitMs: wait(limits.confirmationWaitMs),
  settlementWaitMs: wait(limits.settlementWaitMs),
};

type Parts = Pick<ApiOptions, 'redis' | 'log'> & {
  readModels: ReadModels;
  settings: z.output<z.ZodObject<typeof settings>>;
};

export function wire({ redis, log, readModels, settings: waits }: Parts) {
  const store = new EventStore({
    redis,
    codec: registry,
    sameLog: (log) => readModels.assertSameLog(log),
  });
  const parts = { store, waits };
  const consumers = consumerGroup(name, { store, log })
    .react('inventory', onAnswers(parts))
    .react('payment', onAnswers(parts))
    .timers('order', timers(parts))
    .project('order', readModels.projector)
    .project('product', readModels.projector);
  const api = createApi({
    problems,
    ...{ name, log, store, redis, category: 'order' },
    title: 'QuickMart orders',
    description:
      'Orders, from the basket to the return: priced here, reserved by the inventory, paid, shipped.',
    tags: [
      { name: 'Orders', description: 'Place, follow, cancel, ship, return' },
      { name: 'Sales', description: 'What was sold' },
    ],
    copies: readModels,
    gauges: consumerGauges(consumers, store),
    ready: {
      redis: redisCheck(redis, categories),
      log: logCheck(store.log, 'order'),
      database: () => readModels.ping(),
      consumers: () => consumers.healthy(),
    },
  });
  routes(api, { ...parts, readModels });
  progressRoutes(api, parts);
  salesRoutes(api, { readModels });
  return { api, consumers };
}
