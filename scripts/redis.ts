// Where Redis comes from, in this order: REDIS_URL; redis-server or valkey-server on PATH (with apt first, where that
// is possible), private to the data directory; a running Docker; else a message that says what to do on this system.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { which } from './apt.ts';
import { Failure } from './failure.mjs';
import { requireRedis, versionMin } from './redis-info.ts';
import { findRedisServer, type RedisServer } from './redis-server.ts';

/** `command` is what to run for a Redis of our own on a port; without one, the Redis at `url` is somebody else's. */
export type RedisSource = {
  from: string;
  url: (port: number) => string;
  command?: (port: number) => { file: string; args: string[] };
};
type Env = NodeJS.ProcessEnv;
type Options = { env: Env; dataDir: string; say: (text: string) => void };

export async function findRedis({ env, dataDir, say }: Options): Promise<RedisSource> {
  const url = env.REDIS_URL;
  if (url) return { from: `REDIS_URL (Redis ${await requireRedis(url)})`, url: () => url };
  const folder = join(dataDir, 'redis');
  mkdirSync(folder, { recursive: true });
  const server = findRedisServer({ env, say });
  if (server) return fromBinary(server, folder, env);
  if (dockerRuns(env)) return fromDocker(folder, env, say);
  throw new Failure(
    `No Redis ${versionMin} or newer was found. ${advice()}, or start Docker, or set REDIS_URL=redis://host:port.`,
  );
}

const loopbackUrl = (port: number): string => `redis://127.0.0.1:${port}`;

/** The events live here: every write is logged, synced each second or at once, and nothing is ever evicted. */
const settings = (port: number, env: Env): string[] => [
  ...['--port', String(port), '--save', '', '--appendonly', 'yes'],
  ...['--appendfsync', env.DURABILITY === 'fsync' ? 'always' : 'everysec'],
  ...['--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
];

function fromBinary({ path, version }: RedisServer, folder: string, env: Env): RedisSource {
  const local = ['--bind', '127.0.0.1', '--protected-mode', 'yes', '--dir', folder];
  return {
    from: `${path} ${version}`,
    url: loopbackUrl,
    command: (port) => ({ file: path, args: [...settings(port, env), ...local] }),
  };
}

const dockerRuns = (env: Env): boolean =>
  which('docker', env) !== undefined &&
  spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { env, timeout: 15_000 }).status === 0;

function fromDocker(folder: string, env: Env, say: Options['say']): RedisSource {
  const image = 'redis:8';
  if (spawnSync('docker', ['image', 'inspect', image], { env, stdio: 'ignore' }).status !== 0) {
    say(`pulling ${image} with Docker`);
    spawnSync('docker', ['pull', '--quiet', image], { env, stdio: 'inherit' });
  }
  // One name per data directory, so that a container which outlived a killed start is replaced.
  const name = `quickmart-redis-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  spawnSync('docker', ['rm', '--force', name], { env, stdio: 'ignore' });
  const user = process.getuid ? ['--user', `${process.getuid()}:${process.getgid?.()}`] : [];
  const args = (port: number) => [
    ...[
      'run',
      '--rm',
      '--name',
      name,
      '--publish',
      `127.0.0.1:${port}:6379`,
      '--volume',
      `${folder}:/data`,
      ...user,
    ],
    // In the container the bridge is not loopback; from outside only loopback is published.
    ...[image, 'redis-server', ...settings(6379, env), '--protected-mode', 'no'],
  ];
  return {
    from: `Docker, ${image}`,
    url: loopbackUrl,
    command: (port) => ({ file: 'docker', args: args(port) }),
  };
}

/** What to do on this system. */
export function advice(platform = process.platform): string {
  if (platform === 'darwin') return 'Run `brew install redis`';
  if (platform === 'win32') return 'Run this inside WSL 2 (there: `sudo apt-get install redis-server`)';
  if (existsSync('/etc/debian_version')) return 'Run `sudo apt-get install redis-server`';
  if (existsSync('/etc/alpine-release')) return 'Run `apk add redis`';
  if (existsSync('/etc/arch-release')) return 'Run `sudo pacman -S valkey`';
  if (existsSync('/etc/redhat-release')) return 'Run `sudo dnf install valkey` (or redis)';
  return 'Install redis-server or valkey-server with your package manager';
}
