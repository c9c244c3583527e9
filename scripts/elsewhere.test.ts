// Both commands, from a fresh checkout to the end, where others may not enter: a folder of mode 700, with spaces and
// umlauts on the way, and a home that cannot be written.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discoverServices, listenProblem } from './services.ts';
import { execute, repository } from './test/sandbox.ts';

let place: string;
let root: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'quickmart-'));
  root = join(place, 'Käse & Brot (1)', 'quick märt');
  checkOut(root);
  chmodSync(place, 0o700);
  env = { HOME: readOnlyHome(), ...withoutNpm(), npm_config_store_dir: storeDir() };
  offerPnpm();
});
afterAll(() => place && rmSync(place, { recursive: true, force: true }));

/** The files of this checkout, also those that are not committed yet. */
function checkOut(to: string): void {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', list, { cwd: repository, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files.filter((name) => existsSync(join(repository, name))))
    cpSync(join(repository, file), join(to, file));
}

/** Root may write into any folder: below a file nobody can make one. */
function readOnlyHome(): string {
  const home = join(place, 'home');
  if (process.getuid?.() === 0) writeFileSync(home, '');
  else mkdirSync(home, { mode: 0o555 });
  return process.getuid?.() === 0 ? join(home, 'me') : home;
}

/** What npm tells the scripts that it runs would reach through to the checkout below. */
function withoutNpm(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => /^(npm_|VITEST|XDG_|NODE_ENV|SEED$)/i.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** Where the packages are already: what is tested is no download. */
const storeDir = (): string =>
  /"?storeDir"?: "?([^"\n]+)"?/.exec(
    readFileSync(join(repository, 'node_modules', '.modules.yaml'), 'utf8'),
  )?.[1] ?? '';

/** The pnpm that npx has fetched before; where there is none, it is fetched again. */
function offerPnpm(): void {
  const fetched = join(process.env.npm_config_cache || join(homedir(), '.npm'), '_npx');
  if (existsSync(fetched))
    cpSync(fetched, join(root, '.data', 'home', 'npm', '_npx'), { recursive: true, verbatimSymlinks: true });
}

async function freeOffset(): Promise<number> {
  const services = discoverServices({ env: {}, portOffset: 0 });
  for (let offset = 5_000; offset < 6_000; offset += 10) {
    const problems = await Promise.all(services.map(({ host, port }) => listenProblem(host, port + offset)));
    if (problems.every((problem) => problem === undefined)) return offset;
  }
  throw new Error('no free ports');
}

test('npm start installs, and every service gets ready', async () => {
  const running = execute('npm', ['start', '--', '--port-offset', String(await freeOffset())], root, env);
  await running.prints(/QuickMart is ready/, 110_000);
  running.child.kill('SIGINT');
  expect(await running.ended, running.output()).toBe(0);
});

test('npm test passes, also as the user of the image', async () => {
  const files = [
    'scripts/image-user.test.ts',
    'scripts/home.test.ts',
    'packages/streams/src/consume/lease.test.ts',
  ];
  const running = execute('npm', ['test', '--', ...files], root, env);
  expect(await running.ended, running.output()).toBe(0);
});
