/** Deliveries in line, per aggregate: which may begin, which wait for one before them. */

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

export class Lanes {
  readonly #lanes = new Map<string, Delivery[]>();
  /** Lanes whose first delivery may begin, in order. */
  readonly #ready = new Queue<string>();
  /** Lanes whose first delivery has begun. */
  readonly #begun = new Map<string, Delivery>();

  get begun(): number {
    return this.#begun.size;
  }

  get hasReady(): boolean {
    return this.#ready.length > 0;
  }

  hasBegun(lane: string): boolean {
    return this.#begun.has(lane);
  }

  add(lane: string, delivery: Delivery): void {
    const line = this.#lanes.get(lane);
    if (line) {
      // In the order of the log, also where it comes late; but not before what has begun.
      const first = this.#begun.has(lane) ? 1 : 0;
      let at = line.length;
      while (at > first && isAfter(line[at - 1]!, delivery)) at--;
      line.splice(at, 0, delivery);
    } else {
      this.#lanes.set(lane, [delivery]);
      this.#ready.push(lane);
    }
  }

  /** The next delivery that may begin. */
  begin(): { lane: string; delivery: Delivery } | undefined {
    for (;;) {
      const lane = this.#ready.shift();
      if (lane === undefined) return undefined;
      const [delivery] = this.#lanes.get(lane) ?? [];
      if (delivery === undefined || this.#begun.has(lane)) continue;
      this.#begun.set(lane, delivery);
      return { lane, delivery };
    }
  }

  /** The delivery that has begun is done: the next one of its lane may begin. */
  done(lane: string): void {
    this.#begun.delete(lane);
    const line = this.#lanes.get(lane) ?? [];
    line.shift();
    if (line.length > 0) this.#ready.push(lane);
    else this.#lanes.delete(lane);
  }

  /** It is not done: it begins again when the lane is made {@link ready}. */
  suspend(lane: string): void {
    this.#begun.delete(lane);
  }

  /** Before all others: it has waited. False where there is no such lane any more. */
  ready(lane: string): boolean {
    if (!this.#lanes.has(lane)) return false;
    this.#ready.unshift(lane);
    return true;
  }

  /** After all others that are ready. */
  readyLast(lane: string): void {
    if (this.#lanes.has(lane)) this.#ready.push(lane);
  }

  /** Takes everything of a lease out that has not begun, and says what has. */
  drop(lease: Lease): { dropped: Delivery[]; begun: Delivery[] } {
    const dropped: Delivery[] = [];
    for (const [lane, line] of this.#lanes) {
      const begun = this.#begun.get(lane);
      const kept = line.filter((delivery) => delivery === begun || delivery.lease !== lease);
      if (kept.length === line.length) continue;
      dropped.push(...line.filter((delivery) => !kept.includes(delivery)));
      if (kept.length > 0) this.#lanes.set(lane, kept);
      else this.#lanes.delete(lane);
    }
    return { dropped, begun: [...this.#begun.values()].filter((delivery) => delivery.lease === lease) };
  }
}
