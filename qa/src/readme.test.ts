/** The code that the README shows is the code that there is: shortened, but no line of it is made up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf } from '../../apps/gateway/src/owners.ts';
import { serviceNames } from './names.ts';
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

const documents = serviceNames.map(documentOf);

/** Of the operation that a call is of; undefined where there is none. */
function accessOf(method: string, path: string): string | undefined {
  const parts = path.split('/');
  const fits = (pattern: string) => {
    const wanted = pattern.split('/');
    return (
      wanted.length === parts.length && wanted.every((one, n) => one.startsWith('{') || one === parts[n])
    );
  };
  const found = documents
    .flatMap(({ paths }) => Object.entries(paths))
    .find(([pattern, item]) => fits(pattern) && method in item);
  return (found?.[1][method]?.['x-access'] as { kind: string } | undefined)?.kind;
}

const pages = ['README.md', 'docs/api.md', 'docs/import.md', 'docs/pricing.md'];
const calls = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8').replaceAll('\\\n', ' ');
  return [...text.matchAll(/^curl .*$/gm)].map(([call]) => ({ page, call: call.replaceAll(/ +/g, ' ') }));
});

test('the pages show calls', () => expect(calls.length).toBeGreaterThan(9));

test.each(calls)('$page: $call has a token where it needs one, and goes to the gateway', ({ call }) => {
  const [, path = ''] = /localhost:3000(\/[^\s'?]+)/.exec(call) ?? [];
  const access = accessOf(/ (-d|--data-binary) /.test(call) ? 'post' : 'get', path);
  expect(access, path).toBeDefined();
  expect(call.includes('-H "$auth"')).toBe(access !== 'open');
});
