/**
 * Knows what a subscription has read and not acknowledged, and what becomes of it: acknowledge it, count a failed attempt, or move
 * to the dead letters. Acknowledgements are gathered and sent together; one that fails is sent again, never lost.
 * Everything carries the token of the lease: where the partition has changed hands, nothing is done.
 */

import { setImmediate as turn } from 'node:timers/promises';
import { limits } from '../limits.ts';
import { clock } from '../log/clock.ts';
import { eventIdOf, parseId } from '../log/entry.ts';
import { OutageError, orOutage } from '../log/errors.ts';
import { comparePositions, type Logger } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import type { RedisClient, Scripts } from '../log/scripts.ts';
import type { Delivery } from './delivery.ts';
import type { Lease } from './membership.ts';
import { backoffMs, sleep } from './retry.ts';

export type AcknowledgerOptions = {
  redis: RedisClient & Scripts;
  category: string;
  group: string;
  consumer: string;
  logger: Logger;
  /** Aborted when the grace period of a stop is over: unsent acknowledgements stay pending in Redis. */
  signal: AbortSignal;
  /** Redis has said that a lease is lost. */
  lost: (lease: Lease) => void;
};

export class Acknowledger {
  readonly #options: AcknowledgerOptions;
  readonly #leases: string;
  /** Per lease, in the order of the log. */
  readonly #unacknowledged = new Map<Lease, Map<string, Delivery>>();
  /** Per lease, the last of them. */
  readonly #last = new WeakMap<Lease, string>();
  /** Per lease, the first entry that was given up without being handled: nothing from there on counts as done. */
  readonly #givenUp = new WeakMap<Lease, string>();
  #count = 0;
  #acks: Delivery[] = [];
  #flushing: Promise<void> | undefined;
  #waiting: (() => void)[] = [];

  constructor(options: AcknowledgerOptions) {
    this.#options = options;
    this.#leases = keys.leases(options.category, options.group);
  }

  get unacknowledged(): number {
    return this.#count;
  }

  /**
   * True for an entry that was not held before: after a reconnect Redis repeats what we still work on. Where the log has
   * lost an entry, another one may have taken its id: that one is held now.
   */
  hold(delivery: Delivery): boolean {
    const { lease, id, entry } = delivery;
    const held = this.#unacknowledged.get(lease) ?? new Map<string, Delivery>();
    this.#unacknowledged.set(lease, held);
    const known = held.get(id);
    if (known && eventIdOf(known.entry) === eventIdOf(entry)) return false;
    const [last] = held.size > 0 ? [this.#last.get(lease)] : [];
    held.set(id, delivery);
    if (known === undefined) this.#count++;
    if (last !== undefined && isBefore(id, last)) this.#sort(lease, held);
    else this.#last.set(lease, id);
    return true;
  }

  /** What comes late, because somebody else had taken it, has its place in the order all the same. */
  #sort(lease: Lease, held: Map<string, Delivery>): void {
    const sorted = [...held].sort(([a], [b]) => comparePositions(parseId(a), parseId(b)));
    this.#unacknowledged.set(lease, new Map(sorted));
  }

  /** False where it is acknowledged, given up, or not in the log any more. */
  holds(delivery: Delivery): boolean {
    return this.#unacknowledged.get(delivery.lease)?.get(delivery.id) === delivery;
  }

  /** How many entries of a lease are held. */
  count(lease: Lease): number {
    return this.#unacknowledged.get(lease)?.size ?? 0;
  }

  /** What is held of a lease now. */
  held(lease: Lease): ReadonlyMap<string, Delivery> {
    return new Map(this.#unacknowledged.get(lease));
  }

  /**
   * `pending`: all that Redis had pending, asked for when `before` was held. What is held and was not pending has been
   * acknowledged, or lost by a failover. What was pending and has been acknowledged since must not begin again; gives back the rest.
   */
  compare(lease: Lease, before: ReadonlyMap<string, Delivery>, pending: readonly Delivery[]): Delivery[] {
    const ids = new Set(pending.map(({ id }) => id));
    for (const delivery of this.held(lease).values()) if (!ids.has(delivery.id)) this.#forget(delivery);
    return pending.filter(({ id, entry }) => {
      const known = before.get(id);
      return known === undefined || this.holds(known) || eventIdOf(known.entry) !== eventIdOf(entry);
    });
  }

  /** Gives up an entry that is not ours any more, or was never begun: Redis keeps it pending. */
  release(delivery: Delivery): void {
    const { lease, id } = delivery;
    if (!this.holds(delivery)) return;
    const first = this.#givenUp.get(lease);
    if (first === undefined || isBefore(id, first)) this.#givenUp.set(lease, id);
    this.#forget(delivery);
  }

  #forget(delivery: Delivery): void {
    const { lease, id } = delivery;
    if (!this.holds(delivery)) return;
    const held = this.#unacknowledged.get(lease)!;
    held.delete(id);
    if (held.size === 0) this.#unacknowledged.delete(lease);
    this.#count--;
    this.#notify();
  }

  /** The id up to which everything of a lease is done, when `acked` are. */
  #doneUpTo(lease: Lease, acked: ReadonlySet<string>): string {
    let last = '0-0';
    const givenUp = this.#givenUp.get(lease);
    for (const id of this.#unacknowledged.get(lease)?.keys() ?? []) {
      if (givenUp !== undefined && comparePositions(parseId(id), parseId(givenUp)) > 0)
        return before(givenUp);
      if (!acked.has(id)) return before(id);
      last = id;
    }
    return last;
  }

  /** Resolves when there is room for more, or when nothing more is wanted. */
  async room(signal: AbortSignal): Promise<void> {
    while (this.#count >= limits.unacknowledgedEntries && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const wake = () => resolve();
      this.#waiting.push(wake);
      signal.addEventListener('abort', wake);
      await promise;
      signal.removeEventListener('abort', wake);
    }
  }

  acknowledge(delivery: Delivery): void {
    if (!this.holds(delivery)) return;
    this.#acks.push(delivery);
    this.#flushing ??= this.#flush();
  }

  /** All acknowledgements that were given are with Redis. */
  async flushed(): Promise<void> {
    await this.#flushing;
  }

  async #flush(): Promise<void> {
    const { logger, group, signal } = this.#options;
    await turn(); // what is acknowledged in this turn of the event loop goes together
    for (let failures = 0; this.#acks.length > 0 && !signal.aborted; ) {
      const acks = this.#acks.splice(0, limits.ackEntries).filter((delivery) => this.holds(delivery));
      if (acks.length === 0) continue;
      try {
        await this.#send(acks);
        failures = 0;
      } catch (error) {
        if (failures++ === 0) logger.warn({ err: error, group }, 'acknowledgements wait for Redis');
        this.#acks = [...acks, ...this.#acks];
        const capMs = limits.outageBackoffCapMs;
        await sleep(limits.backoffBaseMs + backoffMs(failures, limits.backoffBaseMs, capMs), signal);
      }
    }
    this.#flushing = undefined;
  }

  async #send(acks: Delivery[]): Promise<void> {
    const { redis, group, lost } = this.#options;
    const byLease = [...Map.groupBy(acks, ({ lease }) => lease)];
    const streams = byLease.map(([lease]) => this.#stream(lease));
    const args = byLease.flatMap(([lease, deliveries]) => {
      const ids = deliveries.map(({ id }) => id);
      return [lease.partition, lease.token, this.#doneUpTo(lease, new Set(ids)), ids.length, ...ids];
    });
    const answer = await orOutage(
      redis.quickmartAck(streams.length + 1, this.#leases, ...streams, group, ...args),
    );
    for (const delivery of acks) this.#forget(delivery);
    for (const [i, [lease]] of byLease.entries()) if ((answer as number[])[i] === -1) lost(lease);
  }

  /** Writes the number of failed attempts into the pending list, where a crash does not reset it. */
  async countAttempt({ lease, id, attempts }: Delivery): Promise<void> {
    const { redis, consumer } = this.#options;
    const deliveries = attempts + 1; // Redis counts deliveries: the first one is no failure.
    const head = [this.#leases, this.#stream(lease), ...this.#fence(lease)];
    const answer = await orOutage(redis.quickmartCount(2, ...head, consumer, id, deliveries));
    if (answer === -1) this.#options.lost(lease);
  }

  /**
   * To the dead letters, with everything that is needed to understand and to repeat it; acknowledged in one step, and
   * its aggregate parked. `aggregateId` undefined: the entry is no event.
   */
  async deadLetter(delivery: Delivery, aggregateId: string | undefined, error: unknown): Promise<void> {
    await this.#moveToDeadLetters(delivery, aggregateId, '0', errorFields(error));
  }

  /** An event of a parked aggregate queues up among its dead letters, in order. False where the aggregate is parked no more. */
  async queueUp(delivery: Delivery, aggregateId: string): Promise<boolean> {
    const fields = {
      errorClass: 'Parked',
      errorMessage: 'waits for the dead letters of its aggregate',
      errorStack: '',
    };
    return (await this.#moveToDeadLetters(delivery, aggregateId, '1', fields)) !== 'free';
  }

  async #moveToDeadLetters(
    delivery: Delivery,
    aggregateId: string | undefined,
    onlyParked: '0' | '1',
    error: Record<string, string>,
  ): Promise<unknown> {
    const { redis, category, group, consumer } = this.#options;
    const { lease, id, entry, attempts, partition } = delivery;
    const position = `${category}.${partition}@${id}`;
    const deadLetter = { group, position, attempts, failedAt: clock.now(), ...error };
    const own = aggregateId ?? '';
    const answer = await orOutage(
      redis.quickmartDeadLetter(
        5,
        ...[this.#leases, this.#stream(lease), keys.dead(category, group)],
        ...[keys.parkedDeadLetters(category, group, own), keys.parked(category, group)],
        ...[...this.#fence(lease), id, own, onlyParked, this.#doneUpTo(lease, new Set([id]))],
        ...[consumer, ...entry[1], ...Object.entries(deadLetter).flat()],
      ),
    );
    // The reader finds out, too, and makes the group again; the entry comes back with it.
    if (answer === 'no group') throw new OutageError(`the group ${group} is lost`);
    if (answer !== 'free') this.#forget(delivery);
    if (answer === 'lost') this.#options.lost(lease);
    return answer;
  }

  #stream = ({ partition }: Lease) => keys.events(this.#options.category, partition);

  #fence = ({ partition, token }: Lease) => [this.#options.group, partition, token];

  #notify(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

const isBefore = (a: string, b: string): boolean => comparePositions(parseId(a), parseId(b)) < 0;

/** The largest possible id below this one. */
function before(id: string): string {
  const { epoch, pos } = parseId(id);
  return `${epoch}-${pos - 1}`;
}

export function errorFields(error: unknown): Record<string, string> {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const short = (text: string) => Buffer.from(text).subarray(0, limits.errorTextBytes).toString();
  return { errorClass: name, errorMessage: short(message), errorStack: short(stack ?? '') };
}
