/**
 * The system as it is deployed: every service that there is, in one process or in several, with a Redis and databases of their own, on free ports. Whatever becomes of the process that has started them, nothing is left running.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials, TokenSource } from '@quickmart/client';
import { variableOf } from '@quickmart/service';
import { freePort, startDeployment, type TestDeployment } from '@quickmart/streams/testing';
import { type ServiceName, serviceNames } from './names.ts';
import { type Env, Process } from './process.ts';
import { sendTokens, tokensOf } from './tokens.ts';

/**
 * `apart`: the services that have a process of their own, as all of them may have in production; the others share one, as
 * with `npm start`. `env`: for every service; `envOf`: for one of them. `redis`: instead of a private one; stopped with the system.
 */
export type SystemOptions = {
  env?: Env;
  envOf?: Partial<Record<ServiceName, Env>>;
  apart?: readonly ServiceName[];
  redis?: TestDeployment;
};

/** A service and its address. To start, stop, kill or pause it does the same to all services in its process. */
export class Service {
  readonly name: ServiceName;
  readonly port: number;
  readonly url: string;
  readonly #process: Process;

  constructor(name: ServiceName, port: number, process: Process) {
    this.name = name;
    this.port = port;
    this.url = urlOf(port);
    this.#process = process;
  }

  get isAlive(): boolean {
    return this.#process.isAlive;
  }

  start = (): Promise<void> => this.#process.start();
  stop = (): Promise<number | null> => this.#process.stop();
  kill = (): Promise<void> => this.#process.kill();
  pause = (forMs: number): Promise<void> => this.#process.pause(forMs);
}

const urlOf = (port: number): string => `http://127.0.0.1:${port}`;

/** The machine client of these systems: it may do everything. */
const credentials: Credentials = { clientId: 'tools', clientSecret: 'of-systems-that-soon-are-gone' };

class RunningSystem {
  /** Where the databases are. */
  readonly data = mkdtempSync(join(tmpdir(), 'quickmart-system-'));
  readonly redis: TestDeployment;
  /** Of the machine client; what goes through `call` has one already. */
  readonly tokens: TokenSource;
  /** The same for a tool in a process of its own. */
  readonly toolEnv: Env;
  /** Every one, further instances included. */
  readonly services: Service[] = [];
  readonly #options: SystemOptions;
  readonly #logs = new Set<string>();
  /** Of the first process of each service: the others find it there. */
  readonly #ports: ReadonlyMap<ServiceName, number>;

  constructor(redis: TestDeployment, ports: ReadonlyMap<ServiceName, number>, options: SystemOptions) {
    this.redis = redis;
    this.#ports = ports;
    const { clientId, clientSecret } = credentials;
    this.tokens = tokensOf(this.#issuer, credentials);
    this.toolEnv = { CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, ISSUER: this.#issuer };
    this.#options = options;
  }

  /** A process with these services in it; it is not started yet. */
  async add(names: readonly ServiceName[], own: Env = {}): Promise<Service[]> {
    const isFirst = (name: ServiceName) => !this.services.some((one) => one.name === name);
    const portOf = (name: ServiceName) => (isFirst(name) ? this.#ports.get(name)! : freePort());
    const ports = await Promise.all(names.map(portOf));
    const logFile = join(this.data, `${names.join('-')}.log`);
    this.#logs.add(logFile);
    const settings = names.map((name, n) => this.#settingsOf(name, ports[n]!));
    const env = Object.assign(this.#shared(), this.#options.env, ...settings, own);
    const args = ['packages/service/src/serve.ts', ...names];
    const process = new Process({ name: names.join(' '), args, urls: ports.map(urlOf), env, logFile });
    const added = names.map((name, n) => new Service(name, ports[n]!, process));
    this.services.push(...added);
    for (const { url } of added) sendTokens(url, this.tokens);
    return added;
  }

  get #issuer(): string {
    return urlOf(this.#ports.get('identity')!);
  }

  #shared(): Env {
    const issuer = this.#issuer;
    const urls = [...this.#ports].map(([name, port]) => [variableOf(name, 'url'), urlOf(port)]);
    return {
      ...Object.fromEntries(urls),
      REDIS_URL: this.redis.url,
      KEYS_URL: `file:${join(this.data, 'keys.sqlite')}`,
      ISSUER: issuer,
      JWKS_URL: `${issuer}/.well-known/jwks.json`,
      BOOTSTRAP_CLIENT_ID: credentials.clientId,
      BOOTSTRAP_CLIENT_SECRET: credentials.clientSecret,
    };
  }

  #settingsOf(name: ServiceName, port: number): Env {
    return {
      [variableOf(name, 'port')]: `${port}`,
      [variableOf(name, 'databaseUrl')]: `file:${join(this.data, `${name}.sqlite`)}`,
      ...this.#options.envOf?.[name],
    };
  }

  /** One more process of a service, on the same database; `env`: what it is told otherwise. */
  another = async (name: ServiceName, env?: Env): Promise<Service> => {
    const [service] = await this.add([name], env);
    await service!.start();
    return service!;
  };

  /** Lines of the logs that no service should have to write: internal errors, dead letters, deaths. */
  defects = (): string[] =>
    [...this.#logs].flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter(isDefect);

  /** Ends whatever runs, and removes the data. */
  stop = async (): Promise<void> => {
    await Promise.all(this.services.map((service) => service.kill()));
    await this.redis.stop();
    rmSync(this.data, { recursive: true, force: true, maxRetries: 3 });
  };
}

export type System = Record<ServiceName, Service> &
  Pick<RunningSystem, 'data' | 'redis' | 'tokens' | 'toolEnv' | 'services' | 'another' | 'defects' | 'stop'>;

export async function startSystem(options: SystemOptions = {}): Promise<System> {
  // Synced at every write: a kill loses nothing that was acknowledged.
  const redis = options.redis ?? (await startDeployment({ fsync: 'always' }));
  const ports = new Map<ServiceName, number>();
  for (const name of serviceNames) ports.set(name, await freePort());
  const system = new RunningSystem(redis, ports, options);
  const { apart = [] } = options;
  const together = serviceNames.filter((name) => !apart.includes(name));
  for (const names of [...apart.map((name) => [name]), together])
    if (names.length > 0) await system.add(names);
  const byName = Object.fromEntries(system.services.map((service) => [service.name, service]));
  try {
    await Promise.all(system.services.map((service) => service.start()));
  } catch (error) {
    await system.stop();
    throw error;
  }
  return Object.assign({ ...system }, byName) as unknown as System;
}

const isDefect = (line: string) => /"level":("error"|"fatal"|[56]0)\b/.test(line) || /^\s+at /.test(line);
