/** Fresh processes on a private Redis, for one measurement. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startRedis } from '@quickmart/streams/testing';

const root = fileURLToPath(new URL('../..', import.meta.url));
const argsOf = (program: Program): string[] =>
  program === 'floor' ? ['bench/src/floor.ts'] : ['packages/service/src/serve.ts', program];
/** `floor`, or a service. */
type Program = string;
export type Running<Name extends Program = Program> = {
  url: Record<Name, string>;
  redisUrl: string;
  peakMiB(): Record<string, number>;
  stop(): Promise<void>;
};

/** Starts a Redis (AOF every second, as in production) and the programs; resolves when all are ready. */
export async function start<Name extends Program>(programs: readonly Name[]): Promise<Running<Name>> {
  const redis = await startRedis({ args: ['--appendonly', 'yes', '--appendfsync', 'everysec'] });
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-bench-'));
  const url: Record<string, string> = {};
  const children: [Program, ChildProcess][] = [];
  for (const program of programs) {
    const port = await freePort();
    const database = `file:${join(folder, `${program}.sqlite`)}`;
    const settings = { PORT: `${port}`, REDIS_URL: redis.url, DATABASE_URL: database, LOG_LEVEL: 'warn' };
    const env = { ...process.env, ...settings };
    const child = spawn(process.execPath, argsOf(program), {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push([program, child]);
    url[program] = `http://127.0.0.1:${port}`;
  }
  await Promise.all(Object.values(url).map(ready));
  return {
    url: url as Record<Name, string>,
    redisUrl: redis.url,
    peakMiB: () => Object.fromEntries(children.map(([program, { pid }]) => [program, peakMiB(pid)])),
    stop: async () => {
      await Promise.all(children.map(([, child]) => ended(child)));
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error(`${url} is not ready after 10 s`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** The most memory the process ever had resident (Linux). */
function peakMiB(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
