/** Guarantee 15: what a consumer holds does not depend on how much there is to do. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { limits } from '../../src/limits.ts';
import { launch, talking } from '../servers/launch.ts';
import { until } from '../servers/until.ts';
import type { Guarantee } from './guarantee.ts';
import { command, noted } from './ledger.ts';
import type { Usage } from './memory-worker.ts';
import { someIds, type World } from './world.ts';

const backlog = 150_000;
const mib = 1024 * 1024;
const workerFile = fileURLToPath(new URL('memory-worker.ts', import.meta.url));

export const boundedMemory: Guarantee = {
  title: 'the memory of a consumer is bounded, whatever the backlog',
  timeoutMs: 120_000,
  test: async (world) => {
    await fill(world);
    const { address } = world.deployment;
    const args = ['--expose-gc', workerFile, JSON.stringify(address), world.source];
    const worker = launch(process.execPath, args, talking);
    try {
      await once(worker, 'message');
      const before = await ask(worker, 'how much?');
      await ask(worker, 'start');
      const most = limits.unacknowledgedEntries + limits.readCount * limits.partitions;
      await until(
        'it reads',
        async () => (await ask(worker, 'how much?')).unacknowledged >= limits.unacknowledgedEntries,
      );
      await sleep(1000); // it could go on reading
      const held = await ask(worker, 'how much?');
      expect(held.unacknowledged).toBeLessThanOrEqual(most);
      let usage = await ask(worker, 'go on');
      const peak = { rss: 0, heap: 0 };
      for (; usage.handled < backlog / 3; usage = await ask(worker, 'how much?')) {
        peak.rss = Math.max(peak.rss, usage.rssBytes);
        peak.heap = Math.max(peak.heap, usage.heapBytes);
        expect(usage.unacknowledged).toBeLessThanOrEqual(most);
        await sleep(50);
      }
      if (process.env.DEBUG_LOG) console.info('memory', { before, held, usage, peak });
      // The backlog is about 75 MB in Redis, and more than that in memory.
      expect(peak.heap - before.heapBytes).toBeLessThan(16 * mib);
      expect(peak.rss - before.rssBytes).toBeLessThan(128 * mib);
    } finally {
      worker.kill('SIGKILL');
    }
  },
};

/** In whole appends of the largest size. */
async function fill(world: World): Promise<void> {
  const ids = someIds(backlog / limits.appendEvents);
  const pad = 'x'.repeat(100);
  const events = Array.from({ length: limits.appendEvents }, (_, n) => noted(n, { pad }));
  for (const id of ids) await world.store.decide(world.notes, id, () => events, command());
}

async function ask(worker: ChildProcess, question: string): Promise<Usage> {
  const answer = once(worker, 'message');
  worker.send(question);
  return (await answer)[0] as Usage;
}
