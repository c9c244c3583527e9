/** How long after an append its row is there: the whole way, embedded, at a steady rate. */
import { consumerGroup, type Projector, type StoredEvent } from '@quickmart/streams';
import type { Sample } from '../bars.ts';
import { percentile } from '../statistics.ts';
import { type BuildOptions, open } from './build.ts';
import { connect, eventAt, silent } from './workload.ts';

const ratePerSecond = 1000;
const warmSeconds = 2;

/** From the call of append until the commit of the transaction that has the event. `events` says how many count. */
export async function lag({ redisUrl, databaseUrl, events, products }: BuildOptions): Promise<Sample> {
  const { redis, store } = connect(redisUrl);
  const readModels = await open(databaseUrl);
  const appendedAt = new Map<string, number>();
  const lags: number[] = [];
  const warm = warmSeconds * ratePerSecond;
  const committed = ({ aggregateId, version }: StoredEvent) => {
    const began = appendedAt.get(`${aggregateId} ${version}`);
    if (began !== undefined) lags.push(performance.now() - began);
  };
  const group = consumerGroup('bench', { store, logger: silent });
  group.project('product', watched(readModels.projector, committed)).start();
  const began = performance.now();
  const appends: Promise<unknown>[] = [];
  for (let at = 0; at < warm + events; ) {
    const due = Math.min(warm + events, Math.floor(((performance.now() - began) / 1000) * ratePerSecond));
    for (; at < due; at++) {
      const one = eventAt(at, products);
      if (at >= warm) appendedAt.set(`${one.id} ${one.expectedVersion + 1}`, performance.now());
      appends.push(store.log.append({ category: 'product', aggregates: [one] }));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(appends);
  const deadline = performance.now() + 30_000;
  while (lags.length < events && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (lags.length !== events) throw new Error(`${lags.length} of ${events} events were projected`);
  await group.stop();
  await readModels.close();
  redis.disconnect();
  lags.sort((a, b) => a - b);
  return { p50: percentile(lags, 50), p99: percentile(lags, 99), worst: lags.at(-1)! };
}

const watched = (projector: Projector, committed: (event: StoredEvent) => void): Projector => ({
  begin: (log, name) => projector.begin?.(log, name) ?? Promise.resolve(),
  checkpoint: (category, partition) => projector.checkpoint(category, partition),
  park: (event) => projector.park(event),
  apply: async (category, events) => {
    await projector.apply(category, events);
    for (const event of events) committed(event);
  },
});
