/** One command: what its caller wants, what is decided, and what it leads to. */

import { type Claim, type Done, type Fact, fact, type Timer } from '../log/append.ts';
import { PermanentError, StaleVersionError } from '../log/errors.ts';
import type { Meta, NewEvent, StoredEvent } from '../log/event.ts';
import type { DoneRecord } from '../log/log.ts';
import { type Aggregate, evolve } from './aggregate.ts';
import { timerChanges } from './timer-changes.ts';

/** What the caller wants known and kept about its command. */
export type CommandOptions = {
  meta: Meta;
  /** When the command was given, UTC ms. */
  at: number;
  /** Repeating a command with the same append id has one effect. Unique within the category. */
  appendId?: string | undefined;
  /** What the append id stands for; the same id with another fingerprint is refused. */
  fingerprint?: string | undefined;
  /** The version that the caller believes to change (If-Match); 0: it must not exist yet. */
  expectedVersion?: number | undefined;
  /** Unique values that the (first) aggregate takes or gives back. */
  claims?: Omit<Claim, 'owner'>[] | undefined;
  releases?: Omit<Claim, 'owner'>[] | undefined;
};

/** An aggregate of the category that a command needs. The state's type is known to the caller only. */
export type Ref = { aggregate: Aggregate<never, never>; id: string };
export type Known = {
  aggregate: Aggregate<never, never>;
  state: never;
  version: number;
  position: string | undefined;
};
export type Outcome = {
  states: ReadonlyMap<string, Known>;
  /** Of the first aggregate. */
  version: number;
  /** Of the first aggregate's last new event; undefined where it has none. */
  position: string | undefined;
  events: StoredEvent[];
  duplicate: boolean;
  reply: unknown;
};

/** What a decision sees and does. Synchronous; may run more than once. */
export type DraftTransaction = {
  known(id: string): Known;
  append(id: string, events: readonly NewEvent[]): void;
};

export type Work = {
  refs: readonly Ref[];
  /** See {@link marksOf}, and its aggregates. */
  marks: readonly string[];
  decision: (tx: DraftTransaction) => void;
  command: CommandOptions;
  /** What is kept with the append id and given back on a repeat. */
  reply: (states: ReadonlyMap<string, Known>) => unknown;
  settled: boolean;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
};

/** Commands that share one of these belong into two appends: the second shall see what the first did. */
export const marksOf = ({ appendId, claims = [], releases = [] }: CommandOptions): string[] => [
  ...(appendId === undefined ? [] : [`append ${appendId}`]),
  ...[...claims, ...releases].map(({ name, value }) => `claim ${name} ${value}`),
];

/** A command, decided on the states that it is given: its events, its timers, and the states after it. */
export class Draft {
  readonly work: Work;
  readonly states: Map<string, Known>;
  readonly facts: { id: string; fact: Fact }[] = [];
  /** What is to become of a timer: the last word counts; undefined = cancelled. */
  readonly timers = new Map<string, Timer | undefined>();
  /** Made once, when it is decided: a reply that cannot be made refuses this command only. */
  readonly reply: unknown;

  /** Throws what the command is refused with. */
  constructor(work: Work, states: Map<string, Known>) {
    this.work = work;
    this.states = states;
    for (const { id, aggregate } of work.refs)
      if (states.get(id)!.aggregate.reducerHash !== aggregate.reducerHash)
        throw new PermanentError(`${id} is named as two kinds of aggregate: one id, one kind in a category`);
    const { expectedVersion } = work.command;
    if (expectedVersion !== undefined && this.version !== expectedVersion)
      throw new StaleVersionError(expectedVersion, this.version);
    const timed = work.refs.filter(({ aggregate }) => aggregate.timers !== undefined);
    const before = timed.map(({ id }) => states.get(id)!.state);
    work.decision({
      known: (id) => this.#known(id),
      append: (id, events) => this.#append(id, events),
    });
    for (const [i, ref] of timed.entries()) this.#setTimers(ref, before[i]!);
    this.reply = work.reply(states);
  }

  get version(): number {
    const first = this.work.refs[0];
    return first ? this.states.get(first.id)!.version : 0;
  }

  /** Of its events in an append. */
  get eventBytes(): number {
    const bytes = ({ dataText, metaText }: Fact) => Buffer.byteLength(dataText) + Buffer.byteLength(metaText);
    return this.facts.reduce((sum, { fact }) => sum + bytes(fact) + 256, 0);
  }

  get replyBytes(): number {
    return this.reply === undefined ? 0 : Buffer.byteLength(JSON.stringify(this.reply));
  }

  #setTimers({ aggregate, id }: Ref, before: never): void {
    const { state: after } = this.#known(id);
    const changes = timerChanges(aggregate.timers!, { id, before, after, meta: this.work.command.meta });
    for (const [timerId, timer] of changes) this.timers.set(timerId, timer);
  }

  #known(id: string): Known {
    const known = this.states.get(id);
    if (known === undefined) throw new Error(`${id} was not named when the command was given`);
    return known;
  }

  #append(id: string, events: readonly NewEvent[]): void {
    const { at, meta } = this.work.command;
    for (const event of events) {
      const made = fact(event, at, meta);
      const { aggregate, state, version, position } = this.#known(id);
      const stored = { ...made, aggregateId: id, version: version + 1 } as unknown as StoredEvent;
      this.states.set(id, {
        aggregate,
        state: evolve(aggregate, state, stored),
        version: version + 1,
        position,
      });
      this.facts.push({ id, fact: made });
    }
  }

  outcome(position: string | undefined, events: StoredEvent[]): Outcome {
    const { work, states, version, reply } = this;
    const unchanged = work.refs[0] && states.get(work.refs[0].id)?.position;
    return {
      states,
      version,
      position: position ?? unchanged,
      events,
      duplicate: false,
      reply,
    };
  }

  /** What is kept with its append id, if it has one. `order`: event id → index in the append. */
  done(order: ReadonlyMap<string, number>): (Done & { work: Work })[] {
    const { work, facts, version, reply } = this;
    const { appendId, fingerprint } = work.command;
    if (appendId === undefined) return [];
    const primary = work.refs[0]?.id;
    const last = facts.findLast(({ id }) => id === primary);
    const record: DoneRecord = { version };
    if (fingerprint !== undefined) record.fingerprint = fingerprint;
    if (last !== undefined) record.id = last.id;
    if (reply !== undefined) record.reply = reply;
    return [{ work, appendId, eventIndex: last ? order.get(last.fact.eventId)! : 0, record }];
  }
}
