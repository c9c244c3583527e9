/** Fresh processes on a private Redis, for one measurement. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { variableOf } from '@quickmart/service';
import { freePort, startRedis } from '@quickmart/streams/testing';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** `floor`, or a service. */
type Program = string;
/** A process per service; all in one; all twice, once for requests and once for the work behind. */
export const forms = ['split', 'shared', 'roles'] as const;
export type Form = (typeof forms)[number];

export type Running<Name extends Program = Program> = {
  url: Record<Name, string>;
  redisUrl: string;
  peakMiB(): Record<string, number>;
  stop(): Promise<void>;
};

type Env = Record<string, string>;
type Part = { name: string; args: readonly string[]; env: Env };

/** Starts a Redis (AOF every second, as in production) and the programs; resolves when all are ready. */
export async function start<Name extends Program>(
  programs: readonly Name[],
  form: Form = 'split',
): Promise<Running<Name>> {
  const redis = await startRedis({ args: ['--appendonly', 'yes', '--appendfsync', 'everysec'] });
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-bench-'));
  const ports = new Map(await Promise.all(programs.map(async (name) => [name, await freePort()] as const)));
  const children = partsOf(programs, form, (name) => settingsOf(name, ports.get(name as Name)!, folder)).map(
    ({ name, args, env }) => {
      const options = { REDIS_URL: redis.url, LOG_LEVEL: 'warn' };
      const child = spawn(process.execPath, args, {
        cwd: root,
        env: { ...process.env, ...options, ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return [name, child] as const;
    },
  );
  const urls = [...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}`] as const);
  await Promise.all(urls.map(([, url]) => ready(url)));
  return {
    url: Object.fromEntries(urls) as Record<Name, string>,
    redisUrl: redis.url,
    peakMiB: () => Object.fromEntries(children.map(([name, { pid }]) => [name, peakMiB(pid)])),
    stop: async () => {
      await Promise.all(children.map(([, child]) => ended(child)));
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settingsOf(name: string, port: number, folder: string): Env {
  if (name === 'floor') return { PORT: `${port}` };
  return {
    [variableOf(name, 'port')]: `${port}`,
    [variableOf(name, 'databaseUrl')]: `file:${join(folder, `${name}.sqlite`)}`,
  };
}

function partsOf(programs: readonly string[], form: Form, envOf: (name: string) => Env): Part[] {
  const serve = 'packages/service/src/serve.ts';
  const argsOf = (name: string) => (name === 'floor' ? ['bench/src/floor.ts'] : [serve, name]);
  if (form === 'split') return programs.map((name) => ({ name, args: argsOf(name), env: envOf(name) }));
  const env = Object.assign({}, ...programs.map(envOf)) as Env;
  const whole = { name: 'services', args: [serve, ...programs], env };
  if (form === 'shared') return [whole];
  const anywhere = Object.fromEntries(programs.map((name) => [variableOf(name, 'port'), '0']));
  return [
    { ...whole, name: 'requests', env: { ...env, ROLE: 'api' } },
    { ...whole, name: 'workers', env: { ...env, ...anywhere, ROLE: 'worker' } },
  ];
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
