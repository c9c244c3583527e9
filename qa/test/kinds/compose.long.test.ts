/** The cluster of docker-compose.yml by its own commands, without Docker. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mastersOf, redisClient } from '@quickmart/streams';
import { end, freePort, launch, until } from '@quickmart/streams/testing';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../src/process.ts';

type Services = Record<string, { entrypoint?: string[]; command?: string[] }>;
const file = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const { services }: { services: Services } = parse(file, { merge: true });
const nodes = [1, 2, 3, 4, 5, 6].map((n) => `redis-${n}`);

test('three masters with a replica each, for whoever has the password; once', async () => {
  const password = 'of-this-test-only';
  const env = { ...process.env, REDIS_PASSWORD: password, REDISCLI_AUTH: password };
  const [entrypoint = '', script = ''] = services['redis-1']?.entrypoint ?? [];
  const inRepository = (path: string) => join(root, path.replace(/^\//, 'scripts/'));
  const folder = mkdtempSync(join(tmpdir(), 'quickmart-nodes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const ports = await Promise.all(nodes.map(() => freePort()));
  for (const [n, port] of ports.entries()) {
    const dir = join(folder, nodes[n]!);
    mkdirSync(dir);
    // In a container of its own, each has the usual port and a name that others know.
    const own = ['--port', `${port}`, '--cluster-port', `${await freePort()}`, '--dir', dir];
    const here = ['--cluster-announce-hostname', '127.0.0.1', '--bind', '127.0.0.1'];
    const node = launch(entrypoint, [inRepository(script), ...own, ...here], { env, stdio: 'ignore' });
    onTestFinished(() => void end(node));
  }
  const [shell = '', create = '', ...hosts] = services['redis-cluster']?.command ?? [];
  expect(hosts).toEqual(nodes.map((name) => `${name}:6379`));
  const make = () =>
    execFileSync(shell, [inRepository(create), ...ports.map((port) => `127.0.0.1:${port}`)], {
      env,
      encoding: 'utf8',
    });
  expect(await until('the cluster is made', make)).toContain('All 16384 slots covered');
  const redis = redisClient(`redis+cluster://:${password}@127.0.0.1:${ports[0]}`);
  onTestFinished(() => redis.disconnect());
  await until('every master has its replica', async () => {
    if (redis.status === 'wait') await redis.connect();
    const told = await Promise.all(mastersOf(redis).map((node) => node.info('replication')));
    return told.length === 3 && told.every((info) => info.includes('state=online'));
  });
  expect(await redis.set('{order}:head', 'x')).toBe('OK');
  await until('it is not made twice', () => make() === 'the cluster is there\n');
});
