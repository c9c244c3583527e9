/** For tests that have no log to build from: read models that serve at once, and are empty. */

import { connect } from '../src/connect.ts';
import { type OpenOptions, openReadModels, type ReadModels } from '../src/index.ts';
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
