/** What a subscription has read and not acknowledged: per lease, in the order of the log. */
import { limits } from '../limits.ts';
import { eventIdOf, parseId } from '../log/entry.ts';
import { comparePositions } from '../log/event.ts';
import type { Delivery } from './delivery.ts';
import type { Lease } from './membership.ts';

export class HeldEntries {
  readonly #byLease = new Map<Lease, Map<string, Delivery>>();
  /** The last one of each lease. */
  readonly #last = new WeakMap<Lease, string>();
  /** The first entry of each lease that was given up without being handled. Nothing from there on counts as done. */
  readonly #givenUp = new WeakMap<Lease, string>();
  #size = 0;
  #waiting: (() => void)[] = [];

  get size(): number {
    return this.#size;
  }

  /**
   * True for an entry that was not held before: after a reconnect Redis repeats what is still being handled. Where the log
   * has lost an entry, another one may have its id. Then that one is held from now on.
   */
  add(delivery: Delivery): boolean {
    const { lease, id, entry } = delivery;
    const held = this.#byLease.get(lease) ?? new Map<string, Delivery>();
    this.#byLease.set(lease, held);
    const known = held.get(id);
    if (known && eventIdOf(known.entry) === eventIdOf(entry)) return false;
    const [last] = held.size > 0 ? [this.#last.get(lease)] : [];
    held.set(id, delivery);
    if (known === undefined) this.#size++;
    if (last !== undefined && isBefore(id, last)) this.#sort(lease, held);
    else this.#last.set(lease, id);
    return true;
  }

  /** An entry that another consumer had taken comes late, and still has its place in the order. */
  #sort(lease: Lease, held: Map<string, Delivery>): void {
    const sorted = [...held].sort(([a], [b]) => comparePositions(parseId(a), parseId(b)));
    this.#byLease.set(lease, new Map(sorted));
  }

  /** False for an entry that is acknowledged, given up, or lost from the log. */
  has(delivery: Delivery): boolean {
    return this.#byLease.get(delivery.lease)?.get(delivery.id) === delivery;
  }

  count(lease: Lease): number {
    return this.#byLease.get(lease)?.size ?? 0;
  }

  /** A copy: what is held of a lease now. */
  of(lease: Lease): ReadonlyMap<string, Delivery> {
    return new Map(this.#byLease.get(lease));
  }

  /**
   * Compares with Redis. `before`: what was held when Redis was asked. `pending`: its answer, all that it has pending.
   * An entry that is held and not pending was acknowledged, or was lost by a failover: it is forgotten. An entry that was
   * pending may be acknowledged by now, and must not begin again. Returns the others.
   */
  compare(lease: Lease, before: ReadonlyMap<string, Delivery>, pending: readonly Delivery[]): Delivery[] {
    const ids = new Set(pending.map(({ id }) => id));
    for (const delivery of this.of(lease).values()) if (!ids.has(delivery.id)) this.delete(delivery);
    return pending.filter(({ id, entry }) => {
      const known = before.get(id);
      return known === undefined || this.has(known) || eventIdOf(known.entry) !== eventIdOf(entry);
    });
  }

  /** Gives up an entry that belongs to another owner now, or was never begun. Redis keeps it pending. */
  release(delivery: Delivery): void {
    const { lease, id } = delivery;
    if (!this.has(delivery)) return;
    const first = this.#givenUp.get(lease);
    if (first === undefined || isBefore(id, first)) this.#givenUp.set(lease, id);
    this.delete(delivery);
  }

  delete(delivery: Delivery): void {
    const { lease, id } = delivery;
    if (!this.has(delivery)) return;
    const held = this.#byLease.get(lease)!;
    held.delete(id);
    if (held.size === 0) this.#byLease.delete(lease);
    this.#size--;
    this.#notify();
  }

  /** The id up to which everything of a lease is done, once these ids are acknowledged. */
  doneUpTo(lease: Lease, acknowledged: ReadonlySet<string>): string {
    let last = '0-0';
    const givenUp = this.#givenUp.get(lease);
    for (const id of this.#byLease.get(lease)?.keys() ?? []) {
      if (givenUp !== undefined && isBefore(givenUp, id)) return before(givenUp);
      if (!acknowledged.has(id)) return before(id);
      last = id;
    }
    return last;
  }

  /** Resolves when there is room for more, or when the signal says that nothing more is wanted. */
  async room(signal: AbortSignal): Promise<void> {
    while (this.#size >= limits.unacknowledgedEntries && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const wake = () => resolve();
      this.#waiting.push(wake);
      signal.addEventListener('abort', wake);
      await promise;
      signal.removeEventListener('abort', wake);
    }
  }

  #notify(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

const isBefore = (a: string, b: string): boolean => comparePositions(parseId(a), parseId(b)) < 0;

/** The largest position of Redis: 2^64 - 1. */
const lastPos = '18446744073709551615';

/** The largest possible id below this one. */
function before(id: string): string {
  const { epoch, pos } = parseId(id);
  return pos > 0 ? `${epoch}-${pos - 1}` : `${epoch - 1}-${lastPos}`;
}
