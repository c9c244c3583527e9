/** A command that is decided: its events, its timers, and its idempotency record. */

import { type EncodedEvent, encodeEvent, type KeyedRecord, type Timer } from '../log/append.ts';
import { StaleVersionError } from '../log/errors.ts';
import type { NewEvent, StoredEvent } from '../log/event.ts';
import type { IdempotencyRecord } from '../log/log.ts';
import { evolve } from './aggregate.ts';
import {
  assertKind,
  type CachedState,
  type Outcome,
  type PendingCommand,
  type Ref,
} from './pending-command.ts';
import { timerChanges } from './timer-changes.ts';

/** A command, decided on the states that it is given: its events, its timers, and the states after it. */
export class DecidedCommand {
  readonly pending: PendingCommand;
  readonly states: Map<string, CachedState>;
  readonly newEvents: { id: string; event: EncodedEvent }[] = [];
  /** By id: the timer that is set, or undefined where it is cancelled. */
  readonly timers = new Map<string, Timer | undefined>();
  /** Made with the decision: a reply that cannot be made refuses this command only. */
  readonly reply: unknown;

  /** Throws what the command is refused with. */
  constructor(pending: PendingCommand, states: Map<string, CachedState>) {
    this.pending = pending;
    this.states = states;
    for (const ref of pending.refs) assertKind(ref, states.get(ref.id)!);
    const { expectedVersion } = pending.options;
    if (expectedVersion !== undefined && this.version !== expectedVersion)
      throw new StaleVersionError(expectedVersion, this.version);
    const timed = pending.refs.filter(({ aggregate }) => aggregate.timers !== undefined);
    const before = timed.map(({ id }) => states.get(id)!.state);
    pending.decision({
      current: (id) => this.#current(id),
      append: (id, events) => this.#append(id, events),
    });
    for (const [i, ref] of timed.entries()) this.#setTimers(ref, before[i]!);
    this.reply = pending.reply(states);
  }

  get version(): number {
    const first = this.pending.refs[0];
    return first ? this.states.get(first.id)!.version : 0;
  }

  /** Its aggregate was taken to be new, and no event of it is appended: so the append would not say that it is there. */
  get isUnproven(): boolean {
    const { refs, options } = this.pending;
    return options.isLikelyNew === true && !this.newEvents.some(({ id }) => id === refs[0]?.id);
  }

  /** Of its events in an append. */
  get eventBytes(): number {
    const bytes = ({ dataText, metaText }: EncodedEvent) =>
      Buffer.byteLength(dataText) + Buffer.byteLength(metaText);
    return this.newEvents.reduce((sum, { event }) => sum + bytes(event) + 256, 0);
  }

  get replyBytes(): number {
    return this.reply === undefined ? 0 : Buffer.byteLength(JSON.stringify(this.reply));
  }

  #setTimers({ aggregate, id }: Ref, before: never): void {
    const { state: after } = this.#current(id);
    const changes = timerChanges(aggregate.timers!, { id, before, after, meta: this.pending.options.meta });
    for (const [timerId, timer] of changes) this.timers.set(timerId, timer);
  }

  #current(id: string): CachedState {
    const known = this.states.get(id);
    if (known === undefined) throw new Error(`${id} was not named when the command was given`);
    return known;
  }

  #append(id: string, events: readonly NewEvent[]): void {
    const { at, meta } = this.pending.options;
    for (const event of events) {
      const made = encodeEvent(event, at, meta);
      const { aggregate, state, version, position } = this.#current(id);
      const stored = { ...made, aggregateId: id, version: version + 1 } as unknown as StoredEvent;
      this.states.set(id, {
        aggregate,
        state: evolve(aggregate, state, stored),
        version: version + 1,
        position,
      });
      this.newEvents.push({ id, event: made });
    }
  }

  outcome(position: string | undefined, events: StoredEvent[]): Outcome {
    const { pending, states, version, reply } = this;
    const unchanged = pending.refs[0] && states.get(pending.refs[0].id)?.position;
    return {
      states,
      version,
      position: position ?? unchanged,
      events,
      duplicate: false,
      reply,
    };
  }

  /** Its idempotency record, if it has a key. `order`: event id → index in the append. */
  records(order: ReadonlyMap<string, number>): (KeyedRecord & { pending: PendingCommand })[] {
    const { pending, newEvents, version, reply } = this;
    const { idempotencyKey, fingerprint } = pending.options;
    if (idempotencyKey === undefined) return [];
    const primary = pending.refs[0]?.id;
    const last = newEvents.findLast(({ id }) => id === primary);
    const record: IdempotencyRecord = { version };
    if (fingerprint !== undefined) record.fingerprint = fingerprint;
    if (last !== undefined) record.id = last.id;
    if (reply !== undefined) record.reply = reply;
    return [{ pending, idempotencyKey, eventIndex: last ? order.get(last.event.eventId)! : 0, record }];
  }
}
