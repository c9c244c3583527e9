// When `npm start` installs: what has changed in the workspace is noticed, also where nobody has touched the lockfile.

import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stampOf } from './install.mjs';
import { execute, sandbox } from './test/sandbox.ts';

test('a new folder of the workspace, and a changed manifest, need an install; other files do not', async () => {
  const { root } = await sandbox();
  const before = stampOf(root);
  writeFileSync(join(root, 'apps', 'order', 'src', 'more.ts'), '');
  expect(stampOf(root)).toBe(before);

  mkdirSync(join(root, 'apps', 'review'));
  cpSync(join(root, 'apps', 'order', 'package.json'), join(root, 'apps', 'review', 'package.json'));
  expect(stampOf(root)).not.toBe(before);
  rmSync(join(root, 'apps', 'review'), { recursive: true });
  expect(stampOf(root)).toBe(before);

  writeFileSync(join(root, 'apps', 'order', 'package.json'), '{ "name": "order", "dependencies": {} }');
  expect(stampOf(root)).not.toBe(before);
  rmSync(join(root, 'apps', 'order', 'package.json'));

  const own = stampOf(root);
  writeFileSync(join(root, 'package.json'), '{ "dependencies": { "zod": "*" } }');
  expect(stampOf(root)).not.toBe(own);
});

test('an install that ended halfway is done again, also for the lockfile of before', async () => {
  const { root } = await sandbox();
  const manifest = join(root, 'apps', 'order', 'package.json');
  const before = readFileSync(manifest, 'utf8');
  const folder = join(root, 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'npx'), '#!/bin/sh\necho half of it; exit 1\n');
  chmodSync(join(folder, 'npx'), 0o755);
  const bootstrap = () =>
    execute(process.execPath, ['scripts/bootstrap.mjs'], root, { PATH: `${folder}:${process.env.PATH}` });

  writeFileSync(manifest, '{ "name": "order", "dependencies": {} }');
  expect(await bootstrap().ended).toBe(1);
  writeFileSync(manifest, before);
  const again = bootstrap();
  expect(await again.ended).toBe(1);
  expect(again.output()).toContain('half of it');
});
