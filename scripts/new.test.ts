/** `pnpm new service` in a copy of this repository: what it writes is green at once, and nothing else is touched. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { freePort, launch, startRedis, until } from '../packages/streams/test/servers/index.ts';
import { pinnedNode } from './install.mjs';
import { repository } from './test/sandbox.ts';

const name = 'gift-card';
const root = mkdtempSync(join(tmpdir(), 'quickmart-new-'));
const own = [`apps/${name}`, `packages/contracts/src/${name}`];
const git = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
const list = execFileSync('git', git, { cwd: repository, encoding: 'utf8' }).split('\0').filter(Boolean);
const sources = list.filter((file) => existsSync(join(repository, file)));

const node = (...args: string[]) => spawnSync(pinnedNode(root), args, { cwd: root, encoding: 'utf8' });
const asked = (...args: string[]) =>
  spawnSync('npm', ['run', '--silent', 'new', '--', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: '' },
  });
const digest = (file: string) =>
  createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex');

let before: Map<string, string>;
let made: ReturnType<typeof asked>;
beforeAll(() => {
  for (const file of sources) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(repository, file), join(root, file));
  }
  before = new Map(sources.map((file) => [file, digest(file)]));
  made = asked('service', name);
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

test('it says what to do next', () => {
  expect(made.status, made.stdout + made.stderr).toBe(0);
  expect(made.stdout).toMatch(/npm start serves it: http:\/\/localhost:\d+\/swagger/);
  expect(made.stdout).toContain(`npm test -- apps/${name}`);
  expect(made.stdout).toContain('docs/your-own-service.md');
});

test('it touches no file of others, but the lockfile and what is generated for Compose and for the client', () => {
  const changed = sources.filter((file) => digest(file) !== before.get(file));
  expect(changed.sort()).toEqual(['docker-compose.yml', 'packages/client/src/openapi.ts', 'pnpm-lock.yaml']);
});

test('it is at most ten files and three hundred lines (blank ones apart), beside what is generated', () => {
  const written = own
    .flatMap((folder) =>
      (readdirSync(join(root, folder), { recursive: true }) as string[]).map((file) => join(folder, file)),
    )
    .filter(
      (file) => /\.(ts|json)$/.test(file) && !/node_modules|\/schemas\/|\/openapi\.|rows\.json/.test(file),
    );
  const lines = written.map((file) => readFileSync(join(root, file), 'utf8').match(/^.*\S.*$/gm)!.length);
  expect(written.length).toBeLessThanOrEqual(10);
  expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(300);
});

// Its style is checked and its rows are written when it is made, which fails where either does.
test('its types are right, and its tests pass', () => {
  // Its two folders by one check, which also reads all that they use.
  const both = { extends: './tsconfig.json', include: own };
  writeFileSync(join(root, 'tsconfig.new.json'), JSON.stringify(both));
  const files = [`apps/${name}`, 'packages/contracts/test'];
  for (const args of [
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.new.json'],
    ['node_modules/vitest/vitest.mjs', 'run', ...files, '--project', 'main'],
  ]) {
    const { status, stdout, stderr } = node(...args);
    expect(status, `${args.join(' ')}\n${stdout}${stderr}`).toBe(0);
  }
}, 240_000);

test('it starts, is ready, and shows its Swagger', async () => {
  const redis = await startRedis();
  const port = await freePort();
  const env = {
    ...process.env,
    REDIS_URL: redis.url,
    DATABASE_URL: `file:${root}/new.sqlite`,
    KEYS_URL: `file:${root}/keys.sqlite`,
    PORT: `${port}`,
    // No identity is beside it.
    AUTH: 'off',
  };
  const args = ['packages/service/src/serve.ts', name];
  const child = launch(pinnedNode(root), args, { cwd: root, env, stdio: 'ignore' });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await redis.stop();
  });
  const status = async (path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined))?.status;
  await until('it is ready', async () => (await status('/readyz')) === 200, 60_000);
  expect(await status('/swagger')).toBe(200);
  expect(await status('/api/gift-cards')).toBe(200);
});

test('it says what it does', () => {
  const { status, stdout } = node('scripts/new.ts', '--help');
  expect([status, stdout]).toEqual([0, expect.stringContaining('packages/contracts/src/<name>/')]);
});

test.each([
  [['service'], 'usage: pnpm new service <name>'],
  [['service', '../wallet'], '"../wallet" is no name for a service'],
  [['service', 'order'], 'order is taken'],
  [['service', name], `${name} is taken`],
  [['service', 'history'], 'history cannot be told from a word of the code'],
  [['service', 'new'], 'new cannot be told from a word of the code'],
])('%j is refused, and nothing is written', (args, message) => {
  const files = () => readdirSync(join(root, 'apps')).join(' ');
  const earlier = files();
  const { status, stderr } = node('scripts/new.ts', ...args);
  expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  expect(files()).toBe(earlier);
});
