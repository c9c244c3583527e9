/** What the suite writes: notes in one category, and what handlers and timers append to other ones. */

import type { EventCodec } from '../../src/log/event.ts';
import { type Aggregate, aggregate } from '../../src/write/aggregate.ts';

/** What a handler does when it meets a note; nothing special as a rule. */
export type Nature = 'fatal' | 'poison' | undefined;
export type NoteEvents = { NotedEvent: { n: number; nature?: Nature; pad?: string; alarm?: Alarm } };
/** A timer that is set or moved; `dueAt` null: cancelled. */
export type Alarm = { name: string; dueAt: number | null };
export type CopyEvents = { CopiedEvent: { eventId: string; version: number } };
export type RingEvents = { RangEvent: { timer: string; dueAt: number } };

/** The state is the sum of all `n`. */
export const notes = (category: string): Aggregate<number, NoteEvents> =>
  aggregate<number, NoteEvents>({
    category,
    initial: 0,
    evolve: { NotedEvent: (sum, { n }) => sum + n },
  });

/** Notes whose state are the alarms that they have set, by name. */
export const alarms = (category: string): Aggregate<Record<string, number | null>, NoteEvents> =>
  aggregate<Record<string, number | null>, NoteEvents>({
    category,
    initial: {},
    evolve: {
      NotedEvent: (state, { alarm }) => (alarm ? { ...state, [alarm.name]: alarm.dueAt } : state),
    },
    timers: (state) =>
      Object.fromEntries(
        Object.entries(state).map(([name, dueAt]) => [name, dueAt === null ? null : { dueAt, type: 'ring' }]),
      ),
  });

/** An aggregate of copies has the id of the one whose notes it copies. */
export const copies = (category: string): Aggregate<number, CopyEvents> =>
  aggregate<number, CopyEvents>({
    category,
    initial: 0,
    evolve: { CopiedEvent: (count) => count + 1 },
  });

/** What timers append, to an aggregate with the id of the one that set them. */
export const rings = (category: string): Aggregate<number, RingEvents> =>
  aggregate<number, RingEvents>({
    category,
    initial: 0,
    evolve: { RangEvent: (count) => count + 1 },
  });

export const noted = (n: number, more: { nature?: Nature; pad?: string; alarm?: Alarm } = {}) => ({
  eventType: 'NotedEvent' as const,
  schema: 1,
  data: { n, ...more },
});

export const codec: EventCodec = { decode: (_, __, data) => data };
export const command = () => ({ at: Date.now(), meta: { correlationId: 'conformance' } });
