// Stops what a start that was killed -9 has left. It is run when that process has ended, in whatever way (see guard.ts).
// After an orderly stop there is nothing left in run.json to clear.
// Run as: node guardian.ts <run.json> <pid of its owner>

import { rmSync } from 'node:fs';
import { clearLeftovers, readRun } from './run-file.ts';

const [file = '', ownerPid] = process.argv.slice(2);
const ownRun = () => {
  const run = readRun(file);
  return run && String(run.owner.pid) === ownerPid ? run : undefined;
};

const run = ownRun();
if (run) {
  await clearLeftovers(run);
  // The next start may have taken the directory over meanwhile: then the file is its own.
  if (ownRun()) rmSync(file, { force: true });
}
