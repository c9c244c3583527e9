/** What can be done to the system. Each of them is over when its promise is. */
import { setTimeout as sleep } from 'node:timers/promises';
import { keys, limits } from '../../src/index.ts';
import type { World } from '../conformance/world.ts';
import type { TestProxy, TestRedis } from '../servers/index.ts';
import type { Client, Fleet, Member } from './fleet.ts';
import type { Load } from './load.ts';
import type { Ward } from './ward.ts';

export type System = {
  world: World;
  server: { redis: TestRedis; busy: boolean };
  fleet: Fleet;
  load: Load;
  ward: Ward;
};

/** `nth`: of what there is at that time. False: it could not be done now. */
type Act = (system: System, how: { nth: number; ms: number }) => Promise<boolean>;
/** `ms`: how long it lasts, at least and at most. */
export type Kind = { ms: readonly [number, number]; act: Act };

const cuts: Record<string, (proxy: TestProxy) => void> = {
  'reset connections': (proxy) => proxy.reset(),
  'lost packets': (proxy) => proxy.hold(),
  'lost answers': (proxy) => proxy.deafen(),
  'silent connections': (proxy) => proxy.forsake(),
  'broken connections': (proxy) => proxy.breakAll(),
  'LOADING for answers': (proxy) => proxy.answer('LOADING Redis is loading the dataset in memory'),
  'READONLY for answers': (proxy) => proxy.answer("READONLY You can't write against a read only replica."),
};

export const disturbances: Record<string, Kind> = {
  'kill -9 of a worker': { ms: [0, 3_000], act: killed },
  'SIGSTOP of a worker': { ms: [1_000, 15_000], act: paused },
  'SIGTERM, another one begins': { ms: [0, 0], act: replaced },
  'scaled to 1': { ms: [0, 0], act: ({ fleet }) => scaled(fleet, 1) },
  'scaled to 5': { ms: [0, 0], act: ({ fleet }) => scaled(fleet, 5) },
  'scaled to 3': { ms: [0, 0], act: ({ fleet }) => scaled(fleet, 3) },
  'kill -9 of Redis': { ms: [0, 3_000], act: crashed },
  'groups destroyed': { ms: [0, 0], act: groupsDestroyed },
  'poison event': { ms: [500, 8_000], act: ({ ward }, { nth, ms }) => ward.poison(nth, ms) },
  ...Object.fromEntries(
    Object.entries(cuts).map(([name, cut]) => [name, { ms: [500, 15_000], act: cutOff(cut) } satisfies Kind]),
  ),
};

function pick<Of extends Client>(clients: readonly Of[], nth: number): Of | undefined {
  const idle = clients.filter(({ busy }) => !busy);
  return idle[nth % idle.length];
}

async function during(one: { busy: boolean } | undefined, work: () => Promise<void>): Promise<boolean> {
  if (one === undefined || one.busy) return false;
  one.busy = true;
  await work();
  one.busy = false;
  return true;
}

async function killed({ fleet }: System, { nth, ms }: { nth: number; ms: number }): Promise<boolean> {
  const member = fleet.members[nth % fleet.members.length]; // whatever is done to it just now
  if (member === undefined) return false;
  fleet.kill(member);
  await sleep(ms);
  await fleet.fill();
  return true;
}

function paused({ fleet }: System, { nth, ms }: { nth: number; ms: number }): Promise<boolean> {
  const member = pick<Member>(fleet.members, nth);
  return during(member, async () => {
    const resume = member?.worker.pause();
    await sleep(ms);
    resume?.();
  });
}

async function replaced({ fleet }: System, { nth }: { nth: number }): Promise<boolean> {
  const member = pick(fleet.members, nth);
  if (member === undefined) return false;
  fleet.retire(member);
  await fleet.fill();
  return true;
}

async function scaled(fleet: Fleet, to: number): Promise<boolean> {
  await fleet.resize(to);
  return true;
}

function crashed({ server }: System, { ms }: { ms: number }): Promise<boolean> {
  return during(server, async () => {
    await server.redis.kill();
    await sleep(ms);
    await server.redis.restart();
  });
}

async function groupsDestroyed({ world }: System, { nth }: { nth: number }): Promise<boolean> {
  const group = ['readers', 'readers-read-models'][nth % 2]!;
  const streams = Array.from({ length: limits.partitions }, (_, p) => keys.events(world.source, p));
  const { redis } = world.store.log;
  const destroyed = await Promise.allSettled(streams.map((stream) => redis.xgroup('DESTROY', stream, group)));
  return destroyed.some(({ status }) => status === 'fulfilled');
}

function cutOff(act: (proxy: TestProxy) => void): Act {
  return ({ fleet, load }, { nth, ms }) => {
    const client = pick([load, ...fleet.members], nth);
    return during(client, async () => {
      client?.gateway.all(act);
      await sleep(ms);
      client?.gateway.all((proxy) => proxy.open());
    });
  };
}
