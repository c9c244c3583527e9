// Also run in a checkout that nobody else may enter, by elsewhere.test.ts.

import { spawnSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { imageUser } from './test/image-user.ts';

test('the user of the image can run Node, wherever the checkout lies', () => {
  const { node, folder, uid, remove } = imageUser();
  onTestFinished(remove);
  const options = { cwd: folder, encoding: 'utf8', ...(uid === undefined ? {} : { uid }) } as const;
  const { stdout, error } = spawnSync(node, ['-p', 'process.getuid()'], options);
  expect([stdout.trim(), error]).toEqual([String(uid ?? process.getuid?.()), undefined]);
});
