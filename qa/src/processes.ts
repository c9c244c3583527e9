/**
 * The system as it is deployed: one process per service, with a Redis and databases of its own, on free ports. Each part
 * can be stopped in order, killed, paused, and started again on the same port and data. Whatever becomes of the process
 * that has started them, nothing is left running.
 */
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end, freePort, hasEnded, launch, startRedis, type TestRedis } from '@quickmart/streams/testing';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The pinned Node itself: the link in node_modules/.bin may be a shell script, which swallows signals. */
export const node = join(root, 'node_modules', 'node', 'bin', 'node');

export const serviceNames = ['product', 'inventory', 'order', 'payment'] as const;
export type ServiceName = (typeof serviceNames)[number];
export type Env = Record<string, string>;

const startMs = 60_000;
const probeMs = 3_000;
const shownMax = 2_000;

export class Service {
  readonly name: ServiceName;
  readonly port: number;
  readonly url: string;
  readonly #env: Env;
  readonly #logFile: string;
  #process: ChildProcess | undefined;

  /** `logFile`: what it says is added to it. */
  constructor(name: ServiceName, port: number, logFile: string, env: Env) {
    this.name = name;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#logFile = logFile;
    this.#env = env;
  }

  get isAlive(): boolean {
    return this.#process !== undefined && !hasEnded(this.#process);
  }

  /** Resolves when it is ready; rejects with the end of its log when it ends or does not get ready. */
  async start(): Promise<void> {
    const log = openSync(this.#logFile, 'a');
    const child = launch(node, [`apps/${this.name}/src/main.ts`], {
      cwd: root,
      // Nothing else of our environment: what is set for a system of one's own is not meant for this one.
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: `${this.port}`, ...this.#env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#process = child;
    child.once('exit', (code, signal) => {
      if (this.#process !== child) return;
      const msg = `${this.name} ended with ${signal ?? code}, and nobody had asked for it`;
      appendFileSync(this.#logFile, `${JSON.stringify({ level: 'fatal', msg })}\n`);
    });
    const deadline = performance.now() + startMs;
    while (!(await this.#isReady())) {
      if (hasEnded(child) || performance.now() > deadline)
        throw new Error(
          `${this.name} does not start:\n${readFileSync(this.#logFile, 'utf8').slice(-shownMax)}`,
        );
      await sleep(50);
    }
  }

  /** SIGTERM; its exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** SIGKILL: as by the kernel, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGSTOP, and on again after a while: as a machine that swaps, or a network that is gone. */
  async pause(forMs: number): Promise<void> {
    if (this.#process) await pause(this.#process, forMs);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#process;
    this.#process = undefined;
    return child === undefined ? null : await end(child, signal);
  }

  async #isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(probeMs) }).catch(
      () => {},
    );
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  }
}

export async function pause(child: ChildProcess, forMs: number): Promise<void> {
  child.kill('SIGSTOP');
  await sleep(forMs);
  child.kill('SIGCONT');
}

export type System = Record<ServiceName, Service> & {
  /** Where the databases are. */
  data: string;
  redis: TestRedis;
  /** Every process, further instances included. */
  services: Service[];
  /** One more process of a service, on the same database; `env`: what it is told otherwise. */
  another(name: ServiceName, env?: Env): Promise<Service>;
  /** Lines of the logs that no service should have to write: internal errors, dead letters, deaths. */
  defects(): string[];
  /** Ends whatever runs, and removes the data. */
  stop(): Promise<void>;
};

/** `env`: for every service; `envOf`: for one of them. */
export async function startSystem(
  env: Env = {},
  envOf: Partial<Record<ServiceName, Env>> = {},
): Promise<System> {
  const data = mkdtempSync(join(tmpdir(), 'quickmart-system-'));
  // Synced at every write: a kill loses nothing that was acknowledged.
  const redis = await startRedis({ appendOnly: true });
  const logFile = (name: ServiceName) => join(data, `${name}.log`);
  const add = async (name: ServiceName, own?: Env) => {
    const database = { REDIS_URL: redis.url, DATABASE_URL: `file:${join(data, `${name}.sqlite`)}` };
    return new Service(name, await freePort(), logFile(name), {
      ...database,
      ...env,
      ...envOf[name],
      ...own,
    });
  };
  const [product, inventory] = [await add('product'), await add('inventory')];
  const [order, payment] = [await add('order'), await add('payment')];
  const services = [product, inventory, order, payment];
  const another = async (name: ServiceName, own?: Env) => {
    const service = await add(name, own);
    services.push(service);
    await service.start();
    return service;
  };
  const linesOf = (name: ServiceName) => readFileSync(logFile(name), 'utf8').split('\n');
  const defects = () => serviceNames.flatMap(linesOf).filter(isDefect);
  const stop = async () => {
    await Promise.all(services.map((service) => service.kill()));
    await redis.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await Promise.all(services.map((service) => service.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { product, inventory, order, payment, data, redis, services, another, defects, stop };
}

const isDefect = (line: string) => /"level":("error"|"fatal"|[56]0)\b/.test(line) || /^\s+at /.test(line);
