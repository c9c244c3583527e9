/** Guarantee 14: consumers leave a broken Redis alone, say it once, and go on when it is back. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { limits } from '../../src/limits.ts';
import type { Logger } from '../../src/log/event.ts';
import { commandOf } from '../../src/write/store.ts';
import type { TestProxy } from '../servers/proxy.ts';
import { until } from '../servers/until.ts';
import type { Guarantee } from './guarantee.ts';
import { copies, type NoteEvents } from './ledger.ts';
import { someIds, type World } from './world.ts';

const breakages: Record<string, (proxy: TestProxy) => void> = {
  'connections are reset': (proxy) => proxy.reset(),
  'all is answered with LOADING': (proxy) => proxy.answer('LOADING Redis is loading the dataset in memory'),
  'all is answered with READONLY': (proxy) => proxy.answer("READONLY You can't write against a replica."),
  'nothing is answered': (proxy) => proxy.hold(),
};

export const noBusyLoop: Guarantee = {
  title:
    'no busy loop against a broken Redis: under 10 commands per second, each thing said once, and on as before',
  timeoutMs: 240_000,
  test: async (world) => {
    const load = world.load(someIds(24), 200);
    const results = await Promise.all([
      ...Object.entries(breakages).map(([name, act]) => broken(world, name, act)),
      silentConnection(world),
    ]);
    await load.stop();
    if (process.env.DEBUG_LOG) console.table(results);
    for (const { name, perSecond, connectionsPerSecond, lines } of results) {
      expect(perSecond + connectionsPerSecond, name).toBeLessThan(10);
      expect(lines, name).toEqual([...new Set(lines)]);
      expect(lines, name).toContain('reading stopped, trying again');
    }
  },
};

/** Longer than a lease: what happens when it runs out meanwhile is part of it. */
const outageMs = limits.leaseMs + 3_000;

/** A consumer with a Redis of its own to break: it handles what is appended, and its handlers append. */
async function subject(world: World, name: string) {
  const gateway = await world.gateway();
  const store = await world.newStore(gateway);
  const lines: string[] = [];
  const said = (_: object, message: string) => void lines.push(message);
  const logger: Logger = { debug: () => {}, info: () => {}, warn: said, error: said };
  const target = copies(`${world.target}-${name.replaceAll(' ', '-').toLowerCase()}`);
  let handled = 0;
  await world.consume(
    (group) =>
      group.react<NoteEvents>(world.source, {
        NotedEvent: async (event) => {
          await store.decide(target, 'all', () => [], commandOf(event));
          handled++;
        },
      }),
    { store, logger, name },
  );
  const goesOn = async () => {
    const before = handled;
    await until(`${name}: events are handled`, () => handled > before + 50);
  };
  await goesOn();
  return { gateway, lines, goesOn };
}

async function broken(world: World, name: string, act: (proxy: TestProxy) => void) {
  const { gateway, lines, goesOn } = await subject(world, name);
  gateway.all(act);
  await sleep(200); // what was under way
  const { commands, connections } = gateway;
  await sleep(outageMs);
  const perSecond = (1000 * (gateway.commands - commands)) / outageMs;
  const connectionsPerSecond = (1000 * (gateway.connections - connections)) / outageMs;
  const meanwhile = [...lines];
  gateway.all((proxy) => proxy.open());
  const back = performance.now();
  await goesOn();
  return { name, perSecond, connectionsPerSecond, lines: meanwhile, recoveryMs: performance.now() - back };
}

/** The other end is gone without a word, while a new connection would be well: nobody waits for it for ever. */
async function silentConnection(world: World) {
  const name = 'connections are silent';
  const { gateway, lines, goesOn } = await subject(world, name);
  gateway.all((proxy) => proxy.forsake());
  const silent = performance.now();
  await goesOn();
  return { name, perSecond: 0, connectionsPerSecond: 0, lines, recoveryMs: performance.now() - silent };
}
