/** Every command of the bench runs to its end with small numbers. What it measures is for people to read. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

const small = [
  ['http', '--seconds', '1', '--count', '20'],
  ['streams'],
  ['flash-sale', '--form', 'split,shared,roles'],
  ['mixed', '--form', 'shared'],
  ['checkouts', '--form', 'shared'],
  ['scale'],
  ['gateway'],
  ['instances'],
  ['flood'],
  ['events'],
  ['tracing'],
  ['search'],
  ['carts'],
  ['read-models'],
];

test.each(small)('bench %s', async (...command) => {
  const { stdout, stderr } = await run(process.execPath, [main, '--rounds', '1', '--quick', ...command]);
  expect(stdout).toContain('│');
  expect(stderr).toContain('written: ');
});

test.each([
  ['--rounds', 'many', 'gateway'],
  ['mixed', '--form', 'solo'],
  ['flash-sale', '--services', 'order,basket'],
  ['streams', '--only', 'memroy'],
])('bench %s %s %s is refused, and nothing is measured', async (...args) => {
  await expect(run(process.execPath, [main, ...args])).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^error: .* is invalid\. /),
  });
});

test('a command that the help names is among these', async () => {
  const { stdout } = await run(process.execPath, [main, '--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z][a-z-]+)(?: \[options\])? {2}/gm)].map(([, name]) => name);
  expect(commands).toEqual(small.map(([name]) => name));
});
