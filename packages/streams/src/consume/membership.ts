/**
 * Shares the partitions of a category among the live members of a group. One member at a time owns a partition, by a lease
 * with a fencing token. Whatever an owner does to the group in Redis carries the token. Where the partition has another
 * owner by then (after a paused process, or a network cut), Redis refuses it.
 *
 * A partition that falls to another member is handed over: its owner stops reading, finishes what runs, and gives it back.
 */

import { limits } from '../limits.ts';
import { OutageError, orOutage } from '../log/errors.ts';
import type { Logger } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import type { RedisClient, Scripts } from '../log/scripts.ts';
import { isGone, newMember } from './member.ts';
import { sleep } from './retry.ts';

export type Lease = {
  readonly partition: number;
  readonly token: string;
  /** How often an owner has died since the partition last had nothing to repeat. */
  readonly crashes: number;
  /** Aborted when the lease is lost: the next owner may be at work on the same entries. */
  readonly signal: AbortSignal;
  /** Aborted as soon as it is lost, handed over or left: nothing more of it begins, what runs may end. */
  readonly ending: AbortSignal;
};

export type Listener = {
  /** The partition is ours. Never rejects. */
  acquired(lease: Lease): void;
  /** It falls to another member: resolves when nothing of it runs any more, then it is given back. */
  drain(lease: Lease): Promise<void>;
  /** It is somebody else's already. */
  lost(lease: Lease): void;
  /** A heartbeat failed: leases could not be taken or kept just now. */
  failed(error: Error): void;
  /** A heartbeat was answered: what falls to us is ours, or will be as soon as it is free. */
  heartbeat(): void;
};

type Held = Lease & { lost: AbortController; over: AbortController; until: number; drained: boolean };
type Row = [status: 'held' | 'got' | 'give' | '', token: string, crashes: number];

export class Membership {
  readonly member = newMember();
  readonly #redis: RedisClient & Scripts;
  readonly #keys: [members: string, leases: string];
  readonly #logger: Logger;
  readonly #fields: { category: string; group: string };
  readonly #listener: Listener;
  readonly #held = new Map<number, Held>();
  #wake = new AbortController();
  #expiry: NodeJS.Timeout | undefined;
  #leaving = false;

  constructor(options: {
    redis: RedisClient & Scripts;
    category: string;
    group: string;
    logger: Logger;
    listener: Listener;
  }) {
    const { category, group } = options;
    this.#redis = options.redis;
    this.#keys = [keys.members(category, group), keys.leases(category, group)];
    this.#logger = options.logger;
    this.#fields = { category, group };
    this.#listener = options.listener;
  }

  /** What is ours, also while it is handed over. */
  get leases(): Lease[] {
    return [...this.#held.values()];
  }

  /** From now on nothing new is taken; what is held stays so until {@link leave}. */
  stopAcquiring(): void {
    this.#leaving = true;
    for (const held of this.#held.values()) held.over.abort();
    this.wake();
  }

  /**
   * Sends heartbeats until the signal. It waits for outages to end: leases that run out meanwhile are lost. Heartbeats and
   * giving back go one after the other: the answer to a heartbeat that was sent before a lease was given back would say
   * that we still have it.
   */
  async run(partitions: () => Promise<number>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let nextMs: number = limits.heartbeatMs;
      this.#wake = new AbortController();
      try {
        await this.#giveBack();
        nextMs = await this.#heartbeat(await partitions());
        this.#listener.heartbeat();
      } catch (error) {
        nextMs = limits.handoverPollMs * 2;
        this.#listener.failed(error as Error);
      }
      await sleep(nextMs, AbortSignal.any([signal, this.#wake.signal]));
    }
  }

  /** Sends a heartbeat now: something has changed. */
  wake(): void {
    this.#wake.abort();
  }

  /** Redis has refused something to this lease: it is lost. */
  lose(lease: Lease): void {
    const held = this.#held.get(lease.partition);
    if (held?.token !== lease.token) return;
    this.#logger.warn({ ...this.#fields, partition: lease.partition }, 'lease lost');
    this.#drop(held);
  }

  #drop(held: Held): void {
    this.#held.delete(held.partition);
    held.over.abort();
    held.lost.abort();
    this.wake();
    this.#listener.lost(held);
  }

  /** Gives everything back; drained by the caller. */
  async leave(): Promise<void> {
    const { leases } = this;
    this.#held.clear();
    clearTimeout(this.#expiry);
    await this.#leave('1', leases).catch(() => undefined); // they run out
  }

  async #heartbeat(partitions: number): Promise<number> {
    const sent = performance.now();
    const others = await orOutage(this.#redis.zrange(this.#keys[0], '0', '-1'));
    const gone = others.filter(isGone);
    const answer = await orOutage(
      this.#redis.quickmartLease(
        2,
        ...this.#keys,
        this.member,
        limits.leaseMs,
        partitions,
        this.#leaving ? 1 : 0,
        ...gone,
      ),
    );
    // So old an answer may not be true any more. The next heartbeat tells.
    if (performance.now() - sent >= limits.leaseMs)
      throw new OutageError('the heartbeat took longer than a lease');
    const [waitMs, ...rows] = answer as [number, ...Row[]];
    for (const [partition, row] of rows.entries()) this.#apply(partition, row, sent + limits.leaseMs);
    this.#watch(sent + limits.leaseMs);
    if (waitMs < 0) return limits.heartbeatMs;
    // A lease that falls to us: a living owner hands it over soon, a dead one's runs out.
    return Math.min(
      limits.heartbeatMs,
      Math.max(limits.handoverPollMs, waitMs > limits.heartbeatMs ? 0 : waitMs),
    );
  }

  #apply(partition: number, [status, token, crashes]: Row, until: number): void {
    const held = this.#held.get(partition);
    if (held && (status === '' || held.token !== token)) this.lose(held);
    if (status === '') return;
    const current = this.#held.get(partition);
    if (current) current.until = until;
    else this.#acquire(partition, token, crashes, until);
    if (status === 'give') void this.#handOver(this.#held.get(partition)!);
  }

  #acquire(partition: number, token: string, crashes: number, until: number): void {
    const [lost, over] = [new AbortController(), new AbortController()];
    if (this.#leaving) over.abort();
    const signals = { lost, signal: lost.signal, over, ending: over.signal };
    const lease: Held = { partition, token, crashes, until, drained: false, ...signals };
    this.#held.set(partition, lease);
    this.#logger.debug({ ...this.#fields, partition, token }, 'lease acquired');
    this.#listener.acquired(lease);
  }

  async #handOver(held: Held): Promise<void> {
    if (held.ending.aborted) return;
    held.over.abort();
    await this.#listener.drain(held);
    held.drained = true;
    this.wake();
  }

  async #giveBack(): Promise<void> {
    const drained = [...this.#held.values()].filter((held) => held.drained);
    if (drained.length === 0) return;
    await orOutage(this.#leave('0', drained));
    for (const held of drained)
      if (this.#held.get(held.partition) === held) this.#held.delete(held.partition);
    const partitions = drained.map(({ partition }) => partition);
    this.#logger.debug({ ...this.#fields, partitions }, 'leases handed over');
  }

  #leave(group: '0' | '1', leases: Iterable<Lease>): Promise<unknown> {
    const tokens = [...leases].flatMap(({ partition, token }) => [partition, token]);
    return this.#redis.quickmartLeave(2, ...this.#keys, this.member, group, ...tokens);
  }

  /** Leases run out on time, also while a heartbeat waits for an answer that never comes. */
  #watch(until: number): void {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.#loseExpired(), Math.ceil(until - performance.now()) + 1);
  }

  /** By our own clock, since before the last heartbeat was sent: so never later than by Redis' clock. */
  #loseExpired(): void {
    const expired = [...this.#held.values()].filter(({ until }) => until <= performance.now());
    if (expired.length === 0) return;
    const partitions = expired.map(({ partition }) => partition);
    // What is wrong with Redis was logged with the heartbeats that failed.
    this.#logger.info({ ...this.#fields, partitions }, 'leases have run out');
    for (const held of expired) this.#drop(held);
  }
}
