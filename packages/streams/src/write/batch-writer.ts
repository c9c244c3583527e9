/**
 * Writes a batch of decided commands, and tells each command what came of it.
 *
 * - A command is refused after the append: what the other commands of the batch have done to its state is written by then.
 *   Where its idempotency key is known, it gets the first result instead.
 * - Where the answer to an append was lost, its events are looked for in the log. Where they are not there, the callers
 *   learn that the outcome is unknown, and may repeat the command under the same idempotency key. The append is not sent
 *   again: the events that it was decided on may be lost, too.
 */
import { type AggregateAppend, type Append, blockedText, storedEvents } from '../log/append.ts';
import {
  ClaimTakenError,
  IdempotencyKeyReusedError,
  LogBlockedError,
  NotReplicatedError,
  OutageError,
} from '../log/errors.ts';
import { formatPosition, type StoredEvent } from '../log/event.ts';
import { partitionOf } from '../log/keys.ts';
import type { EventLog, FoundRecord } from '../log/log.ts';
import type { AppendSeen, Observer } from '../observer.ts';
import type { Batch } from './batch.ts';
import type { PendingCommand } from './pending-command.ts';
import type { StateCache } from './state-cache.ts';

export class BatchWriter {
  readonly #log: EventLog;
  readonly #category: string;
  readonly #cache: StateCache;
  readonly #observer: Observer;

  constructor(log: EventLog, category: string, cache: StateCache, observer: Observer) {
    this.#log = log;
    this.#category = category;
    this.#cache = cache;
    this.#observer = observer;
  }

  /** Commands that are not answered then have to be decided again. `fresh`: what was read in this commit. */
  async write(batch: Batch, fresh: Set<string>): Promise<void> {
    if (!(await this.#append(batch, fresh))) return;
    await Promise.all(batch.refused.map(({ pending, error }) => this.#refuse(pending, error)));
  }

  /** False where nothing is written. */
  async #append(batch: Batch, fresh: Set<string>): Promise<boolean> {
    const { append, records } = batch.build();
    if (append.aggregates.length + records.length === 0) {
      for (const command of batch.decided) command.pending.resolve(command.outcome(undefined, []));
      return true;
    }
    const answer = await this.#observed(batch, append);
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

  async #observed({ decided }: Batch, append: Append): ReturnType<EventLog['append']> {
    const began = performance.now();
    let outcome: AppendSeen['outcome'] = 'failed';
    try {
      const answer = await this.#appendSurely(append);
      outcome = answer.kind;
      return answer;
    } finally {
      const events = append.aggregates.reduce((sum, { events }) => sum + events.length, 0);
      const seconds = (performance.now() - began) / 1000;
      const commands = decided.length;
      this.#observer.appended({ category: this.#category, outcome, commands, events, seconds });
    }
  }

  /** A repeated command may be refused because of its own effect: it gets its first result. */
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
   * After an outage it is open whether the append was written. An append is all or nothing, and its events carry our ids. So
   * where its first event is in the log, all of it is.
   */
  async #appendSurely(append: Append): ReturnType<EventLog['append']> {
    try {
      return await this.#log.append(append);
    } catch (error) {
      const [first] = append.aggregates;
      if (!(error instanceof OutageError) || error instanceof NotReplicatedError || first === undefined)
        throw error;
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
    await this.#log.confirm(own);
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
}
