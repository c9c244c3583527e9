/**
 * A log in memory, as the reactions of the services use it. It forgets every idempotency key at once: what is handled again is
 * decided again.
 */
import { randomUUIDv7 } from 'node:crypto';
import { registry } from '@quickmart/contracts/registry';
import {
  type Aggregate,
  type Command,
  type EventMap,
  type EventStore,
  evolve,
  type NewEvent,
  type StoredEvent,
  type Timer,
} from '@quickmart/streams';

type AnyAggregate = Aggregate<unknown, EventMap>;
type Known = { aggregate: AnyAggregate; state: unknown; version: number };
type Append = { aggregate: AnyAggregate; id: string; events: readonly NewEvent[] };
type Ref = { aggregate: AnyAggregate; id: string };

export class MemoryLog {
  readonly events: StoredEvent[] = [];
  readonly #known = new Map<string, Known>();
  readonly #owners = new Map<string, string>();
  readonly #heard: (event: StoredEvent) => void;

  constructor(heard: (event: StoredEvent) => void) {
    this.#heard = heard;
  }

  /** What handlers know of it. */
  get store(): EventStore {
    return {
      decide: this.#decide,
      decideAll: this.#decideAll,
      read: async (aggregate: AnyAggregate, id: string) => this.#of(aggregate, id),
      owner: async (_: string, name: string, value: string) => this.#owners.get(`${name}:${value}`),
    } as unknown as EventStore;
  }

  state<State, Events extends EventMap>({ category }: Aggregate<State, Events>, id: string): State {
    return this.#known.get(`${category}/${id}`)?.state as State;
  }

  /** Every timer that is set, by what the states say. */
  timers(): (Timer & { category: string })[] {
    return [...this.#known].flatMap(([name, { aggregate, state, version }]) => {
      const aggregateId = name.slice(name.indexOf('/') + 1);
      return Object.entries(aggregate.timers?.(state as never) ?? {}).flatMap(([key, due]) => {
        if (due === null) return [];
        const timer = typeof due === 'number' ? { dueAt: due, type: key } : due;
        const { category } = aggregate;
        return [{ ...timer, category, id: `${name}:${key}:${version}`, aggregateId } as never];
      });
    });
  }

  #of(aggregate: AnyAggregate, id: string): Known {
    const known = this.#known.get(`${aggregate.category}/${id}`);
    return known ?? { aggregate, state: aggregate.initial, version: 0 };
  }

  #decide = async (
    aggregate: AnyAggregate,
    id: string,
    decision: (state: never, version: number) => readonly NewEvent[],
    { meta, at, claims = [] }: Command,
  ) => {
    const { state, version } = this.#of(aggregate, id);
    const events = decision(state as never, version);
    for (const { name, value } of claims) this.#owners.set(`${name}:${value}`, id);
    this.#append([{ aggregate, id, events }], { meta, at });
    return { ...this.#of(aggregate, id), events };
  };

  #decideAll = async (
    _: string,
    refs: readonly Ref[],
    decision: (tx: never) => void,
    { meta, at }: Command,
  ) => {
    const appends: Append[] = [];
    const own = this;
    decision({
      of: (aggregate: AnyAggregate, id: string) => ({
        get state() {
          const { state } = own.#of(aggregate, id);
          const mine = appends.filter((one) => one.id === id).flatMap((one) => one.events);
          return mine.reduce((now, event) => own.#next(aggregate, now, id, event, at), state);
        },
        get version() {
          return own.#of(aggregate, id).version;
        },
        append: (events: readonly NewEvent[]) => void appends.push({ aggregate, id, events }),
      }),
    } as never);
    this.#append(appends, { meta, at });
    const [first] = refs;
    return { ...this.#of(first!.aggregate, first!.id), events: appends.flatMap(({ events }) => events) };
  };

  #append(appends: readonly Append[], { meta, at }: Pick<Command, 'meta' | 'at'>): void {
    for (const { aggregate, id, events } of appends)
      for (const event of events) {
        const { state, version } = this.#of(aggregate, id);
        const stored = this.#stored(aggregate.category, id, version + 1, event, at, meta);
        const next = evolve(aggregate, state as never, stored);
        const timed = aggregate.timers
          ? aggregate
          : (this.#known.get(`${aggregate.category}/${id}`) ?? { aggregate }).aggregate;
        this.#known.set(`${aggregate.category}/${id}`, {
          aggregate: timed,
          state: next,
          version: version + 1,
        });
        this.events.push(stored);
        this.#heard(stored);
      }
  }

  #next(aggregate: AnyAggregate, state: unknown, id: string, event: NewEvent, at: number): unknown {
    return evolve(
      aggregate,
      state as never,
      this.#stored(aggregate.category, id, 0, event, at, { correlationId: 'x' }),
    );
  }

  /** As it comes out of a log. */
  #stored(
    category: string,
    aggregateId: string,
    version: number,
    { eventType, schema, data }: NewEvent,
    at: number,
    meta: StoredEvent['meta'],
  ): StoredEvent {
    const read = registry.decode(eventType, schema, data);
    const place = { category, partition: 0, epoch: 1, pos: this.events.length + 1 };
    return {
      ...place,
      aggregateId,
      version,
      eventId: randomUUIDv7(),
      eventType,
      schema,
      at,
      data: read,
      meta,
    };
  }
}
