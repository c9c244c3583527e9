/**
 * load → decide → append, for all commands of one category in this process.
 *
 * Invariants:
 * - What is under way about an aggregate is one append; commands that arrive meanwhile are folded, in order, into the
 *   next one (see commit-queue.ts), each with its own idempotency key and result. A hot aggregate costs one round trip per batch.
 * - Cached state is used optimistically: an append carries the versions it was decided on, and a conflict brings
 *   the events that were missed. A refusal appends nothing, so before one is given (or a decision for no events
 *   is believed) the state is read again, once, in this commit; and what others of the same append have done to that state is
 *   written by then. Where its idempotency key is known, it gets the first result instead.
 * - An append whose answer was lost is looked for in the log by its event ids; where it is not there, the caller
 *   is told that it is unknown (the same idempotency key makes a repeat safe). It is not sent again: what it was decided on
 *   may be lost, too.
 */

import { limits } from '../limits.ts';
import { type AggregateAppend, type Append, blockedText, storedEvents } from '../log/append.ts';
import {
  ClaimTakenError,
  IdempotencyKeyReusedError,
  LogBlockedError,
  OutageError,
  VersionConflictError,
} from '../log/errors.ts';
import { formatPosition, type StoredEvent } from '../log/event.ts';
import { partitionOf } from '../log/keys.ts';
import type { EventLog, FoundRecord } from '../log/log.ts';
import { Batch } from './batch.ts';
import { CommitQueue } from './commit-queue.ts';
import { type CachedState, conflictKeysOf, type PendingCommand, type Ref } from './pending-command.ts';
import { StateCache } from './state-cache.ts';

export class Decider {
  readonly #log: EventLog;
  readonly #category: string;
  readonly #cache: StateCache;
  readonly #queue = new CommitQueue<PendingCommand>();
  #woken = false;

  constructor(log: EventLog, category: string) {
    this.#log = log;
    this.#category = category;
    this.#cache = new StateCache(log, category);
  }

  /** Queues a command; its promise settles with the append it becomes part of. */
  submit({ resolve, reject, ...asked }: Omit<PendingCommand, 'settled' | 'conflictKeys'>): void {
    const settling =
      <Result>(settle: (result: Result) => void) =>
      (result: Result) => {
        pending.settled = true;
        settle(result);
      };
    const conflictKeys = [...asked.refs.map(({ id }) => `aggregate ${id}`), ...conflictKeysOf(asked.options)];
    const own = { conflictKeys, settled: false, resolve: settling(resolve), reject: settling(reject) };
    const pending: PendingCommand = { ...asked, ...own };
    this.#queue.add(pending);
    this.#wake();
  }

  /** The state as of now: the cached one, and what was appended since. */
  async read(ref: Ref): Promise<CachedState> {
    return (await this.#cache.refresh([ref])).get(ref.id)!;
  }

  /** After everything that is about to be submitted in this turn: it belongs into the same append. */
  #wake(): void {
    if (this.#woken) return;
    this.#woken = true;
    process.nextTick(() => {
      this.#woken = false;
      for (let commands = this.#queue.take(); commands.length > 0; commands = this.#queue.take())
        void this.#run(commands);
    });
  }

  /** Never throws. */
  async #run(commands: PendingCommand[]): Promise<void> {
    await this.#commitOrFail(commands);
    this.#queue.done(commands);
    this.#wake();
  }

  /** What is wrong with one command or aggregate must not fail the others of its append: then each is tried alone. */
  async #commitOrFail(commands: PendingCommand[]): Promise<void> {
    try {
      await this.#commit(commands);
    } catch (error) {
      // What was written is unknown now: read it again before the next decision.
      for (const { refs } of commands) for (const { id } of refs) this.#cache.delete(id);
      const open = commands.filter((pending) => !pending.settled && !this.#queue.isWaiting(pending));
      if (open.length > 1 && !(error instanceof OutageError)) {
        for (const pending of open) await this.#commitOrFail([pending]);
      } else {
        for (const pending of open) pending.reject(error);
      }
    }
  }

  /** Settles every command, or puts it back in the queue. Throws what concerns all of them. */
  async #commit(commands: PendingCommand[]): Promise<void> {
    let fresh = new Set<string>();
    let open = commands;
    for (
      let [attempt, invalidations] = [1, this.#cache.invalidations];
      open.length > 0 && attempt <= limits.commitAttempts;
      attempt++
    ) {
      const missing = this.#missing(open, attempt === 1);
      if (missing.length > 0) await this.#cache.refresh(missing, fresh);
      if (invalidations !== this.#cache.invalidations) {
        // What was read before may be void, what was read after may be incomplete: all of it again.
        [fresh, invalidations] = [new Set(), this.#cache.invalidations];
        continue;
      }
      const isForgotten = ({ id }: Ref) => this.#cache.get(id) === undefined;
      if (missing.length > 0 && open.some(({ refs }) => refs.some(isForgotten))) continue; // by somebody else meanwhile
      const batch = new Batch(this.#category, (id) => this.#cache.get(id)!);
      open = this.#fill(batch, open);
      const unconfirmed = batch.unconfirmed(fresh);
      if (unconfirmed.length > 0) await this.#cache.refresh(unconfirmed, fresh);
      else await this.#settle(batch, fresh);
      open = open.filter(({ settled }) => !settled);
      if (invalidations !== this.#cache.invalidations) this.#cache.clear();
    }
    for (const pending of open) pending.reject(new VersionConflictError([]));
  }

  /** What fits goes into the batch, the rest back to the head of the queue. */
  #fill(batch: Batch, commands: PendingCommand[]): PendingCommand[] {
    const fitting = commands.findIndex((pending) => !batch.add(pending));
    if (fitting === -1) return commands;
    this.#queue.putBack(commands.slice(fitting));
    return commands.slice(0, fitting);
  }

  /** Settles what can be: what is decided, by its append; what is refused, once that on which it is refused is written. */
  async #settle(batch: Batch, fresh: Set<string>): Promise<void> {
    if (!(await this.#write(batch, fresh))) return;
    await Promise.all(batch.refused.map(({ pending, error }) => this.#refuse(pending, error)));
  }

  /** False where nothing is written: who is not settled has to be decided again. */
  async #write(batch: Batch, fresh: Set<string>): Promise<boolean> {
    const { append, records } = batch.build();
    if (append.aggregates.length + records.length === 0) {
      for (const command of batch.decided) command.pending.resolve(command.outcome(undefined, []));
      return true;
    }
    const answer = await this.#appendSurely(append);
    switch (answer.kind) {
      case 'ok':
        this.#accept(batch, storedEvents(append, answer.partitions, answer.epoch, answer.firstPos));
        return true;
      case 'duplicate':
        for (const { index, ...kept } of answer.found)
          await this.#repeat(records[index]!.pending, await this.#log.found(this.#category, kept));
        return false;
      case 'claimed':
        this.#rejectClaims(batch, append, answer.found);
        return false;
      case 'blocked':
        this.#rejectBlocked(batch, append, answer);
        return false;
      case 'conflict':
        for (const { index, actual, unseen } of answer.found) {
          this.#cache.catchUp(append.aggregates[index]!.id, actual, unseen, fresh);
        }
        return false;
    }
  }

  /** What is repeated may be refused for its own effect: it is given its first result. */
  async #refuse(pending: PendingCommand, error: unknown): Promise<void> {
    const { idempotencyKey } = pending.options;
    const first =
      idempotencyKey === undefined ? undefined : await this.#log.findRecord(this.#category, idempotencyKey);
    if (first) await this.#repeat(pending, first);
    else pending.reject(error);
  }

  /** The idempotency key of the command is known. */
  async #repeat({ options, refs, resolve, reject }: PendingCommand, first: FoundRecord): Promise<void> {
    const { idempotencyKey, fingerprint } = options;
    if (first.fingerprint !== fingerprint) {
      reject(new IdempotencyKeyReusedError(`idempotency key ${idempotencyKey} was used for something else`));
      return;
    }
    const states = await this.#cache.refresh(refs);
    const { position, reply, version = 0 } = first;
    resolve({ states, version, position, events: [], duplicate: true, reply });
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
      this.#cache.set(id, { ...known, position: last.get(id) ?? known.position });
    const byId = new Map(events.map((event) => [event.eventId, event]));
    for (const command of batch.decided) {
      const own = command.newEvents.map(({ event }) => byId.get(event.eventId)!);
      const primary = own.findLast((event) => event.aggregateId === command.pending.refs[0]?.id);
      command.pending.resolve(command.outcome(primary && formatPosition(primary), own));
    }
  }

  #rejectBlocked(
    { decided }: Batch,
    { category, aggregates }: Append,
    { found, partitions }: { found: { index: number; lastId: string }[]; partitions: number },
  ): void {
    const lastIds = new Map(
      found.map(({ index, lastId }) => [partitionOf(aggregates[index]!.id, partitions), lastId]),
    );
    for (const { pending, newEvents } of decided) {
      const partition = newEvents
        .map(({ id }) => partitionOf(id, partitions))
        .find((one) => lastIds.has(one));
      if (partition === undefined) continue;
      pending.reject(
        new LogBlockedError(blockedText({ category, partition, lastId: lastIds.get(partition)! })),
      );
    }
  }

  #rejectClaims(batch: Batch, append: Append, found: { index: number; owner: string }[]): void {
    const taken = new Map(
      found.map(({ index, owner }) => {
        const { name, value } = append.claims![index]!;
        return [`${name}:${value}`, new ClaimTakenError(name, value, owner)];
      }),
    );
    for (const { pending } of batch.decided) {
      const claim = pending.options.claims?.find(({ name, value }) => taken.has(`${name}:${value}`));
      if (claim) pending.reject(taken.get(`${claim.name}:${claim.value}`));
    }
  }

  /**
   * A command for something new (expected version 0) needs no read: if it is there after all, the append says so, and then
   * it is read where the append did not bring all of it.
   */
  #missing(commands: PendingCommand[], first: boolean): Ref[] {
    const unknown = (ref: Ref) => !this.#cache.has(ref);
    for (const { refs, options } of commands) {
      if (!first || options.expectedVersion !== 0) continue;
      for (const ref of refs.filter(unknown)) this.#cache.assumeNew(ref);
    }
    return commands.flatMap(({ refs }) => refs.filter(unknown));
  }
}
