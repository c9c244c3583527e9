// `npm test`, once everything is installed (bootstrap.mjs): lint and types, each of which counts as a check, then the tests;
// those on SQL Server only where SQLSERVER_TEST_URL is set. With arguments only vitest runs, with them: `npm test -- decider`.
// With LONG=1 (`npm run test:long`) only what takes more than a few minutes runs. The last line is
// `N passed, N failed, N skipped`; if anything failed, the exit code is 1.

import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumOnPath, findChromium } from './chromium.ts';
import { explained, Failure } from './failure.mjs';
import { homeSettings } from './home.mjs';
import { compileCacheOf, pinnedNode } from './install.mjs';
import { advice } from './redis.ts';
import { findRedisServer } from './redis-server.ts';
import { fail, say, step } from './terminal.mjs';
import { type Counts, countsOf } from './test-counts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = join(root, '.data', 'test', 'vitest.json');
const pages = globSync('{examples/*,apps/console}/tsconfig.json', { cwd: root }).map(dirname);

/** Runs a package's command on the pinned Node, its output shown; resolves with the exit code. */
function run(file: string, args: readonly string[]): Promise<number> {
  const command = [join(root, 'node_modules', file), ...args];
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(root), command, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = (code: number | null) => {
      running.delete(child);
      resolve(code ?? 1);
    };
    child.once('error', () => end(1));
    child.once('exit', end);
    running.add(child);
  });
}

async function check(): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const judge = async (name: string, exitCode: Promise<number>) => {
    const passed = (await exitCode) === 0;
    counts[passed ? 'passed' : 'failed'] += 1;
    if (passed) step(`${name}: ok`);
    else fail(`${name}: failed`);
  };
  await Promise.all([
    judge('biome check', run('@biomejs/biome/bin/biome', ['check', '--max-diagnostics=50', '.'])),
    // All folders at once: they share most of what there is to read.
    judge('types', run('typescript/bin/tsc', ['-p', '.', '--allowJs', '--checkJs'])),
    // What runs in a browser has other things around it.
    ...pages.map((folder) => judge(`types of ${folder}`, run('typescript/bin/tsc', ['-p', folder]))),
  ]);
  return counts;
}

async function test(args: readonly string[]): Promise<Counts> {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await run('vitest/vitest.mjs', ['run', ...reporters, ...args]);
  return countsOf(exitCode, () => readFileSync(report, 'utf8'));
}

/** The tests start private servers of it: on PATH, and by name. */
function redisServer(): string {
  const server = findRedisServer({ env: process.env, say: step });
  if (server) return server.path;
  throw new Failure(`The tests need redis-server or valkey-server on PATH. ${advice()}.`);
}

/** Beside the checks, which take as long as an installation. A run of some tests takes what there is. */
function chromium(isAll: boolean): string | undefined {
  const { env } = process;
  const found = isAll ? findChromium({ env, say: step }) : chromiumOnPath(env);
  if (found === undefined && env.CI) throw new Failure('The tests need chromium on PATH.');
  if (found === undefined) step('tests in a browser are left out: there is no chromium on PATH');
  return found;
}

const running = new Set<ChildProcess>();
let environment: NodeJS.ProcessEnv = process.env;
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => {
    for (const child of running) child.kill(name);
    process.exitCode = 1;
  });
}

try {
  environment = {
    ...process.env,
    ...homeSettings(root, process.env),
    QUICKMART_REDIS_SERVER: redisServer(),
    // Tests start hundreds of processes; the services among them take a third less time so.
    NODE_COMPILE_CACHE: compileCacheOf(root),
  };
  if (!process.stdout.isTTY) environment.NO_COLOR = '1';
  if (!environment.SQLSERVER_TEST_URL) step('SQL Server tests are left out: SQLSERVER_TEST_URL is not set');
  const args = process.argv.slice(2);
  const alone = args.length > 0 || environment.LONG !== undefined;
  const checks = alone ? [] : [check()];
  environment = { ...environment, QUICKMART_CHROMIUM: chromium(!alone) };
  const parts = [...(await Promise.all(checks)), await test(args)];
  for (const part of parts) {
    total.passed += part.passed;
    total.failed += part.failed;
    total.skipped += part.skipped;
  }
} catch (error) {
  fail(explained(error));
  total.failed += 1;
}
if (total.failed > 0) process.exitCode = 1;
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
