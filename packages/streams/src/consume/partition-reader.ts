/**
 * Takes new entries of the partitions that this process owns out of the group, all in one read.
 *
 * A read checks the lease and its generation at the moment it takes entries. So it takes nothing where the lease was lost
 * while it waited, or where it was sent over a connection that was given up meanwhile. Therefore all that was handed out
 * before a generation begins is among the pending entries by then, and nothing is added to it later.
 */

import { limits } from '../limits.ts';
import type { Entry } from '../log/entry.ts';
import { orOutage } from '../log/errors.ts';
import { keys } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import type { HandedOut } from '../log/replication.ts';
import type { RedisClient, Scripts } from '../log/scripts.ts';
import { type Delivery, delivered } from './delivery.ts';
import type { Lease } from './membership.ts';
import type { Mode } from './mode.ts';
import { sleep } from './retry.ts';
import { Waiter } from './waiter.ts';

/**
 * `lastId`: what comes after it has not been read. `endId`: where the stream ended when the generation began.
 * `from`: the owner has everything up to there. What another consumer takes after it is missed.
 */
export type Generation = {
  readonly lease: Lease;
  readonly number: number;
  lastId: string;
  endId: string;
  from: string;
};
type Kind = 'read' | 'lost' | 'late' | 'missed';
type Row = [kind: Kind, entries?: string, last?: string];
/** `last`: the id up to which was read; '': nothing was. */
type Read = { kind: Kind; entries: Entry[]; last: string };

/** All owners have the same name: so the next one has the pending list of the one before, without claiming. */
export const consumer = 'owner';
/** For what another consumer had taken: it belongs to the owner. */
const taken = 'taken';

export class PartitionReader {
  readonly #events: EventLog;
  readonly #redis: RedisClient & Scripts;
  readonly #category: string;
  readonly #group: string;
  readonly #types: string;
  readonly #take: (deliveries: Delivery[]) => void;
  readonly #lost: (lease: Lease) => void;
  readonly #missed: (lease: Lease) => void;
  readonly #waiter: Waiter;
  readonly #generations = new Map<Lease, Generation>();
  #interrupted = new AbortController();
  /** There was much to read a moment ago: what is there now is read without waiting, as Redis says what it waited for, too. */
  #isBusy = false;

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    /** See {@link Mode}. */
    types: Mode['types'];
    /** Entries of one partition, in order. */
    take: (deliveries: Delivery[]) => void;
    /** Redis has answered that a lease is lost. */
    lost: (lease: Lease) => void;
    /** Another consumer has taken entries that stand before those that were read now. */
    missed: (lease: Lease) => void;
  }) {
    this.#events = options.events;
    this.#redis = options.events.redis;
    this.#category = options.category;
    this.#group = options.group;
    this.#types = options.types?.join(' ') ?? '';
    this.#take = options.take;
    this.#lost = options.lost;
    this.#missed = options.missed;
    this.#waiter = new Waiter(options.events.redis);
  }

  get leases(): Lease[] {
    return [...this.#generations.keys()];
  }

  /** Ends the generation before, if there was one. */
  async generation(lease: Lease): Promise<Generation> {
    const { partition, token } = lease;
    const number = (await orOutage(
      this.#redis.quickmartGeneration(1, this.#leasesKey(), partition, token),
    )) as number;
    if (number === -1) this.#lost(lease);
    const [last] = (await orOutage(
      this.#redis.xrevrange(this.#stream(lease), '+', '-', 'COUNT', 1),
    )) as Entry[];
    // Whether there are entries that were never read is unknown: the first read is made at once.
    return { lease, number, lastId: '0-0', endId: last?.[0] ?? '0-0', from: '0-0' };
  }

  /** From now on the partition is read, after what the owner has. */
  add(generation: Generation, from: string): void {
    generation.from = from;
    this.#generations.set(generation.lease, generation);
    this.interrupt();
  }

  delete(lease: Lease): void {
    this.#generations.delete(lease);
  }

  /** A read that waits ends at once. */
  interrupt(): void {
    this.#interrupted.abort();
  }

  /** The next read makes a new connection. */
  close(): void {
    this.#waiter.close();
  }

  /**
   * Takes what is new. Waits for it, up to the time of a block. False: what it has taken, or what stands before it, may not
   * have reached us. Then the generations must begin anew.
   */
  async read(): Promise<boolean> {
    this.#interrupted = new AbortController(); // a partition that comes from here on is not in this read
    const { signal } = this.#interrupted;
    const generations = [...this.#generations.values()];
    if (generations.length === 0) {
      await sleep(limits.blockMs, signal);
      return true;
    }
    const lastIds = new Map(generations.map(({ lease, lastId }) => [this.#stream(lease), lastId]));
    const ask = (redis: RedisClient & Scripts) => this.#ask(redis, generations);
    const rows = await this.#waiter.read(lastIds, ask, signal, { atOnce: this.#isBusy });
    if (rows === undefined) return false;
    const read = rows.map(
      ([kind, text = '[]', last = '']): Read => ({
        kind,
        entries: JSON.parse(text),
        last,
      }),
    );
    this.#isBusy = read.reduce((count, { entries }) => count + entries.length, 0) >= limits.busyEntries;
    const ends = read.flatMap(({ entries }, i) => placed(generations[i]!.lease, entries.at(-1)));
    await this.#events.handedOut(this.#category, ends);
    for (const [i, row] of read.entries()) this.#hand(generations[i]!, row);
    return read.every(({ kind }) => kind !== 'late' && kind !== 'missed');
  }

  /** Takes what is pending under the names of others. Per lease: how many entries these were, and how many are pending in all. */
  async strays(): Promise<Map<Lease, { found: number; pending: number }>> {
    const { leases } = this;
    if (leases.length === 0) return new Map();
    const streams = leases.map((lease) => this.#stream(lease));
    const args = [this.#group, consumer, taken, limits.strayEntries];
    const fences = leases.flatMap(({ partition, token }) => [partition, token]);
    const answer = this.#redis.quickmartStrays(
      streams.length + 1,
      this.#leasesKey(),
      ...streams,
      ...args,
      ...fences,
    );
    const rows = (await orOutage(answer)) as [found: number, pending: number][];
    return new Map(rows.map(([found, pending], i) => [leases[i]!, { found, pending }]));
  }

  async #ask(redis: RedisClient & Scripts, generations: readonly Generation[]): Promise<Row[]> {
    const streams = generations.map(({ lease }) => this.#stream(lease));
    const fences = generations.flatMap(({ lease, number, from }) => [
      lease.partition,
      lease.token,
      number,
      from,
    ]);
    const head = [this.#group, consumer, limits.readCount, this.#types];
    const answer = redis.quickmartRead(streams.length + 1, this.#leasesKey(), ...streams, ...head, ...fences);
    return (await orOutage(answer)) as Row[];
  }

  #hand(generation: Generation, { kind, entries, last }: Read): void {
    const { lease } = generation;
    if (kind === 'lost') this.#lost(lease);
    if (kind === 'missed') this.#missed(lease);
    if (generation.lastId === '0-0') generation.lastId = generation.endId;
    // Handed over or lost while the answer was on its way: what it brings is pending, for the next owner.
    if (last === '' || this.#generations.get(lease) !== generation) return;
    generation.lastId = last;
    generation.from = last;
    if (entries.length > 0) this.#take(entries.map((entry) => delivered(this.#category, lease, entry)));
  }

  #stream = ({ partition }: Lease) => keys.events(this.#category, partition);

  #leasesKey = () => keys.leases(this.#category, this.#group);
}

const placed = ({ partition }: Lease, entry: Entry | undefined): HandedOut[] =>
  entry === undefined ? [] : [{ partition, id: entry[0], entry }];
