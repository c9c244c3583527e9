/** One test's part of a deployment: categories of its own, clients, worker processes, and all of it cleaned up. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConsumerGroup, consumerGroup } from '../../src/consume/consumer.ts';
import type { Logger } from '../../src/log/event.ts';
import { keys } from '../../src/log/keys.ts';
import type { Aggregate } from '../../src/write/aggregate.ts';
import { EventStore } from '../../src/write/store.ts';
import { Clients, connectTo } from '../servers/client.ts';
import { launch, talking } from '../servers/launch.ts';
import { type Deployment, Gateway } from './deployment.ts';
import { readJournal, readStalls } from './journal.ts';
import { codec, command, type NoteEvents, noted, notes } from './ledger.ts';
import { Load } from './load.ts';
import { faultsOfHandling } from './oracle.ts';
import type { WorkerOptions } from './worker.ts';
import { Worker } from './worker-process.ts';

const workerFile = fileURLToPath(new URL('worker.ts', import.meta.url));
const elsewhere = new URL('elsewhere.ts', import.meta.url).href;
let worlds = 0;

export class World {
  readonly deployment: Deployment;
  /** Categories: where notes are appended, and where handlers append copies of them. */
  readonly source: string;
  readonly target: string;
  readonly notes: Aggregate<number, NoteEvents>;
  readonly dir = mkdtempSync(join(tmpdir(), 'quickmart-conformance-'));
  readonly store: EventStore;
  readonly workers: Worker[] = [];
  readonly #clients: Clients;
  readonly #gateways: Gateway[] = [];
  readonly #groups: ConsumerGroup[] = [];

  private constructor(deployment: Deployment, clients: Clients, store: EventStore) {
    const name = `${process.pid}-${++worlds}`;
    this.deployment = deployment;
    this.source = `notes-${name}`;
    this.target = `copies-${name}`;
    this.notes = notes(this.source);
    this.#clients = clients;
    this.store = store;
  }

  static async on(deployment: Deployment): Promise<World> {
    const clients = new Clients();
    const redis = clients.add(await connectTo(deployment.address));
    return new World(deployment, clients, new EventStore({ redis, codec }));
  }

  /** With a client and a cache of its own, like another process. */
  async newStore(gateway?: Gateway): Promise<EventStore> {
    const { address } = this.deployment;
    const redis = gateway ? await gateway.connect() : this.#clients.add(await connectTo(address));
    return new EventStore({ redis, codec });
  }

  async gateway(): Promise<Gateway> {
    const gateway = await Gateway.to(this.deployment);
    this.#gateways.push(gateway);
    return gateway;
  }

  /** A consumer in this process. */
  async consume(
    define: (group: ConsumerGroup) => ConsumerGroup,
    options: { name?: string; store?: EventStore; logger?: Logger } = {},
  ): Promise<ConsumerGroup> {
    const { name = 'readers', store = await this.newStore(), logger = silent } = options;
    const group = define(consumerGroup(name, { store, logger }));
    this.#groups.push(group);
    group.start();
    return group;
  }

  async work(options: Partial<WorkerOptions> & { elsewhere?: boolean } = {}): Promise<Worker> {
    const worker = this.launch(options);
    await worker.started;
    return worker;
  }

  /** A worker that may not have started yet. */
  launch(options: Partial<WorkerOptions> & { elsewhere?: boolean } = {}): Worker {
    const journal = join(this.dir, `journal-${this.workers.length}`);
    const { address } = this.deployment;
    const whole: WorkerOptions = { address, source: this.source, journal, ...options };
    const flags = options.elsewhere ? ['--import', elsewhere] : [];
    const args = [...flags, workerFile, JSON.stringify(whole)];
    const worker = new Worker(launch(process.execPath, args, talking), whole.journal);
    this.workers.push(worker);
    return worker;
  }

  /** Inversions, overlaps and repeats of all workers so far. */
  handling() {
    return faultsOfHandling(
      this.workers.map(({ journal, absent }) => ({
        lines: readJournal(journal),
        absent: [...absent, ...readStalls(journal)],
      })),
    );
  }

  add(id: string, n: number, more?: Parameters<typeof noted>[1]) {
    return this.store.decide(this.notes, id, () => [noted(n, more)], command());
  }

  /** Appends to all of these until it is stopped, over outages. Nothing is appended twice: every append has an idempotency key. */
  load(ids: readonly string[], pauseMs = 10): Load {
    return new Load(this.store, this.notes, ids, pauseMs);
  }

  async owners(group = 'readers'): Promise<string[]> {
    const leases = await this.store.log.redis.hgetall(keys.leases(this.source, group));
    return Object.entries(leases).flatMap(([field, owner]) => (field.startsWith('owner:') ? [owner] : []));
  }

  async pending(group = 'readers'): Promise<number> {
    const partitions = await this.store.log.partitions(this.source);
    const streams = Array.from({ length: partitions }, (_, p) => keys.events(this.source, p));
    const rows = await Promise.all(streams.map((stream) => this.store.log.redis.xpending(stream, group)));
    return rows.reduce<number>((sum, row) => sum + Number((row as [number])[0]), 0);
  }

  deadLetters(group = 'readers'): Promise<number> {
    return this.store.log.redis.xlen(keys.dead(this.source, group));
  }

  async close(): Promise<void> {
    for (const worker of this.workers) worker.kill();
    await Promise.all(this.#gateways.map((gateway) => gateway.all((proxy) => proxy.open())));
    await Promise.all(this.#groups.map((group) => group.stop(100)));
    await Promise.all(this.#gateways.map((gateway) => gateway.stop()));
    this.#clients.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

export const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const someIds = (count: number): string[] => Array.from({ length: count }, (_, i) => `aggregate-${i}`);
