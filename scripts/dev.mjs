// One service of `pnpm turbo dev`, run in its folder: waits for dev-redis.mjs, then `node --watch` restarts the service
// whenever a file that it imports is saved. Its log goes to the terminal.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Failure, messageOf } from './failure.mjs';
import { pinnedNode } from './install.mjs';
import { isAlive } from './processes.mjs';
import { readRun, runFileOf } from './run-file.mjs';
import { databaseUrlOf, discoverServices } from './services.mjs';
import { fail, step } from './terminal.mjs';
import { onOrphaned } from './until-stopped.mjs';

const redisMs = 120_000;
const root = fileURLToPath(new URL('..', import.meta.url));

/** The Redis that a living dev-redis.mjs has told of. */
async function redisUrl() {
  const deadline = Date.now() + redisMs;
  while (Date.now() < deadline) {
    const run = readRun(runFileOf(join(root, '.data')));
    if (run?.redisUrl && isAlive(run.owner)) return run.redisUrl;
    await sleep(100);
  }
  throw new Failure(
    `No Redis after ${redisMs / 1000} s: start with \`pnpm turbo dev\`, which runs one beside the services.`,
  );
}

async function watch() {
  const services = discoverServices({ root, env: process.env, portOffset: 0 });
  const service = services.find(({ main }) => process.cwd() === join(root, main, '..', '..'));
  if (!service)
    throw new Failure(`${process.cwd()} is no service: it needs src/main.ts and a "quickmart" field.`);
  const { name, main, port, host, url } = service;
  const env = {
    ...process.env,
    REDIS_URL: await redisUrl(),
    DATABASE_URL: databaseUrlOf(name, process.env, '.data'),
    PORT: String(port),
    HOST: host,
  };
  step(`${name}: ${url}/swagger`);
  const args = ['--watch', '--watch-preserve-output', main];
  const child = spawn(pinnedNode(root), args, { cwd: root, env, stdio: 'inherit' });
  child.once('exit', (code) => process.exit(code ?? 0));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  onOrphaned(() => child.kill('SIGTERM'));
}

try {
  await watch();
} catch (error) {
  fail(messageOf(error));
  process.exitCode = 1;
}
