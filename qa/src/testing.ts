/** For tests: commands as they are typed, and the real services as whole processes with a private Redis and databases. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startRedis } from '@quickmart/streams/testing';
import type { Lab } from './lab.ts';
import { type Request, request } from './lab-io.ts';
import { run } from './program.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The pinned Node itself: the link in node_modules/.bin may be a shell script, which swallows signals. */
export const node = join(root, 'node_modules', 'node', 'bin', 'node');

/** `pnpm qa <args>` in this process, on a lab where one is given. */
export async function qa(
  lab: Lab | undefined,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const target = lab ? ['--redis', lab.url, '--data', lab.data] : [];
  const said = { out: '', err: '' };
  const [out, err] = [process.stdout.write, process.stderr.write];
  const listen = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    said[name] += text;
    return true;
  };
  process.stdout.write = listen('out');
  process.stderr.write = listen('err');
  try {
    return { code: await run([...args, ...target]), ...said };
  } finally {
    Object.assign(process.stdout, { write: out });
    Object.assign(process.stderr, { write: err });
    // What a command says is no outcome of the tests.
    process.exitCode = undefined;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what an API answers has no type here.
type Body = any;

/** Sends a request that must succeed; its body. */
export async function send(lab: Lab, service: string, sent: Request): Promise<Body> {
  const { status, body } = await request(lab, service, sent);
  if (status >= 300) throw new Error(`${sent.method} ${sent.path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

export const serviceNames = ['product', 'inventory', 'order'] as const;
export type ServiceName = (typeof serviceNames)[number];
export type TestServices = {
  dir: string;
  url(name: ServiceName): string;
  /** SIGKILL, then nothing answers until {@link TestServices.start}. */
  kill(name: ServiceName): Promise<void>;
  /** Back when it is ready. */
  start(name: ServiceName): Promise<void>;
  stop(): Promise<void>;
};

export async function startServices(): Promise<TestServices> {
  const dir = mkdtempSync(join(tmpdir(), 'quickmart-qa-'));
  const redis = await startRedis();
  const ports = new Map<ServiceName, number>();
  for (const name of serviceNames) ports.set(name, await freePort());
  const running = new Map<ServiceName, ChildProcess>();
  const url = (name: ServiceName) => `http://127.0.0.1:${ports.get(name)}`;

  const start = async (name: ServiceName) => {
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
  const kill = async (name: ServiceName) => {
    const child = running.get(name);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
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
  return { dir, url, kill, start, stop };
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
