// .data/: everything that a run keeps. Redis's log of events, the read models, the logs, and run.json.

import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Failure, messageOf } from './failure.mjs';

const freeBytesMin = 64 * 1024 * 1024;
const inWords = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'you may not write there'],
  ['EPERM', 'you may not write there'],
  ['EROFS', 'the file system is read-only'],
  ['ENOTDIR', 'it is not a folder'],
  ['EEXIST', 'it is not a folder'],
]);

/** Throws a Failure when the folder cannot be made, written to, or has next to no room. */
export function requireWritable(dataDir: string): void {
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    tryWriting(join(dataDir, `.probe-${process.pid}`));
  } catch (error) {
    const reason = inWords.get(codeOf(error) ?? '') ?? messageOf(error);
    throw new Failure(`${dataDir} cannot be written: ${reason}. Make room or give access, then start again.`);
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize >= freeBytesMin) return;
  throw new Failure(
    `The disk of ${dataDir} has only ${Math.floor((bavail * bsize) / 2 ** 20)} MiB left. Make room, then start again.`,
  );
}

function tryWriting(probe: string): void {
  try {
    writeFileSync(probe, Buffer.alloc(64 * 1024), { flush: true });
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Removes everything but the files named in `keep`. */
export function wipe(dataDir: string, keep: readonly string[]): void {
  for (const entry of readdirSync(dataDir)) {
    if (!keep.includes(entry)) rmSync(join(dataDir, entry), { recursive: true, force: true });
  }
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
}
