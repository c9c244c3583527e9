// Before anything else: the Node of this machine is new enough, and what the lockfile says is installed. What comes after
// it is TypeScript, on the pinned Node: see run.sh.

import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { install, requireNode } from './install.mjs';
import { fail, step } from './terminal.mjs';

try {
  requireNode();
  await install({ root: fileURLToPath(new URL('..', import.meta.url)), say: step });
} catch (error) {
  fail(
    error instanceof Failure ? error.message : `Unexpected: ${error instanceof Error ? error.stack : error}`,
  );
  process.exitCode = 1;
}
