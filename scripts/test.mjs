// `npm test`: on a fresh clone, everything that needs no SQL Server (and that too, where SQLSERVER_TEST_URL is set).
// Lint and types first, each one a check that counts, then the tests. Arguments are handed to vitest, alone then:
// `npm test -- decider`. With LONG=1 (`npm run test:long`), only what takes more than a few minutes. The last line is `N passed, N failed, N skipped`; anything failed makes the exit code 1.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { homeSettings } from './home.mjs';
import { install, pinnedNode, requireNode } from './install.mjs';
import { advice } from './redis.mjs';
import { findRedisServer } from './redis-server.mjs';
import { fail, say, step } from './terminal.mjs';
import { countsOf } from './test-counts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = join(root, '.data', 'test', 'vitest.json');

/** Runs a package's command on the pinned Node, its output shown; resolves with the exit code. @param {string} file @param {string[]} args @param {string} cwd */
function run(file, args, cwd = root) {
  const command = [join(root, 'node_modules', file), ...args];
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(root), command, {
      cwd,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
    running = child;
  });
}

/** @returns {Promise<import('./test-counts.mjs').Counts>} */
async function check() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @param {string} name @param {Promise<number>} exitCode */
  const judge = async (name, exitCode) => {
    const passed = (await exitCode) === 0;
    counts[passed ? 'passed' : 'failed'] += 1;
    if (passed) step(`${name}: ok`);
    else fail(`${name}: failed`);
  };
  await judge('biome check', run('@biomejs/biome/bin/biome', ['check', '--max-diagnostics=50', '.']));
  // All folders at once: they share most of what there is to read.
  await judge('types', run('typescript/bin/tsc', ['-p', '.', '--allowJs', '--checkJs']));
  return counts;
}

/** @param {string[]} args */
async function test(args) {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await run('vitest/vitest.mjs', ['run', ...reporters, ...args]);
  return countsOf(exitCode, () => readFileSync(report, 'utf8'));
}

/** The tests start private servers of it: on PATH, and by name. */
function redisServer() {
  const server = findRedisServer({ env: process.env, say: step });
  if (server) return server.path;
  throw new Failure(`The tests need redis-server or valkey-server on PATH. ${advice()}.`);
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
/** @type {NodeJS.ProcessEnv} */
let environment = process.env;
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(name, () => {
    running?.kill(name);
    process.exitCode = 1;
  });
}

try {
  requireNode();
  await install({ root, say: step });
  environment = { ...process.env, ...homeSettings(root, process.env), QUICKMART_REDIS_SERVER: redisServer() };
  if (!process.stdout.isTTY) environment.NO_COLOR = '1';
  if (!environment.SQLSERVER_TEST_URL) step('SQL Server tests are left out: SQLSERVER_TEST_URL is not set');
  const args = process.argv.slice(2);
  const alone = args.length > 0 || environment.LONG !== undefined;
  const parts = alone ? [await test(args)] : [await check(), await test([])];
  for (const part of parts) {
    total.passed += part.passed;
    total.failed += part.failed;
    total.skipped += part.skipped;
  }
} catch (error) {
  fail(
    error instanceof Failure ? error.message : `Unexpected: ${error instanceof Error ? error.stack : error}`,
  );
  total.failed += 1;
}
if (total.failed > 0) process.exitCode = 1;
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
