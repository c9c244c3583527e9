/**
 * The way of an event to its handler, in pieces of one concern each, like the middleware of Watermill. A piece is given what
 * comes next, and says what happens before it, after it, or instead of it (handling.ts):
 *
 *   behindParked   an event of a parked aggregate queues up behind its dead letters
 *   decode         the entry becomes an event
 *   acknowledge    the handler has ended well: the entry is done
 *   survive        after a crash, notes what is begun: see quarantine.ts
 *   span           within the trace of its event
 *   observe, call  the handler, and how long it takes
 *
 * An error passes these, one after the other, until one of them knows what becomes of it (failures.ts):
 *
 *   giveUp         it was cut short: it is for the next owner
 *   retry          counts a failed attempt, and says when the next one is
 *   deadLetter     an event that will never work goes to the dead letters
 *   blocked        a partition that it writes to waits for a person
 *   outage         something is down: the aggregate waits, and nothing is counted
 *
 * Read models (project.ts) and timers (timers.ts) have other handlers, and use those of these pieces that concern them.
 */
import type { Logger, StoredEvent } from '../../log/event.ts';
import type { Delivery } from '../delivery.ts';

/** `number` counts from 1. */
export type Numbered = { readonly number: number };

/** One attempt at an event. `queue`: the aggregate queue that it is the first of. */
export type Attempt = Numbered & {
  readonly delivery: Delivery;
  readonly queue: string;
  readonly signal: AbortSignal;
};

/** What a handler is called with. */
export type Call = { readonly event: StoredEvent; readonly signal: AbortSignal; readonly number: number };

export type Outcome =
  /** `elsewhere`: it was not handled here. This says nothing about its handler. */
  | { readonly kind: 'handled' | 'dead-lettered' | 'elsewhere' }
  | { readonly kind: 'failed' | 'blocked'; readonly againInMs: number }
  | { readonly kind: 'outage'; readonly error: unknown };

export const handled: Outcome = { kind: 'handled' };
export const elsewhere: Outcome = { kind: 'elsewhere' };

export type Step = (attempt: Attempt) => Promise<Outcome>;

/** `signal` is aborted when the handler has to end: the lease is lost, or a stop takes too long. `attempt` counts from 1. */
export type HandlerContext = { signal: AbortSignal; attempt: number; logger: Logger };
export type AnyHandlers = Record<
  string,
  ((event: StoredEvent, context: HandlerContext) => Promise<void>) | undefined
>;
