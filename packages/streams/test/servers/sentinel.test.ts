import { expect, test } from 'vitest';
import { pause } from './launch.ts';
import { startSentinel } from './sentinel.ts';

test('a master that stands still for a while, as on a busy machine, stays the master; one that is killed does not', async () => {
  const trio = await startSentinel();
  try {
    const master = await trio.master();
    await pause(master.process, 4_000);
    await trio.settled();
    expect(await trio.master()).toBe(master);
    await trio.failover();
    expect(await trio.master()).not.toBe(master);
    await trio.settled();
  } finally {
    await trio.stop();
  }
});
