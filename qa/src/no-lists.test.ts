/**
 * The services are found, not listed: a folder of `apps/` is all that there is to know of one. A list would be forgotten
 * with the next service.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portOf } from '@quickmart/service';
import { expect, test } from 'vitest';
import { serviceNames } from './names.ts';
import { root } from './process.ts';
import { services } from './services.ts';

/** Code and configuration, but for the services themselves, and what is written by a command and compared by a test. */
const isLookedAt = (file: string): boolean =>
  /\.(ts|mjs|js|json|ya?ml|sh)$|Dockerfile$|\.ci\//.test(file) &&
  !/^(apps|docs)\/|^pnpm-lock\.yaml$|^docker-compose\.yml$|^packages\/client\/src\/openapi\.ts$/.test(file);

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => isLookedAt(file) && existsSync(join(root, file)));

/** As many as are no coincidence. */
const many = 4;
const name = `(?:${serviceNames.join('|')})`;
const lists = [
  // ['product', "inventory", …], 'product' | 'inventory' | …
  new RegExp(`(?:['"\`]${name}['"\`][\\s,|]*){${many},}`, 'g'),
  // for service in product inventory …
  new RegExp(`(?:\\b${name}\\b[ |]*){${many},}`, 'g'),
  // { product: …, inventory: …, … }, line by line
  new RegExp(`(?:^\\s*['"]?${name}['"]?:.*\\n){${many},}`, 'gm'),
  // 3001, 3002, …
  new RegExp(
    `(?:\\b(?:${services.map(({ port }) => port).join('|')})\\b[^\\d\\n]{0,20}\\n?\\s*){${many - 1},}`,
    'g',
  ),
];

/** apps/product/…, apps/inventory/…, line by line. */
function listsFolders(text: string): boolean {
  const inLine = (line: string) => serviceNames.filter((one) => line.includes(`apps/${one}/`));
  let run = new Set<string>();
  for (const line of text.split('\n')) {
    const found = /^\s*(import|} from)/.test(line) ? [] : inLine(line);
    run = found.length === 0 ? new Set() : new Set([...run, ...found]);
    if (run.size >= many) return true;
  }
  return false;
}

const listsIn = (text: string): string[] => [
  ...lists.flatMap((list) => text.match(list) ?? []),
  ...(listsFolders(text) ? ['folders of apps/'] : []),
];

test('nothing lists the services', () => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) =>
    listsIn(readFileSync(join(root, file), 'utf8')).map((one) => `${file}: ${one.trim()}`),
  );
  expect(found).toEqual([]);
});

test('what would be one is found', () => {
  const names = serviceNames.slice(0, many);
  const texts = [
    `const all = [${names.map((one) => `'${one}'`).join(', ')}] as const;`,
    `type Name = ${names.map((one) => `'${one}'`).join(' | ')};`,
    `for service in ${names.join(' ')}; do`,
    names.map((one) => `  ${one}: 'apps/${one}/src/service.ts',\n`).join(''),
    names.map((one) => `- apps/${one}/package.json\n`).join(''),
    `for port in ${services.map(({ port }) => port).join(' ')}`,
  ];
  for (const text of texts) expect([text, listsIn(text).length > 0]).toEqual([text, true]);
});

test('the port that is read from the text of a definition is the one that it has', () => {
  for (const { name, port } of services) expect([name, portOf(name)]).toEqual([name, port]);
  expect(new Set(services.map(({ port }) => port)).size).toBe(services.length);
});
