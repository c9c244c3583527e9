/** One million products: memory while their read model is built, then pages of their list. */
import { type ListQuery, withDetail } from '@quickmart/projections';
import { products } from '../../../apps/product/src/catalog.ts';
import { productAttributes } from '../../../apps/product/src/schema.ts';
import type { Sample } from '../bars.ts';
import { percentile } from '../statistics.ts';
import { type BuildOptions, metered, open } from './build.ts';
import { connect } from './workload.ts';

type Query = Omit<ListQuery<typeof products.table>, 'limit' | 'cursor'>;
const newest = { column: 'createdAt', direction: 'desc' } as const;
const byName = { column: 'name', direction: 'asc' } as const;
const price = (op: 'gte' | 'lte', value: number) => ({ column: 'priceAmount', op, value }) as const;
const text = (value: string) => ({ column: 'name', op: 'contains', value }) as const;
const category = { column: 'category', op: 'eq', value: 'category-7' } as const;

/** Filters that leave nearly all, some, or hardly any rows, with orders that have nothing to do with them. */
const lists: Record<string, Query> = {
  newest: { sort: newest },
  byName: { sort: byName },
  allActiveByName: { sort: byName, where: [{ column: 'status', op: 'eq', value: 'active' }] },
  noneArchivedByName: { sort: byName, where: [{ column: 'status', op: 'eq', value: 'archived' }] },
  categoryNewest: { sort: newest, where: [category] },
  categoryByName: { sort: byName, where: [category] },
  dearestNewest: { sort: newest, where: [price('gte', 99_990)] },
  halfNewest: { sort: newest, where: [price('gte', 50_000)] },
  blueByPrice: {
    sort: { column: 'priceAmount', direction: 'asc' },
    where: [
      withDetail(productAttributes, [
        { column: 'name', op: 'eq', value: 'colour' },
        { column: 'value', op: 'eq', value: '"blue"' },
      ]),
    ],
  },
  dearestOfCategory: { sort: byName, where: [category, price('gte', 90_000)] },
  search: { sort: newest, where: [text('mug a')] },
};
const searchForNothing: Query = { sort: newest, where: [text('no such mug')] };

export async function million({ redisUrl, databaseUrl, events }: BuildOptions): Promise<Sample> {
  const { redis, store } = connect(redisUrl);
  const readModels = await open(databaseUrl);
  const resident: number[] = [];
  const onProgress = () => resident.push(process.memoryUsage().rss);
  const built = await metered(events, () =>
    readModels.rebuild({ log: store.log, group: 'bench', onProgress }),
  );
  redis.disconnect();
  const third = Math.floor(resident.length / 3);
  const [second, last] = [resident.slice(third, 2 * third), resident.slice(2 * third)].map((part) =>
    Math.max(...part),
  );
  const page = async (query: Query): Promise<number[]> => {
    const times: number[] = [];
    let cursor: string | undefined;
    for (let n = 0; n < 20; n++) {
      const began = performance.now();
      const found = await readModels.list(products.table, { ...query, cursor, limit: 20 });
      times.push(performance.now() - began);
      cursor = found.nextCursor ?? undefined;
    }
    return times.sort((a, b) => a - b);
  };
  const sample: Sample = { ...built, growth: last! / second! };
  for (const [name, query] of Object.entries(lists)) sample[`${name}Ms`] = percentile(await page(query), 95);
  sample.worstPageMs = Math.max(...Object.keys(lists).map((name) => sample[`${name}Ms`]!));
  sample.searchForNothingMs = percentile(await page(searchForNothing), 50);
  await readModels.close();
  return sample;
}
