/**
 * The folded states of a category's aggregates, as far as this process knows them. It is bounded. A state never goes back to
 * an older version, and may be behind what other processes have appended. When the server behind the connection may have
 * changed, all states are forgotten (see failover.ts).
 */
import { LRUCache } from 'lru-cache';
import { limits } from '../limits.ts';
import { formatPosition, type StoredEvent } from '../log/event.ts';
import type { EventLog, Loaded } from '../log/log.ts';
import { evolve } from './aggregate.ts';
import type { CachedState, Ref } from './pending-command.ts';

export class StateCache {
  /** How often everything was forgotten: what was decided on states from before may be void. */
  invalidations = 0;
  readonly #log: EventLog;
  readonly #category: string;
  readonly #states = new LRUCache<string, CachedState>({ max: limits.cachedAggregates });

  constructor(log: EventLog, category: string) {
    this.#log = log;
    this.#category = category;
    log.onInvalidation(() => {
      this.clear();
      this.invalidations++;
    });
  }

  get(id: string): CachedState | undefined {
    return this.#states.get(id);
  }

  has({ id, aggregate }: Ref): boolean {
    return this.#states.get(id)?.aggregate.reducerHash === aggregate.reducerHash;
  }

  set(id: string, known: CachedState): void {
    this.#states.set(id, known);
  }

  delete(id: string): void {
    this.#states.delete(id);
  }

  clear(): void {
    this.#states.clear();
  }

  /** Nothing is known of it: it is taken to be new, and the append says so where it is not. */
  assumeNew(ref: Ref): void {
    this.set(ref.id, initial(ref));
  }

  /** Reads what was appended since, and gives back the states as of now; `fresh` remembers who was read. */
  async refresh(refs: readonly Ref[], fresh?: Set<string>): Promise<Map<string, CachedState>> {
    const states = new Map<string, CachedState>();
    const wanted = [...new Map(refs.map((ref) => [ref.id, ref])).values()];
    if (wanted.length === 0) return states;
    const { invalidations } = this;
    const bases = wanted.map((ref) => (this.has(ref) ? this.get(ref.id)! : initial(ref)));
    const requests = wanted.map(({ id, aggregate: { reducerHash } }, i) => ({
      id,
      reducerHash,
      fromVersion: bases[i]!.version,
    }));
    const loaded = await this.#log.load(this.#category, requests);
    // What was known may be of another server than the answer.
    if (invalidations !== this.invalidations) return await this.refresh(refs, fresh);
    for (const [i, ref] of wanted.entries()) {
      const [base, { version, snapshot, events }] = [bases[i]!, loaded[i]!];
      states.set(ref.id, this.#keep(ref.id, folded(base, snapshot, events)));
      if (base.version > version) {
        // The log went back (a flush, a failover): what we knew is void.
        this.delete(ref.id);
        for (const [id, known] of await this.refresh([ref])) states.set(id, known);
      }
      fresh?.add(ref.id);
    }
    return states;
  }

  /** Never goes back: two reads may answer out of order. */
  #keep(id: string, known: CachedState): CachedState {
    const kept = this.get(id);
    if (kept?.aggregate.reducerHash === known.aggregate.reducerHash && kept.version > known.version)
      return kept;
    this.set(id, known);
    return known;
  }

  /** After a conflict: folds what it brought; where that was not all, forgets, and the next round loads. */
  catchUp(id: string, actual: number, unseen: readonly StoredEvent[], fresh: Set<string>): void {
    const known = this.get(id);
    if (known && known.version + unseen.length >= actual && known.version <= actual) {
      this.set(id, folded(known, undefined, unseen));
      fresh.add(id);
    } else {
      this.delete(id);
    }
  }
}

const initial = ({ aggregate }: Ref): CachedState => ({
  aggregate,
  state: aggregate.initial,
  version: 0,
  position: undefined,
});

/** What was known, and the newer events. */
function folded(
  base: CachedState,
  snapshot: Loaded['snapshot'],
  events: readonly StoredEvent[],
): CachedState {
  const { aggregate } = base;
  let known = base;
  if (snapshot && snapshot.version > known.version)
    known = { aggregate, state: snapshot.state as never, version: snapshot.version, position: undefined };
  for (const event of events) {
    if (event.version !== known.version + 1) continue;
    const state = evolve(aggregate, known.state, event);
    known = { aggregate, state, version: event.version, position: formatPosition(event) };
  }
  return known;
}
