/** The code that the README shows is the code that there is: shortened, but no line of it is made up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './process.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const linesOf = (text: string) => text.split('\n').map((line) => line.trim());

/** Each block with the file of the last link before it. */
const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(({ 1: code = '', index }) => {
  const [, file = ''] = [...readme.slice(0, index).matchAll(/\]\(([\w./-]+\.ts)\)/g)].at(-1) ?? [];
  return { code, file };
});

test('the README shows code', () => expect(blocks.length).toBeGreaterThan(1));

test.each(blocks)('what it shows of $file stands there', ({ code, file }) => {
  const there = new Set(linesOf(readFileSync(join(root, file), 'utf8')));
  const shown = linesOf(code).filter((line) => !line.includes('…'));
  expect(shown.filter((line) => !there.has(line))).toEqual([]);
});
