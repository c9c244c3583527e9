/**
 * Tells Redis what became of an entry: it is acknowledged, a failed attempt is counted, or it moves to the dead letters.
 * Acknowledgements are sent together. One that fails is sent again, and never lost. Everything carries the token of the
 * lease: where the partition has another owner by now, Redis does nothing.
 */

import { setImmediate as turn } from 'node:timers/promises';
import { limits } from '../limits.ts';
import { clock } from '../log/clock.ts';
import { OutageError, orOutage } from '../log/errors.ts';
import type { Logger } from '../log/event.ts';
import { keys } from '../log/keys.ts';
import { inOneWrite, type RedisClient, type Scripts } from '../log/scripts.ts';
import { errorFields } from '../operate/dead-letters.ts';
import type { Delivery } from './delivery.ts';
import type { HeldEntries } from './held-entries.ts';
import type { Lease } from './membership.ts';
import { backoffMs, sleep } from './retry.ts';

export type AcknowledgerOptions = {
  redis: RedisClient & Scripts;
  category: string;
  group: string;
  consumer: string;
  held: HeldEntries;
  logger: Logger;
  /** Aborted when the grace period of a stop is over: unsent acknowledgements stay pending in Redis. */
  signal: AbortSignal;
  /** Redis has answered that a lease is lost. */
  lost: (lease: Lease) => void;
};

export class Acknowledger {
  readonly #options: AcknowledgerOptions;
  readonly #leases: string;
  readonly #held: HeldEntries;
  #acks: Delivery[] = [];
  #flushing: Promise<void> | undefined;

  constructor(options: AcknowledgerOptions) {
    this.#options = options;
    this.#leases = keys.leases(options.category, options.group);
    this.#held = options.held;
  }

  acknowledge(delivery: Delivery): void {
    if (!this.#held.has(delivery)) return;
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
      const acks = this.#acks.splice(0, limits.ackEntries).filter((delivery) => this.#held.has(delivery));
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
      return [lease.partition, lease.token, this.#held.doneUpTo(lease, new Set(ids)), ids.length, ...ids];
    });
    inOneWrite(redis);
    const answer = await orOutage(
      redis.quickmartAck(streams.length + 1, this.#leases, ...streams, group, ...args),
    );
    for (const delivery of acks) this.#held.delete(delivery);
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
   * Writes the dead letter, parks the aggregate and acknowledges the entry, in one step. The dead letter has all that is
   * needed to understand and to redrive it. `aggregateId` is undefined for an entry that is no event. False where the lease
   * was lost before: nothing is written.
   */
  async deadLetter(delivery: Delivery, aggregateId: string | undefined, error: unknown): Promise<boolean> {
    return (await this.#moveToDeadLetters(delivery, aggregateId, '0', errorFields(error))) !== 'lost';
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
        ...[...this.#fence(lease), id, own, onlyParked, this.#held.doneUpTo(lease, new Set([id]))],
        ...[consumer, ...entry[1], ...Object.entries(deadLetter).flat()],
      ),
    );
    // The reader finds out, too, and makes the group again where nobody has; the entry comes back with it.
    if (answer === 'no group') throw new OutageError(`the group ${group} is lost`);
    if (answer !== 'free') this.#held.delete(delivery);
    if (answer === 'lost') this.#options.lost(lease);
    return answer;
  }

  #stream = ({ partition }: Lease) => keys.events(this.#options.category, partition);

  #fence = ({ partition, token }: Lease) => [this.#options.group, partition, token];
}
