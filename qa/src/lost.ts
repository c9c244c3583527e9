/** Read models that have applied events which the log has lost: by a flush, a failover, or an old backup. */
import { existsSync } from 'node:fs';
import { lostCheckpoints } from '@quickmart/projections';
import { openTables } from '@quickmart/service';
import { formatPosition } from '@quickmart/streams';
import { type Service, services } from './services.ts';
import { databaseOf, fileOf, silentLog, type Target } from './target.ts';

/** `epoch`: the highest that the read model has seen. `positions`: of the last lost events that it has applied. */
export type Lost = {
  service: string;
  projection: string;
  category: string;
  epoch: number;
  positions: string[];
};

/** A service whose read models could not be read. */
export type Unread = { service: string; reason: string };

/** One per read model and category. */
export async function lostReadModels(target: Target): Promise<{ lost: Lost[]; unread: Unread[] }> {
  const unread: Unread[] = [];
  const found = services.map((service) =>
    lostOf(service, target).catch((error: Error) => {
      unread.push({ service: service.name, reason: error.message });
      return [];
    }),
  );
  return { lost: (await Promise.all(found)).flat(), unread };
}

async function lostOf(service: Service, { redis, data }: Target): Promise<Lost[]> {
  const { name } = service;
  const url = databaseOf(name, data);
  const file = fileOf(url);
  if (file !== undefined && !existsSync(file)) return [];
  const readModels = await openTables(service, { url, logger: silentLog, readOnly: true });
  try {
    const lost = await lostCheckpoints(redis, await readModels.servingCheckpoints());
    const byReadModel = Map.groupBy(lost, ({ projection, category }) => `${projection} ${category}`);
    return [...byReadModel.values()].map((rows) => {
      const { projection, category } = rows[0]!;
      const epoch = Math.max(...rows.map((row) => row.epoch));
      return { service: name, projection, category, epoch, positions: rows.map(formatPosition) };
    });
  } finally {
    await readModels.close();
  }
}
