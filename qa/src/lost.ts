/** Read models whose log has lost events that they come from: a flush, a failover, an old backup that was put back. */
import { existsSync } from 'node:fs';
import { lostCheckpoints, openReadModels } from '@quickmart/projections';
import { type Service, services } from './services.ts';
import { databaseOf, fileOf, silentLog, type Target } from './target.ts';

/** `epoch`: the highest that the read model has seen. */
export type Lost = { service: string; projection: string; category: string; epoch: number };

/** One per read model and category. A database that cannot be read says nothing: `verify` says why. */
export async function lostReadModels(target: Target): Promise<Lost[]> {
  const found = await Promise.all(services.map((service) => lostOf(service, target)));
  return found.flat();
}

async function lostOf({ name, projections, migrations }: Service, { redis, data }: Target): Promise<Lost[]> {
  const url = databaseOf(name, data);
  const file = fileOf(url);
  if (file !== undefined && !existsSync(file)) return [];
  const options = { url, projections, migrations, log: silentLog, readOnly: true };
  const readModels = await openReadModels(options).catch(() => undefined);
  if (readModels === undefined) return [];
  try {
    const lost = await lostCheckpoints(redis, await readModels.servingCheckpoints());
    const byReadModel = Map.groupBy(lost, ({ projection, category }) => `${projection} ${category}`);
    return [...byReadModel.values()].map((rows) => {
      const { projection, category } = rows[0]!;
      return { service: name, projection, category, epoch: Math.max(...rows.map(({ epoch }) => epoch)) };
    });
  } finally {
    await readModels.close();
  }
}
