/** What the package page shows runs, and prints what the page says it prints. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startRedis } from './servers/index.ts';

const example = fileURLToPath(new URL('../examples/counter.ts', import.meta.url));
const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the counter example', async () => {
  const server = await startRedis();
  try {
    const env = { ...process.env, REDIS_URL: server.url };
    const { stdout } = await promisify(execFile)(process.execPath, [example], { env, timeout: 20_000 });
    expect(page).toContain(stdout);
  } finally {
    await server.stop();
  }
}, 30_000);
