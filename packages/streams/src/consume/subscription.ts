/**
 * Reads the partitions of a category that this process owns, for one group, and hands them to a mode (react or
 * project). What a former owner has left pending comes first, then what is new.
 */

import { limits } from '../limits.ts';
import { LogTruncatedError, orOutage } from '../log/errors.ts';
import type { Logger } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import type { EventLog } from '../log/log.ts';
import type { GroupKind } from '../operate/status.ts';
import { Acknowledger } from './acknowledger.ts';
import type { Delivery } from './delivery.ts';
import { Failures } from './failures.ts';
import { type Lease, Membership } from './membership.ts';
import { consumer, PartitionReader } from './partition-reader.ts';
import { backoffMs, sleep } from './retry.ts';

/** `pending`: what is to be repeated first. What comes after `from` is read, or is among that. */
export type Prepared = { pending: Delivery[]; from: string };

export type Mode = {
  /** Makes the group ready to read a partition after what is done. */
  prepare(lease: Lease): Promise<Prepared>;
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
  acknowledger: Acknowledger;
  logger: Logger;
  /** Aborted when the grace period of a stop is over. */
  grace: AbortSignal;
};

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
  readonly #mode: Mode;
  readonly #acknowledger: Acknowledger;
  readonly #membership: Membership;
  readonly #reader: PartitionReader;
  readonly #logger: Logger;
  /** First we stop reading; while what runs is finished, the leases are kept alive; then we leave. */
  readonly #stopping = new AbortController();
  readonly #left = new AbortController();
  /** What Redis has handed out may not have reached us. */
  #mustBeginAgain = false;
  #strayAt = performance.now() + limits.strayPollMs;
  #running: Promise<unknown> | undefined;
  #heartbeats: Promise<void> | undefined;
  #certain = () => {};
  readonly #failures: Failures;
  /** Partitions whose log is not the one that was read before: they wait for a person. */
  readonly #truncated = new Map<number, LogTruncatedError>();

  constructor(options: {
    events: EventLog;
    category: string;
    group: string;
    logger: Logger;
    grace: AbortSignal;
    mode: (context: ModeContext) => Mode;
  }) {
    const { events, category, group, logger, grace } = options;
    this.category = category;
    this.group = group;
    this.#events = events;
    this.#logger = logger;
    this.#failures = new Failures(logger, this.#fields(), {
      stopped: 'reading stopped, trying again',
      again: 'reading again',
    });
    const listener = {
      acquired: (lease: Lease) => void this.#begin(lease),
      drain: (lease: Lease) => this.#drain(lease),
      lost: (lease: Lease) => this.#end(lease),
      failed: (error: Error) => this.#failures.fail('heartbeat', error),
      heartbeat: () => this.#failures.heartbeat(),
    };
    const { redis } = events;
    this.#membership = new Membership({ redis, category, group, logger, listener });
    const lost = (lease: Lease) => this.#membership.lose(lease);
    const take = (deliveries: Delivery[]) => this.#hand(deliveries);
    const missed = (lease: Lease) => this.#sayTaken(lease);
    this.#reader = new PartitionReader({ redis, category, group, take, lost, missed });
    this.#acknowledger = new Acknowledger({ redis, category, group, consumer, logger, signal: grace, lost });
    this.#mode = options.mode({
      events,
      category,
      group,
      consumer,
      acknowledger: this.#acknowledger,
      logger,
      grace,
    });
  }

  start(): void {
    this.#failures.begin();
    this.#certain = this.#events.onInvalidation(() => {
      this.#mustBeginAgain = true;
    });
    this.#heartbeats = this.#membership.run(() => this.#events.partitions(this.category), this.#left.signal);
    const { signal } = this.#stopping;
    this.#running = Promise.all([this.#run(signal), this.#mode.run?.(() => this.#reader.leases, signal)]);
  }

  /** Stops reading, lets the mode finish what runs, sends the last acknowledgements; then {@link leave}. */
  async stop(): Promise<void> {
    this.#membership.stopAcquiring();
    this.#stopping.abort();
    this.#reader.interrupt();
    this.#reader.close();
    await Promise.all([this.#running, ...this.#membership.leases.map((lease) => this.#drain(lease))]);
  }

  /** Gives the partitions back, whatever may still run of them: the tokens keep it from acknowledging anything. */
  async leave(): Promise<void> {
    this.#left.abort();
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
      unacknowledged: this.#acknowledger.unacknowledged,
      failure: (this.#truncated.values().next().value ?? this.#failures.first)?.message,
    };
  }

  assertHealthy(): void {
    for (const error of this.#truncated.values()) throw error;
    this.#failures.assertReady();
  }

  /** A partition is ours: first what is pending, then it is read. Tried until it works or the lease ends. */
  async #begin(lease: Lease): Promise<void> {
    const { ending } = lease;
    for (let failures = 0; !ending.aborted; ) {
      try {
        const generation = await this.#reader.generation(lease);
        const { pending, from } = await this.#mode.prepare(lease);
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

  /** What Redis has handed out may have been lost with an answer, and what we hold may be lost from the log. */
  async #beginAgain(): Promise<void> {
    this.#mustBeginAgain = false;
    for (const lease of this.#reader.leases) {
      try {
        const before = this.#acknowledger.held(lease);
        const generation = await this.#reader.generation(lease);
        const { pending, from } = await this.#mode.prepare(lease);
        if (lease.ending.aborted) continue;
        this.#hand(this.#acknowledger.compare(lease, before, pending));
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
        // What is pending and not held may be ours, where an answer was lost.
        if (!this.#mustBeginAgain) await this.#lookForStrays();
        if (this.#mustBeginAgain) await this.#beginAgain();
        await this.#acknowledger.room(signal);
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

  /**
   * What somebody else has read from the group, by hand or with a tool, and left pending, nobody would handle before a
   * restart. A read that brings what stands behind it finds out at once; this is for what nothing has come after.
   * Between two reads: whatever is pending and not held is none of what is on its way to us.
   */
  async #lookForStrays(): Promise<void> {
    if (performance.now() < this.#strayAt) return;
    this.#strayAt = performance.now() + limits.strayPollMs;
    const held = new Map(this.#reader.leases.map((lease) => [lease, this.#acknowledger.count(lease)]));
    for (const [lease, { found, pending }] of await this.#reader.strays()) {
      const unknown = Math.max(found, pending - (held.get(lease) ?? pending));
      if (unknown === 0) continue;
      this.#mustBeginAgain = true;
      this.#sayTaken(lease, unknown);
    }
  }

  #sayTaken({ partition }: Lease, entries?: number): void {
    const fields = { ...this.#fields(), partition, entries };
    this.#logger.warn(fields, 'entries were taken out of the group by somebody else: they are handled now');
  }

  #fail(source: unknown, error: Error): void {
    this.#failures.fail(source, error);
    this.#reader.close();
  }

  /** Nothing was read because nothing is ours (the leases have run out, too): is Redis there again? */
  async #probe(): Promise<void> {
    await orOutage(this.#events.redis.exists(keys.leases(this.category, this.group)));
  }

  #hand(deliveries: Delivery[]): void {
    const held = deliveries.filter((delivery) => this.#acknowledger.hold(delivery));
    if (held.length > 0) this.#mode.deliver(held);
  }

  #fields() {
    return { category: this.category, group: this.group };
  }
}

const pauseMs = (failures: number): number =>
  limits.backoffBaseMs + backoffMs(failures, limits.backoffBaseMs, limits.outageBackoffCapMs);
