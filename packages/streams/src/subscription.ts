/**
 * Reads the partitions of a category that this process owns, for one group, and hands them to a mode (react or
 * project). What a former owner has left pending comes first, then what is new.
 *
 * New entries are taken out of the group by a script that checks the lease; the connection that blocks only waits for
 * something to be there (XREAD), so a process that lost its lease while it waited takes nothing. After any failure what is
 * pending is looked through again: the answer that carried it may have been lost.
 */
import { type Delivery, delivered } from './delivery.ts';
import type { Entry } from './entry.ts';
import { isRedisOutage, LogTruncatedError, OutageError, orOutage } from './errors.ts';
import type { Log } from './event.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import type { EventLog } from './log.ts';
import { type Lease, Membership } from './membership.ts';
import { backoffMs, sleep } from './retry.ts';
import { Settler } from './settler.ts';
import { Waiter } from './waiter.ts';

export type Mode = {
  /** Makes the group ready to read a partition after what is done, and gives back what is to be repeated first. */
  prepare(lease: Lease): Promise<Delivery[]>;
  /** Takes entries of one partition, in order. */
  deliver(deliveries: Delivery[]): void;
  /** What it does beside reading, until the signal. */
  run?(leases: () => readonly Lease[], signal: AbortSignal): Promise<void>;
  /** Begins nothing more of a partition; resolves when what runs of it has ended. */
  drain(lease: Lease): Promise<void>;
};

/** What a mode works with. */
export type ModeContext = {
  events: EventLog;
  category: string;
  group: string;
  consumer: string;
  settler: Settler;
  log: Log;
};

export type SubscriptionStatus = {
  category: string;
  group: string;
  /** Partitions that this process owns. */
  partitions: number[];
  unsettled: number;
  /** Why nothing is read at the moment, if so. */
  failure: string | undefined;
};

/** One name for whoever owns the partition: its pending list is then the next owner's, without any claiming. */
const consumer = 'owner';

type Reading = { lease: Lease; lastId: string };

export class Subscription {
  readonly category: string;
  readonly group: string;
  readonly #events: EventLog;
  readonly #mode: Mode;
  readonly #settler: Settler;
  readonly #membership: Membership;
  readonly #waiter: Waiter;
  readonly #log: Log;
  /** First we stop reading; while what runs is finished, the leases are kept alive; then we leave. */
  readonly #stopping = new AbortController();
  readonly #left = new AbortController();
  readonly #reading = new Map<Lease, Reading>();
  #changed = new AbortController();
  #running: Promise<unknown> | undefined;
  #beating: Promise<void> | undefined;
  #failure: Error | undefined;
  /** Partitions that are given away: what still tries to begin them must end. */
  readonly #drained = new WeakSet<Lease>();
  /** Partitions that could not be begun yet: an outage is over when there are none. */
  readonly #notBegun = new Set<Lease>();
  /** Partitions whose log is not the one that was read before: they wait for a person. */
  readonly #truncated = new Map<number, LogTruncatedError>();

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    log: Log;
    /** Aborted when the grace period of a stop is over. */
    grace: AbortSignal;
    mode: (context: ModeContext) => Mode;
  }) {
    const { events, category, group, log } = options;
    this.category = category;
    this.group = group;
    this.#events = events;
    this.#log = log;
    const listener = {
      acquired: (lease: Lease) => void this.#begin(lease),
      drain: (lease: Lease) => this.#drain(lease),
      lost: (lease: Lease) => this.#end(lease),
    };
    const { redis } = events;
    this.#waiter = new Waiter(redis);
    this.#membership = new Membership({ redis, category, group, log, listener });
    const lost = (lease: Lease) => this.#membership.lose(lease);
    this.#settler = new Settler({ redis, category, group, consumer, log, signal: options.grace, lost });
    this.#mode = options.mode({ events, category, group, consumer, settler: this.#settler, log });
  }

  start(): void {
    this.#beating = this.#membership.run(() => this.#events.partitions(this.category), this.#left.signal);
    const { signal } = this.#stopping;
    this.#running = Promise.all([
      this.#run(signal),
      this.#mode.run?.(() => [...this.#reading.keys()], signal),
    ]);
  }

  /** Stops reading, lets the mode finish what runs, sends the last acknowledgements; then {@link leave}. */
  async stop(): Promise<void> {
    this.#membership.retire();
    this.#stopping.abort();
    this.#waiter.close();
    await this.#running;
    await Promise.all([...this.#reading.keys()].map((lease) => this.#drain(lease)));
  }

  /** Gives the partitions back, whatever may still run of them: the tokens keep it from settling anything. */
  async leave(): Promise<void> {
    this.#left.abort();
    await this.#beating;
    await this.#membership.leave();
  }

  status(): SubscriptionStatus {
    const { category, group } = this;
    const partitions = [...this.#reading.keys()].map(({ partition }) => partition).sort((a, b) => a - b);
    return {
      category,
      group,
      partitions,
      unsettled: this.#settler.unsettled,
      failure: (this.#truncated.values().next().value ?? this.#failure)?.message,
    };
  }

  assertHealthy(): void {
    for (const error of this.#truncated.values()) throw error;
  }

  /** A partition is ours: first what is pending, then it is read. Tried until it works or the lease is lost. */
  async #begin(lease: Lease): Promise<void> {
    const signal = AbortSignal.any([lease.signal, this.#stopping.signal]);
    const isOver = () => signal.aborted || this.#drained.has(lease);
    for (let failures = 0; !isOver(); ) {
      try {
        const pending = await this.#mode.prepare(lease);
        const lastId = await this.#lastId(lease);
        if (isOver()) return;
        this.#truncated.delete(lease.partition);
        this.#notBegun.delete(lease);
        this.#hand(pending);
        this.#reading.set(lease, { lease, lastId });
        this.#changed.abort();
        return;
      } catch (error) {
        if (isOver()) return;
        if (error instanceof LogTruncatedError) this.#truncate(lease, error);
        else this.#fail(error as Error, lease);
        await sleep(pauseMs(++failures), signal);
      }
    }
  }

  /** What Redis has handed out may have been lost with an answer. */
  async #prepareAgain(): Promise<void> {
    for (const lease of [...this.#reading.keys()]) {
      try {
        this.#hand(await this.#mode.prepare(lease));
      } catch (error) {
        if (!(error instanceof LogTruncatedError)) throw error;
        this.#reading.delete(lease);
        void this.#begin(lease);
      }
    }
  }

  #truncate({ partition }: Lease, error: LogTruncatedError): void {
    if (!this.#truncated.has(partition))
      this.#log.error({ ...this.#fields(), partition, err: error }, 'reading stopped');
    this.#truncated.set(partition, error);
  }

  /** What is up to here will be read without waiting for it. */
  async #lastId({ partition }: Lease): Promise<string> {
    const stream = keys.events(this.category, partition);
    const [last] = (await orOutage(this.#events.redis.xrevrange(stream, '+', '-', 'COUNT', 1))) as Entry[];
    return last?.[0] ?? '0-0';
  }

  #end(lease: Lease): void {
    this.#forget(lease);
    void this.#mode.drain(lease);
  }

  #forget(lease: Lease): void {
    this.#drained.add(lease);
    this.#truncated.delete(lease.partition);
    this.#notBegun.delete(lease);
    this.#reading.delete(lease);
  }

  async #drain(lease: Lease): Promise<void> {
    this.#forget(lease);
    await this.#mode.drain(lease);
    await this.#settler.flushed();
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        if (failures > 0) await this.#prepareAgain();
        const read = await this.#readNew(signal);
        if (this.#failure && this.#reading.size === 0) await this.#probe();
        this.#recovered();
        failures = 0;
        if (!read) await this.#wait(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#fail(error as Error);
        await sleep(pauseMs(++failures), signal);
      }
    }
  }

  /** Said once per outage, not per attempt. */
  #fail(error: Error, lease?: Lease): void {
    if (lease) this.#notBegun.add(lease);
    const known = this.#failure && reasonOf(this.#failure) === reasonOf(error);
    if (!known) this.#log.warn({ ...this.#fields(), err: error }, 'reading stopped, trying again');
    this.#failure = error;
    this.#waiter.close();
  }

  /** Nothing was read because nothing is ours (the leases have run out, too): is Redis there again? */
  async #probe(): Promise<void> {
    await orOutage(this.#events.redis.exists(keys.leases(this.category, this.group)));
  }

  #recovered(): void {
    if (this.#failure === undefined || this.#notBegun.size > 0) return;
    this.#log.info(this.#fields(), 'reading again');
    this.#failure = undefined;
  }

  #hand(deliveries: Delivery[]): void {
    const held = deliveries.filter((delivery) => this.#settler.hold(delivery));
    if (held.length > 0) this.#mode.deliver(held);
  }

  /** Takes what is new in our partitions. False where there was nothing. */
  async #readNew(signal: AbortSignal): Promise<boolean> {
    await this.#settler.room(signal);
    this.#changed = new AbortController(); // a partition that comes from here on is not in this read
    const reading = [...this.#reading.values()];
    if (reading.length === 0 || signal.aborted) return false;
    const streams = reading.map(({ lease }) => keys.events(this.category, lease.partition));
    const tokens = reading.flatMap(({ lease }) => [lease.partition, lease.token]);
    const leases = keys.leases(this.category, this.group);
    const answer = await orOutage(
      this.#events.redis.quickmartRead(
        ...[streams.length + 1, leases, ...streams],
        ...[this.group, consumer, limits.readCount, ...tokens],
      ),
    );
    let found = false;
    for (const [i, [kind, ...entries]] of (answer as ['read' | 'lost', ...Entry[]][]).entries()) {
      const { lease } = reading[i]!;
      if (kind === 'lost') this.#membership.lose(lease);
      // Handed over or lost while the answer was on its way: what it brings is pending, for the next owner.
      if (entries.length === 0 || !this.#reading.has(lease)) continue;
      found = true;
      reading[i]!.lastId = entries.at(-1)![0];
      this.#hand(entries.map((entry) => delivered(this.category, lease, entry)));
    }
    return found;
  }

  /** Until there is something new, or our partitions have changed. */
  async #wait(signal: AbortSignal): Promise<void> {
    const streams = [...this.#reading.values()].map(
      ({ lease, lastId }) => [keys.events(this.category, lease.partition), lastId] as const,
    );
    await this.#waiter.wait(new Map(streams), AbortSignal.any([signal, this.#changed.signal]));
  }

  #fields() {
    return { category: this.category, group: this.group };
  }
}

/** However it shows, an outage is one thing. */
const reasonOf = (error: Error): string =>
  error instanceof OutageError || isRedisOutage(error) ? 'outage' : error.message;

const pauseMs = (failures: number): number =>
  limits.backoffBaseMs + backoffMs(failures, limits.backoffBaseMs, limits.outageBackoffCapMs);
