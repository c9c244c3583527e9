// Programs of this machine: found on PATH, and on Debian and Ubuntu as root installed with apt.

import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Env = NodeJS.ProcessEnv;

/** The first executable of that name on PATH. */
export function which(name: string, env: Env): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const canInstall = (env: Env): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && which('apt-get', env) !== undefined;

/** Whether it is installed now. */
export function aptInstall(name: string, env: Env): boolean {
  const install = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', name];
  return apt(install, env) || (apt(['update', '-q'], env) && apt(install, env));
}

function apt(args: readonly string[], env: Env): boolean {
  const options = {
    stdio: 'pipe' as const,
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', args, options);
    return true;
  } catch {
    return false;
  }
}
