/**
 * What is appended, over every outage, and what has to come of it. Two writers, like two processes, append to every
 * aggregate; some aggregates are hot.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type EventStore, OutageError } from '../../src/index.ts';
import type { Gateway } from '../conformance/deployment.ts';
import { type Alarm, alarms, command, type Nature, noted } from '../conformance/ledger.ts';
import type { World } from '../conformance/world.ts';
import { Alarms } from './alarms.ts';

export type Acknowledged = { aggregateId: string; n: number; version: number; position: string };

const hot = Array.from({ length: 3 }, (_, i) => `hot-${i}`);
const cold = Array.from({ length: 36 }, (_, i) => `cold-${i}`);
export const patients = Array.from({ length: 8 }, (_, i) => `patient-${i}`);

export class Load {
  readonly gateway: Gateway;
  busy = false;
  readonly acknowledged: Acknowledged[] = [];
  readonly alarms = new Alarms();
  readonly faults: string[] = [];
  readonly #world: World;
  readonly #ended: Promise<unknown>;
  readonly #poison = new Map<string, (version: number) => void>();
  #on = true;

  private constructor(world: World, gateway: Gateway, stores: readonly EventStore[]) {
    this.#world = world;
    this.gateway = gateway;
    const each = (ids: readonly string[], pauseMs: number) =>
      ids.flatMap((id) => stores.map((store, writer) => this.#write(store, writer, id, pauseMs)));
    this.#ended = Promise.all([...each(hot, 150), ...each(cold, 800), ...each(patients, 500)]);
  }

  static async on(world: World): Promise<Load> {
    const gateway = await world.gateway();
    return new Load(world, gateway, [await world.newStore(gateway), await world.newStore(gateway)]);
  }

  /** Resolves when the last append is acknowledged. */
  async stop(): Promise<void> {
    this.#on = false;
    await this.#ended;
  }

  /** Makes the next event of an aggregate poison; resolves with its version. */
  poison(aggregateId: string): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#poison.set(aggregateId, resolve);
    return promise;
  }

  async #write(store: EventStore, writer: number, id: string, pauseMs: number): Promise<void> {
    await sleep(pauseMs * Math.random());
    for (let n = 1; this.#on || this.#poison.has(id); n++) {
      const poisoned = writer === 0 ? this.#poison.get(id) : undefined;
      const timer = writer === 0 ? this.alarms.of(id, n) : undefined;
      const version = await this.#append(store, id, 2 * n + writer, poisoned && 'poison', timer?.alarm);
      timer?.acknowledged();
      if (poisoned) {
        this.#poison.delete(id);
        poisoned(version);
      }
      await sleep(pauseMs);
    }
  }

  async #append(
    store: EventStore,
    aggregateId: string,
    n: number,
    nature: Nature,
    alarm?: Alarm,
  ): Promise<number> {
    const notes = alarms(this.#world.source);
    const once = { ...command(), idempotencyKey: `${aggregateId}-${n}` };
    for (;;) {
      try {
        const note = noted(n, { nature, ...(alarm && { alarm }) });
        const decided = await store.decide(notes, aggregateId, () => [note], once);
        const { version, position = '' } = decided;
        this.acknowledged.push({ aggregateId, n, version, position });
        return version;
      } catch (error) {
        if (!(error instanceof OutageError)) this.faults.push(`append to ${aggregateId}: ${error}`);
        await sleep(50);
      }
    }
  }
}
