import { expect, test } from 'vitest';
import { AggregateQueues } from './aggregate-queues.ts';
import type { Delivery } from './delivery.ts';
import type { Lease } from './membership.ts';

const { signal } = new AbortController();
const lease = (): Lease => ({ partition: 0, token: '1', crashes: 0, signal, ending: signal });
const delivery = (id: string, of: Lease): Delivery => ({
  category: 'counter',
  partition: 0,
  lease: of,
  id,
  entry: [id, []],
  raw: undefined,
  attempts: 0,
});

test('one delivery of an aggregate at a time, in order; aggregates side by side', () => {
  const [queues, of] = [new AggregateQueues(), lease()];
  const [a1, a2, b1] = [delivery('1-1', of), delivery('1-2', of), delivery('1-3', of)];
  queues.add('a', a1);
  queues.add('a', a2);
  queues.add('b', b1);
  expect(queues.begin()).toEqual({ queue: 'a', delivery: a1 });
  expect(queues.begin()).toEqual({ queue: 'b', delivery: b1 });
  expect(queues.begin()).toBeUndefined();
  queues.done('a');
  expect(queues.begin()).toEqual({ queue: 'a', delivery: a2 });
});

/** It fails and waits for its backoff; the lease is lost and comes back, and the same event with it; the backoff ends. */
test('a backoff that ends late does not begin a second time what has begun', () => {
  const [queues, first, second] = [new AggregateQueues(), lease(), lease()];
  queues.add('a', delivery('1-1', first));
  queues.begin();
  queues.suspend('a');
  queues.drop(first);
  const [again, next] = [delivery('1-1', second), delivery('1-2', second)];
  queues.add('a', again);
  queues.add('a', next);
  expect(queues.begin()?.delivery).toBe(again);
  queues.ready('a');
  expect(queues.begin()).toBeUndefined();
  queues.done('a');
  expect(queues.begin()?.delivery).toBe(next);
});

test('a lease that is lost takes along what has not begun, and nothing of others', () => {
  const [queues, lost, kept] = [new AggregateQueues(), lease(), lease()];
  const [begun, waiting, other] = [delivery('1-1', lost), delivery('1-2', lost), delivery('1-1', kept)];
  queues.add('a', begun);
  queues.add('a', waiting);
  queues.add('b', other);
  queues.begin();
  expect(queues.drop(lost)).toEqual({ dropped: [waiting], begun: [begun] });
  queues.done('a');
  expect(queues.begin()).toEqual({ queue: 'b', delivery: other });
});

test('what comes late has its place in the order, but not before what has begun', () => {
  const [queues, of] = [new AggregateQueues(), lease()];
  const [one, two, three, four] = [1, 2, 3, 4].map((pos) => delivery(`1-${pos}`, of));
  queues.add('a', two!);
  queues.begin();
  for (const later of [four, one, three]) queues.add('a', later!);
  const order = [1, 2, 3].map(() => {
    queues.done('a');
    return queues.begin()?.delivery.id;
  });
  expect(order).toEqual(['1-1', '1-3', '1-4']);
});
