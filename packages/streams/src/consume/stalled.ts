/**
 * Aggregates whose handlers have met an outage, and when they are tried again.
 *
 * Where several fail and none succeeds in between, the outage concerns all: everything waits, and one event at a time probes.
 * First come the aggregates that have not failed yet, then the others in turn. Where events of others succeed, it concerns
 * this aggregate alone: it waits for its turn, and holds up no other. As soon as one that has waited succeeds, all go on.
 */

import { limits } from '../limits.ts';
import type { AggregateQueues } from './aggregate-queues.ts';
import { backoffMs } from './retry.ts';

export class Stalled {
  readonly #queues: AggregateQueues;
  readonly #pump: () => void;
  /** In the order in which they failed. */
  readonly #waiting = new Set<string>();
  /** Those that have failed since the last success. */
  readonly #failed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  /** Waits in a row without a success. */
  #pauses = 0;
  #isProbing = false;

  constructor(queues: AggregateQueues, pump: () => void) {
    this.#queues = queues;
    this.#pump = pump;
  }

  /** How many may be at work: during an outage nothing until the next probe, then that one. */
  get width(): number {
    if (this.#failed.size < 2) return limits.reactConcurrency;
    return this.#isProbing ? 1 : 0;
  }

  /** A queue has met an outage, and is suspended. True where that is news. */
  add(queue: string): boolean {
    const isNews = this.#failed.size === 0 && !this.#waiting.has(queue);
    this.#waiting.delete(queue); // to the end
    this.#waiting.add(queue);
    this.#failed.add(queue);
    this.#isProbing = false;
    if (this.#timer === undefined) this.#schedule();
    return isNews;
  }

  /** A handler has ended and met no outage. */
  passed(queue: string): void {
    const wasDown = this.#failed.size > 1;
    this.#failed.clear();
    this.#isProbing = false;
    if (this.#waiting.delete(queue)) this.#release();
    else if (wasDown) {
      // The outage is over: those that wait find out soon.
      this.#pauses = 0;
      this.#schedule();
    }
  }

  /** Its event was handled without the handler, or not at all. */
  forget(queue: string): void {
    this.#waiting.delete(queue);
    this.#failed.delete(queue);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pauses = 0;
    for (const queue of this.#waiting) this.#queues.readyLast(queue);
    this.#waiting.clear();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const waitMs = backoffMs(++this.#pauses, limits.backoffBaseMs, limits.outageBackoffCapMs);
    this.#timer = setTimeout(() => this.#probe(), limits.backoffBaseMs + waitMs);
    this.#timer.unref();
  }

  /** Also begins another probe where the last one has not ended, or its queue is gone. */
  #probe(): void {
    this.#timer = undefined;
    this.#isProbing = true;
    if (this.#failed.size < 2 || !this.#queues.hasReady) this.#wakeNext();
    if (this.#waiting.size > 0) this.#schedule();
    this.#pump();
  }

  #wakeNext(): void {
    for (const queue of this.#waiting) {
      if (this.#queues.hasBegun(queue)) return;
      if (this.#queues.ready(queue)) return;
      this.#waiting.delete(queue); // its partition is somebody else's now
    }
  }
}
