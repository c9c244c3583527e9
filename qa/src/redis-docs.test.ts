/** docs/redis.md: its rule for the user is the one that is tested, and covers all that the services touch. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aclRule } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { assembled } from './openapi/documents.ts';
import { root } from './process.ts';
import { categories, services } from './services.ts';

test('the rule of docs/redis.md is the one that the services are tested with', () => {
  const page = readFileSync(join(root, 'docs', 'redis.md'), 'utf8');
  const line = /^ACL SETUSER quickmart .*$/m.exec(page)?.[0] ?? '';
  const named = [...line.matchAll(/~\{([^}]+)\}/g)].map(([, category = '']) => category);
  expect(line).toBe(`ACL SETUSER quickmart on >PASSWORD ${aclRule(named)}`);
  expect(categories).toEqual(expect.arrayContaining(named));
  // Of the services that came later, the page says how they get theirs, as their start does.
  expect(page).toContain('`ACL SETUSER quickmart ~{review}:*`');
});

test.each(services)('$name asks at its start for the keys of all that it reads and writes', (service) => {
  const { consumers, categories } = assembled(service);
  const read = consumers.status().map(({ category }) => category);
  const written = service.aggregates.map(({ category }) => category);
  expect([...categories].sort()).toEqual([...new Set([...read, ...written])].sort());
});
