/** One entry that Redis has handed to this process and that is not settled yet. */
import type { Entry, RawEvent } from './entry.ts';
import type { Lease } from './membership.ts';

export type Delivery = {
  readonly category: string;
  readonly partition: number;
  readonly id: string;
  readonly entry: Entry;
  /** Under which it was read, and without which it cannot be settled. */
  readonly lease: Lease;
  /** Failed attempts so far, from the pending list: a crash does not reset them. */
  attempts: number;
};

export const delivered = (category: string, lease: Lease, entry: Entry, attempts = 0): Delivery => ({
  category,
  partition: lease.partition,
  id: entry[0],
  entry,
  lease,
  attempts,
});

export const describe = (event: RawEvent | undefined, { category, partition, id }: Delivery) => ({
  position: `${category}.${partition}@${id}`,
  eventType: event?.eventType,
  eventId: event?.eventId,
  aggregateId: event?.aggregateId,
});
