/**
 * The system as it is deployed: one process per service, a Redis and database files of its own, free ports.
 * Services can be stopped in order, killed, and started again on the same port and data.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startRedis, type TestRedis } from '@quickmart/streams/testing';
import { afterAll, beforeAll } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const names = ['product', 'inventory', 'order', 'payment'] as const;
export type ServiceName = (typeof names)[number];

export class Service {
  readonly name: ServiceName;
  readonly url: string;
  readonly #env: Record<string, string>;
  readonly #logFile: string;
  #process: ChildProcess | undefined;

  constructor(
    name: ServiceName,
    port: number,
    folder: string,
    redisUrl: string,
    env: Record<string, string> = {},
  ) {
    this.name = name;
    this.url = `http://127.0.0.1:${port}`;
    this.#logFile = logFile(folder, name);
    const databaseUrl = `file:${join(folder, `${name}.sqlite`)}`;
    const own = { PORT: `${port}`, REDIS_URL: redisUrl, DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' };
    this.#env = { ...own, ...env };
  }

  /** Resolves when it is ready; rejects with the end of its log when it exits or does not get ready. */
  async start(): Promise<void> {
    const log = openSync(this.#logFile, 'a');
    const { PATH = '' } = process.env;
    this.#process = spawn(process.execPath, [join(repository, 'apps', this.name, 'src', 'main.ts')], {
      env: { PATH, ...this.#env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const child = this.#process;
    child.once('exit', (code, signal) => {
      const msg = `${this.name} ended with ${signal ?? code}, and not because the test wanted it`;
      if (this.#process === child)
        appendFileSync(this.#logFile, `${JSON.stringify({ level: 'fatal', msg })}\n`);
    });
    await until(`${this.name} is ready`, () => this.#ready(), 20_000).catch((error: Error) => {
      throw new Error(`${error.message}\n${this.log().slice(-2000)}`);
    });
  }

  /** SIGTERM; its exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** SIGKILL: as by the kernel, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  log(): string {
    return readFileSync(this.#logFile, 'utf8');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#process;
    if (child === undefined) return null;
    this.#process = undefined;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = await ended;
    return code as number | null;
  }

  async #ready(): Promise<boolean> {
    if (this.#process?.exitCode !== null) throw new Error(`${this.name} has exited`);
    const signal = AbortSignal.timeout(3000);
    const answer = await fetch(`${this.url}/readyz`, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  }
}

export type System = Record<ServiceName, Service> & {
  redis: TestRedis;
  /** Every process, further instances included. */
  services: Service[];
  /** One more process of a service, on the same database; `env`: what it is told otherwise. */
  another(name: ServiceName, env?: Record<string, string>): Promise<Service>;
  /** Ends whatever runs, and removes the data. Throws where a service wrote that it has a defect. */
  stop(): Promise<void>;
};

/** Errors that the test wants the services to write. */
type Expected = { expected?: RegExp };

/** `env`: for every service. */
export async function startSystem(
  env: Record<string, string> = {},
  { expected }: Expected = {},
): Promise<System> {
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-system-'));
  const redis = await startRedis({ appendOnly: true });
  const services: Service[] = [];
  const add = async (name: ServiceName, own?: Record<string, string>) => {
    const service = new Service(name, await freePort(), folder, redis.url, { ...env, ...own });
    services.push(service);
    return service;
  };
  const another = async (name: ServiceName, env?: Record<string, string>) => {
    const service = await add(name, env);
    await service.start();
    return service;
  };
  for (const name of names) await add(name);
  const stop = async () => {
    await Promise.all(services.map((service) => service.kill()));
    await redis.stop();
    const lines = names.flatMap((name) => logOf(folder, name).split('\n'));
    const defects = lines.filter((line) => isDefect(line) && !expected?.test(line));
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (defects.length > 0) throw new Error(`a service wrote an error:\n${defects.slice(0, 5).join('\n')}`);
  };
  try {
    await Promise.all(services.map((service) => service.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  const [product, inventory, order, payment] = services as [Service, Service, Service, Service];
  return { product, inventory, order, payment, redis, services, another, stop };
}

/** One system for all tests of a file, or of a `describe`: there from the first test on, and gone after the last. */
export function systemOfTests(env?: Record<string, string>, expected?: Expected): System {
  const system = {} as System;
  beforeAll(async () => void Object.assign(system, await startSystem(env, expected)));
  afterAll(() => system.stop?.());
  return system;
}

const logFile = (folder: string, name: ServiceName) => join(folder, `${name}.log`);
const logOf = (folder: string, name: ServiceName) => readFileSync(logFile(folder, name), 'utf8');

/** Errors and worse: an internal error, an event in the dead letters, an error nobody caught. */
const isDefect = (line: string) => /"level":("error"|"fatal"|[56]0)\b/.test(line) || /^\s+at /.test(line);

/** Asks until the answer is not false (or undefined), and gives it back; says what was waited for when it never comes. */
export async function until<Value>(
  what: string,
  check: () => Promise<Value | false | undefined> | Value | false | undefined,
  withinMs = 30_000,
): Promise<Value> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await check();
    if (value !== false && value !== undefined) return value;
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(20);
  }
}
