/**
 * load → decide → append, for all commands of one category in this process.
 *
 * Invariants:
 * - One append is under way at a time; commands that arrive meanwhile are folded, in order, into the next one
 *   (group commit), each with its own append id and result. So a hot aggregate costs one round trip per batch.
 * - Cached state is used optimistically: an append carries the versions it was decided on, and a conflict brings
 *   the events that were missed. A refusal appends nothing, so before one is given (or a decision for no events
 *   is believed) the state is read again, once, in this commit.
 * - An append whose answer was lost is looked for in the log by its event ids; where it is not there, the caller
 *   is told that it is unknown (the same append id makes a repeat safe). It is not sent again: what it was decided on
 *   may be lost, too.
 * - When the server behind the connection may have changed, everything that was known is forgotten (see failover.ts).
 */
import { LRUCache } from 'lru-cache';
import type { Aggregate } from './aggregate.ts';
import { evolve } from './aggregate.ts';
import { type AggregateAppend, type Append, type Done, storedEvents } from './append.ts';
import { Batch, type Known, type Ref, type Work } from './batch.ts';
import { AppendIdReusedError, ClaimTakenError, OutageError, VersionConflictError } from './errors.ts';
import { formatPosition, type StoredEvent } from './event.ts';
import { limits } from './limits.ts';
import type { EventLog } from './log.ts';

export class Decider {
  readonly #log: EventLog;
  readonly #category: string;
  readonly #known = new LRUCache<string, Known>({ max: limits.cachedAggregates });
  #queue: Work[] = [];
  #committing = false;
  #doubts = 0;

  constructor(log: EventLog, category: string) {
    this.#log = log;
    this.#category = category;
    log.onDoubt(() => {
      this.#known.clear();
      this.#doubts++;
    });
  }

  /** Queues a command; its promise settles with the append it becomes part of. */
  submit({ resolve, reject, ...asked }: Omit<Work, 'settled'>): void {
    const settling =
      <Result>(settle: (result: Result) => void) =>
      (result: Result) => {
        work.settled = true;
        settle(result);
      };
    const work: Work = { ...asked, settled: false, resolve: settling(resolve), reject: settling(reject) };
    this.#queue.push(work);
    if (!this.#committing) void this.#drain();
  }

  /** The state as of now: the cached one, and what was appended since. */
  async read(ref: Ref): Promise<Known> {
    await this.#refresh([ref]);
    return this.#known.get(ref.id)!;
  }

  async #drain(): Promise<void> {
    this.#committing = true;
    while (this.#queue.length > 0) await this.#commitOrFail(this.#take());
    this.#committing = false;
  }

  /** What is wrong with one command or aggregate must not fail the others of its append: then each is tried alone. */
  async #commitOrFail(works: Work[]): Promise<void> {
    try {
      await this.#commit(works);
    } catch (error) {
      // What was written is unknown now: read it again before the next decision.
      for (const { refs } of works) for (const { id } of refs) this.#known.delete(id);
      const waiting = new Set(this.#queue);
      const open = works.filter((work) => !work.settled && !waiting.has(work));
      if (open.length > 1 && !(error instanceof OutageError)) {
        for (const work of open) await this.#commitOrFail([work]);
      } else {
        for (const work of open) work.reject(error);
      }
    }
  }

  /** The next commands, bounded in number and in the aggregates they name (all of which stay in the cache meanwhile). */
  #take(): Work[] {
    let [count, aggregates] = [0, 0];
    for (const { refs } of this.#queue.slice(0, limits.commitCommands)) {
      aggregates += refs.length;
      if (count > 0 && aggregates > limits.commitAggregates) break;
      count++;
    }
    return this.#queue.splice(0, count);
  }

  /** Settles every work, or puts it back in the queue. Throws what concerns all of them. */
  async #commit(works: Work[]): Promise<void> {
    let fresh = new Set<string>();
    let open = works;
    for (
      let [attempt, doubts] = [1, this.#doubts];
      open.length > 0 && attempt <= limits.commitAttempts;
      attempt++
    ) {
      const missing = this.#missing(open);
      if (missing.length > 0) await this.#refresh(missing, fresh);
      if (doubts !== this.#doubts) {
        // What was read before may be void, what was read after may be incomplete: all of it again.
        [fresh, doubts] = [new Set(), this.#doubts];
        continue;
      }
      const batch = new Batch(this.#category, (id) => this.#known.get(id)!);
      open = this.#fill(batch, open);
      const doubtful = batch.inDoubt(fresh);
      if (doubtful.length > 0) await this.#refresh(doubtful, fresh);
      else open = await this.#settle(batch, fresh);
      if (doubts !== this.#doubts) this.#known.clear();
    }
    for (const work of open) work.reject(new VersionConflictError([]));
  }

  /** What fits goes into the batch, the rest back to the head of the queue. */
  #fill(batch: Batch, works: Work[]): Work[] {
    const fitting = works.findIndex((work) => !batch.add(work));
    if (fitting === -1) return works;
    this.#queue.unshift(...works.slice(fitting));
    return works.slice(0, fitting);
  }

  /** Refuses what is refused, appends the rest; gives back the works that have to be decided again. */
  async #settle(batch: Batch, fresh: Set<string>): Promise<Work[]> {
    for (const { work, error } of batch.refused) work.reject(error);
    if (batch.decided.length === 0) return [];
    const { append, dones } = batch.build();
    const { aggregates, timers, cancelTimers } = append;
    if (aggregates.length + dones.length + timers.length + cancelTimers.length === 0) {
      for (const draft of batch.decided) draft.work.resolve(draft.outcome(undefined, []));
      return [];
    }
    const answer = await this.#appendSurely(append);
    switch (answer.kind) {
      case 'ok':
        this.#accept(batch, storedEvents(append, answer.partitions, answer.epoch, answer.firstPos));
        return [];
      case 'duplicate':
        return await this.#resolveDuplicates(batch, dones, answer.found);
      case 'claimed':
        return this.#rejectClaims(batch, append, answer.found);
      case 'conflict':
        for (const { index, actual, unseen } of answer.found) {
          this.#catchUp(append.aggregates[index]!.id, actual, unseen, fresh);
        }
        return batch.decided.map(({ work }) => work);
    }
  }

  /**
   * An outage leaves open whether the append was written. It is all or nothing, and its events carry our ids:
   * finding the first one in the log says that it was, and where.
   */
  async #appendSurely(append: Append): ReturnType<EventLog['append']> {
    try {
      return await this.#log.append(append);
    } catch (error) {
      const [first] = append.aggregates;
      if (!(error instanceof OutageError) || first === undefined) throw error;
      const request = { id: first.id, fromVersion: first.expectedVersion };
      const [loaded] = await this.#log.load(this.#category, [request]);
      const written = await this.#written(first, loaded?.events);
      if (written === undefined) throw error;
      return written;
    }
  }

  async #written({ events: [first] }: AggregateAppend, events: readonly StoredEvent[] = []) {
    const own = events.find(({ eventId }) => eventId === first?.eventId);
    if (own === undefined) return undefined;
    const partitions = await this.#log.partitions(this.#category);
    return { kind: 'ok' as const, epoch: own.epoch, firstPos: own.pos, partitions };
  }

  #accept(batch: Batch, events: StoredEvent[]): void {
    const last = new Map(events.map((event) => [event.aggregateId, formatPosition(event)]));
    for (const [id, known] of batch.states)
      this.#known.set(id, { ...known, position: last.get(id) ?? known.position });
    const byId = new Map(events.map((event) => [event.eventId, event]));
    for (const draft of batch.decided) {
      const own = draft.facts.map(({ fact }) => byId.get(fact.eventId)!);
      const primary = own.findLast((event) => event.aggregateId === draft.work.refs[0]?.id);
      draft.work.resolve(draft.outcome(primary && formatPosition(primary), own));
    }
  }

  async #resolveDuplicates(
    batch: Batch,
    dones: readonly (Done & { work: Work })[],
    found: { index: number; epoch: number; pos: number; record: unknown }[],
  ): Promise<Work[]> {
    const settled = new Set<Work>();
    for (const { index, ...done } of found) {
      const { work } = dones[index]!;
      const recalled = await this.#log.recalled(this.#category, done);
      if (settled.has(work)) continue;
      settled.add(work);
      if (recalled.fingerprint !== work.command.fingerprint) {
        work.reject(
          new AppendIdReusedError(`append id ${work.command.appendId} was used for something else`),
        );
        continue;
      }
      await this.#refresh(work.refs);
      const { position, reply, version = 0 } = recalled;
      const states = new Map(work.refs.map(({ id }) => [id, this.#known.get(id)!]));
      work.resolve({ states, version, position, events: [], duplicate: true, reply });
    }
    return batch.decided.map(({ work }) => work).filter((work) => !settled.has(work));
  }

  #rejectClaims(batch: Batch, append: Append, found: { index: number; owner: string }[]): Work[] {
    const taken = new Map(
      found.map(({ index, owner }) => {
        const { name, value } = append.claims![index]!;
        return [`${name}:${value}`, new ClaimTakenError(name, value, owner)];
      }),
    );
    return batch.decided
      .map(({ work }) => work)
      .filter((work) => {
        const claim = work.command.claims?.find(({ name, value }) => taken.has(`${name}:${value}`));
        if (claim) work.reject(taken.get(`${claim.name}:${claim.value}`));
        return claim === undefined;
      });
  }

  /** A command for something new (expected version 0) needs no read: if it is there after all, the append says so. */
  #missing(works: Work[]): Ref[] {
    const unknown = ({ id, aggregate }: Ref) => this.#known.get(id)?.aggregate !== aggregate;
    for (const { refs, command } of works) {
      if (command.expectedVersion !== 0) continue;
      for (const { id, aggregate } of refs.filter(unknown)) this.#learn(aggregate, id, undefined, []);
    }
    return works.flatMap(({ refs }) => refs.filter(unknown));
  }

  /** Reads what was appended since the cached state; `fresh` remembers who was read. */
  async #refresh(refs: readonly Ref[], fresh?: Set<string>): Promise<void> {
    const wanted = [...new Map(refs.map((ref) => [ref.id, ref])).values()];
    if (wanted.length === 0) return;
    const requests = wanted.map(({ id, aggregate }) => {
      const known = this.#known.get(id);
      const fromVersion = known?.aggregate === aggregate ? known.version : 0;
      return { id, fromVersion, reducerHash: aggregate.reducerHash };
    });
    const loaded = await this.#log.load(this.#category, requests);
    for (const [i, { version, snapshot, events }] of loaded.entries()) {
      const { id, aggregate } = wanted[i]!;
      if (requests[i]!.fromVersion > version) {
        // The log went back (a flush, a failover): what we knew is void.
        this.#known.delete(id);
        await this.#refresh([wanted[i]!]);
      } else {
        this.#learn(aggregate, id, snapshot, events);
      }
      fresh?.add(id);
    }
  }

  /** Folds newer events into what is known. Never goes back: two reads may answer out of order. */
  #learn(
    aggregate: Aggregate<never, never>,
    id: string,
    snapshot: { version: number; state: unknown } | undefined,
    events: StoredEvent[],
  ): void {
    const cached = this.#known.get(id);
    let known: Known =
      cached?.aggregate === aggregate
        ? cached
        : { aggregate, state: aggregate.initial, version: 0, position: undefined };
    if (snapshot && snapshot.version > known.version) {
      known = { aggregate, state: snapshot.state as never, version: snapshot.version, position: undefined };
    }
    for (const event of events) {
      if (event.version !== known.version + 1) continue;
      const state = evolve(aggregate, known.state, event);
      known = { aggregate, state, version: event.version, position: formatPosition(event) };
    }
    this.#known.set(id, known);
  }

  /** After a conflict: fold what it brought; where that was not all, forget, and the next round loads. */
  #catchUp(id: string, actual: number, unseen: StoredEvent[], fresh: Set<string>): void {
    const known = this.#known.get(id);
    if (known && known.version + unseen.length >= actual && known.version <= actual) {
      this.#learn(known.aggregate, id, undefined, unseen);
      fresh.add(id);
    } else {
      this.#known.delete(id);
    }
  }
}
