// The redis-server or valkey-server binary of this machine; on Debian and Ubuntu as root it is installed first.

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { aptInstall, canInstall, type Env, which } from './apt.ts';
import { isTooOld, versionMin } from './redis-info.ts';

export type RedisServer = { path: string; version: string };
type Say = (text: string) => void;

/** The server binary, installed with apt where that is possible; undefined = none. */
export function findRedisServer({ env, say }: { env: Env; say: Say }): RedisServer | undefined {
  return onPath(env, say) ?? (canInstall(env) ? install(env, say) : undefined);
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

function install(env: Env, say: Say): RedisServer | undefined {
  say('no redis-server on PATH: installing it with apt-get (as root, without starting a system service)');
  const allowed = forbidServices();
  try {
    if (!aptInstall('redis-server', env)) {
      say('apt-get could not install redis-server: looking further');
      return undefined;
    }
  } finally {
    allowed();
  }
  return onPath(env, say);
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
