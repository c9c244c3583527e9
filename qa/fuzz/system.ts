/** The system under test: one real process per service on a private Redis and SQLite files of their own, started again when one dies. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startRedis, type TestRedis } from '@quickmart/streams/testing';

export const serviceNames = ['product', 'inventory', 'order', 'payment'] as const;
export type ServiceName = (typeof serviceNames)[number];

export const root = fileURLToPath(new URL('../..', import.meta.url));
const startMs = 20_000;
const outputKept = 20_000;

export class Service {
  readonly name: ServiceName;
  readonly port: number;
  readonly url: string;
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #output = '';
  /** More than one: it has died in between. */
  starts = 0;
  /** Log lines of level `error` and above: defects that no answer shows, such as an event nobody can project. */
  readonly defects: string[] = [];

  constructor(name: ServiceName, port: number, env: NodeJS.ProcessEnv) {
    this.name = name;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#env = { ...env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
  }

  get isAlive(): boolean {
    return this.#process?.exitCode === null && this.#process.signalCode === null;
  }

  get output(): string {
    return this.#output;
  }

  /** Ready to serve when it resolves; one that has died is started anew. */
  async ensure(): Promise<void> {
    if (this.isAlive) return;
    const child = spawn(process.execPath, [`apps/${this.name}/src/main.ts`], {
      cwd: root,
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.starts += 1;
    for (const input of [child.stdout, child.stderr])
      createInterface({ input }).on('line', (line) => this.#read(line));
    const deadline = Date.now() + startMs;
    while (!(await this.#isReady())) {
      if (!this.isAlive || Date.now() > deadline)
        throw new Error(`${this.name} does not start:\n${this.#output}`);
      await sleep(50);
    }
  }

  async stop(): Promise<void> {
    if (!this.isAlive || !this.#process) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await gone;
  }

  async #isReady(): Promise<boolean> {
    return fetch(`${this.url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  #read(line: string): void {
    this.#output = `${this.#output}${line}\n`.slice(-outputKept);
    if (/"level":(?:"(?:error|fatal)"|[56]0\b)/.test(line)) this.defects.push(line);
  }
}

export type System = {
  redis: TestRedis;
  services: Record<ServiceName, Service>;
  /** Every service answers, those that died included. */
  ensure(): Promise<void>;
  stop(): Promise<void>;
};

export async function startSystem(): Promise<System> {
  const redis = await startRedis();
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-fuzz-'));
  const made = await Promise.all(
    serviceNames.map(async (name) => {
      const env = { REDIS_URL: redis.url, DATABASE_URL: `file:${join(folder, name)}.sqlite`, ROLE: 'all' };
      return [name, new Service(name, await freePort(), env)] as const;
    }),
  );
  const all = made.map(([, service]) => service);
  const system: System = {
    redis,
    services: Object.fromEntries(made) as Record<ServiceName, Service>,
    ensure: async () => void (await Promise.all(all.map((service) => service.ensure()))),
    stop: async () => {
      await Promise.all(all.map((service) => service.stop()));
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await system.ensure();
    return system;
  } catch (error) {
    await system.stop();
    throw error;
  }
}
