// The redis-server or valkey-server binary of this machine; on Debian and Ubuntu as root it is installed first.

import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isTooOld, versionMin } from './redis-info.ts';

export type RedisServer = { path: string; version: string };
type Env = NodeJS.ProcessEnv;
type Say = (text: string) => void;

/** The server binary, installed with apt where that is possible; undefined = none. */
export function findRedisServer({ env, say }: { env: Env; say: Say }): RedisServer | undefined {
  return onPath(env, say) ?? (canInstall(env) ? aptInstall(env, say) : undefined);
}

function onPath(env: Env, say: Say): RedisServer | undefined {
  for (const name of ['redis-server', 'valkey-server']) {
    const path = which(name, env);
    const version = path && versionOf(path);
    if (!path || !version) continue;
    if (!isTooOld(version)) return { path, version };
    say(`${path} is ${version}, too old (${versionMin} or newer is needed): looking further`);
  }
  return undefined;
}

/** `Redis server v=7.0.15 sha=…` */
function versionOf(path: string): string | undefined {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return /\bv=(\d+\.\d+\S*)/.exec(stdout ?? '')?.[1];
}

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

const canInstall = (env: Env): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && which('apt-get', env) !== undefined;

function aptInstall(env: Env, say: Say): RedisServer | undefined {
  say('no redis-server on PATH: installing it with apt-get (as root, without starting a system service)');
  const allowed = forbidServices();
  try {
    const install = [
      'install',
      '-y',
      '--no-install-recommends',
      '-o',
      'DPkg::Lock::Timeout=120',
      'redis-server',
    ];
    if (!apt(install, env) && !(apt(['update', '-q'], env) && apt(install, env))) {
      say('apt-get could not install redis-server: looking further');
      return undefined;
    }
  } finally {
    allowed();
  }
  return onPath(env, say);
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

/**
 * Keeps the package from starting its service now and at the next boot: the data here has a Redis of its own.
 * policy-rc.d is Debian's switch for it; this one says no only while this process lives. Returns what undoes it.
 */
function forbidServices(): () => void {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !existsSync(policy);
  if (ours) {
    const script = `#!/bin/sh\n# Written by QuickMart's npm start for the time of one apt-get run.\n`;
    writeFileSync(policy, `${script}if kill -0 ${process.pid} 2>/dev/null; then exit 101; fi\nexit 0\n`, {
      mode: 0o755,
    });
  }
  return () => {
    if (ours) rmSync(policy, { force: true });
    if (existsSync('/run/systemd/system')) spawnSync('systemctl', ['disable', '--quiet', 'redis-server']);
  };
}
