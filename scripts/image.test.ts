// The image without Docker: every step of the Dockerfile runs as a command, then each service starts from the result,
// as a user who may write nothing there.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freePort,
  launch,
  startRedis,
  type TestRedis,
  until,
} from '../packages/streams/test/servers/index.ts';
import { discoverServices, environmentOf, serveScript } from './services.ts';
import { build, type Image, isIgnored } from './test/dockerfile.ts';
import { type ImageUser, imageUser } from './test/image-user.ts';
import { repository } from './test/sandbox.ts';

const services = discoverServices({ env: {}, portOffset: 0 });
let image: Image;
let user: ImageUser;
let data: string;
let redis: TestRedis;

beforeAll(async () => {
  user = imageUser();
  image = build(repository, user.folder);
  data = join(user.folder, 'data');
  mkdirSync(data);
  if (user.uid !== undefined) chownSync(data, user.uid, user.uid);
  redis = await startRedis();
}, 300_000);

afterAll(async () => {
  await redis?.stop();
  user?.remove();
});

/** A command of the image, in its directory, with its environment and user. */
function run(words: readonly string[], env: Record<string, string>): ChildProcess {
  const [file = '', ...args] = words;
  const whole = { PATH: process.env.PATH, HOME: '/nowhere', ...image.env, ...env };
  const program = file === 'node' ? user.node : file;
  return launch(program, args, {
    cwd: image.workdir,
    env: whole,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user.uid === undefined ? {} : { uid: user.uid }),
  });
}

async function ready(process: ChildProcess, urls: readonly string[]): Promise<void> {
  let output = '';
  for (const stream of [process.stdout, process.stderr])
    stream?.on('data', (text) => {
      output += text;
    });
  const isReady = async (url: string) => (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true;
  await until(
    'all are ready',
    async () => {
      if (process.exitCode !== null) throw new Error(`ended:\n${output}`);
      return (await Promise.all(urls.map(isReady))).every(Boolean);
    },
    30_000,
  );
}

test('a service starts from the image and is healthy', async () => {
  const port = await freePort();
  const env = {
    PORT: String(port),
    REDIS_URL: redis.url,
    DATABASE_URL: `file:${data}/alone.sqlite`,
    KEYS_URL: `file:${data}/keys.sqlite`,
    MASTER_KEY: '0'.repeat(64),
  };
  expect((await once(run(image.healthcheck, env), 'exit'))[0], 'before it listens').toBe(1);
  const service = run(['node', serveScript, 'order'], env);
  const ended = once(service, 'exit');
  await ready(service, [`http://127.0.0.1:${port}`]);
  expect((await once(run(image.healthcheck, env), 'exit'))[0]).toBe(0);
  service.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('every service has what it needs in the image, and shows its Swagger', async () => {
  const all = await Promise.all(
    services.map(async (service) => {
      const port = await freePort();
      return { ...service, port, url: `http://127.0.0.1:${port}` };
    }),
  );
  const secret = { REDIS_URL: redis.url, MASTER_KEY: '0'.repeat(64) };
  const names = all.map(({ name }) => name);
  const env = environmentOf(all, all, secret, data) as Record<string, string>;
  const process = run(['node', serveScript, ...names], env);
  const urls = all.map(({ url }) => url);
  await ready(process, urls);
  const statuses = urls.map(async (url) => (await fetch(`${url}/swagger`)).status);
  expect(await Promise.all(statuses)).toEqual(urls.map(() => 200));
  process.kill('SIGKILL');
});

test('it runs a service by default, not as root, on every interface', () => {
  expect(image.command).toEqual(['node', serveScript, services[0]?.name]);
  expect(image.user).toBe('node');
  expect(image.env).toMatchObject({ HOST: '0.0.0.0', NODE_ENV: 'production' });
});

test('it has what the services need and no more', () => {
  expect(readdirSync(image.workdir).sort()).toEqual(['apps', 'node_modules', 'package.json', 'packages']);
  const files = readdirSync(join(image.workdir, 'packages', 'streams', 'src'), { recursive: true });
  expect(files).toContain(join('log', 'lua', 'append.lua'));
  expect(files.filter((file) => `${file}`.endsWith('.test.ts'))).toEqual([]);
  for (const name of ['vitest', 'typescript', 'node'])
    expect(existsSync(join(image.workdir, 'node_modules', name))).toBe(false);
});

test('no secret and nothing of this machine gets into the build', () => {
  const rules = readFileSync(join(repository, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const kept = ['package.json', 'apps/order/src/service.ts', 'packages/streams/src/log/lua/append.lua'];
  const left = [
    '.env',
    '.git/config',
    '.data/run.json',
    'node_modules/zod',
    'apps/order/.env',
    'apps/order/node_modules/zod',
    'qa/src/main.ts',
  ];
  expect(kept.filter((path) => isIgnored(path, rules))).toEqual([]);
  expect(left.filter((path) => !isIgnored(path, rules))).toEqual([]);
});

test('the base image is the Node that is pinned, and pnpm the one in package.json', () => {
  const dockerfile = readFileSync(join(repository, 'Dockerfile'), 'utf8');
  const { packageManager } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const pinned = /^ {2}node: (\d+)\./m.exec(
    readFileSync(join(repository, 'pnpm-workspace.yaml'), 'utf8'),
  )?.[1];
  expect([...dockerfile.matchAll(/^FROM node:(\d+)-slim/gm)].map(([, major]) => major)).toEqual([
    pinned,
    pinned,
  ]);
  expect(new Set(dockerfile.match(/pnpm@[\d.]+/g))).toEqual(new Set([packageManager]));
});
