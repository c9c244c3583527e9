// The Redis of `pnpm turbo dev`: found or started like the one of `npm start`, on the same data. turbo runs it beside
// the services (turbo.json, `with`); dev.mjs reads in run.json where it is.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireWritable } from './data-dir.mjs';
import { Failure } from './failure.mjs';
import { System } from './system.mjs';
import { fail, masked, step } from './terminal.mjs';
import { untilStopped } from './until-stopped.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = join(root, '.data');

try {
  requireWritable(dataDir);
  const system = new System({ root, dataDir, env: process.env, name: 'pnpm turbo dev' });
  await untilStopped(system, async () => {
    await system.open();
    const { url, from } = await system.startRedis();
    step(`Redis is at ${masked(url)} (${from})`);
  });
} catch (error) {
  fail(
    error instanceof Failure ? error.message : `Unexpected: ${error instanceof Error ? error.stack : error}`,
  );
  process.exitCode = 1;
}
