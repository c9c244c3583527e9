/** Who may import whom: no file of the repository imports itself by way of others, and rooms use only those before them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The folders of a source tree, and the files beside them that use them, in order: each one uses only those before it. Other
 * files beside them are used by all, and the doors use all.
 */
const rooms: Record<string, readonly string[]> = {
  'packages/streams/src': ['log', 'search', 'operate', 'write', 'consume'],
  'packages/service/src': [
    'process',
    'telemetry',
    'redis',
    'auth',
    'http',
    'import',
    'document',
    'api',
    'operations',
    'run',
  ],
  'packages/projections/src': [
    ...['table', 'projection', 'sqlite', 'sqlserver', 'connect.ts'],
    ...['query', 'apply', 'rebuild', 'verify', 'readiness.ts', 'read-models.ts', 'open.ts'],
  ],
};

const imports = /^(?! \*).*(?:from |import |(?<!typeof )import\()'(\.{1,2}\/[^']+\.(?:m?[tj]s|tsx))'/gm;

function* sourcesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    if (name === 'node_modules' || name.startsWith('.')) continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sourcesIn(path);
    else if (/\.(tsx?|mjs)$/.test(name)) yield path;
  }
}

const files = ['packages', 'apps', 'qa', 'bench', 'examples', 'scripts'].flatMap((folder) => [
  ...sourcesIn(join(root, folder)),
]);
const importsOf = new Map(
  files.map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(imports)].map(([, path = '']) => resolve(dirname(file), path)),
  ]),
);
const isTest = (file: string) => /\.test\.ts$/.test(file);
const short = (file: string) => relative(root, file);

/** Of each circle the path around it. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].map(short).join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of importsOf.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}

/** The doors of a tree: what others import, and what they run. */
const doors = new Set(['index.ts', 'serve.ts']);

/** The imports within a source tree that lead to a later room, or out of a room to one of the doors. */
function arrowsUp(tree: string, order: readonly string[]): string[] {
  const roomOf = (file: string) => {
    const [room = '', inside] = relative(join(root, tree), file).split(sep);
    return inside === undefined && doors.has(room) ? order.length : order.indexOf(room);
  };
  const own = files.filter((file) => file.startsWith(join(root, tree) + sep) && !isTest(file));
  return own.flatMap((file) =>
    (importsOf.get(file) ?? [])
      .filter((target) => roomOf(target) > roomOf(file))
      .map((target) => `${short(file)} → ${short(target)}`),
  );
}

test('no import runs in a circle', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(circles()).toEqual([]);
});

test.for(Object.entries(rooms))('in %s no room uses a later one', ([tree, order]) => {
  const there = readdirSync(join(root, tree), { withFileTypes: true });
  expect(there.map(({ name }) => name)).toEqual(expect.arrayContaining([...order]));
  const folders = there.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(order).toEqual(expect.arrayContaining(folders));
  expect(arrowsUp(tree, order)).toEqual([]);
});

test('nothing that runs in production uses what is there for tests', () => {
  const isSource = (file: string) => /^(packages|apps)$/.test(short(file).split(sep)[0]!);
  const sources = files.filter((file) => isSource(file) && file.includes(`${sep}src${sep}`) && !isTest(file));
  const found = sources.flatMap((file) =>
    (importsOf.get(file) ?? [])
      .filter((target) => isTest(target) || target.includes(`${sep}test${sep}`))
      .map((target) => `${short(file)} → ${short(target)}`),
  );
  expect(found).toEqual([]);
});
