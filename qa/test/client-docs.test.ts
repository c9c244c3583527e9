/** The code of docs/client.md, run as it stands there: before a gateway that checks rights. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variableOf } from '@quickmart/service';
import { freePort, startRedis } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { node, Process, root } from '../src/process.ts';

const page = readFileSync(join(root, 'docs', 'client.md'), 'utf8');
const [, block = ''] = /```ts\n(.*?)```/s.exec(page) ?? [];
const credentials = { clientId: 'docs', clientSecret: 'a-secret-of-this-test-only' };
const names = ['gateway', 'product', 'identity'];

async function shop(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'quickmart-client-'));
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
  };
  const args = ['packages/service/src/serve.ts', ...names];
  const process = new Process({
    name: 'shop',
    args,
    urls: [...urls.values()],
    env,
    logFile: join(data, 'log'),
  });
  onTestFinished(async () => {
    await process.kill();
    await redis.stop();
    rmSync(data, { recursive: true, force: true });
  });
  await process.start();
  return urls.get('gateway')!;
}

test('the example of docs/client.md does what it says', async () => {
  const given = { baseUrl: await shop(), ...credentials, sku: 'MUG-1' };
  const names = Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  const program = `${names.join('\n')}\n${block}`;
  const args = ['--input-type=module-typescript', '--eval', program];
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: join(root, 'qa'), encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe('Blue mug 1\nAnother product has this SKU\n');
});
