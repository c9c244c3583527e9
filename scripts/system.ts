// A running system: Redis first, then the services; stopped the other way round. `npm start` and `npm run dev` are both one
// of these.

import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAddress } from '../packages/streams/src/log/connect/address.ts';
import { freePort } from '../packages/streams/test/servers/port.ts';
import { bootstrapOf, type Credentials } from './credentials.ts';
import { Failure, messageOf } from './failure.mjs';
import { Guard } from './guard.ts';
import { compileCacheOf, pinnedNode } from './install.mjs';
import { findRedis } from './redis.ts';
import { askInfo } from './redis-info.ts';
import { REDIS_GRACE_MS, RunFile, runFileOf, SERVICE_GRACE_MS } from './run-file.ts';
import { ServiceOutput } from './service-output.ts';
import {
  databaseUrlOf,
  environmentOf,
  type Readiness,
  readiness,
  type Service,
  serveScript,
} from './services.ts';
import { type Spec, Supervised } from './supervisor.ts';
import { step } from './terminal.mjs';

// Redis loads a long log of events at about 100 MB per second.
const redisReadyMs = 300_000;
const serviceReadyMs = 60_000;

export type SystemOptions = { root: string; dataDir: string; env: NodeJS.ProcessEnv; name: string };
/** `isSplit`: a process per service, as in production; else one for all of them. `nodeArgs`: of each process. */
export type ServicesOptions = {
  redisUrl: string;
  isSplit: boolean;
  credentials: Credentials;
  nodeArgs?: readonly string[];
};

export class System {
  readonly root: string;
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly runFile: RunFile;
  #redis: Supervised | undefined;
  #services: Supervised[] = [];
  readonly #guard: Guard;
  #stopped = false;

  constructor({ root, dataDir, env, name }: SystemOptions) {
    this.root = root;
    this.dataDir = dataDir;
    this.env = env;
    this.runFile = new RunFile(runFileOf(dataDir), name);
    const guardian = fileURLToPath(new URL('guardian.ts', import.meta.url));
    this.#guard = new Guard([guardian, this.runFile.file, String(process.pid)]);
  }

  /** Takes the data directory; from here on, whatever happens, nothing stays behind. */
  async open(): Promise<void> {
    await this.runFile.take(step);
    this.#guard.start();
  }

  /** Finds or starts Redis. */
  async startRedis(): Promise<{ url: string; from: string }> {
    const source = await findRedis({ env: this.env, dataDir: this.dataDir, say: step });
    const port = source.command ? await portForRedis() : 0;
    const url = source.url(port);
    if (source.command) {
      step(`starting Redis (${source.from})`);
      this.#redis = this.#supervised('redis', [], {
        ...source.command(port),
        env: this.env,
        graceMs: REDIS_GRACE_MS,
        readyMs: redisReadyMs,
        probe: () => redisReadiness(url),
      });
      await this.#redis.start();
    }
    this.runFile.publish({ redisUrl: url });
    return { url, from: source.from };
  }

  /** What has to be mended before every service is ready. */
  get findings(): string[] {
    return [...new Set(this.#services.flatMap(({ findings }) => findings))];
  }

  /** Starts the services side by side; resolves when all are ready, or wait for a person. */
  async startServices(services: readonly Service[], options: ServicesOptions): Promise<void> {
    const groups = options.isSplit ? services.map((service) => [service]) : [services];
    this.#services = groups.map((group) => this.#processOf(group, services, options));
    await Promise.all(this.#services.map((process) => process.start()));
    this.publish(services, options.credentials);
  }

  /** Tells tools where they are, and who the tools are. */
  publish(services: readonly Service[], { client }: Credentials): void {
    const urls = services.map(({ name, url }) => [name, url]);
    const databases = services.map(({ name }) => [name, this.#databaseOf(name)]);
    this.runFile.publish({
      services: Object.fromEntries(urls),
      databases: Object.fromEntries(databases),
      credentials: client,
    });
  }

  #processOf(
    group: readonly Service[],
    all: readonly Service[],
    { redisUrl, credentials, nodeArgs = [] }: ServicesOptions,
  ): Supervised {
    const names = group.map(({ name }) => name);
    return this.#supervised(names.length === 1 ? names[0]! : 'services', names, {
      file: pinnedNode(this.root),
      args: [...nodeArgs, serveScript, ...names],
      env: {
        NODE_COMPILE_CACHE: compileCacheOf(this.root),
        ...this.environmentOf(group, all, { redisUrl, credentials }),
      },
      graceMs: SERVICE_GRACE_MS,
      readyMs: serviceReadyMs,
      probe: () => readiness(group),
    });
  }

  /** What the process of these services is told. */
  environmentOf(
    group: readonly Service[],
    all: readonly Service[],
    { redisUrl, credentials }: Pick<ServicesOptions, 'redisUrl' | 'credentials'>,
  ): NodeJS.ProcessEnv {
    return {
      ...environmentOf(group, all, this.env, this.#dataFolder),
      ...(group.some(({ name }) => name === 'identity') && bootstrapOf(credentials)),
      REDIS_URL: redisUrl,
    };
  }

  /** Stops the services, then Redis, so that what they still write is kept. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#services.map((service) => service.stop()));
    await this.#redis?.stop();
    this.runFile.release();
    this.#guard.stop();
  }

  /** For the impatient: kills the services. Redis still writes its append-only file, which takes no time. */
  hurry(): void {
    for (const service of this.#services) service.kill();
  }

  get #dataFolder(): string {
    return relative(this.root, this.dataDir);
  }

  // For tools: a file is found from any folder.
  #databaseOf(name: string): string {
    const url = databaseUrlOf(name, this.env, this.#dataFolder);
    const path = /^file:(?!\/\/)(.*)$/.exec(url)?.[1];
    return path === undefined ? url : `file:${resolve(this.root, path)}`;
  }

  #supervised(
    name: string,
    services: readonly string[],
    command: Omit<Spec, 'name' | 'cwd' | 'output' | 'onSpawn' | 'onExit'>,
  ): Supervised {
    if (this.#stopped) throw new Failure(`${name} was not started: told to stop before.`);
    return new Supervised({
      ...command,
      name,
      cwd: this.root,
      output: new ServiceOutput(name, join(this.dataDir, 'logs'), services),
      onSpawn: (pid) => this.runFile.add(name, pid),
      onExit: (pid) => this.runFile.remove(pid),
    });
  }
}

async function redisReadiness(url: string): Promise<Readiness> {
  try {
    const { endpoints, login, tls } = parseAddress(url);
    await askInfo({ endpoint: endpoints[0], login, tls });
    return undefined;
  } catch (error) {
    return `Redis does not answer (${messageOf(error)})`;
  }
}

async function portForRedis(): Promise<number> {
  try {
    return await freePort();
  } catch (error) {
    throw new Failure(`${messageOf(error)}.`);
  }
}
