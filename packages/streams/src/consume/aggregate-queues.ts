/** The deliveries of each aggregate, in order: the first one may begin, the others wait for it. */

import { parseId } from '../log/entry.ts';
import { comparePositions } from '../log/event.ts';
import type { Delivery } from './delivery.ts';
import type { Lease } from './membership.ts';

/** First in, first out, without moving what stays (`shift` of a long array does). */
class Queue<Item> {
  #items: Item[] = [];
  #next = 0;

  push(item: Item): void {
    this.#items.push(item);
  }

  get length(): number {
    return this.#items.length - this.#next;
  }

  unshift(item: Item): void {
    if (this.#next > 0) this.#items[--this.#next] = item;
    else this.#items.unshift(item);
  }

  shift(): Item | undefined {
    const item = this.#items[this.#next++];
    if (this.#next >= this.#items.length) {
      this.#items = [];
      this.#next = 0;
    }
    return item;
  }
}

const isAfter = (a: Delivery, b: Delivery): boolean => comparePositions(parseId(a.id), parseId(b.id)) > 0;

export class AggregateQueues {
  readonly #queues = new Map<string, Delivery[]>();
  /** Those whose first delivery may begin, in order. */
  readonly #ready = new Queue<string>();
  /** Those whose first delivery has begun. */
  readonly #begun = new Map<string, Delivery>();

  get begun(): number {
    return this.#begun.size;
  }

  get hasReady(): boolean {
    return this.#ready.length > 0;
  }

  hasBegun(queue: string): boolean {
    return this.#begun.has(queue);
  }

  add(queue: string, delivery: Delivery): void {
    const line = this.#queues.get(queue);
    if (line) {
      // In the order of the log, also where it comes late; but not before what has begun.
      const first = this.#begun.has(queue) ? 1 : 0;
      let at = line.length;
      while (at > first && isAfter(line[at - 1]!, delivery)) at--;
      line.splice(at, 0, delivery);
    } else {
      this.#queues.set(queue, [delivery]);
      this.#ready.push(queue);
    }
  }

  /** The next delivery that may begin. */
  begin(): { queue: string; delivery: Delivery } | undefined {
    for (;;) {
      const queue = this.#ready.shift();
      if (queue === undefined) return undefined;
      const [delivery] = this.#queues.get(queue) ?? [];
      if (delivery === undefined || this.#begun.has(queue)) continue;
      this.#begun.set(queue, delivery);
      return { queue, delivery };
    }
  }

  /** The delivery that has begun is done: the next one of its queue may begin. */
  done(queue: string): void {
    this.#begun.delete(queue);
    const line = this.#queues.get(queue) ?? [];
    line.shift();
    if (line.length > 0) this.#ready.push(queue);
    else this.#queues.delete(queue);
  }

  /** It is not done: it begins again when the queue is made {@link ready}. */
  suspend(queue: string): void {
    this.#begun.delete(queue);
  }

  /** Before all others: it has waited. False where there is no such queue any more. */
  ready(queue: string): boolean {
    if (!this.#queues.has(queue)) return false;
    this.#ready.unshift(queue);
    return true;
  }

  /** After all others that are ready. */
  readyLast(queue: string): void {
    if (this.#queues.has(queue)) this.#ready.push(queue);
  }

  /** Takes everything of a lease out that has not begun, and says what has. */
  drop(lease: Lease): { dropped: Delivery[]; begun: Delivery[] } {
    const dropped: Delivery[] = [];
    for (const [queue, line] of this.#queues) {
      const begun = this.#begun.get(queue);
      const kept = line.filter((delivery) => delivery === begun || delivery.lease !== lease);
      if (kept.length === line.length) continue;
      dropped.push(...line.filter((delivery) => !kept.includes(delivery)));
      if (kept.length > 0) this.#queues.set(queue, kept);
      else this.#queues.delete(queue);
    }
    return { dropped, begun: [...this.#begun.values()].filter((delivery) => delivery.lease === lease) };
  }
}
