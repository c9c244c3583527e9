/** The product service, whole but for its process: `main.ts` runs it, and the tools in `qa/` use its parts. */
import { fileURLToPath } from 'node:url';
import { registry } from '@quickmart/contracts/registry';
import type { ReadModels } from '@quickmart/projections';
import { type ApiOptions, consumerGauges, createApi, logCheck, redisCheck } from '@quickmart/service';
import { consumerGroup, EventStore } from '@quickmart/streams';
import { catalog } from './catalog.ts';
import { categoryList } from './categories.ts';
import { categoryTree } from './category.ts';
import { categoryRoutes } from './category-routes.ts';
import { importPath, importRoutes } from './import/route.ts';
import { problems } from './problems.ts';
import { product } from './product.ts';
import { routes } from './routes.ts';

export { problems } from './problems.ts';
export const name = 'product';
/** Whose keys it works with in Redis. */
export const categories = ['product'];
export const aggregates = [product, categoryTree];
export const projections = [catalog, categoryList];
export const migrations = fileURLToPath(new URL('../drizzle', import.meta.url));

type Parts = Pick<ApiOptions, 'redis' | 'log'> & { readModels: ReadModels };

export function wire({ redis, log, readModels }: Parts) {
  const store = new EventStore({
    redis,
    codec: registry,
    sameLog: (log) => readModels.assertSameLog(log),
  });
  const consumers = consumerGroup(name, { store, log }).project('product', readModels.projector);
  const api = createApi({
    problems,
    ...{ name, log, store, redis, category: 'product', streamed: [importPath] },
    title: 'QuickMart products',
    description: 'The catalog: products, their prices and their history.',
    tags: [
      { name: 'Products', description: 'What can be sold' },
      { name: 'Categories', description: 'The tree that products are sorted into' },
    ],
    copies: readModels,
    gauges: consumerGauges(consumers, store),
    ready: {
      redis: redisCheck(redis, categories),
      log: logCheck(store.log, 'product'),
      database: () => readModels.ping(),
      consumers: () => consumers.healthy(),
    },
  });
  routes(api, { store, readModels });
  importRoutes(api, { store });
  categoryRoutes(api, { store, readModels });
  return { api, consumers };
}
