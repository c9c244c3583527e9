/**
 * The way of an event to its handler, in pieces of one concern each, in the manner of Watermill's middleware: a piece is
 * given what comes next, and says what happens before it, after it, or instead of it (handling.ts):
 *
 *   behindParked   an event of a parked aggregate queues up behind its dead letters
 *   decode         the entry becomes an event
 *   acknowledge    the handler has ended well: the entry is done
 *   survive        after a crash, notes what is begun: see quarantine.ts
 *   span, call     the handler, within the trace of its event
 *
 * What is thrown there passes these, one after the other, until one knows what becomes of it (failures.ts):
 *
 *   giveUp         cut short: the next owner's
 *   retry          counts a failed attempt, and says when the next one is
 *   deadLetter     what will never work goes to the dead letters
 *   blocked        a partition that it writes to waits for a person
 *   outage         something is down: the aggregate waits, and nothing is counted
 */
import type { Logger, StoredEvent } from '../../log/event.ts';
import type { Delivery } from '../delivery.ts';

/** One attempt at an event. `queue`: the aggregate queue that it is the first of. `number` counts from 1. */
export type Attempt = {
  readonly delivery: Delivery;
  readonly queue: string;
  readonly signal: AbortSignal;
  readonly number: number;
};

/** What a handler is called with. */
export type Call = { readonly event: StoredEvent; readonly signal: AbortSignal; readonly number: number };

export type Outcome =
  /** `elsewhere`: it is not handled here, and says nothing of its handler. */
  | { readonly kind: 'handled' | 'dead-lettered' | 'elsewhere' }
  | { readonly kind: 'failed' | 'blocked'; readonly againInMs: number }
  | { readonly kind: 'outage'; readonly error: unknown };

export const handled: Outcome = { kind: 'handled' };
export const elsewhere: Outcome = { kind: 'elsewhere' };

export type Step = (attempt: Attempt) => Promise<Outcome>;

/** `signal` is aborted when the handler has to end: its lease is lost, or a stop takes too long. `attempt` counts from 1. */
export type HandlerContext = { signal: AbortSignal; attempt: number; logger: Logger };
export type AnyHandlers = Record<
  string,
  ((event: StoredEvent, context: HandlerContext) => Promise<void>) | undefined
>;
