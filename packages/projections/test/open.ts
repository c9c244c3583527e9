/**
 * For tests that have no log to build from: read models that serve at once, and are empty. Processes that tests start use
 * it, too: it loads nothing that is only for tests.
 */
import type { Logger } from '@quickmart/streams';
import { connect } from '../src/connect.ts';
import { type OpenOptions, openReadModels, type Projection, type ReadModels } from '../src/index.ts';
import type { Timing } from '../src/limits.ts';
import { define } from '../src/projection/definition.ts';
import { serveEmpty } from '../src/rebuild/serve-empty.ts';

export async function openEmpty(options: OpenOptions): Promise<ReadModels> {
  const { url, adminUrl, projections, logger } = options;
  const database = await connect(url, logger, { adminUrl });
  try {
    await serveEmpty(
      database,
      projections.map((projection) => define(projection, database)),
    );
  } finally {
    await database.close();
  }
  return await openReadModels(options);
}

const ignore = () => {};
export const silent: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

export const open = (
  url: string,
  projections: readonly Projection[],
  timing: Partial<Timing> = {},
): Promise<ReadModels> => openEmpty({ url, projections, logger: silent, timing });
