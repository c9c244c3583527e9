import type { StoredEvent } from '@quickmart/streams';
import { expect, test } from 'vitest';
import { inOrder } from './timeline.ts';

let count = 0;
const event = (
  category: string,
  eventType: string,
  version: number,
  at: number,
  cause?: StoredEvent,
): StoredEvent => ({
  category,
  partition: 0,
  epoch: 1,
  pos: ++count,
  aggregateId: category,
  version,
  at,
  eventId: `event-${count}`,
  eventType,
  schema: 1,
  data: {},
  meta: { correlationId: 'c', ...(cause && { causationId: cause.eventId }) },
});
const names = (events: readonly StoredEvent[]) => events.map(({ eventType }) => eventType);

test('by time', () => {
  const events = [event('a', 'second', 1, 2), event('b', 'first', 1, 1), event('c', 'third', 1, 3)];
  expect(names(inOrder(events))).toEqual(['first', 'second', 'third']);
});

test('in the same millisecond: causes first', () => {
  const placed = event('order', 'placed', 1, 5);
  const reserved = event('inventory', 'reserved', 1, 5, placed);
  const asked = event('order', 'asked', 2, 5, reserved);
  expect(names(inOrder([asked, reserved, placed]))).toEqual(['placed', 'reserved', 'asked']);
});

test('an effect whose clock is behind stands behind its cause, and what follows it, too', () => {
  const placed = event('order', 'placed', 1, 100);
  const reserved = event('inventory', 'reserved', 1, 40, placed);
  const confirmed = event('inventory', 'confirmed', 2, 50);
  expect(names(inOrder([confirmed, reserved, placed]))).toEqual(['placed', 'reserved', 'confirmed']);
});

test('a cause that is not part of the story is none', () => {
  const elsewhere = event('product', 'created', 1, 9);
  expect(names(inOrder([event('order', 'placed', 1, 5, elsewhere)]))).toEqual(['placed']);
});
