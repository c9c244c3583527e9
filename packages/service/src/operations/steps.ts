/**
 * An aggregate step by step: each of its events, and the state after it, folded by the service's own code. `pnpm qa show` does it
 * by this code, too.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type Aggregate,
  decodeEvent,
  type EventCodec,
  evolve,
  type LogEntry,
  type Logged,
  logged,
  rawEvent,
} from '@quickmart/streams';

/** Of any state and any events. */
export type AnyAggregate = Aggregate<unknown, Record<string, unknown>>;

/** `problem`: why the event changes nothing. */
export type Step = { event: Logged; state: unknown; problem?: string };

/** A field of a state that an event has changed; `path` as in `lines.0.quantity`. What is not there is undefined. */
export type Change = { path: string; before: unknown; after: unknown };

/** `aggregates`: of the category; the type of an event tells whose it is. `entries`: from the first event on. */
export function stepsOf(
  entries: readonly LogEntry[],
  aggregates: readonly AnyAggregate[],
  codec: EventCodec,
): Step[] {
  let state: unknown;
  return entries.map((entry) => {
    const event = logged(entry);
    try {
      const decoded = decodeEvent(codec, rawEvent(entry.category, entry.partition, entry.entry));
      const aggregate = aggregates.find((one) => Object.hasOwn(one.evolve, decoded.eventType));
      if (aggregate === undefined) return { event, state, problem: 'no aggregate knows this type' };
      state = evolve(aggregate, state ?? aggregate.initial, decoded);
      return { event, state };
    } catch (error) {
      return { event, state, problem: (error as Error).message };
    }
  });
}

/** What differs between two states, the deepest fields. */
export function changesOf(before: unknown, after: unknown, path = ''): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isTree(before) && !isTree(after)) return [{ path, before, after }];
  // A whole that comes or goes is told field by field only where it is the state itself.
  if (path !== '' && (!isTree(before) || !isTree(after))) return [{ path, before, after }];
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) =>
    changesOf(old[name], now[name], path === '' ? name : `${path}.${name}`),
  );
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
const fieldsOf = (value: unknown): Record<string, unknown> =>
  isTree(value) ? (value as Record<string, unknown>) : {};
