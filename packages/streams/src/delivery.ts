/** One entry that Redis has handed to this consumer and that is not settled yet. */
import type { Entry, RawEvent } from './entry.ts';

export type Delivery = {
  readonly category: string;
  readonly partition: number;
  readonly id: string;
  readonly entry: Entry;
  /** Failed attempts so far, from the pending list: a crash does not reset them. */
  attempts: number;
};

export const describe = (event: RawEvent | undefined, { category, partition, id }: Delivery) => ({
  position: `${category}.${partition}@${id}`,
  eventType: event?.eventType,
  eventId: event?.eventId,
  aggregateId: event?.aggregateId,
});
