/** The code of docs/your-own-service.md is that of apps/review, whose tests run it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './test/sandbox.ts';

const textOf = (file: string) => readFileSync(join(repository, file), 'utf8');
/** The page shows code without the indentation of where it stands. */
const trimmed = (code: string) => code.replaceAll(/^ +/gm, '');
const page = textOf('docs/your-own-service.md');
/** A block is from the last file that is named before it. */
const blocks = [...page.matchAll(/```ts\n(.*?)```/gs)].map((match) => {
  const before = page.slice(0, match.index);
  const file =
    before
      .match(/`(?:apps|packages)\/[\w/.-]+\.ts`/g)
      ?.at(-1)
      ?.slice(1, -1) ?? '';
  return { file, pieces: trimmed(match[1] ?? '').split(/^\s*\/\/ …\n/m) };
});

test('it has code of every file of the service that is not about shapes or tables', () => {
  const files = ['read-models', 'review', 'review.test', 'routes', 'service', 'service.test'];
  expect(new Set(blocks.map(({ file }) => file))).toEqual(
    new Set([
      'packages/contracts/src/review/events.ts',
      'apps/review/src/api.ts',
      ...files.map((one) => `apps/review/src/${one}.ts`),
    ]),
  );
});

test.each(blocks)('$file has its code, in this order', ({ file, pieces }) => {
  const text = trimmed(textOf(file));
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    expect(at, `${file} has not, or not there:\n${piece}`).toBeGreaterThanOrEqual(0);
    from = at + piece.length;
  }
});

test('the files and commands that it names exist', () => {
  const links = [...page.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(join(repository, 'docs', path)))).toEqual([]);
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = [...page.matchAll(/(?:npm run|pnpm) ([a-z]+)/g)].map(([, command = '']) => command);
  expect(named.filter((command) => !(command in scripts))).toEqual([]);
});
