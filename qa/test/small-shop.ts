/** A gateway that checks rights, and the services that a test needs behind it, in one process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials } from '@quickmart/client';
import { variableOf } from '@quickmart/service';
import { freePort, startDeployment, type TestDeployment } from '@quickmart/streams/testing';
import { Process } from '../src/process.ts';

/** `url`: of the gateway. `credentials`: of a machine client that may do everything. `redis`: where its log is; `data`: where its databases are. */
export type SmallShop = {
  url: string;
  /** Of each service. */
  urls: ReadonlyMap<string, string>;
  redis: TestDeployment;
  data: string;
  credentials: Credentials;
  /** Of the services that are `split`. */
  workers: ReadonlyMap<string, Process>;
  /** Of the same services: what serves their requests. */
  servers: ReadonlyMap<string, Process>;
  stop(): Promise<void>;
};

/**
 * `names`: of the services, which share a process but for those that are `apart`, and those that are `split` into one that
 * serves requests and a worker; `env`: what they are told besides. `redis`: instead
 * of a private one; stopped with the shop.
 */
type Options = {
  names?: readonly string[];
  apart?: readonly string[];
  split?: readonly string[];
  env?: Record<string, string>;
  redis?: TestDeployment;
};

export async function startShop({
  names = ['gateway', 'product', 'identity'],
  apart = [],
  split = [],
  env: more = {},
  redis: given,
}: Options = {}): Promise<SmallShop> {
  const credentials = { clientId: 'tools', clientSecret: 'a-secret-of-this-test-only' };
  const data = mkdtempSync(join(tmpdir(), 'quickmart-shop-'));
  const redis = given ?? (await startDeployment());
  const urls = new Map<string, string>();
  for (const name of names) urls.set(name, `http://127.0.0.1:${await freePort()}`);
  const own = names.flatMap((name) => [
    [variableOf(name, 'port'), new URL(urls.get(name)!).port],
    [variableOf(name, 'url'), urls.get(name)!],
    [variableOf(name, 'databaseUrl'), `file:${join(data, `${name}.sqlite`)}`],
  ]);
  const env = {
    REDIS_URL: redis.url,
    KEYS_URL: `file:${join(data, 'keys.sqlite')}`,
    ISSUER: urls.get('gateway')!,
    JWKS_URL: `${urls.get('identity')}/.well-known/jwks.json`,
    BOOTSTRAP_CLIENT_ID: credentials.clientId,
    BOOTSTRAP_CLIENT_SECRET: credentials.clientSecret,
    ...Object.fromEntries(own),
    ...more,
  };
  const processOf = (some: readonly string[], own: Record<string, string> = {}) =>
    new Process({
      name: some.join(' '),
      args: ['packages/service/src/serve.ts', ...some],
      urls: own.ROLE === 'worker' ? [] : some.map((name) => urls.get(name)!),
      env: { ...env, ...own },
      logFile: join(data, 'log'),
    });
  const together = names.filter((name) => ![...apart, ...split].includes(name));
  const [servers, workers] = [new Map<string, Process>(), new Map<string, Process>()];
  for (const name of split) {
    servers.set(name, processOf([name], { ROLE: 'api' }));
    workers.set(name, processOf([name], { ROLE: 'worker', [variableOf(name, 'port')]: '0' }));
  }
  const processes = [
    processOf(together),
    ...apart.map((name) => processOf([name])),
    ...servers.values(),
    ...workers.values(),
  ];
  const stop = async () => {
    await Promise.all(processes.map((process) => process.kill()));
    await redis.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await Promise.all(processes.map((process) => process.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urls.get('gateway')!, urls, redis, data, credentials, workers, servers, stop };
}
