/**
 * The story of one order across the services: its own events, its reservation's and its payment's, what led to what.
 * Clocks of different machines differ a little, so an event stands never before the one that caused it.
 */

import type { OrderEvents } from '@quickmart/contracts/order/events';
import { requestLimits } from '@quickmart/service';
import type { EventStore, StoredEvent } from '@quickmart/streams';
import { refuse } from './problems.ts';

/** Refuses with not-found where there is no such order. */
export async function timelineOf(store: EventStore, orderId: string): Promise<StoredEvent[]> {
  const page = { afterVersion: 0, limit: requestLimits.historyPageMax };
  const [own, reservation] = await Promise.all([
    store.history('order', orderId, page),
    store.history('inventory', orderId, page),
  ]);
  if (own.length === 0) refuse('not-found', 'there is no item with this id');
  const asked = own.find(({ eventType }) => eventType === 'OrderPaymentRequestedEvent');
  const paymentId = (asked?.data as OrderEvents['OrderPaymentRequestedEvent'] | undefined)?.paymentId;
  const payment = paymentId === undefined ? [] : await store.history('payment', paymentId, page);
  return inOrder([...own, ...reservation, ...payment]);
}

type Place = { at: number; depth: number };

/** By time, where that does not contradict what is known: causes come first, and an aggregate's events keep their order. */
export function inOrder(events: readonly StoredEvent[]): StoredEvent[] {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const byVersion = new Map(events.map((event) => [versionKey(event, event.version), event]));
  const places = new Map<string, Place>();
  const placeOf = (event: StoredEvent): Place => {
    const known = places.get(event.eventId);
    if (known) return known;
    const before = [
      byId.get(event.meta.causationId ?? ''),
      byVersion.get(versionKey(event, event.version - 1)),
    ];
    const earlier = before.filter((one) => one !== undefined).map(placeOf);
    const place = {
      at: Math.max(event.at, ...earlier.map(({ at }) => at)),
      depth: 1 + Math.max(0, ...earlier.map(({ depth }) => depth)),
    };
    places.set(event.eventId, place);
    return place;
  };
  const compare = (a: Place, b: Place) => a.at - b.at || a.depth - b.depth;
  return events.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
}

const versionKey = ({ category, aggregateId }: StoredEvent, version: number) =>
  `${category}/${aggregateId}/${version}`;
