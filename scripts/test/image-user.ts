// The user that the image runs as, on this machine: a folder that it may enter, with a Node in it. The checkout may lie
// where others may not go (below /root, in a home of mode 700), and the folder for temporary files may, too.

import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `uid`: whom to run as; undefined where only root could choose. */
export type ImageUser = { uid: number | undefined; folder: string; node: string; remove(): void };

/** The user `node` of the official images. */
const nodeUid = 1000;

export function imageUser(): ImageUser {
  const uid = process.getuid?.() === 0 ? nodeUid : undefined;
  const places = [...new Set([tmpdir(), '/tmp', '/var/tmp', '/dev/shm'])];
  const problems: string[] = [];
  for (const place of places) {
    const user = userIn(place, uid);
    if (typeof user !== 'string') return user;
    problems.push(`${place}: ${user}`);
  }
  throw new Error(`no folder that the user ${uid} may run programs in: ${problems.join('; ')}`);
}

/** Or why this place is none. */
function userIn(place: string, uid: number | undefined): ImageUser | string {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(place, 'quickmart-image-'));
    chmodSync(folder, 0o755);
    const node = join(folder, 'node');
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755); // whatever the umask was when it was installed
    const { status, error } = spawnSync(node, ['--version'], uid === undefined ? {} : { uid });
    const remove = () => rmSync(folder ?? '', { recursive: true, force: true });
    if (status === 0) return { uid, folder, node, remove };
    remove();
    return error?.message ?? `node ends with ${status}`;
  } catch (error) {
    if (folder) rmSync(folder, { recursive: true, force: true });
    return String(error);
  }
}
