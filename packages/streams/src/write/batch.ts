/** Decides a run of commands on top of each other and lays the outcome out as one append. */

import { limits } from '../limits.ts';
import type { AggregateAppend, Append, Done, Fact } from '../log/append.ts';
import { AppendTooLargeError } from '../log/errors.ts';
import { Draft, type Known, marksOf, type Ref, type Work } from './draft.ts';

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
    try {
      return this.#take(new Draft(work, new Map(work.refs.map(({ id }) => [id, this.#current(id)]))));
    } catch (error) {
      this.refused.push({ work, error });
      return true;
    }
  }

  #take(draft: Draft): boolean {
    const { work, eventBytes } = draft;
    const events = draft.facts.length;
    if (events > limits.appendEvents || eventBytes > limits.appendBytes)
      throw new AppendTooLargeError(`${events} events of ${eventBytes} bytes are too much for one append`);
    const bytes = this.#bytes + eventBytes + draft.replyBytes;
    const fits = this.#events + events <= limits.appendEvents && bytes <= limits.appendBytes;
    const marks = marksOf(work.command);
    if (this.decided.length > 0 && (!fits || marks.some((mark) => this.#marks.has(mark)))) return false;
    for (const mark of marks) this.#marks.add(mark);
    this.#events += events;
    this.#bytes = bytes;
    this.decided.push(draft);
    for (const [id, known] of draft.states) this.states.set(id, known);
    return true;
  }

  #current(id: string): Known {
    return this.states.get(id) ?? this.#base(id);
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
    const dones = this.decided.flatMap((draft) => draft.done(order));
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
