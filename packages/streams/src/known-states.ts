/**
 * The folded states of a category's aggregates, as far as this process knows them. Bounded; never goes back; may be behind
 * what other processes have appended. When the server behind the connection may have changed, all of it is forgotten (see
 * failover.ts).
 */
import { LRUCache } from 'lru-cache';
import { evolve } from './aggregate.ts';
import type { Known, Ref } from './batch.ts';
import { formatPosition, type StoredEvent } from './event.ts';
import { limits } from './limits.ts';
import type { EventLog, Loaded } from './log.ts';

export class KnownStates {
  /** How often everything was forgotten: what was decided on states from before may be void. */
  doubts = 0;
  readonly #log: EventLog;
  readonly #category: string;
  readonly #states = new LRUCache<string, Known>({ max: limits.cachedAggregates });

  constructor(log: EventLog, category: string) {
    this.#log = log;
    this.#category = category;
    log.onDoubt(() => {
      this.clear();
      this.doubts++;
    });
  }

  get(id: string): Known | undefined {
    return this.#states.get(id);
  }

  has({ id, aggregate }: Ref): boolean {
    return this.#states.get(id)?.aggregate === aggregate;
  }

  set(id: string, known: Known): void {
    this.#states.set(id, known);
  }

  delete(id: string): void {
    this.#states.delete(id);
  }

  clear(): void {
    this.#states.clear();
  }

  /** Reads what was appended since; `fresh` remembers who was read. */
  async refresh(refs: readonly Ref[], fresh?: Set<string>): Promise<void> {
    const wanted = [...new Map(refs.map((ref) => [ref.id, ref])).values()];
    if (wanted.length === 0) return;
    const requests = wanted.map((ref) => ({
      id: ref.id,
      fromVersion: this.has(ref) ? this.get(ref.id)!.version : 0,
      reducerHash: ref.aggregate.reducerHash,
    }));
    const loaded = await this.#log.load(this.#category, requests);
    for (const [i, { version, snapshot, events }] of loaded.entries()) {
      const ref = wanted[i]!;
      if (requests[i]!.fromVersion > version) {
        // The log went back (a flush, a failover): what we knew is void.
        this.delete(ref.id);
        await this.refresh([ref]);
      } else {
        this.learn(ref, snapshot, events);
      }
      fresh?.add(ref.id);
    }
  }

  /** Folds newer events into what is known. Never goes back: two reads may answer out of order. */
  learn(ref: Ref, snapshot: Loaded['snapshot'], events: readonly StoredEvent[]): void {
    const { id, aggregate } = ref;
    let known = this.has(ref)
      ? this.get(id)!
      : { aggregate, state: aggregate.initial, version: 0, position: undefined };
    if (snapshot && snapshot.version > known.version) {
      known = { aggregate, state: snapshot.state as never, version: snapshot.version, position: undefined };
    }
    for (const event of events) {
      if (event.version !== known.version + 1) continue;
      const state = evolve(aggregate, known.state, event);
      known = { aggregate, state, version: event.version, position: formatPosition(event) };
    }
    this.set(id, known);
  }

  /** After a conflict: folds what it brought; where that was not all, forgets, and the next round loads. */
  catchUp(id: string, actual: number, unseen: readonly StoredEvent[], fresh: Set<string>): void {
    const known = this.get(id);
    if (known && known.version + unseen.length >= actual && known.version <= actual) {
      this.learn({ id, aggregate: known.aggregate }, undefined, unseen);
      fresh.add(id);
    } else {
      this.delete(id);
    }
  }
}
