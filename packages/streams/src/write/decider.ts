/**
 * load → decide → append, for all commands of one category in this process.
 *
 * - At most one append at a time is about an aggregate. Commands that arrive meanwhile go into the next append, in order
 *   (see commit-queue.ts), each with its own idempotency key and result. A hot aggregate costs one round trip per batch.
 * - Decisions are made on cached states. An append carries the versions of these states, and a conflict brings the events
 *   that were missed. A refusal appends nothing, so nothing would show that its state was old. Therefore the state is read
 *   again before a command is refused, once per commit. A decision for no events is treated the same.
 *
 * What becomes of a batch of decided commands is in batch-writer.ts.
 */

import { limits } from '../limits.ts';
import { OutageError, VersionConflictError } from '../log/errors.ts';
import type { EventLog } from '../log/log.ts';
import type { Observer } from '../observer.ts';
import { Batch } from './batch.ts';
import { BatchWriter } from './batch-writer.ts';
import { CommitQueue } from './commit-queue.ts';
import { type CachedState, conflictKeysOf, type PendingCommand, type Ref } from './pending-command.ts';
import { StateCache } from './state-cache.ts';

export class Decider {
  readonly #category: string;
  readonly #cache: StateCache;
  readonly #writer: BatchWriter;
  readonly #queue = new CommitQueue<PendingCommand>();
  #woken = false;

  constructor(log: EventLog, category: string, observer: Observer) {
    this.#category = category;
    this.#cache = new StateCache(log, category);
    this.#writer = new BatchWriter(log, category, this.#cache, observer);
  }

  /** Queues a command. It is answered with the append that it becomes part of. */
  submit({ resolve, reject, ...asked }: Omit<PendingCommand, 'isAnswered' | 'conflictKeys'>): void {
    const answering =
      <Result>(answer: (result: Result) => void) =>
      (result: Result) => {
        pending.isAnswered = true;
        answer(result);
      };
    const pending: PendingCommand = {
      ...asked,
      conflictKeys: [...asked.refs.map(({ id }) => `aggregate ${id}`), ...conflictKeysOf(asked.options)],
      isAnswered: false,
      resolve: answering(resolve),
      reject: answering(reject),
    };
    this.#queue.add(pending);
    this.#wake();
  }

  /** The state as of now: the cached one, and what was appended since. */
  async read(ref: Ref): Promise<CachedState> {
    return (await this.#cache.refresh([ref])).get(ref.id)!;
  }

  /** Waits for the end of this turn of the event loop: what is submitted until then belongs into the same append. */
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

  /** An error of one command or aggregate must not fail the others of its append: then each is tried alone. */
  async #commitOrFail(commands: PendingCommand[]): Promise<void> {
    try {
      await this.#commit(commands);
    } catch (error) {
      // Whether it was written is unknown: read the states again before the next decision.
      for (const { refs } of commands) for (const { id } of refs) this.#cache.delete(id);
      const open = commands.filter((pending) => !pending.isAnswered && !this.#queue.isWaiting(pending));
      if (open.length > 1 && !(error instanceof OutageError)) {
        for (const pending of open) await this.#commitOrFail([pending]);
      } else {
        for (const pending of open) pending.reject(error);
      }
    }
  }

  /** Answers every command, or puts it back in the queue. Throws what concerns all of them. */
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
        // What was read before may be wrong, what was read after may be incomplete: read all of it again.
        [fresh, invalidations] = [new Set(), this.#cache.invalidations];
        continue;
      }
      const isForgotten = ({ id }: Ref) => this.#cache.get(id) === undefined;
      if (missing.length > 0 && open.some(({ refs }) => refs.some(isForgotten))) continue; // another commit has deleted it meanwhile
      const batch = new Batch(this.#category, (id) => this.#cache.get(id)!);
      open = this.#fill(batch, open);
      const unconfirmed = batch.unconfirmed(fresh);
      if (unconfirmed.length > 0) await this.#cache.refresh(unconfirmed, fresh);
      else await this.#writer.write(batch, fresh);
      open = open.filter(({ isAnswered }) => !isAnswered);
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

  /**
   * A command for something new (expected version 0), or likely to be new, needs no read. If it is there nevertheless, the
   * append brings its events, and what the append does not bring is read.
   */
  #missing(commands: PendingCommand[], first: boolean): Ref[] {
    const unknown = (ref: Ref) => !this.#cache.has(ref);
    for (const { refs, options } of first ? commands : []) {
      const assumed = options.expectedVersion === 0 ? refs : refs.slice(0, options.isLikelyNew ? 1 : 0);
      for (const ref of assumed.filter(unknown)) this.#cache.assumeNew(ref);
    }
    return commands.flatMap(({ refs }) => refs.filter(unknown));
  }
}
