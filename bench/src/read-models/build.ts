/** A read model from the log in Redis: ours, and as it is written by hand, row by row through the same drizzle. */
import type { ReadModels } from '@quickmart/projections';
import { openTables } from '@quickmart/service';
import { decodeEvent, rawEvent, readCategory, type StoredEvent } from '@quickmart/streams';
import { products } from '../../../apps/product/src/catalog.ts';
import product from '../../../apps/product/src/service.ts';
import type { Sample } from '../bars.ts';
import { openRows } from './rows.ts';
import { connect, type Size, silent } from './workload.ts';

export type BuildOptions = Size & { redisUrl: string; databaseUrl: string };

export const open = (url: string): Promise<ReadModels> => openTables(product, { url, logger: silent });

/** What it took, with the process's CPU time per event. */
export async function metered(events: number, work: () => Promise<unknown>): Promise<Sample> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  return { perSecond: events / seconds, cpuUs: (user + system) / events, peakMiB };
}

async function countProducts(readModels: ReadModels): Promise<number> {
  const sort = { column: 'id', direction: 'asc' } as const;
  return (await readModels.list(products.table, { sort, limit: 1, includeTotal: true })).total ?? 0;
}

export async function ours({ redisUrl, databaseUrl, events, ...size }: BuildOptions): Promise<Sample> {
  const { redis, store } = connect(redisUrl);
  const readModels = await open(databaseUrl);
  const sample = await metered(events, () => readModels.rebuild({ log: store.log, group: 'bench' }));
  const found = await countProducts(readModels);
  if (found !== size.products) throw new Error(`${found} of ${size.products} products were built`);
  await readModels.close();
  redis.disconnect();
  return sample;
}

/** Per event one transaction: read the row, fold, upsert it, upsert the checkpoint. */
export async function rowByRow({ redisUrl, databaseUrl, events }: BuildOptions): Promise<Sample> {
  const { redis, store } = connect(redisUrl);
  const rows = await openRows(databaseUrl);
  let left = events;
  const sample = await metered(events, async () => {
    for await (const page of readCategory(redis, 'product'))
      for (const { category, partition, entry } of page) {
        if (left-- <= 0) return;
        await rows.apply(decodeEvent(store.log.codec, rawEvent(category, partition, entry)) as StoredEvent);
      }
  });
  await rows.close();
  redis.disconnect();
  return sample;
}
