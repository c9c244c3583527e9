/** One run: the system is started, disturbed, left in peace, and judged. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keys } from '../../src/index.ts';
import { SqliteProjector } from '../conformance/sqlite.ts';
import { World } from '../conformance/world.ts';
import { startRedis, type TestRedis } from '../servers/index.ts';
import { disturbances, type System } from './disturbances.ts';
import { Fleet } from './fleet.ts';
import { Load } from './load.ts';
import { planOf } from './plan.ts';
import { judge, type Verdict } from './verdict.ts';
import { Ward } from './ward.ts';

const size = 3;
/** Without any progress. */
const patienceMs = 90_000;
const progressMs = 5_000;

export type Outcome = Verdict & { done: Map<string, number> };

export async function chaos(seed: number, seconds: number, say: (line: string) => void): Promise<Outcome> {
  const server = await startRedis({ appendOnly: true });
  const world = await worldOn(server);
  try {
    return await new Run(server, world, say).run(seed, seconds);
  } finally {
    await world.close();
    await server.stop();
  }
}

function worldOn({ port }: TestRedis): Promise<World> {
  const notUsed = async () => {};
  const address = { kind: 'standalone' as const, port };
  return World.on({ address, ports: [port], crash: notUsed, disturb: notUsed, stop: notUsed });
}

class Run {
  readonly #server: TestRedis;
  readonly #world: World;
  readonly #rings: string;
  readonly #rows: SqliteProjector;
  readonly #say: (line: string) => void;
  readonly #done = new Map<string, number>();

  constructor(server: TestRedis, world: World, say: (line: string) => void) {
    this.#server = server;
    this.#world = world;
    this.#say = say;
    this.#rings = `${world.source}-rings`;
    this.#rows = new SqliteProjector(join(world.dir, 'rows.db'));
  }

  async run(seed: number, seconds: number): Promise<Outcome> {
    const system = await this.#start();
    const from = performance.now();
    const progress = setInterval(() => void this.#progress(system, performance.now() - from), progressMs);
    await this.#disturb(system, planOf(seed, seconds), from + 1000 * seconds);
    const drained = await this.#peace(system);
    clearInterval(progress);
    const verdict = await judge(system, this.#rings, this.#rows);
    this.#rows.close();
    return { ...verdict, faults: { ...verdict.faults, 'not done in the end': drained }, done: this.#done };
  }

  async #start(): Promise<System> {
    const world = this.#world;
    const cures = join(world.dir, 'cures');
    mkdirSync(cures);
    const database = join(world.dir, 'rows.db');
    const work = { target: world.target, rings: this.#rings, handlerMs: 1, database, cures };
    const fleet = new Fleet(world, work);
    const load = await Load.on(world);
    await fleet.resize(size);
    return {
      world,
      server: { redis: this.#server, busy: false },
      fleet,
      load,
      ward: new Ward(world, load, cures),
    };
  }

  async #disturb(system: System, plan: ReturnType<typeof planOf>, end: number): Promise<void> {
    const underWay: Promise<void>[] = [];
    for (const { kind, afterMs, ...how } of plan) {
      if (performance.now() + afterMs > end) break;
      await sleep(afterMs);
      const act = this.#act(kind, disturbances[kind]!.act(system, how));
      act.catch(() => {}); // said when all are over
      underWay.push(act);
    }
    await Promise.all(underWay);
  }

  async #act(kind: string, done: Promise<boolean>): Promise<void> {
    if (await done) this.#done.set(kind, (this.#done.get(kind) ?? 0) + 1);
  }

  /** Nothing is disturbed any more: everything must come to an end. Says what did not. */
  async #peace({ fleet, load, ward }: System): Promise<string[]> {
    await fleet.resize(size);
    const busy = new Set(['appends', 'workers that start or end']);
    void load.stop().then(() => busy.delete('appends'));
    void fleet.settled().then(() => busy.delete('workers that start or end'));
    const left = async () => [...busy, ...ward.unfinished, ...(await this.#backlog())];
    let open = await left();
    for (let since = performance.now(); open.length > 0 && performance.now() - since < patienceMs; ) {
      await sleep(200);
      const now = await left();
      if (now.join() !== open.join()) since = performance.now();
      open = now;
    }
    return open;
  }

  async #backlog(): Promise<string[]> {
    const { source, target, store } = this.#world;
    try {
      const appended = await this.#head(source);
      const counts = {
        'events without an effect': appended - (await this.#head(target)),
        'events that are not in the rows': appended - this.#counted(),
        timers: await store.log.redis.zcard(keys.timers(source)),
        'pending entries': await this.#world.pending(),
      };
      return Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []));
    } catch (error) {
      return [(error as Error).message]; // our own connection is not back yet, or a group
    }
  }

  #head = async (category: string) =>
    Number((await this.#world.store.log.redis.hget(keys.head(category), 'pos')) ?? 0);

  #counted = () => this.#rows.rows().reduce((sum, { events }) => sum + events, 0);

  async #progress({ fleet, load }: System, ms: number): Promise<void> {
    const effects = await this.#head(this.#world.target).catch(() => 'Redis is away, ?');
    const disturbed = [...this.#done.values()].reduce((sum, count) => sum + count, 0);
    this.#say(
      `${Math.round(ms / 1000)} s: ${load.acknowledged.length} appended, ${effects} handled, ${this.#counted()} in the rows, ` +
        `${fleet.members.length} workers, ${disturbed} disturbances`,
    );
  }
}
