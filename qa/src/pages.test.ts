/** The pages of docs/ that are about all services: they name none of them, so that a new one makes nothing wrong. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aclRule } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { assembled } from './openapi/documents.ts';
import { root } from './process.ts';
import { services } from './services.ts';

test('the rule of docs/redis.md is the one that the services are tested with', () => {
  const page = readFileSync(join(root, 'docs', 'redis.md'), 'utf8');
  const line = /^ACL SETUSER quickmart .*$/m.exec(page)?.[0] ?? '';
  expect(line).toBe(`ACL SETUSER quickmart on >PASSWORD ${aclRule(['*'])}`);
  // Whoever names the categories finds out at the start of a service which one is missing.
  expect(page).toContain('`ACL SETUSER quickmart ~{review}:*`');
});

test.each(services)('$name asks at its start for the keys of all that it reads and writes', (service) => {
  const { consumers, categories } = assembled(service);
  const read = consumers.status().map(({ category }) => category);
  const own = service.aggregates.map(({ category }) => category);
  // One without aggregates keeps its answers to keyed requests in a category of its name.
  const written = own.length > 0 ? own : [service.name];
  expect([...categories].sort()).toEqual([...new Set([...read, ...written])].sort());
});

/** Between two empty lines. */
const blocksOf = (text: string): string[] => text.split(/\n\s*\n/);

test('no page has a list of the services by hand, which the next one would make wrong', () => {
  const pages = globSync(['README.md', '.env.example', 'docs/*.md', 'packages/*/README.md'], { cwd: root });
  expect(pages.length).toBeGreaterThan(10);
  const lists = pages.flatMap((page) =>
    blocksOf(readFileSync(join(root, page), 'utf8'))
      .filter((block) => {
        const named = (how: (service: (typeof services)[number]) => RegExp) =>
          services.filter((service) => how(service).test(block)).length;
        return (
          named(({ name }) => new RegExp(`^\\s*[|*-]\\s*[\`*]*${name}\\b`, 'm')) > 3 ||
          named(({ name, port }) => new RegExp(`\\b${name}\\b.*\\b${port}\\b|localhost:${port}/swagger`)) >
            3 ||
          named(({ name }) => new RegExp(`\\{${name}\\}`)) > 3
        );
      })
      .map((block) => `${page}: ${block.slice(0, 60)}`),
  );
  expect(lists).toEqual([]);
});

test('each npm command that a page or a help text names is one', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const texts = globSync(
    ['README.md', 'docs/*.md', '{apps,packages,examples}/*/README.md', '{qa/src,scripts}/**/*.{ts,mjs}'],
    { cwd: root },
  );
  const named = texts.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /npm run (?:-s |--silent )?([a-z]+(?:[:-][a-z]+)*)/g,
      ),
    ].map(([, command = '']) => ({ file, command })),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ command }) => !(command in scripts))).toEqual([]);
});
