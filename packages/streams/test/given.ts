/**
 * Given / when / then for decisions, without a store: the given events are folded, the decision runs, and what it
 * decides is compared. Every event passes the codec as it would on its way through the log, so a decision for an
 * event that could not be read again fails here.
 *
 * @example
 * const { given, givenAll } = givenWith(registry);
 * given(counter, [added(1)]).when((state) => add(state, 2)).then([added(2)]);
 * given(counter, []).when((state) => take(state, 1)).refuses('empty');
 * givenAll([past(counter, 'a', [added(1)]), past(counter, 'b', [])])
 *   .when((tx) => move(tx, 'a', 'b', 1))
 *   .then({ a: [taken(1)], b: [added(1)] });
 */
import assert from 'node:assert/strict';
import type { EventCodec, EventMap, NewEvent, NewEventOf, StoredEvent } from '../src/log/event.ts';
import { type Aggregate, type Decision, evolve } from '../src/write/aggregate.ts';
import type { Transaction } from '../src/write/store.ts';

/** What one aggregate has been through. */
export type Past = { aggregate: Aggregate<never, never>; id: string; events: readonly NewEvent[] };
export const past = <State, Events extends EventMap>(
  aggregate: Aggregate<State, Events>,
  id: string,
  events: readonly NewEventOf<Events>[],
): Past => ({ aggregate: aggregate as unknown as Aggregate<never, never>, id, events });

type Folded = { aggregate: Aggregate<never, never>; state: unknown; version: number };
type Eventful = Record<string, readonly NewEvent[]>;

export const givenWith = (codec: EventCodec) => ({
  given: <State, Events extends EventMap>(
    aggregate: Aggregate<State, Events>,
    events: readonly NewEventOf<Events>[],
  ): Given<State, Events> => new Given(aggregate, World.after(codec, [past(aggregate, subject, events)])),
  givenAll: (pasts: readonly Past[]): World => World.after(codec, pasts),
});

const subject = '00000000-0000-7000-8000-000000000000';
const began = Date.UTC(2026, 0, 1);

/** One aggregate; its id is all zeros but for the version of the UUID. */
class Given<State, Events extends EventMap> {
  readonly state: State;
  readonly version: number;
  readonly #world: World;

  constructor(aggregate: Aggregate<State, Events>, world: World) {
    this.#world = world;
    this.state = world.state(aggregate, subject);
    this.version = world.version(subject);
  }

  when(decision: Decision<State, Events>): When<readonly NewEventOf<Events>[]> {
    const { state, version } = this;
    return new When(() => {
      const events = decision(state, version);
      this.#world.with(subject, events);
      return events;
    });
  }
}

/** Several aggregates of one category. Every `when` starts from the same states; `after` gives the next ones. */
export class World {
  readonly #codec: EventCodec;
  readonly #folded: ReadonlyMap<string, Folded>;

  private constructor(codec: EventCodec, folded: ReadonlyMap<string, Folded>) {
    this.#codec = codec;
    this.#folded = folded;
  }

  static after(codec: EventCodec, pasts: readonly Past[]): World {
    const fresh = pasts.map(
      ({ aggregate, id }) => [id, { aggregate, state: aggregate.initial, version: 0 }] as const,
    );
    const start = new World(codec, new Map(fresh));
    return pasts.reduce((world, { id, events }) => world.with(id, events), start);
  }

  state<State, Events extends EventMap>(_: Aggregate<State, Events>, id: string): State {
    return this.#named(id).state as State;
  }

  version(id: string): number {
    return this.#named(id).version;
  }

  when(decision: (tx: Transaction) => void): When<Eventful> {
    return new When(() => this.#decided(decision).events);
  }

  /** The states after a decision that is not refused. */
  after(decision: (tx: Transaction) => void): World {
    return this.#decided(decision).world;
  }

  with(id: string, events: readonly NewEvent[]): World {
    const { aggregate, ...folded } = this.#named(id);
    let { state, version } = folded;
    for (const event of events) {
      const stored = storedEvent(this.#codec, id, ++version, event);
      state = evolve(aggregate, state as never, stored);
    }
    return new World(this.#codec, new Map(this.#folded).set(id, { aggregate, state, version }));
  }

  #decided(decision: (tx: Transaction) => void): { world: World; events: Eventful } {
    let world: World = this;
    const events: Record<string, NewEvent[]> = {};
    decision({
      of: (aggregate, id) => ({
        get state() {
          return world.state(aggregate, id);
        },
        get version() {
          return world.version(id);
        },
        append: (more) => {
          world = world.with(id, more);
          if (more.length > 0) events[id] = [...(events[id] ?? []), ...more];
        },
      }),
    });
    return { world, events };
  }

  #named(id: string): Folded {
    return this.#folded.get(id) ?? assert.fail(`${id} was not named: give its past, be it empty`);
  }
}

/** A decision that waits for what is expected of it. */
class When<Decided> {
  readonly #decide: () => Decided;

  constructor(decide: () => Decided) {
    this.#decide = decide;
  }

  /** Exactly these events, in this order; none: the decision changes nothing. */
  // biome-ignore lint/suspicious/noThenProperty: it reads as it should, and awaiting it by mistake fails below.
  then(expected: Decided): void {
    if (typeof expected === 'function') assert.fail('nothing was expected: say then([…]) or refuses(…)');
    assert.deepEqual(this.#decide(), expected);
  }

  /** Throws an error with this `code`; `properties` are further ones of it, e.g. `{ members: { shortages } }`. */
  refuses(code: string, properties: object = {}): void {
    assert.throws(this.#decide, { code, ...properties });
  }
}

/** The envelope is made up, a second per version. */
function storedEvent(
  codec: EventCodec,
  id: string,
  version: number,
  { eventType, schema, data }: NewEvent,
): StoredEvent {
  const written: unknown = JSON.parse(JSON.stringify(data));
  const read = codec.decode(eventType, schema, written);
  assert.deepEqual(read, written, `${eventType} comes out of the log as something else`);
  return {
    category: 'given',
    partition: 0,
    epoch: 1,
    pos: version,
    aggregateId: id,
    version,
    eventId: subject,
    eventType,
    schema,
    at: began + version * 1000,
    data: read,
    meta: { correlationId: 'given' },
  };
}
