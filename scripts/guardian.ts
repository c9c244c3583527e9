// Outlives a start that is killed -9 and stops what it left: its stdin is a pipe from the start script, which the
// kernel closes whatever way that process ends. After an orderly stop there is nothing left in run.json to clear.
// Run as: node guardian.ts <run.json> <pid of its owner>

import { rmSync } from 'node:fs';
import { clearLeftovers, readRun } from './run-file.ts';

const [file = '', ownerPid] = process.argv.slice(2);
const ownRun = () => {
  const run = readRun(file);
  return run && String(run.owner.pid) === ownerPid ? run : undefined;
};

// Signals are for the start script to handle; this process ends when that one has.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

process.stdin.resume();
process.stdin.once('close', async () => {
  const run = ownRun();
  if (!run) return;
  await clearLeftovers(run);
  // The next start may have taken the directory over meanwhile: then the file is its own.
  if (ownRun()) rmSync(file, { force: true });
});
