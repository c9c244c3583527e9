/**
 * For tools that repeat a recorded day: new events of a client get the ids and the times of that day. So everything that is
 * derived from them is the same. Services never use this.
 */
import type { Append, EncodedEvent } from './append.ts';
import type { RedisClient } from './scripts.ts';

export type EventInAppend = { category: string; aggregateId: string; version: number; event: EncodedEvent };
/** May change `eventId` and `at` of the event. */
export type Identify = (event: EventInAppend) => void;

const identifiers = new WeakMap<RedisClient, Identify>();

/** For everything that is appended by this client from now on. */
export const identifyBy = (redis: RedisClient, identify: Identify): void => {
  identifiers.set(redis, identify);
};

export function identified(redis: RedisClient, { category, aggregates }: Append): void {
  const identify = identifiers.get(redis);
  if (identify === undefined) return;
  for (const { id, expectedVersion, events } of aggregates)
    for (const [i, event] of events.entries())
      identify({ category, aggregateId: id, version: expectedVersion + i + 1, event });
}
