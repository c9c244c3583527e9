// The watch mode, with stub services: a saved file starts them anew, logs can be read, a debugger can attach.

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pretty } from './log-line.ts';
import { serveScript } from './services.ts';
import { allGone, execute, sandbox } from './test/sandbox.ts';

test('npm run dev: a debugger can attach, a saved file starts the services anew, Ctrl-C leaves nothing', async () => {
  const box = await sandbox();
  const dev = execute('npm', ['run', 'dev'], box.root);
  await dev.prints(/info {2}product .*listening/);
  await dev.prints(/info {2}order .*listening/);
  expect(dev.output(), 'lines to read').not.toContain('{"level"');
  const [, inspector] = /^ {2}product .* 127\.0\.0\.1:(\d+)$/m.exec(dev.output()) ?? [];
  const targets = await (await fetch(`http://127.0.0.1:${inspector}/json/list`)).json();
  expect(targets).toMatchObject([{ title: expect.stringContaining('serve.ts') }]);

  appendFileSync(join(box.root, serveScript), '\n');
  await dev.prints(/product .*stopped in order[\s\S]*product .*listening/);
  const run = box.run();
  dev.child.kill('SIGINT');
  expect(await dev.ended, dev.output()).toBe(0);
  expect(allGone(run)).toBe(true);
});

test('npm run dev -- of some services: only these, and a name that is none is refused', async () => {
  const box = await sandbox();
  const one = execute('npm', ['run', 'dev', '--', 'order'], box.root);
  await one.prints(/info {2}order .*listening/);
  expect(one.output()).not.toContain('product');
  one.child.kill('SIGINT');
  expect(await one.ended).toBe(0);

  const none = execute('npm', ['run', 'dev', '--', 'ordr'], box.root);
  expect(await none.ended).toBe(1);
  expect(none.output()).toContain('There is no service ordr: there are ');
});

test('a line of a log as developers read it; what is none stays as it is', () => {
  const line = { level: 'error', time: '2026-11-28T20:17:48.795Z', service: 'order', pid: 7, attempt: 2 };
  const err = { message: 'disk full', stack: 'Error: disk full\n    at write (file.ts:1:1)' };
  expect(pretty(JSON.stringify({ ...line, err, msg: 'not written' }))).toBe(
    '20:17:48.795 error order     not written: disk full attempt=2\n    at write (file.ts:1:1)',
  );
  expect(pretty('plain')).toBe('plain');
});
