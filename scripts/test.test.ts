// What `npm test` says about a checkout: the last line and the exit code, whatever fails in it.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { execute, repository, sandbox } from './test/sandbox.ts';
import { countsOf } from './test-counts.ts';

const lastLine = (output: string) => output.trimEnd().split('\n').at(-1);

/** A checkout with one package, the given files in it; linted and typed like this one. */
async function checkout(files: Record<string, string>) {
  const box = await sandbox(['vitest', 'typescript', '@biomejs', '@types', 'vite']);
  rmSync(join(box.root, 'apps'), { recursive: true });
  for (const file of ['vitest.config.ts', '.gitignore', 'scripts/no-literal-spread.grit'])
    cpSync(join(repository, file), join(box.root, file));
  // Beside that package there are scripts and stubs of services, which this is not about.
  const rules = readFileSync(join(repository, 'biome.json'), 'utf8').replace(
    /\[\s*"\*\*",[^\]]*\]/,
    '["packages/sums/**"]',
  );
  const options = JSON.parse(readFileSync(join(repository, 'tsconfig.json'), 'utf8'));
  const manifest = '{\n  "name": "sums",\n  "type": "module"\n}\n';
  const types = '{ "extends": "../../tsconfig.json", "include": ["."] }\n';
  const all = {
    'biome.json': rules,
    'tsconfig.json': JSON.stringify({ ...options, include: ['packages/sums'] }),
    'packages/sums/package.json': manifest,
    'packages/sums/tsconfig.json': types,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(box.root, name)), { recursive: true });
    writeFileSync(join(box.root, name), text);
  }
  execFileSync('git', ['init', '--quiet'], { cwd: box.root }); // biome reads .gitignore of a repository
  return (args: string[] = []) => {
    const env = { SQLSERVER_TEST_URL: '', VITEST: '', NODE_ENV: '' };
    return execute(process.execPath, ['scripts/test.ts', ...args], box.root, env);
  };
}

const sum = "import { expect, test } from 'vitest';\n\ntest('adds', () => {\n  expect(1 + 1).toBe(2);\n});\n";
const wrong = sum.replace('toBe(2)', 'toBe(3)');

test('lint, types and tests all count, and all can pass', async () => {
  const run = (await checkout({ 'packages/sums/src/sum.test.ts': sum }))();
  expect(await run.ended, run.output()).toBe(0);
  expect(lastLine(run.output())).toBe('3 passed, 0 failed, 0 skipped');
});

test('a lint error, a type error, a failing test and a file that does not load each count', async () => {
  const run = (
    await checkout({
      'packages/sums/src/sum.test.ts': `${sum}\ntest.skip('later', () => {});\n`,
      'packages/sums/src/wrong.test.ts': wrong,
      'packages/sums/src/broken.test.ts': "throw new Error('this file does not load');\n",
      'packages/sums/src/types.ts': "export const total: number = 'none';\n",
      'packages/sums/src/lint.ts': 'export var  total = 1\n',
    })
  )();
  expect(await run.ended).toBe(1);
  expect(lastLine(run.output())).toBe('1 passed, 4 failed, 1 skipped');
});

test('arguments go to vitest, which then runs alone', async () => {
  const runs = await checkout({
    'packages/sums/src/sum.test.ts': sum,
    'packages/sums/src/wrong.test.ts': wrong,
  });
  const one = runs(['src/sum']);
  expect(await one.ended).toBe(0);
  expect(lastLine(one.output())).toBe('1 passed, 0 failed, 0 skipped');
  const none = runs(['no-such-file']);
  expect(await none.ended, 'no tests found is a failure').toBe(1);
  expect(lastLine(none.output())).toBe('0 passed, 1 failed, 0 skipped');
});

const report = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

test('an error outside of every test is a failure', () => {
  expect(countsOf(1, () => JSON.stringify(report))).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

test('a report that is missing is a failure', () => {
  expect(countsOf(0, () => '')).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
