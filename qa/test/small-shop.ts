/** A gateway that checks rights, and the services that a test needs behind it, in one process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials } from '@quickmart/client';
import { variableOf } from '@quickmart/service';
import { freePort, startRedis } from '@quickmart/streams/testing';
import { Process } from '../src/process.ts';

/** `url`: of the gateway. `credentials`: of a machine client that may do everything. `redisPort`: where its log is; `data`: where its databases are. */
export type SmallShop = {
  url: string;
  redisPort: number;
  data: string;
  credentials: Credentials;
  stop(): Promise<void>;
};

/** `names`: of the services; `env`: what they are told besides. */
type Options = { names?: readonly string[]; env?: Record<string, string> };

export async function startShop({
  names = ['gateway', 'product', 'identity'],
  env: more = {},
}: Options = {}): Promise<SmallShop> {
  const credentials = { clientId: 'tools', clientSecret: 'a-secret-of-this-test-only' };
  const data = mkdtempSync(join(tmpdir(), 'quickmart-shop-'));
  const redis = await startRedis();
  const urls = new Map<string, string>();
  for (const name of names) urls.set(name, `http://127.0.0.1:${await freePort()}`);
  const own = names.flatMap((name) => [
    [variableOf(name, 'port'), new URL(urls.get(name)!).port],
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
  const process = new Process({
    name: 'shop',
    args: ['packages/service/src/serve.ts', ...names],
    urls: [...urls.values()],
    env,
    logFile: join(data, 'log'),
  });
  const stop = async () => {
    await process.kill();
    await redis.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await process.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urls.get('gateway')!, redisPort: redis.port, data, credentials, stop };
}
