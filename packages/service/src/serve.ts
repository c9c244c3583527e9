/**
 * The one program of all services: `node packages/service/src/serve.ts order`, `… order payment`, `… all`.
 * A file of its own that nothing imports: what the services import must not wait for it.
 */

import { startFailure } from './process/process.ts';
import { StartError } from './process/start-error.ts';
import type { AnyDefinition } from './run/definition.ts';
import { allServices, findService, serviceNames } from './run/discover.ts';
import { serve } from './run/serving.ts';

async function chosen(names: readonly string[]): Promise<AnyDefinition[]> {
  if (names.length === 0) throw new StartError(`say which services: all, or of ${serviceNames().join(', ')}`);
  if (names.length === 1 && names[0] === 'all') return await allServices();
  return await Promise.all([...new Set(names)].map(findService));
}

try {
  await serve(await chosen(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(startFailure('serve', error));
  process.exit(1);
}
