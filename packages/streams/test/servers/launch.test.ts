import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { end, hasEnded, launch } from './launch.ts';

const module = new URL('launch.ts', import.meta.url).href;

/** A process that has launched another one, which holds on to their standard output for as long as it lives. */
function starter() {
  const script = `
    const { launch } = await import('${module}');
    launch('sleep', ['600'], { stdio: ['ignore', 'inherit', 'inherit'] });
    console.log('launched');
    setInterval(() => {}, 1000);`;
  return launch(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

test.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'what a process has launched ends with it, on %s',
  async (signal) => {
    const child = starter();
    const said = text(child.stdout!);
    await once(child.stdout!, 'data');
    await end(child, signal);
    expect(await said, 'nobody holds the output any more').toBe('launched\n');
  },
);

test('what has ended is not ended again: its exit code is what it was', async () => {
  const child = launch('sh', ['-c', 'exit 7'], {});
  await once(child, 'exit');
  expect([hasEnded(child), await end(child)]).toEqual([true, 7]);
});
