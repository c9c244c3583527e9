/** What stops the services after a start that was killed -9: it must not itself bring the start down. */
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launch } from '../packages/streams/test/servers/launch.ts';

test('a shell that cannot be started is tried again; then its script runs when the process is gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guard-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [shell, script, done] = ['sh', 'script.mjs', 'done'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(script, `import { writeFileSync } from 'node:fs'; writeFileSync('${done}', '');`);
  const program = `
    import { Guard } from '${new URL('guard.ts', import.meta.url)}';
    new Guard(['${script}'], '${shell}').start();
    setInterval(() => process.stdout.write('.'), 100);`;
  const guarded = launch(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void guarded.kill('SIGKILL'));
  let ticks = 0;
  guarded.stdout!.on('data', () => {
    ticks++;
  });
  await expect.poll(() => ticks, { timeout: 10_000 }).toBeGreaterThan(3);
  symlinkSync('/bin/sh', shell);
  // Started again within a second or so.
  const before = ticks;
  await expect.poll(() => ticks - before, { timeout: 10_000 }).toBeGreaterThan(20);
  guarded.kill('SIGKILL');
  await expect.poll(() => existsSync(done), { timeout: 10_000 }).toBe(true);
});
