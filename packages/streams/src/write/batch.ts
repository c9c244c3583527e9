/** Decides commands one after the other, each on the states after the one before, and puts the outcome into one append. */

import { limits } from '../limits.ts';
import type { AggregateAppend, Append, EncodedEvent, KeyedRecord } from '../log/append.ts';
import { AppendTooLargeError } from '../log/errors.ts';
import { DecidedCommand } from './decided-command.ts';
import { type CachedState, conflictKeysOf, type PendingCommand, type Ref } from './pending-command.ts';

export class Batch {
  readonly decided: DecidedCommand[] = [];
  readonly refused: { pending: PendingCommand; error: unknown }[] = [];
  /** The states of all aggregates after everything decided so far. */
  readonly states = new Map<string, CachedState>();
  readonly #category: string;
  readonly #base: (id: string) => CachedState;
  readonly #conflictKeys = new Set<string>();
  #events = 0;
  #bytes = 0;

  constructor(category: string, base: (id: string) => CachedState) {
    this.#category = category;
    this.#base = base;
  }

  /** Decides one more command. False where it does not fit any more: then nothing is done. */
  add(pending: PendingCommand): boolean {
    try {
      return this.#take(
        new DecidedCommand(pending, new Map(pending.refs.map(({ id }) => [id, this.#current(id)]))),
      );
    } catch (error) {
      this.refused.push({ pending, error });
      return true;
    }
  }

  #take(command: DecidedCommand): boolean {
    const { pending, eventBytes } = command;
    const events = command.newEvents.length;
    if (events > limits.appendEvents || eventBytes > limits.appendBytes)
      throw new AppendTooLargeError(`${events} events of ${eventBytes} bytes are too much for one append`);
    const bytes = this.#bytes + eventBytes + command.replyBytes;
    const fits = this.#events + events <= limits.appendEvents && bytes <= limits.appendBytes;
    const conflictKeys = conflictKeysOf(pending.options);
    if (this.decided.length > 0 && (!fits || conflictKeys.some((key) => this.#conflictKeys.has(key))))
      return false;
    for (const key of conflictKeys) this.#conflictKeys.add(key);
    this.#events += events;
    this.#bytes = bytes;
    this.decided.push(command);
    for (const [id, known] of command.states) this.states.set(id, known);
    return true;
  }

  #current(id: string): CachedState {
    return this.states.get(id) ?? this.#base(id);
  }

  /** The aggregates behind refusals and empty decisions that were not read in this commit. */
  unconfirmed(fresh: ReadonlySet<string>): Ref[] {
    const empty = this.decided
      .filter(({ newEvents, isUnproven }) => newEvents.length === 0 || isUnproven)
      .map(({ pending }) => pending);
    const commands = [...this.refused.map(({ pending }) => pending), ...empty];
    return commands.flatMap(({ refs }) => refs).filter(({ id }) => !fresh.has(id));
  }

  build(): { append: Required<Append>; records: (KeyedRecord & { pending: PendingCommand })[] } {
    const byAggregate = Map.groupBy(
      this.decided.flatMap(({ newEvents }) => newEvents),
      ({ id }) => id,
    );
    const aggregates = [...byAggregate].map(([id, newEvents]) =>
      this.#aggregate(
        id,
        newEvents.map(({ event }) => event),
      ),
    );
    const order = new Map(aggregates.flatMap(({ events }) => events).map(({ eventId }, i) => [eventId, i]));
    const records = this.decided.flatMap((command) => command.records(order));
    const owned = (pick: 'claims' | 'releases') =>
      this.decided.flatMap(({ pending }) =>
        (pending.options[pick] ?? []).map((claim) => ({ ...claim, owner: pending.refs[0]!.id })),
      );
    const timers = new Map(this.decided.flatMap((command) => [...command.timers]));
    const keyed = records.map(({ idempotencyKey, eventIndex, record }) => ({
      idempotencyKey,
      eventIndex,
      record,
    }));
    const append = {
      category: this.#category,
      aggregates,
      records: keyed,
      claims: owned('claims'),
      releases: owned('releases'),
      timers: [...timers.values()].filter((timer) => timer !== undefined),
      cancelTimers: [...timers].flatMap(([id, timer]) => (timer === undefined ? [id] : [])),
    };
    return { append, records };
  }

  #aggregate(id: string, events: EncodedEvent[]): AggregateAppend {
    const { version: expectedVersion } = this.#base(id);
    const { aggregate, state, version } = this.states.get(id)!;
    const passed = (v: number) => Math.floor(v / limits.snapshotEveryEvents);
    if (passed(version) === passed(expectedVersion)) return { id, expectedVersion, events };
    return { id, expectedVersion, events, snapshot: { version, reducerHash: aggregate.reducerHash, state } };
  }
}
