/** A host as docs/several-hosts.md lays it out: three servers of Redis, all services as ROLE=api and as ROLE=worker, a gateway. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Credentials } from '@quickmart/client';
import { portOf, variableOf } from '@quickmart/service';
import { end, hasEnded, launch, until } from '@quickmart/streams/testing';
import { serviceNames } from '../../src/names.ts';
import { type Env, Process } from '../../src/process.ts';
import { administrator } from '../kinds/shoppers.ts';
import { redisPorts, redisUrl, serverArgs } from './cluster.ts';
import { type HostName, killAll, onHost, outerAddress } from './network.ts';

const startWithinMs = 300_000;

/** `build`: the folder of the code that its services run; `credentials`: of the machine client. */
type Parts = { data: string; build: string; credentials: Credentials };

export class Host {
  readonly name: HostName;
  /** Of its gateway. */
  readonly url: string;
  /** What a load balancer asks. */
  readonly probes: readonly string[];
  readonly #data: string;
  readonly #env: Env;
  readonly #servers = new Map<number, ChildProcess>();
  #services: { worker: Process; api: Process; gateway: Process };

  constructor(name: HostName, { data, build, credentials }: Parts) {
    this.name = name;
    this.#data = data;
    this.#env = settingsOf(data, credentials);
    this.url = `http://${outerAddress(name)}:${portOf('gateway')}`;
    this.probes = [`${this.url}/readyz`, `${this.#urlOf('order', 0)}/readyz`];
    this.#services = this.#servicesOf(build);
  }

  startRedis(): void {
    for (const port of redisPorts) {
      const server = this.#servers.get(port);
      if (server !== undefined && !hasEnded(server)) continue;
      const dir = join(this.#data, `redis-${this.name}-${port}`);
      mkdirSync(dir, { recursive: true });
      const [ip = '', ...words] = onHost(this.name);
      const args = ['redis-server', ...serverArgs(this.name, port, dir)];
      this.#servers.set(port, launch(ip, [...words, ...args], { stdio: 'ignore' }));
    }
  }

  /** All of them are ready. Whoever ends at its start is started again, as by systemd. */
  async startServices(): Promise<void> {
    const { worker, api, gateway } = this.#services;
    await Promise.all([worker, api].map(keepStarting));
    await keepStarting(gateway);
  }

  /** In the order of docs/several-hosts.md, with the code of another folder. */
  async roll(build: string): Promise<void> {
    const { worker, api, gateway } = this.#services;
    for (const process of [gateway, worker, api]) {
      const code = await process.stop();
      if (code !== 0) throw new Error(`${process.name} has not stopped cleanly: exit ${code}`);
    }
    this.#services = this.#servicesOf(build);
    await this.startServices();
  }

  /** As if it had lost its power. */
  kill = (): void => killAll(this.name);

  /** For good. */
  async end(): Promise<void> {
    await Promise.all(Object.values(this.#services).map((process) => process.kill()));
    await Promise.all([...this.#servers.values()].map((server) => end(server)));
  }

  #servicesOf(build: string) {
    const of = (name: string, offset: number, names: readonly string[], env: Env) =>
      new Process({
        name: `${name} of ${this.name}`,
        within: onHost(this.name),
        args: [join(build, 'packages/service/src/serve.ts'), ...names],
        urls: names.map((service) => this.#urlOf(service, offset)),
        env: { ...this.#env, ...portsOf(names, offset), ...env },
        logFile: join(this.#data, `${name}-${this.name}.log`),
      });
    return {
      worker: of('worker', 1_000, serviceNames, { ROLE: 'worker' }),
      api: of('api', 0, serviceNames, { ROLE: 'api' }),
      gateway: of('gateway', 0, ['gateway'], {}),
    };
  }

  #urlOf = (service: string, offset: number): string =>
    `http://${outerAddress(this.name)}:${portOf(service) + offset}`;
}

/** Of all services on all hosts. */
const settingsOf = (data: string, { clientId, clientSecret }: Credentials): Env => ({
  REDIS_URL: redisUrl,
  DURABILITY: 'replicated',
  KEYS_URL: `file:${join(data, 'keys.sqlite')}`,
  MASTER_KEY_FILE: join(data, 'master.key'),
  // The balancer and the test ask from outside.
  HOST: '0.0.0.0',
  ISSUER: 'http://shop.example',
  JWKS_URL: `http://127.0.0.1:${portOf('identity')}/.well-known/jwks.json`,
  LIMIT_CLIENT: '1000000',
  BOOTSTRAP_ADMIN_EMAIL: administrator.email,
  BOOTSTRAP_ADMIN_PASSWORD: administrator.password,
  BOOTSTRAP_CLIENT_ID: clientId,
  BOOTSTRAP_CLIENT_SECRET: clientSecret,
  ...Object.fromEntries(
    serviceNames.map((name) => [variableOf(name, 'databaseUrl'), `file:${join(data, `${name}.sqlite`)}`]),
  ),
});

const portsOf = (names: readonly string[], offset: number): Env =>
  Object.fromEntries(names.map((name) => [variableOf(name, 'port'), `${portOf(name) + offset}`]));

async function keepStarting(process: Process): Promise<void> {
  const start = async () => {
    try {
      await process.start();
      return true;
    } catch (error) {
      await sleep(1_000);
      throw error;
    }
  };
  await until(`${process.name} is ready`, start, startWithinMs);
}
