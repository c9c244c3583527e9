// When `npm start` installs: what has changed in the workspace is noticed, also where nobody has touched the lockfile.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stampOf } from './install.mjs';
import { sandbox } from './sandbox.ts';

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
});
