/** One entry that Redis has handed to this process and that is not acknowledged yet. */
import { type Entry, type RawEvent, rawEvent } from '../log/entry.ts';
import type { Meta } from '../log/event.ts';
import { traceIdOf } from '../tracing.ts';
import type { Lease } from './membership.ts';

export type Delivery = {
  readonly category: string;
  readonly partition: number;
  readonly id: string;
  readonly entry: Entry;
  /** Undefined where the entry is no event: handling it fails for good. */
  readonly raw: RawEvent | undefined;
  /** Under which it was read, and without which it cannot be acknowledged. */
  readonly lease: Lease;
  /** Failed attempts so far, from the pending list: a crash does not reset them. */
  attempts: number;
};

export const delivered = (category: string, lease: Lease, entry: Entry, attempts = 0): Delivery => ({
  category,
  partition: lease.partition,
  id: entry[0],
  entry,
  raw: readable(category, lease.partition, entry),
  lease,
  attempts,
});

function readable(category: string, partition: number, entry: Entry): RawEvent | undefined {
  try {
    return rawEvent(category, partition, entry);
  } catch {
    return undefined;
  }
}

/** Throws {@link PermanentError} where the entry is no event. */
export const eventOf = ({ raw, category, partition, entry }: Delivery): RawEvent =>
  raw ?? rawEvent(category, partition, entry);

export const describe = ({ raw, category, partition, id }: Delivery) => ({
  position: `${category}.${partition}@${id}`,
  eventType: raw?.eventType,
  eventId: raw?.eventId,
  aggregateId: raw?.aggregateId,
});

/** The request that an event belongs to, and its trace; nothing where that cannot be read. */
export function originOf({ raw }: Delivery): { correlationId?: string; trace_id?: string | undefined } {
  try {
    const meta = JSON.parse(raw?.meta ?? '{}') as Meta;
    return { correlationId: meta.correlationId, ...traceIdOf(meta) };
  } catch {
    return {};
  }
}
