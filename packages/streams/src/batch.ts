/** Decides a run of commands on top of each other and lays the outcome out as one append. */
import { type Aggregate, evolve } from './aggregate.ts';
import {
  type AggregateAppend,
  type Append,
  type Claim,
  type Done,
  type Fact,
  fact,
  type Timer,
} from './append.ts';
import { AppendTooLargeError, StaleVersionError } from './errors.ts';
import type { Meta, NewEvent, StoredEvent } from './event.ts';
import { limits } from './limits.ts';
import type { DoneRecord } from './log.ts';

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
  /** Written with the events, or not at all. `meta` is that of the command. */
  setTimer(timer: Omit<Timer, 'meta'>): void;
  cancelTimer(id: string): void;
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

type DraftFact = { id: string; fact: Fact };

/** One command, decided: its events, and the states after it. */
class Draft {
  readonly work: Work;
  readonly states: Map<string, Known>;
  readonly facts: DraftFact[] = [];
  /** What is to become of a timer: the last word counts; undefined = cancelled. */
  readonly timers = new Map<string, Timer | undefined>();
  /** Made once, when it is decided: a reply that cannot be made refuses this command only. */
  reply: unknown;

  constructor(work: Work, states: Map<string, Known>) {
    this.work = work;
    this.states = states;
  }

  get version(): number {
    const first = this.work.refs[0];
    return first ? this.states.get(first.id)!.version : 0;
  }

  append(id: string, events: readonly NewEvent[]): void {
    const { at, meta } = this.work.command;
    for (const event of events) {
      const made = fact(event, at, meta);
      const { aggregate, state, version, position } = this.states.get(id)!;
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
}

export class Batch {
  readonly decided: Draft[] = [];
  readonly refused: { work: Work; error: unknown }[] = [];
  /** The states of all aggregates after everything decided so far. */
  readonly states = new Map<string, Known>();
  readonly #category: string;
  readonly #base: (id: string) => Known;
  readonly #marks = new Set<string>();
  #events = 0;
  #bytes = 0;

  constructor(category: string, base: (id: string) => Known) {
    this.#category = category;
    this.#base = base;
  }

  /** Decides one more command. False, and nothing done, where it does not fit any more. */
  add(work: Work): boolean {
    const draft = new Draft(work, new Map(work.refs.map(({ id }) => [id, this.#current(id)])));
    try {
      this.#decide(draft);
    } catch (error) {
      this.refused.push({ work, error });
      return true;
    }
    const bytes = draft.facts.reduce((sum, { fact }) => sum + factBytes(fact), 0);
    const events = draft.facts.length;
    if (events > limits.appendEvents || bytes > limits.appendBytes) {
      const error = new AppendTooLargeError(`${events} events of ${bytes} bytes are too much for one append`);
      this.refused.push({ work, error });
      return true;
    }
    const allBytes = this.#bytes + bytes + replyBytes(draft);
    const fits = this.#events + events <= limits.appendEvents && allBytes <= limits.appendBytes;
    const marks = marksOf(work.command);
    if (this.decided.length > 0 && (!fits || marks.some((mark) => this.#marks.has(mark)))) return false;
    for (const mark of marks) this.#marks.add(mark);
    this.#events += events;
    this.#bytes = allBytes;
    this.decided.push(draft);
    for (const [id, known] of draft.states) this.states.set(id, known);
    return true;
  }

  #current(id: string): Known {
    return this.states.get(id) ?? this.#base(id);
  }

  #decide(draft: Draft): void {
    const { work } = draft;
    const { expectedVersion } = work.command;
    if (expectedVersion !== undefined && draft.version !== expectedVersion) {
      throw new StaleVersionError(expectedVersion, draft.version);
    }
    const known = (id: string) => {
      const state = draft.states.get(id);
      if (state === undefined) throw new Error(`${id} was not named when the command was given`);
      return state;
    };
    work.decision({
      known,
      setTimer: (timer) => draft.timers.set(timer.id, { ...timer, meta: work.command.meta }),
      cancelTimer: (id) => draft.timers.set(id, undefined),
      append: (id, events) => {
        known(id);
        draft.append(id, events);
      },
    });
    draft.reply = work.reply(draft.states);
  }

  /** The aggregates behind refusals and empty decisions that were not read in this commit. */
  inDoubt(fresh: ReadonlySet<string>): Ref[] {
    const empty = this.decided.filter(({ facts }) => facts.length === 0).map(({ work }) => work);
    const works = [...this.refused.map(({ work }) => work), ...empty];
    return works.flatMap(({ refs }) => refs).filter(({ id }) => !fresh.has(id));
  }

  build(): { append: Required<Append>; dones: (Done & { work: Work })[] } {
    const byAggregate = Map.groupBy(
      this.decided.flatMap(({ facts }) => facts),
      ({ id }) => id,
    );
    const aggregates = [...byAggregate].map(([id, facts]) =>
      this.#aggregate(
        id,
        facts.map(({ fact }) => fact),
      ),
    );
    const order = new Map(aggregates.flatMap(({ events }) => events).map(({ eventId }, i) => [eventId, i]));
    const dones = this.decided.flatMap((draft) => doneOf(draft, order));
    const owned = (pick: 'claims' | 'releases') =>
      this.decided.flatMap(({ work }) =>
        (work.command[pick] ?? []).map((claim) => ({ ...claim, owner: work.refs[0]!.id })),
      );
    const timers = new Map(this.decided.flatMap((draft) => [...draft.timers]));
    const done = dones.map(({ appendId, eventIndex, record }) => ({ appendId, eventIndex, record }));
    const append = {
      category: this.#category,
      aggregates,
      done,
      claims: owned('claims'),
      releases: owned('releases'),
      timers: [...timers.values()].filter((timer) => timer !== undefined),
      cancelTimers: [...timers].flatMap(([id, timer]) => (timer === undefined ? [id] : [])),
    };
    return { append, dones };
  }

  #aggregate(id: string, events: Fact[]): AggregateAppend {
    const { version: expectedVersion } = this.#base(id);
    const { aggregate, state, version } = this.states.get(id)!;
    const passed = (v: number) => Math.floor(v / limits.snapshotEveryEvents);
    if (passed(version) === passed(expectedVersion)) return { id, expectedVersion, events };
    return { id, expectedVersion, events, snapshot: { version, reducerHash: aggregate.reducerHash, state } };
  }
}

/** Commands that share one of these belong into two appends: the second shall see what the first did. */
export const marksOf = ({ appendId, claims = [], releases = [] }: CommandOptions): string[] => [
  ...(appendId === undefined ? [] : [`append ${appendId}`]),
  ...[...claims, ...releases].map(({ name, value }) => `claim ${name} ${value}`),
];

const replyBytes = ({ reply }: Draft) => (reply === undefined ? 0 : Buffer.byteLength(JSON.stringify(reply)));
const factBytes = (fact: Fact) => Buffer.byteLength(fact.dataText) + Buffer.byteLength(fact.metaText) + 256;

function doneOf(
  { work, facts, version, reply }: Draft,
  order: Map<string, number>,
): (Done & { work: Work })[] {
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
