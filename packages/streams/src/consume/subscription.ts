/**
 * Reads the partitions of a category that this process owns, for one group, and hands the entries to a mode (react or
 * project). What the owner before has left pending comes first, then what is new.
 */

import { limits } from '../limits.ts';
import { LogTruncatedError, orOutage } from '../log/errors.ts';
import type { Logger } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import type { Observer } from '../observer.ts';
import type { GroupKind } from '../operate/status.ts';
import { Acknowledger } from './acknowledger.ts';
import { Decoder } from './decoder.ts';
import type { Delivery } from './delivery.ts';
import { Failures } from './failures.ts';
import { HeldEntries } from './held-entries.ts';
import { type Lease, type Listener, Membership } from './membership.ts';
import type { Mode, ModeContext, Prepared } from './mode.ts';
import { consumer, PartitionReader } from './partition-reader.ts';
import { backoffMs, sleep } from './retry.ts';
import { Strays } from './strays.ts';

export type SubscriptionStatus = {
  category: string;
  group: string;
  kind: GroupKind;
  /** Partitions that this process owns. */
  partitions: number[];
  unacknowledged: number;
  /** Why nothing is read at the moment, if so. */
  failure: string | undefined;
};

export class Subscription {
  readonly category: string;
  readonly group: string;
  readonly #events: EventLog;
  readonly #decoder: Decoder;
  readonly #mode: Mode;
  readonly #held = new HeldEntries();
  readonly #acknowledger: Acknowledger;
  readonly #strays: Strays;
  readonly #membership: Membership;
  readonly #reader: PartitionReader;
  readonly #logger: Logger;
  /** A stop ends the reading. The leases are renewed until everything that runs has ended. Then the group is left. */
  readonly #stopping = new AbortController();
  readonly #left = new AbortController();
  /** What Redis has handed out may not have reached this process. */
  #mustBeginAgain = false;
  #running: Promise<unknown> | undefined;
  #heartbeats: Promise<void> | undefined;
  #certain = () => {};
  #endDecoding = () => {};
  readonly #failures: Failures;
  /** Partitions whose log is not the one that was read before. They wait for a person. */
  readonly #truncated = new Map<number, LogTruncatedError>();

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    service: string;
    logger: Logger;
    observer: Observer;
    grace: AbortSignal;
    mode: (context: ModeContext) => Mode;
  }) {
    const { events, category, group, service, logger, observer, grace } = options;
    this.category = category;
    this.group = group;
    this.#events = events;
    this.#logger = logger;
    this.#failures = new Failures(logger, this.#fields(), {
      stopped: 'reading stopped, trying again',
      again: 'reading again',
    });
    this.#strays = new Strays(this.#held, logger, this.#fields());
    const { redis } = events;
    this.#membership = new Membership({ redis, category, group, logger, listener: this.#listener() });
    const lost = (lease: Lease) => this.#membership.lose(lease);
    const take = (deliveries: Delivery[]) => this.#hand(deliveries);
    const missed = (lease: Lease) => this.#strays.say(lease);
    this.#decoder = Decoder.of(events.codec, category);
    const shared = { category, group, service, consumer, held: this.#held, logger, observer };
    this.#acknowledger = new Acknowledger({ ...shared, redis, signal: grace, lost });
    const [acknowledger, decoder] = [this.#acknowledger, this.#decoder];
    this.#mode = options.mode({ ...shared, events, decoder, acknowledger, grace });
    const { types } = this.#mode;
    this.#reader = new PartitionReader({ events, category, group, types, take, lost, missed });
  }

  #listener(): Listener {
    return {
      acquired: (lease) => void this.#begin(lease),
      drain: (lease) => this.#drain(lease),
      lost: (lease) => this.#end(lease),
      failed: (error) => this.#failures.fail('heartbeat', error),
      heartbeat: () => this.#failures.heartbeat(),
    };
  }

  start(): void {
    this.#failures.begin();
    this.#endDecoding = this.#decoder.begin();
    this.#certain = this.#events.onInvalidation(() => {
      this.#mustBeginAgain = true;
    });
    this.#heartbeats = this.#membership.run(() => this.#events.partitions(this.category), this.#left.signal);
    const { signal } = this.#stopping;
    this.#running = Promise.all([this.#run(signal), this.#mode.run?.(() => this.#reader.leases, signal)]);
  }

  /** Stops reading, lets the mode finish what runs, and sends the last acknowledgements. {@link leave} comes next. */
  async stop(): Promise<void> {
    this.#membership.stopAcquiring();
    this.#stopping.abort();
    this.#reader.interrupt();
    this.#reader.close();
    await Promise.all([this.#running, ...this.#membership.leases.map((lease) => this.#drain(lease))]);
  }

  /** Gives the partitions back. What may still run of them acknowledges nothing any more: the grace period is over. */
  async leave(): Promise<void> {
    this.#left.abort();
    this.#endDecoding();
    this.#certain();
    await this.#heartbeats;
    await this.#membership.leave();
  }

  status(): SubscriptionStatus {
    const { category, group } = this;
    const partitions = this.#reader.leases.map(({ partition }) => partition).sort((a, b) => a - b);
    return {
      category,
      group,
      kind: 'events',
      partitions,
      unacknowledged: this.#held.size,
      failure: (this.#truncated.values().next().value ?? this.#failures.first)?.message,
    };
  }

  assertHealthy(): void {
    for (const error of this.#truncated.values()) throw error;
    this.#failures.assertReady();
  }

  /** A partition is ours: first comes what is pending, then it is read. Tried until it works or the lease ends. */
  async #begin(lease: Lease): Promise<void> {
    const { ending } = lease;
    for (let failures = 0; !ending.aborted; ) {
      try {
        const generation = await this.#reader.generation(lease);
        const { pending, from } = await this.#prepare(lease);
        if (ending.aborted) return;
        this.#truncated.delete(lease.partition);
        this.#failures.passed(lease);
        this.#hand(pending);
        this.#reader.add(generation, from);
        return;
      } catch (error) {
        if (ending.aborted) return;
        if (error instanceof LogTruncatedError) this.#truncate(lease, error);
        else this.#fail(lease, error as Error);
        await sleep(pauseMs(++failures), ending);
      }
    }
  }

  async #prepare(lease: Lease): Promise<Prepared> {
    const prepared = await this.#mode.prepare(lease);
    await this.#events.handedOut(this.category, prepared.pending);
    return prepared;
  }

  /** An answer of Redis may be lost, with the entries in it, and the log may have lost entries that we hold. */
  async #beginAgain(): Promise<void> {
    this.#mustBeginAgain = false;
    for (const lease of this.#reader.leases) {
      try {
        const before = this.#held.of(lease);
        const generation = await this.#reader.generation(lease);
        const { pending, from } = await this.#prepare(lease);
        if (lease.ending.aborted) continue;
        this.#hand(this.#held.compare(lease, before, pending));
        this.#reader.add(generation, from);
      } catch (error) {
        if (!(error instanceof LogTruncatedError)) throw error;
        this.#reader.delete(lease);
        void this.#begin(lease);
      }
    }
  }

  #truncate({ partition }: Lease, error: LogTruncatedError): void {
    if (!this.#truncated.has(partition))
      this.#logger.error({ ...this.#fields(), partition, err: error }, 'reading stopped');
    this.#truncated.set(partition, error);
  }

  #end(lease: Lease): void {
    this.#forget(lease);
    void this.#mode.drain(lease);
  }

  #forget(lease: Lease): void {
    this.#truncated.delete(lease.partition);
    this.#failures.passed(lease);
    this.#reader.delete(lease);
  }

  async #drain(lease: Lease): Promise<void> {
    this.#forget(lease);
    await this.#mode.drain(lease);
    await this.#acknowledger.flushed();
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        // After a lost answer, an entry that is pending and not held may be ours: no stray.
        if (!this.#mustBeginAgain && (await this.#strays.found(this.#reader))) this.#mustBeginAgain = true;
        if (this.#mustBeginAgain) await this.#beginAgain();
        await this.#held.room(signal);
        if (signal.aborted) return;
        if (!(await this.#reader.read())) this.#mustBeginAgain = true;
        const isReading = this.#reader.leases.length > 0;
        if (!isReading && this.#failures.first) await this.#probe();
        this.#failures.passed('read');
        if (isReading) this.#failures.working();
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        this.#mustBeginAgain = true;
        this.#fail('read', error as Error);
        await sleep(pauseMs(++failures), signal);
      }
    }
  }

  #fail(source: unknown, error: Error): void {
    this.#failures.fail(source, error);
    this.#reader.close();
  }

  /** All leases have run out, so nothing is read: is Redis there again? */
  async #probe(): Promise<void> {
    await orOutage(this.#events.redis.exists(keys.leases(this.category, this.group)));
  }

  #hand(deliveries: Delivery[]): void {
    const held = deliveries.filter((delivery) => this.#held.add(delivery));
    if (held.length > 0) this.#mode.deliver(held);
  }

  #fields() {
    return { category: this.category, group: this.group };
  }
}

const pauseMs = (failures: number): number =>
  limits.backoffBaseMs + backoffMs(failures, limits.backoffBaseMs, limits.outageBackoffCapMs);
