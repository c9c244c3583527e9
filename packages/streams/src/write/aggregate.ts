/**
 * An aggregate: where its events live, and how they fold into its state. Decisions are plain functions beside it.
 *
 * @example
 * export const counter = aggregate<{ total: number }, { AddedEvent: { by: number } }>({
 *   category: 'counter',
 *   initial: { total: 0 },
 *   evolve: { AddedEvent: (state, { by }) => ({ total: state.total + by }) },
 * });
 */
import { createHash } from 'node:crypto';
import type { EventMap, NewEventOf, StoredEvent } from '../log/event.ts';

/** One pure function per event type. A forgotten one does not compile. */
export type Evolve<State, Events extends EventMap> = {
  [Type in keyof Events & string]: (
    state: State,
    data: Events[Type],
    event: StoredEvent<Type, Events[Type]>,
  ) => State;
};

export type Aggregate<State, Events extends EventMap> = {
  readonly category: string;
  readonly initial: State;
  readonly evolve: Evolve<State, Events>;
  /** Changes when the way events fold changes; a snapshot of another reducer is ignored. */
  readonly reducerHash: string;
  /** See {@link TimersOf}. */
  readonly timers?: TimersOf<State> | undefined;
};

/**
 * A timer of an aggregate: its time (UTC ms), or null where there is none. `type` names its handler. The default is the name
 * that the timer has in {@link TimersOf}. The handler gets `data` (any JSON).
 */
export type Due = number | { dueAt: number; type?: string; data?: unknown } | null;

/**
 * The timers that follow from a state, by name. An append that changes the state sets, moves and cancels them with its
 * events, or not at all. Pure. A name belongs to one kind of aggregate of the category.
 *
 * @example
 * timers: (state) => ({ hold: state?.status === 'reserved' ? state.expiresAt : null })
 */
export type TimersOf<State> = (state: State) => Readonly<Record<string, Due>>;

/** `revision`: raise it when a helper that `evolve` calls changes its meaning (its own text is hashed already). */
export function aggregate<State, Events extends EventMap>(definition: {
  category: string;
  initial: State;
  evolve: Evolve<State, Events>;
  timers?: TimersOf<State> | undefined;
  revision?: number;
}): Aggregate<State, Events> {
  const { category, initial, evolve, timers, revision = 1 } = definition;
  const source = Object.entries(evolve).map(([type, fold]) => `${type}:${fold}`);
  const reducerHash = createHash('sha256')
    .update(JSON.stringify([revision, initial, source]))
    .digest('base64url')
    .slice(0, 12);
  return { category, initial, evolve, reducerHash, timers };
}

/** The state after one more event. An event type that the aggregate does not know leaves the state as it is. */
export function evolve<State, Events extends EventMap>(
  definition: Aggregate<State, Events>,
  state: State,
  event: StoredEvent,
): State {
  const fold = definition.evolve[event.eventType as keyof Events & string] as
    | ((state: State, data: never, event: never) => State)
    | undefined;
  return fold === undefined ? state : fold(state, event.data as never, event as never);
}

/** A decision: the events that follow from a state, or none. Throws to refuse. Pure, may run more than once. */
export type Decision<State, Events extends EventMap> = (
  state: State,
  version: number,
) => readonly NewEventOf<Events>[];
