// Before anything else: the Node of this machine is new enough, and what the lockfile says is installed. What comes after
// it is TypeScript, on the pinned Node: see run.sh.

import { fileURLToPath } from 'node:url';
import { explained } from './failure.mjs';
import { install, requireNode } from './install.mjs';
import { fail, step } from './terminal.mjs';

try {
  requireNode();
  await install({ root: fileURLToPath(new URL('..', import.meta.url)), say: step });
} catch (error) {
  fail(explained(error));
  process.exitCode = 1;
}
