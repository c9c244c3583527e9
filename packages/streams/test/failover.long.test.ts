// A master is killed under load, again and again, without waiting for its replicas: what was acknowledged under `replicated` is there.
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventStore, formatPosition } from '../src/index.ts';
import { codec, notes } from './conformance/ledger.ts';
import { Load } from './conformance/load.ts';
import { connectTo, startSentinel, until } from './servers/index.ts';

const runs = 20;
const ids = Array.from({ length: 16 }, (_, n) => `a-${n}`);
const seed = Number(process.env.SEED ?? 1);

test(`kill -9 of the master under load, ${runs} times: nothing acknowledged under replicated is lost (SEED=${seed})`, async () => {
  const pauses = fc.sample(fc.integer({ min: 50, max: 500 }), { seed, numRuns: runs });
  const trio = await startSentinel({ replicas: 2 });
  const redis = await connectTo(trio.address);
  const store = new EventStore({ redis, codec, replication: { replicas: 1, timeoutMs: 1_000 } });
  let acknowledged = 0;
  for (const [run, pauseMs] of pauses.entries()) {
    const counter = notes(`run-${run}`);
    const load = new Load(store, counter, ids, 1);
    await until('the load has begun', () => load.count > ids.length);
    await sleep(pauseMs);
    await trio.failover();
    const before = load.count;
    await until('appends are acknowledged again', () => load.count > before + ids.length);
    await load.stop();
    const lost = await lostOf(await connectTo(trio.address), counter.category, load);
    expect([run, lost]).toEqual([run, []]);
    acknowledged += load.count;
  }
  console.info(`${acknowledged} acknowledged appends over ${runs} failovers`);
  redis.disconnect();
  await trio.stop();
});

/** By position. */
async function lostOf(
  redis: Awaited<ReturnType<typeof connectTo>>,
  category: string,
  load: Load,
): Promise<string[]> {
  const store = new EventStore({ redis, codec });
  const logged = new Set<string>();
  for (const id of ids)
    for (const event of await store.history(category, id, { afterVersion: 0, limit: 100_000 }))
      logged.add(`${id} ${event.version} ${formatPosition(event)}`);
  redis.disconnect();
  return load.acknowledged
    .map(({ aggregateId, version, position }) => `${aggregateId} ${version} ${position}`)
    .filter((event) => !logged.has(event));
}
