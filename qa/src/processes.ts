/** A private copy of the system: the real services as whole processes, with a Redis and databases of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startRedis } from '@quickmart/streams/testing';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The pinned Node itself: the link in node_modules/.bin may be a shell script, which swallows signals. */
export const node = join(root, 'node_modules', 'node', 'bin', 'node');

export const serviceNames = ['product', 'inventory', 'order', 'payment'] as const;
export type ServiceName = (typeof serviceNames)[number];
/** What can be struck. */
export const partNames = [...serviceNames, 'redis'] as const;
export type PartName = (typeof partNames)[number];
export type PrivateSystem = {
  dir: string;
  redisUrl: string;
  url(name: ServiceName): string;
  /** SIGKILL, then nothing answers until {@link PrivateSystem.start}. */
  kill(name: PartName): Promise<void>;
  /** SIGSTOP, and on again after a while: as a machine that swaps, or a network that is gone. */
  pause(name: PartName, forMs: number): Promise<void>;
  /** Back when it is ready. */
  start(name: PartName): Promise<void>;
  stop(): Promise<void>;
};

export async function startPrivateSystem(): Promise<PrivateSystem> {
  const dir = mkdtempSync(join(tmpdir(), 'quickmart-qa-'));
  const redis = await startRedis({ appendOnly: true }); // synced at every write: a kill loses nothing acknowledged
  const ports = new Map<ServiceName, number>();
  for (const name of serviceNames) ports.set(name, await freePort());
  const running = new Map<ServiceName, ChildProcess>();
  const url = (name: ServiceName) => `http://127.0.0.1:${ports.get(name)}`;

  const start = async (name: PartName) => {
    if (name === 'redis') return await redis.restart();
    const env = {
      ...process.env,
      ...{ REDIS_URL: redis.url, DATABASE_URL: `file:${dir}/${name}.sqlite`, LOG_LEVEL: 'error' },
      ...{ HOST: '127.0.0.1', PORT: String(ports.get(name)), INITIAL_STOCK: '100', ROLE: 'all' },
    };
    const stdio = ['ignore', 'inherit', 'inherit'] as const;
    const child = spawn(node, [`apps/${name}/src/main.ts`], { cwd: root, env, stdio: [...stdio] });
    running.set(name, child);
    await ready(name, url(name), child);
  };
  const kill = async (name: PartName) => {
    if (name === 'redis') return await redis.kill();
    const child = running.get(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const pause = async (name: PartName, forMs: number) => {
    const child = name === 'redis' ? redis.process : running.get(name);
    child?.kill('SIGSTOP');
    await sleep(forMs);
    child?.kill('SIGCONT');
  };
  const stop = async () => {
    await Promise.all(serviceNames.map(kill));
    await redis.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await Promise.all(serviceNames.map(start));
  } catch (error) {
    await stop();
    throw error;
  }
  return { dir, redisUrl: redis.url, url, kill, pause, start, stop };
}

async function ready(name: ServiceName, url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`${name} is not ready after 30 s`);
    await sleep(50);
  }
}
