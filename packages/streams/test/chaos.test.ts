/** A short run of the chaos test, as it is started by hand. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('chaos.ts', import.meta.url));
const run = promisify(execFile);

test('a seeded run of every disturbance leaves nothing lost, doubled or out of order', async () => {
  const { stdout } = await run(process.execPath, [program, '--seed', '8841', '--minutes', '0.15']);
  expect(stdout).toContain('chaos survived, seed=8841');
}, 300_000);

test('what it is not told in numbers is refused', async () => {
  const refused = run(process.execPath, [program, '--seed', 'x']);
  await expect(refused).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('usage:') });
});
